import type {
  AcknowledgedMessage,
  AcknowledgementStatement,
  ApplicationAdviceStatement,
  InventoryLine,
  InventoryStatement,
  PartyReference,
  ScheduleQuantity,
  ScheduleStatement,
  SequenceCall,
  SequenceStatement,
  StockStatus,
  SyntaxFault,
  TransportedGoods,
  TransportHappening,
  TransportOrderStatement,
  TransportStatusStatement,
} from '@intakt/contract';
import fc from 'fast-check';
import {
  code,
  dense,
  HORIZONS,
  instant,
  optional,
  part,
  party,
  quantity,
  schedule,
  unit,
  word,
} from './example-world.test-data.ts';
import { addDays } from './moments.ts';
import { SYNTAX_MEANINGS } from './syntax-codes.ts';
import { REC24_STATUSES } from './transport-codes.ts';

/** Statements of the smaller messages for property tests, as far as every family that has the message can say them. */
export const NOWHERE = { segment: 1, tag: 'BGM', offset: 0 };
export const FUNCTIONS = fc.constantFrom('original' as const, 'replace' as const, 'change' as const, 'cancel' as const);

/** A party with nothing but what one segment says. */
export const plainParty: fc.Arbitrary<PartyReference> = party.map(({ also: _, ...plain }) => plain);

/** Hours of one day in UTC that fall on the same day in every zone that the tests use. */
const time = fc.integer({ min: 6 * 3600, max: 20 * 3600 });
const at = (day: string, seconds: number) => new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString();

const timedQuantity: fc.Arbitrary<ScheduleQuantity> = fc
  .record({
    from: fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2025-11-01', offset)),
    start: time,
    end: optional(time),
    later: fc.constantFrom(0, 0, 0, 1),
    quantity,
    horizon: fc.constantFrom(...HORIZONS),
  })
  .map(({ from, start, end, later, ...rest }) => {
    const until = end !== undefined && (later > 0 || end > start) ? at(addDays(from, later), end) : undefined;
    return dense({
      from,
      ...(until && later > 0 && { to: addDays(from, later) }),
      dueAt: at(from, start),
      dueUntil: until,
      ...rest,
    });
  });

export const callOff: fc.Arbitrary<ScheduleStatement> = fc
  .record({
    base: schedule,
    customer: plainParty,
    supplier: plainParty,
    shipTo: plainParty,
    shipFrom: optional(plainParty),
    supplyArea: optional(code),
    quantities: fc.array(timedQuantity, { maxLength: 8 }),
    packaging: optional(
      fc.tuple(
        fc.record({ packaging: code, supplierPackaging: optional(code), capacity: optional(quantity) }).map(dense),
        fc.array(fc.record({ packaging: code }), { maxLength: 1 }),
      ),
    ).map((list) => list?.flat()),
  })
  .map(({ base, ...own }) => dense({ ...base, ...own, scheduleKind: 'call-off' as const }));

const call: fc.Arbitrary<SequenceCall> = fc
  .record({
    position: fc.constant(NOWHERE),
    action: fc.constantFrom('call' as const, 'change' as const, 'cancel' as const),
    callNumber: optional(code),
    sequenceNumber: optional(fc.stringMatching(/^\d{4,10}$/)),
    productionNumber: code,
    vin: optional(fc.stringMatching(/^[A-HJ-NPR-Z0-9]{17}$/)),
    model: optional(code),
    line: optional(code),
    station: optional(code),
    supplyArea: optional(code),
    unloadingPoint: optional(code),
    due: optional(fc.tuple(instant, fc.option(fc.integer({ min: 60, max: 7200 }), { nil: undefined }))),
    fitAt: optional(instant),
    reportingPoint: optional(code),
    previousCallNumber: optional(code),
    items: fc.array(
      fc
        .record({
          part,
          family: optional(code),
          quantity,
          unit,
          supplyArea: optional(code),
          dueAt: optional(instant),
          orderReference: optional(code),
          text: optional(word),
        })
        .map(dense),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ due, ...rest }) =>
    dense({
      ...rest,
      dueAt: due?.[0],
      dueUntil: due?.[1] ? new Date(Date.parse(due[0]) + due[1] * 1000).toISOString() : undefined,
    }),
  );

export const sequence: fc.Arbitrary<SequenceStatement> = fc
  .record({
    kind: fc.constant('sequence' as const),
    position: fc.constant(NOWHERE),
    documentNumber: code,
    function: FUNCTIONS,
    binding: fc.constantFrom('call' as const, 'preview' as const),
    customer: plainParty,
    supplier: plainParty,
    shipTo: plainParty,
    shipFrom: optional(plainParty),
    unloadingPoint: optional(code),
    issuedAt: instant,
    calls: fc.array(call, { minLength: 1, maxLength: 4 }),
  })
  .map(dense);

