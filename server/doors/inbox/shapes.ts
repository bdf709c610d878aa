import { Id } from '@intakt/contract';
import { Type } from 'typebox';
import { MESSAGE_STATES } from './message.ts';

const closed = { additionalProperties: false } as const;
const Position = Type.Object({
  message: Type.Optional(Type.Integer()),
  messageReference: Type.Optional(Type.String()),
  segment: Type.Integer(),
  tag: Type.String(),
  element: Type.Optional(Type.Integer()),
  component: Type.Optional(Type.Integer()),
  offset: Type.Integer(),
});

export const ErrorShape = Type.Object({
  position: Position,
  code: Type.String(),
  value: Type.Optional(Type.String()),
  expected: Type.String(),
  message: Type.String(),
  severity: Type.Enum(['error', 'warning']),
});

/** PartyReference or PartReference, as the message gives it. */
const ReferenceShape = Type.Record(Type.String(), Type.Any());

export const UnknownShape = Type.Object({
  key: Type.String(),
  kind: Type.Enum(['party', 'site', 'part', 'lane']),
  role: Type.String(),
  required: Type.Boolean(),
  reason: Type.String(),
  code: Type.String(),
  reference: Type.Optional(ReferenceShape),
});

const DecisionShape = Type.Union([
  Type.Object({ unknown: Type.String({ maxLength: 400 }), use: Type.Literal('existing'), id: Id }, closed),
  Type.Object(
    {
      unknown: Type.String({ maxLength: 400 }),
      use: Type.Literal('new'),
      data: Type.Optional(Type.Record(Type.String(), Type.Any())),
    },
    closed,
  ),
]);
export const Decisions = Type.Object({ decisions: Type.Array(DecisionShape, { maxItems: 5000 }) }, closed);

export const ProposalShape = Type.Object({
  unknown: Type.String(),
  kind: Type.String(),
  role: Type.String(),
  required: Type.Boolean(),
  reason: Type.String(),
  code: Type.String(),
  reference: Type.Optional(ReferenceShape),
  candidates: Type.Array(Type.Object({ id: Id, name: Type.String(), score: Type.Number(), why: Type.String() })),
  create: Type.Optional(Type.Record(Type.String(), Type.Any())),
  assumed: Type.Array(Type.String()),
  recommended: Type.Optional(Type.Any()),
});

const BookedShape = Type.Object({
  eventId: Type.String(),
  sequence: Type.Integer(),
  type: Type.String(),
  outcome: Type.Enum(['recorded', 'known']),
  confirmed: Type.Boolean({ description: 'False: a reported fact, its speaker has not said it itself.' }),
});

export const MessageShape = Type.Object({
  id: Type.String(),
  file: Type.String(),
  fileName: Type.Optional(Type.String()),
  organisation: Id,
  position: Type.Integer(),
  format: Type.String(),
  type: Type.String(),
  reference: Type.Optional(Type.String()),
  controlReference: Type.Optional(Type.String()),
  sender: ReferenceShape,
  receiver: ReferenceShape,
  state: Type.Enum([...MESSAGE_STATES]),
  errors: Type.Array(ErrorShape),
  unknowns: Type.Array(UnknownShape),
  events: Type.Array(BookedShape),
  conflict: Type.Optional(Type.Any()),
  receivedAt: Type.String(),
  decidedAt: Type.Optional(Type.String()),
  decidedBy: Type.Optional(Type.String()),
});

export const MessageDetail = Type.Object({
  ...MessageShape.properties,
  unmapped: Type.Array(Type.Object({ position: Position, value: Type.String() })),
  statements: Type.Array(Type.Any()),
  proposals: Type.Array(ProposalShape),
  /** Messages of the same interchange that go in together with this one. */
  together: Type.Array(Type.String()),
});

export const PreviewShape = Type.Object({
  /** What would be recorded, in this order. */
  events: Type.Array(Type.Object({ type: Type.String(), data: Type.Any() })),
  messages: Type.Array(
    Type.Object({
      id: Type.String(),
      state: Type.Enum([...MESSAGE_STATES]),
      unknowns: Type.Array(UnknownShape),
      errors: Type.Array(ErrorShape),
    }),
  ),
  proposals: Type.Array(ProposalShape),
});
