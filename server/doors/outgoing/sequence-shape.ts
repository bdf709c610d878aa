import { Id, Instant, PositiveQuantity, Unit } from '@intakt/contract';
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Text = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description }));

const Item = Type.Object(
  {
    part: Id,
    quantity: PositiveQuantity,
    unit: Unit,
    family: Text(35, 'Part family or module'),
    supplyArea: Text(25, 'Place at the line'),
    orderReference: Text(35, 'Order'),
    text: Text(350, 'For people'),
    dueAt: Type.Optional(Instant),
  },
  closed,
);

const Call = Type.Object(
  {
    action: Type.Enum(['call', 'change', 'cancel']),
    callNumber: Text(35, 'Number of the call itself'),
    previousCallNumber: Text(35, 'The call before it for the same vehicle'),
    sequenceNumber: Text(10, 'Place in the production sequence, as it is written'),
    productionNumber: Text(35, 'Number of the vehicle to be built'),
    vin: Type.Optional(Type.String({ pattern: '^[A-HJ-NPR-Z0-9]{17}$' })),
    model: Text(35, 'Model or type'),
    line: Text(25, 'Production line'),
    station: Text(25, 'Station where it is built in'),
    supplyArea: Text(25, 'Place at the line'),
    unloadingPoint: Text(25, 'Where at the site'),
    reportingPoint: Text(25, 'Point that the vehicle passed when it was called'),
    dueAt: Type.Optional(Instant),
    dueUntil: Type.Optional(Instant),
    fitAt: Type.Optional(Instant),
    items: Type.Array(Item, { minItems: 1, maxItems: 200 }),
  },
  closed,
);

/** A sequence call-off in our own ids; codes and addresses are the partner's, as for all that goes out. */
export const SequenceToSend = Type.Object(
  {
    partner: Id,
    documentNumber: Type.String({ minLength: 1, maxLength: 35 }),
    function: Type.Enum(['original', 'replace', 'change', 'cancel']),
    binding: Type.Enum(['preview', 'call'], { description: '866 knows calls only' }),
    shipTo: Id,
    shipFrom: Type.Optional(Id),
    unloadingPoint: Text(25, 'Where at the site'),
    issuedAt: Type.Optional(Instant),
    calls: Type.Array(Call, { minItems: 1, maxItems: 1000 }),
  },
  closed,
);
export type SequenceToSend = Static<typeof SequenceToSend>;
