import {
  CHANGE_CAUSES,
  COMMIT_REASONS,
  HORIZONS,
  Id,
  IsoDay,
  PositiveQuantity,
  SCHEDULE_KINDS,
  Text,
} from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { COMMIT_STATES } from './commit-rules.ts';
import { QUANTITY_FLAGS } from './plausible.ts';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional(Id);
const kind = Type.Enum([...SCHEDULE_KINDS]);
const relation = { customer: Id, supplier: Id, part: Id, shipTo: Id, kind };

export const RelationQuery = Type.Object({
  customer: optional,
  supplier: optional,
  part: optional,
  shipTo: optional,
  kind: Type.Optional(kind),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
});
export const OneRelation = Type.Object(relation);

const GridWeekShape = Type.Object({
  week: Type.String(),
  released: Type.Number(),
  backlog: Type.Number(),
  horizon: Type.Enum([...HORIZONS]),
  previous: Type.Optional(Type.Number()),
  delta: Type.Optional(Type.Number()),
  frozen: Type.Boolean(),
  state: Type.Optional(Type.Enum([...COMMIT_STATES])),
  committed: Type.Optional(Type.Number()),
  committedAt: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  possibleIf: Type.Optional(Type.String()),
  answerText: Type.Optional(Type.String()),
  flags: Type.Optional(Type.Array(Type.Enum([...QUANTITY_FLAGS]), { description: 'Why the quantity needs a look' })),
});
export const GridShape = Type.Object({
  relations: Type.Array(
    Type.Object({
      ...relation,
      shipFrom: Type.Optional(Type.String()),
      unit: Type.String(),
      release: Type.String(),
      releaseEvent: Type.String(),
      releasedOn: Type.String(),
      previousRelease: Type.Optional(Type.String()),
      confirmed: Type.Boolean(),
      frozenUntil: Type.Optional(Type.String()),
      change: Type.Optional(Type.Object({ cause: Type.Enum([...CHANGE_CAUSES]), text: Type.Optional(Type.String()) })),
      weeks: Type.Array(GridWeekShape),
    }),
  ),
});

/** What the supplier says: `quantity` absent commits to what is asked for. */
const SaidWeek = Type.Object(
  {
    week: IsoDay,
    quantity: Type.Optional(PositiveQuantity),
    reason: Type.Optional(Type.Enum([...COMMIT_REASONS])),
    text: Type.Optional(Text),
    possibleIf: Type.Optional(Text),
  },
  closed,
);
export const CommitBody = Type.Object(
  {
    commits: Type.Array(
      Type.Object(
        {
          ...{ customer: Id, part: Id, shipTo: Id, kind },
          releaseEvent: Type.String({ format: 'uuid', description: 'Event of the release that was read' }),
          weeks: Type.Optional(
            Type.Array(SaidWeek, {
              maxItems: 200,
              description: 'Absent: every open week that needs no look, as it is asked for',
            }),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 2000 },
    ),
    confirmed: Type.Optional(Type.Boolean({ description: 'Quantities that look wrong were looked at' })),
  },
  closed,
);
export const OverrideBody = Type.Object(
  {
    ...{ supplier: Id, part: Id, shipTo: Id, kind },
    releaseEvent: Type.String({ format: 'uuid', description: 'Event of the release that was read' }),
    weeks: Type.Array(Type.Object({ week: IsoDay, quantity: PositiveQuantity }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
    text: Type.String({ minLength: 1, maxLength: 400, description: 'Why; the supplier reads it' }),
    confirmed: Type.Optional(Type.Boolean({ description: 'Quantities that look wrong were looked at' })),
  },
  closed,
);
export type OverrideBody = Static<typeof OverrideBody>;
export type CommitBody = Static<typeof CommitBody>;

export const AnswerBody = Type.Object(
  {
    ...{ supplier: Id, part: Id, shipTo: Id, kind },
    answers: Type.Array(
      Type.Object(
        {
          week: IsoDay,
          proposed: PositiveQuantity,
          answer: Type.Enum(['accepted', 'rejected']),
          text: Type.Optional(Text),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
    writesRelease: Type.Optional(
      Type.Boolean({
        description: 'False where the own system writes the release with what was accepted. Default true',
      }),
    ),
  },
  closed,
);
export type AnswerBody = Static<typeof AnswerBody>;

export const HistoryShape = Type.Object({
  said: Type.Array(
    Type.Object({
      sequence: Type.Integer(),
      type: Type.String(),
      occurredAt: Type.String(),
      recordedAt: Type.String(),
      recordedBy: Type.String(),
      data: Type.Object({}, { additionalProperties: true }),
    }),
  ),
});
