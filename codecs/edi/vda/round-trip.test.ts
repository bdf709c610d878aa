import type {
  Authorisation,
  DespatchStatement,
  DespatchUnit,
  ScheduleQuantity,
  ScheduleStatement,
  Statement,
} from '@intakt/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dense, withoutPosition } from '../example-world.test-data.ts';
import { decode, encode4905, encode4913 } from '../index.ts';
import { addDays } from '../moments.ts';
import { VDA_UNITS } from './records.ts';
import { horizonOn } from './schedule-dates.ts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const code = (length: number) => fc.stringMatching(new RegExp(`^[A-Z1-9]([A-Z0-9 .-]{0,${length - 2}}[A-Z1-9])?$`));
const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2020-01-01', days));
const unit = fc.constantFrom(...Object.values(VDA_UNITS));
const amount = (most: number) => fc.integer({ min: 0, max: most });

const authorisations = fc
  .record({ production: optional(day), material: optional(day), cumulative: amount(9_999_999_999) })
  .map(({ production, material, cumulative }): Authorisation[] => [
    ...(production ? [{ kind: 'production' as const, cumulative, until: production }] : []),
    ...(material ? [{ kind: 'material' as const, cumulative, from: '2026-01-01', until: material }] : []),
  ]);

/** Days, ISO weeks and months: what VDA 4905 can name. */
const span = fc.oneof(
  fc.integer({ min: 0, max: 1500 }).chain((week) =>
    fc.integer({ min: 0, max: 2 }).map((more) => {
      const from = addDays('2020-01-06', week * 7);
      const to = addDays(from, more * 7 + 6);
      const thursdays = [addDays(from, 3), addDays(to, -3)].map((thursday) => thursday.slice(0, 4));
      return thursdays[0] === thursdays[1] ? { from, to } : { from, to: addDays(from, 6) };
    }),
  ),
  fc.integer({ min: 0, max: 480 }).map((months) => {
    const at = (month: number) => new Date(Date.UTC(2020, month, 1)).toISOString().slice(0, 10);
    return { from: at(months), to: addDays(at(months + 1), -1) };
  }),
);

const lines = fc.record({
  backorder: optional(amount(999_999_999)),
  immediate: optional(amount(999_999_999)),
  days: fc.array(fc.record({ from: day, quantity: amount(999_999_999) }), { maxLength: 25 }),
  spans: fc.array(fc.tuple(span, amount(999_999_999)), { maxLength: 12 }),
});

const packaging = fc
  .record({
    packaging: code(22),
    supplierPackaging: optional(code(22)),
    capacity: optional(fc.integer({ min: 1, max: 9_999_999 })),
  })
  .map(dense);

const schedule: fc.Arbitrary<ScheduleStatement> = fc
  .record({
    head: fc.record({
      shipTo: code(3).map((plant) => ({ code: plant })),
      unloadingPoint: optional(code(5)),
      supplyArea: optional(code(14)),
      part: fc.record({ buyerNumber: code(22), supplierNumber: optional(code(22)) }).map(dense),
      release: code(9),
      previousRelease: optional(code(9)),
      releasedOn: day,
      horizonEnd: optional(day),
      unit,
      orderReference: optional(code(12)),
      packaging: optional(fc.array(packaging, { minLength: 1, maxLength: 3 })),
    }),
    received: amount(9_999_999_999),
    asOf: optional(day),
    last: optional(fc.record({ reference: code(8), day, quantity: amount(999_999_999).map((n) => n / 1000) })),
    zeroedOn: optional(fc.constantFrom('2026-01-01', '2026-03-01')),
    authorisations,
    lines,
  })
  .map(({ head, received, asOf, last, zeroedOn, authorisations: allowed, lines: own }) =>
    dense({
      kind: 'schedule' as const,
      position: { segment: 1, tag: '512', offset: 0 },
      documentNumber: '',
      scheduleKind: 'delivery-forecast' as const,
      function: 'unspecified' as const,
      customer: { code: 'PLANT' },
      supplier: { code: 'ACME' },
      ...head,
      cumulative: dense({ received, asOf, lastDespatch: last, zeroedOn }),
      authorisations: allowed.length > 0 ? allowed : undefined,
      quantities: quantitiesOf(own, head.releasedOn, allowed),
    }),
  );