const stockLine: fc.Arbitrary<InventoryLine> = fc
  .record({
    part,
    kind: fc.constantFrom<{ measure: InventoryLine['measure']; status?: StockStatus }[]>(
      { measure: 'on-hand' },
      { measure: 'on-hand', status: 'available' },
      { measure: 'on-hand', status: 'blocked' },
      { measure: 'on-hand', status: 'in-quality' },
      { measure: 'in-transit' },
      { measure: 'on-order' },
      { measure: 'received' },
      { measure: 'despatched' },
      { measure: 'consumed' },
      { measure: 'produced' },
      { measure: 'scrapped' },
      { measure: 'adjusted' },
      { measure: 'minimum' },
      { measure: 'maximum' },
    ),
    quantity: fc.tuple(quantity, fc.boolean()),
    unit,
    countedAt: optional(instant),
    storageLocation: optional(code),
    batch: optional(code),
    despatchNote: optional(code),
    orderReference: optional(code),
  })
  .map(({ kind, quantity: [amount, isLess], ...rest }) =>
    dense({ ...rest, ...kind, quantity: isLess && kind.measure === 'adjusted' && amount > 0 ? -amount : amount }),
  );

export const inventory: fc.Arbitrary<InventoryStatement> = fc
  .record({
    kind: fc.constant('inventory' as const),
    position: fc.constant(NOWHERE),
    reportNumber: code,
    function: FUNCTIONS,
    countedAt: instant,
    customer: party,
    supplier: party,
    owner: optional(party),
    site: party,
    lines: fc.array(stockLine, { minLength: 1, maxLength: 5 }),
  })
  .map(dense);

const SYNTAX_CODES = Object.keys(SYNTAX_MEANINGS);
const fault: fc.Arbitrary<SyntaxFault> = fc
  .record({
    code: fc.constantFrom(...SYNTAX_CODES),
    segment: fc.integer({ min: 2, max: 99 }),
    at: optional(
      fc.record({ element: fc.integer({ min: 1, max: 20 }), component: optional(fc.integer({ min: 2, max: 9 })) }),
    ),
  })
  .map(({ code, segment, at: place }) => dense({ code, meaning: SYNTAX_MEANINGS[code], segment, ...place }));
const wholeFault: fc.Arbitrary<SyntaxFault> = fc
  .constantFrom(...SYNTAX_CODES)
  .map((code) => dense({ code, meaning: SYNTAX_MEANINGS[code] }));

const acknowledgedMessage: fc.Arbitrary<AcknowledgedMessage> = fc.record({
  reference: code,
  type: fc.constantFrom('DESADV D.97A', 'DELFOR D.04A GAVB11'),
  outcome: fc.constantFrom('accepted' as const, 'rejected' as const),
  errors: fc
    .tuple(fc.array(wholeFault, { maxLength: 1 }), fc.array(fault, { maxLength: 3 }))
    .map(([whole, within]) => [...whole, ...within]),
});

