import { type Static, Type } from 'typebox';

/**
 * Events of DCSA Track & Trace 2.2, as far as they are looked at; what else a carrier sends with them is kept. Members
 * that the standard lets a carrier leave out may be absent or null.
 */
const open = { additionalProperties: true } as const;
const maybe = <S extends Parameters<typeof Type.Array>[0]>(schema: S) =>
  Type.Optional(Type.Union([schema, Type.Null()]));
const text = (maxLength: number) => maybe(Type.String({ maxLength }));

const Location = Type.Object(
  {
    locationName: text(100),
    latitude: maybe(Type.Union([Type.String({ maxLength: 20 }), Type.Number()])),
    longitude: maybe(Type.Union([Type.String({ maxLength: 20 }), Type.Number()])),
    UNLocationCode: text(6),
    facilityCode: text(20),
  },
  open,
);
const TransportCall = Type.Object(
  {
    UNLocationCode: text(6),
    facilityCode: text(20),
    modeOfTransport: text(20),
    carrierVoyageNumber: text(50),
    exportVoyageNumber: text(50),
    importVoyageNumber: text(50),
    location: maybe(Location),
    vessel: maybe(
      Type.Object(
        {
          vesselIMONumber: maybe(Type.Union([Type.String({ maxLength: 10 }), Type.Integer()])),
          vesselName: text(100),
        },
        open,
      ),
    ),
  },
  open,
);
const DocumentReference = Type.Object(
  { documentReferenceType: Type.String({ maxLength: 10 }), documentReferenceValue: Type.String({ maxLength: 100 }) },
  open,
);
const PartyReference = Type.Object(
  { referenceType: Type.String({ maxLength: 10 }), referenceValue: Type.String({ maxLength: 100 }) },
  open,
);

const base = {
  eventID: Type.String({ minLength: 1, maxLength: 100 }),
  eventCreatedDateTime: Type.String({ format: 'date-time' }),
  eventDateTime: Type.String({ format: 'date-time' }),
  eventClassifierCode: Type.Enum(['ACT', 'PLN', 'EST']),
  documentReferences: maybe(Type.Array(DocumentReference, { maxItems: 100 })),
  references: maybe(Type.Array(PartyReference, { maxItems: 100 })),
};

export const EQUIPMENT_CODES = [
  'LOAD',
  'DISC',
  'GTIN',
  'GTOT',
  'STUF',
  'STRP',
  'PICK',
  'DROP',
  'INSP',
  'RSEA',
  'RMVD',
] as const;
export const TRANSPORT_CODES = ['ARRI', 'DEPA'] as const;
export const SHIPMENT_CODES = [
  'RECE',
  'DRFT',
  'PENA',
  'PENU',
  'REJE',
  'APPR',
  'ISSU',
  'SURR',
  'SUBM',
  'VOID',
  'CONF',
  'REQS',
  'CMPL',
  'HOLD',
  'RELS',
] as const;

export const DcsaEvent = Type.Union([
  Type.Object(
    {
      ...base,
      eventType: Type.Literal('EQUIPMENT'),
      equipmentEventTypeCode: Type.Enum([...EQUIPMENT_CODES]),
      equipmentReference: text(15),
      eventLocation: maybe(Location),
      transportCall: maybe(TransportCall),
    },
    open,
  ),
  Type.Object(
    {
      ...base,
      eventType: Type.Literal('TRANSPORT'),
      transportEventTypeCode: Type.Enum([...TRANSPORT_CODES]),
      delayReasonCode: text(10),
      changeRemark: text(250),
      equipmentReference: text(15),
      transportCall: TransportCall,
    },
    open,
  ),
  Type.Object(
    {
      ...base,
      eventType: Type.Literal('SHIPMENT'),
      shipmentEventTypeCode: Type.Enum([...SHIPMENT_CODES]),
      documentTypeCode: text(10),
      documentID: text(100),
      reason: text(5000),
      equipmentReference: text(15),
      eventLocation: maybe(Location),
    },
    open,
  ),
]);
export type DcsaEvent = Static<typeof DcsaEvent>;
