import { type Static, Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, IsoDay, PositiveQuantity, Reference, Text, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** Why a supplier cannot deliver what a week asks for. */
export const COMMIT_REASONS = [
  'capacity',
  'material',
  'labour',
  'tooling',
  'quality',
  'transport',
  'notice-too-short',
  'closed',
  'other',
] as const;
/** What made a customer write a release of its own beside those of its system. */
export const CHANGE_CAUSES = ['override', 'proposal', 'damping'] as const;
export const SCHEDULE_KINDS = ['delivery-forecast', 'call-off'] as const;

/** One part that one supplier delivers to one place of one customer. */
const relation = { customer: Id, supplier: Id, part: Id, shipTo: Id, kind: Type.Enum([...SCHEDULE_KINDS]) };
const places = ({ shipTo, shipFrom }: { shipTo: Id; shipFrom?: Id }): Id[] =>
  shipFrom ? [shipTo, shipFrom] : [shipTo];

/** What the supplier promises for one calendar week. Another quantity than the requested one is a counter-proposal, and needs its reason. */
export const CommitLine = Type.Object(
  {
    /** Monday of the ISO week. */
    week: IsoDay,
    /** What the release that is answered asks for in this week. */
    requested: PositiveQuantity,
    committed: PositiveQuantity,
    reason: Type.Optional(Type.Enum([...COMMIT_REASONS])),
    text: Type.Optional(Text),
    /** What would make the requested quantity possible. */
    possibleIf: Type.Optional(Text),
  },
  closed,
);

export const DemandCommit = Type.Object(
  {
    ...relation,
    shipFrom: Type.Optional(Id),
    release: Reference,
    /** Event of the release that is answered. */
    releaseEvent: Type.String({ format: 'uuid' }),
    unit: Unit,
    lines: Type.Array(CommitLine, { minItems: 1, maxItems: 200 }),
  },
  closed,
);

export const ProposalAnswer = Type.Object(
  {
    week: IsoDay,
    /** The counter-proposal that is answered, so that nobody accepts another number than the one that was read. */
    proposed: PositiveQuantity,
    answer: Type.Enum(['accepted', 'rejected']),
    text: Type.Optional(Text),
  },
  closed,
);

export const ChangedWeek = Type.Object({ week: IsoDay, was: PositiveQuantity, is: PositiveQuantity }, closed);

/** Supplier and customer agree, week by week, on what a release asks for. */
export const COMMIT_EVENTS = {
  'demand-committed': defineEvent({
    data: DemandCommit,
    speaker: (d) => d.supplier,
    parties: (d) => [d.customer, d.supplier],
    recorders: (d) => [d.supplier],
    sites: places,
    parts: (d) => [d.part],
  }),
  'proposal-answered': defineEvent({
    data: Type.Object(
      {
        ...relation,
        shipFrom: Type.Optional(Id),
        answers: Type.Array(ProposalAnswer, { minItems: 1, maxItems: 200 }),
        /** The release that takes over what was accepted. */
        release: Type.Optional(Reference),
      },
      closed,
    ),
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    recorders: (d) => [d.customer],
    sites: places,
    parts: (d) => [d.part],
  }),
  /** Why a release differs from the one before it, where it was written here. Stands beside its `schedule-released`. */
  'release-changed': defineEvent({
    data: Type.Object(
      {
        ...relation,
        shipFrom: Type.Optional(Id),
        release: Reference,
        previousRelease: Reference,
        cause: Type.Enum([...CHANGE_CAUSES]),
        text: Type.Optional(Text),
        unit: Unit,
        weeks: Type.Array(ChangedWeek, { minItems: 1, maxItems: 200 }),
      },
      closed,
    ),
    speaker: (d) => d.customer,
    parties: (d) => [d.customer, d.supplier],
    recorders: (d) => [d.customer],
    sites: places,
    parts: (d) => [d.part],
  }),
} as const;

export type CommitReason = (typeof COMMIT_REASONS)[number];
export type ChangeCause = (typeof CHANGE_CAUSES)[number];
export type CommitLine = Static<typeof CommitLine>;
export type DemandCommit = Static<typeof DemandCommit>;
export type ProposalAnswer = Static<typeof ProposalAnswer>;