type Lines = typeof lines extends fc.Arbitrary<infer L> ? L : never;

function quantitiesOf(
  { backorder, immediate, days, spans }: Lines,
  on: string,
  allowed: Authorisation[],
): ScheduleQuantity[] {
  return [
    ...(backorder === undefined ? [] : [{ from: on, quantity: backorder, horizon: 'backorder' as const }]),
    ...(immediate === undefined ? [] : [{ from: on, quantity: immediate, horizon: 'immediate' as const }]),
    ...days.map((line) => ({ ...line, horizon: horizonOn(line.from, allowed) })),
    ...spans.map(([days_, quantity]) => ({ ...days_, quantity, horizon: horizonOn(days_.from, allowed) })),
  ];
}

const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString());

const load = fc.array(
  fc.record({
    part: code(22),
    quantity: amount(9_999_999_999).map((n) => n / 1000),
    unit,
    batch: optional(code(15)),
    labels: amount(4),
    loose: amount(3),
  }),
  { minLength: 1, maxLength: 4 },
);

const despatch: fc.Arbitrary<DespatchStatement> = fc
  .record({
    head: fc.record({
      despatchNote: code(8),
      documentAt: day.map((on) => `${on}T00:00:00.000Z`),
      despatchedAt: instant,
      expectedAt: optional(instant),
      shipTo: code(3).map((plant) => ({ code: plant })),
      shipFrom: optional(code(3).map((plant) => ({ code: plant }))),
      carrier: optional(
        fc.oneof(fc.record({ code: code(14) }), fc.record({ code: code(9), name: fc.constant('SPEDITION') })),
      ),
      unloadingPoint: optional(code(5)),
      transportReference: optional(code(8)),
      vehicle: optional(code(25)),
      mode: optional(fc.constantFrom('road' as const, 'rail' as const, 'sea' as const, 'air' as const)),
      grossMassKg: optional(fc.integer({ min: 1, max: 9_999_999 })),
      packages: optional(fc.integer({ min: 1, max: 9999 })),
    }),
    order: optional(code(12)),
    load,
  })
  .map(({ head, order, load: own }) =>
    dense({
      kind: 'despatch' as const,
      position: { segment: 1, tag: '713', offset: 0 },
      function: 'unspecified' as const,
      customer: { code: 'PLANT' },
      supplier: { code: 'ACME' },
      ...head,
      lines: own.map(({ part, quantity, unit: of, batch }, index) =>
        dense({ line: index + 1, part: { buyerNumber: part }, quantity, unit: of, batch, orderReference: order }),
      ),
      units: unitsOf(head.despatchNote, own),
    }),
  );

/** Labels that count up, and load carriers that are only counted. */
function unitsOf(note: string, own: { labels: number; loose: number }[]): DespatchUnit[] {
  let [label, made] = [100_000_000, 0];
  return own.flatMap(({ labels, loose }, index) => {
    const line = index + 1;
    const named = Array.from({ length: labels }, () => ({
      unit: String(label++),
      packaging: 'KLT',
      line,
      quantity: 5,
    }));
    label++;
    const counted =
      loose > 0
        ? [{ unit: `${note}-${++made}`, packaging: 'PAL', line, ...(loose > 1 && { packagingCount: loose }) }]
        : [];
    return [...named, ...counted];
  });
}

const CONTROL = {
  sender: { code: 'PLANT' },
  receiver: { code: 'ACME' },
  reference: '22',
  preparedAt: '2026-03-02T06:30:00.000Z',
};

const statementsOf = (file: Uint8Array): { statements: Statement[]; problems: unknown[] } => {
  const answer = decode(file);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  const messages = answer.interchanges.flatMap((interchange) => interchange.messages);
  const problems = [
    ...answer.interchanges.flatMap(({ errors }) => errors),
    ...messages.flatMap(({ errors }) => errors),
  ];
  return { statements: messages.flatMap(({ statements }) => statements), problems };
};

