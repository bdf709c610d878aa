import type {
  PartyReference,
  ScheduleQuantity,
  ScheduleStatement,
  SequenceCall,
  SequenceStatement,
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