export const acknowledgement: fc.Arbitrary<AcknowledgementStatement> = fc.record({
  kind: fc.constant('acknowledgement' as const),
  position: fc.constant(NOWHERE),
  interchange: fc.record({
    reference: code,
    sender: fc.record({ code, agency: fc.constantFrom('ZZ', '14') }),
    receiver: fc.record({ code, agency: fc.constantFrom('ZZ', '14') }),
  }),
  outcome: fc.constantFrom('accepted' as const, 'rejected' as const, 'received' as const),
  errors: fc.array(wholeFault, { maxLength: 1 }),
  groups: fc.array(
    fc.record({
      reference: code,
      outcome: fc.constantFrom('accepted' as const, 'rejected' as const),
      errors: fc.array(wholeFault, { maxLength: 1 }),
      messages: fc.array(acknowledgedMessage, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  messages: fc.array(acknowledgedMessage, { maxLength: 3 }),
});

export const advice: fc.Arbitrary<ApplicationAdviceStatement> = fc
  .record({
    kind: fc.constant('application-advice' as const),
    position: fc.constant(NOWHERE),
    adviceNumber: code,
    outcome: fc.constantFrom('accepted' as const, 'accepted-with-errors' as const, 'rejected' as const),
    advisedAt: optional(instant),
    from: plainParty,
    to: plainParty,
    subject: fc
      .record({
        type: optional(fc.constantFrom('DESADV', 'DELFOR')),
        number: code,
        day: optional(fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2025-11-01', offset))),
        interchange: optional(code),
        message: optional(code),
      })
      .map(dense),
    errors: fc.array(
      fc
        .record({
          code,
          text: optional(word),
          reference: optional(code.map((number) => `ZZZ:${number.replaceAll(':', '')}`)),
        })
        .map(dense),
      { maxLength: 3 },
    ),
  })
  .map(dense);

const plate = fc.stringMatching(/^JUN[0-9]{6,14}$/);
const mode = fc.constantFrom('road' as const, 'rail' as const, 'sea' as const, 'air' as const);
const window = fc
  .tuple(instant, optional(fc.integer({ min: 60, max: 7200 })))
  .map(([start, seconds]) => [start, seconds && new Date(Date.parse(start) + seconds * 1000).toISOString()] as const);

const goods: fc.Arbitrary<Omit<TransportedGoods, 'line'>> = fc
  .record({
    packages: optional(fc.integer({ min: 1, max: 99 })),
    packaging: optional(fc.constantFrom('PX', 'BX')),
    description: optional(word),
    gtin: optional(fc.stringMatching(/^\d{13}$/)),
    grossMassKg: optional(quantity),
    volumeCubicMeters: optional(quantity),
    units: fc.array(plate, { maxLength: 60 }),
    dangerous: optional(fc.record({ unNumber: fc.stringMatching(/^\d{4}$/), hazardClass: fc.constantFrom('3', '9') })),
    temperatureCelsius: optional(
      fc.record({ minimum: fc.integer({ min: -20, max: 4 }), maximum: fc.integer({ min: 5, max: 25 }) }),
    ),
  })
  .map(dense);

export const transportOrder: fc.Arbitrary<TransportOrderStatement> = fc
  .record({
    kind: fc.constant('transport-order' as const),
    position: fc.constant(NOWHERE),
    orderNumber: code,
    function: FUNCTIONS,
    orderedAt: optional(instant),
    orderer: optional(party),
    carrier: party,
    consignor: party,
    consignee: party,
    shipFrom: optional(party),
    shipTo: optional(party),
    collect: optional(window),
    deliver: optional(window),
    mode: optional(mode),
    vehicle: optional(code),
    transportReference: optional(code),
    despatchNotes: fc.uniqueArray(code, { maxLength: 3 }),
    grossMassKg: optional(quantity),
    volumeCubicMeters: optional(quantity),
    loadingMeters: optional(fc.integer({ min: 1, max: 136 }).map((n) => n / 10)),
    packages: optional(fc.integer({ min: 1, max: 99 })),
    goods: fc.array(goods, { maxLength: 3 }),
  })
  .map(({ collect, deliver, goods: items, ...rest }) =>
    dense({
      ...rest,
      collectAt: collect?.[0],
      collectUntil: collect?.[1] || undefined,
      deliverAt: deliver?.[0],
      deliverUntil: deliver?.[1] || undefined,
      goods: items.map((item, index) => ({ line: index + 1, ...item })),
    }),
  );

const happening: fc.Arbitrary<TransportHappening> = fc
  .record({
    position: fc.constant(NOWHERE),
    code: fc.constantFrom(...Object.keys(REC24_STATUSES), '14'),
    reason: optional(fc.constantFrom('14', '58')),
    text: optional(word),
    at: optional(instant),
    expectedAt: optional(instant),
    place: optional(fc.record({ code, agency: fc.constantFrom('6', '92'), name: optional(word) }).map(dense)),
    units: fc.array(plate, { maxLength: 12 }),
  })
  .map((rest) => dense({ ...rest, status: REC24_STATUSES[rest.code] ?? ('other' as const) }));

export const transportStatus: fc.Arbitrary<TransportStatusStatement> = fc
  .record({
    kind: fc.constant('transport-status' as const),
    position: fc.constant(NOWHERE),
    reportNumber: code,
    function: FUNCTIONS,
    reportedAt: optional(instant),
    consignment: optional(code),
    transportReference: optional(code),
    despatchNotes: fc.uniqueArray(code, { maxLength: 3 }),
    carrier: optional(plainParty),
    consignor: optional(plainParty),
    consignee: optional(plainParty),
    shipTo: optional(plainParty),
    mode: optional(mode),
    vehicle: optional(code),
    happenings: fc.array(happening, { minLength: 1, maxLength: 4 }),
  })
  .map(dense);