const bare = (statement: Statement) =>
  statement.kind === 'schedule' ? { ...withoutPosition(statement), documentNumber: '' } : withoutPosition(statement);

describe.each(['', '\n', '\r\n'] as const)('with %j behind each record', (lineEnd) => {
  test('call-offs come back from VDA 4905 as they went in', () => {
    fc.assert(
      fc.property(fc.array(schedule, { minLength: 1, maxLength: 3 }), (statements) => {
        const read = statementsOf(encode4905(statements, { ...CONTROL, lineEnd }));
        expect(read.problems).toEqual([]);
        expect(read.statements.map(bare)).toEqual(statements.map(bare));
      }),
      { numRuns: 60 },
    );
  });

  test('despatch advices come back from VDA 4913 as they went in', () => {
    fc.assert(
      fc.property(fc.array(despatch, { minLength: 1, maxLength: 3 }), (statements) => {
        const read = statementsOf(encode4913(statements, { ...CONTROL, lineEnd }));
        expect(read.problems).toEqual([]);
        expect(read.statements.map(bare)).toEqual(statements.map(bare));
      }),
      { numRuns: 60 },
    );
  });
});

test('the same facts in EDIFACT’s words survive VDA 4905, and what it cannot name is wanted no later', () => {
  const [statement] = fc.sample(schedule, { numRuns: 1, seed: 1 });
  const odd: ScheduleStatement = {
    ...statement!,
    quantities: [{ from: '2026-03-03', to: '2026-03-20', quantity: 7, horizon: 'firm' }],
    authorisations: undefined,
  };
  const { statements } = statementsOf(encode4905([odd], CONTROL));
  expect(statements[0]).toMatchObject({ quantities: [{ from: '2026-03-03', quantity: 7, horizon: 'forecast' }] });
});

test('a week that would read like a code for arrears is written the other way', () => {
  const [statement] = fc.sample(schedule, { numRuns: 1, seed: 1 });
  const quantities = [{ from: '2033-08-15', to: '2033-08-21', quantity: 7, horizon: 'forecast' as const }];
  const file = encode4905([{ ...statement!, quantities, authorisations: undefined }], CONTROL);
  expect(String.fromCharCode(...file)).toContain('330033');
  expect(statementsOf(file).statements).toMatchObject([{ quantities }]);
});

test.each([
  ['a part number that does not fit', { part: { buyerNumber: 'X'.repeat(23) } }, /512 customerPart takes 22 places/],
  [
    'a quantity that does not fit',
    { quantities: [{ from: '2026-03-03', quantity: 1e9, horizon: 'firm' as const }] },
    /513 quantity1 takes 9 places/,
  ],
  ['a unit without a code', { unit: 'FOT' }, /no code for the unit FOT/],
  ['a letter beyond ISO 8859-1', { unloadingPoint: 'Ł1' }, /ISO 8859-1/],
])('%s is refused when writing, never cut', (_, changes, message) => {
  const [statement] = fc.sample(schedule, { numRuns: 1, seed: 1 });
  expect(() => encode4905([{ ...statement!, ...changes }], CONTROL)).toThrow(message);
});

test('whatever happens to the records, decoding answers', () => {
  const wound = fc.record({ at: fc.nat(), text: fc.constantFrom('', '\n', '9', 'X', '51202', '71401', '\u00ff') });
  fc.assert(
    fc.property(
      fc.array(schedule, { minLength: 1, maxLength: 2 }),
      fc.array(wound, { maxLength: 6 }),
      (statements, wounds) => {
        let file = String.fromCharCode(...encode4905(statements, CONTROL));
        for (const { at, text } of wounds) {
          const place = at % file.length;
          file = file.slice(0, place) + text + file.slice(place + (text === '' ? 3 : 1));
        }
        const answer = decode(Uint8Array.from(file, (character) => character.charCodeAt(0)));
        expect(answer.ok ? answer.interchanges.length : answer.errors.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
