import { Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, IsoDay, Quantity } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** More (or, negative, less) to be called off for a day. */
export const WhatIfChange = Type.Object({ day: IsoDay, quantity: Quantity }, closed);

/** A customer asked what would become of a part at a supplier's site if it called off otherwise. The supplier sees each. */
export const WhatIf = Type.Object(
  {
    owner: Id,
    asker: Id,
    site: Id,
    part: Id,
    /** Day on which it was asked: so many a day. */
    day: IsoDay,
    changes: Type.Array(WhatIfChange, { minItems: 1, maxItems: 14 }),
  },
  closed,
);

/** What-ifs that one organisation may ask about one part at one site of a partner on one day. */
export const WHAT_IFS_A_DAY = 20;

export const WHAT_IF_EVENTS = {
  'what-if-asked': defineEvent({
    data: WhatIf,
    speaker: (d) => d.asker,
    parties: (d) => [d.asker, d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    derived: true,
  }),
} as const;
