import type {
  AcknowledgementStatement,
  ApplicationAdviceStatement,
  InventoryStatement,
  MessageVerdict,
  PartReference,
  ScheduleStatement,
  SequenceStatement,
  Statement,
  SyntaxFault,
  TransportStatusStatement,
} from '@intakt/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advice, callOff, inventory, NOWHERE, sequence, transportStatus } from './example-statements.test-data.ts';
import { CONTROL, code, dense, despatch, optional, receipt, schedule } from './example-world.test-data.ts';
import {
  type Control,
  decode,
  type EdiInterchange,
  encode214,
  encode824,
  encode830,
  encode846,
  encode856,
  encode861,
  encode862,
  encode866,
  encode997,
  encode999,
  encodeTa1,
  type WrittenDelimiters,
  withDelimiters,
} from './index.ts';
import { X12_QUANTITIES } from './inventory-codes.ts';
import { X12_ESTIMATES, X12_STATUSES } from './transport-codes.ts';
import { ELEMENT_FAULTS, GROUP_FAULTS, SEGMENT_FAULTS, SET_FAULTS } from './x12-fault-codes.ts';

const RUNS = { numRuns: 150, seed: 20260302 };

/** Positions are where something stood in the bytes; they are no part of what is said. */
const said = (statements: unknown[]) =>
  JSON.parse(JSON.stringify(statements, (key, value) => (key === 'position' ? undefined : value)));

function readBack(bytes: Uint8Array, control: Control = CONTROL): unknown[] {
  const answer = decode(bytes, { timeZoneOffsetMinutes: control.timeZoneOffsetMinutes });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  const [interchange] = answer.interchanges;
  expect([...interchange!.errors, ...interchange!.messages.flatMap(({ errors }) => errors)]).toEqual([]);
  return said(interchange!.messages.flatMap(({ statements }) => statements));
}

function comesBack<T extends Statement>(
  arbitrary: fc.Arbitrary<T>,
  encode: (statements: T[], control: Control) => Uint8Array,
): void {
  fc.assert(
    fc.property(
      fc.array(arbitrary, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0, 60, -300),
      (statements, timeZoneOffsetMinutes) => {
        const control = { ...CONTROL, timeZoneOffsetMinutes };
        expect(readBack(encode(statements, control), control)).toEqual(said(statements));
      },
    ),
    RUNS,
  );
}

const withoutDescription = ({ description: _, ...part }: PartReference): PartReference => part;

/** As far as an 862 says it: see `encode862`. */
const shippingSchedule: fc.Arbitrary<ScheduleStatement> = callOff.map(
  ({ authorisations: _, packaging: _packaging, cumulative, part, ...rest }) => {
    const { required: __, ...position } = cumulative ?? {};
    const kept = Object.keys(position).length > 0 ? position : undefined;
    return dense({ ...rest, part: withoutDescription(part), cumulative: kept }) as ScheduleStatement;
  },
);

/** As far as an 866 says it: see `encode866`. */
const productionSequence: fc.Arbitrary<SequenceStatement> = sequence.map((statement) => ({
  ...statement,
  binding: 'call',
  calls: statement.calls.map(
    ({ position, sequenceNumber, productionNumber, vin, model, supplyArea, unloadingPoint, dueAt, items }) =>
      dense({
        position,
        action: 'call' as const,
        sequenceNumber,
        productionNumber,
        vin,
        model,
        supplyArea,
        unloadingPoint,
        dueAt,
        items: items.map(({ part, quantity, unit, supplyArea: area, orderReference }) =>
          dense({ part: withoutDescription(part), quantity, unit, supplyArea: area, orderReference }),
        ),
      }),
  ),
}));

const x12Advice: fc.Arbitrary<ApplicationAdviceStatement> = fc
  .record({ base: advice, type: fc.constantFrom('856', '830'), group: optional(fc.stringMatching(/^[1-9]\d{0,8}$/)) })
  .map(({ base, type, group }) => {
    const { interchange: _, ...subject } = base.subject;
    return {
      ...base,
      advisedAt: base.advisedAt ?? CONTROL.preparedAt,
      subject: dense({ ...subject, type, group }),
      errors: base.errors.map(({ code: fault, text }) =>
        dense({ code: fault, text, segment: 'SN1', element: '2', value: 'X' }),
      ),
    };
  });

const coded = (meanings: Record<string, string>) =>
  fc.constantFrom(...Object.keys(meanings)).map((fault): SyntaxFault => ({ code: fault, meaning: meanings[fault]! }));
const verdict = fc.constantFrom<MessageVerdict[]>('accepted', 'accepted-with-errors', 'rejected');
const place = { tag: fc.constantFrom('N1', 'SN1'), segment: fc.integer({ min: 2, max: 99 }) };
const inSet = fc.oneof(
  fc.tuple(coded(SEGMENT_FAULTS), fc.record(place)).map(([fault, at]) => ({ ...fault, ...at })),
  fc
    .tuple(
      coded(ELEMENT_FAULTS),
      fc.record({ ...place, element: fc.integer({ min: 1, max: 20 }), value: optional(code) }),
    )
    .map(([fault, at]) => dense({ ...fault, ...at })),
);
const groupAcknowledgement: fc.Arbitrary<AcknowledgementStatement> = fc
  .record({
    identifier: fc.constantFrom('SH', 'PS'),
    reference: fc.stringMatching(/^[1-9]\d{0,8}$/),
    outcome: verdict,
    errors: fc.array(coded(GROUP_FAULTS), { maxLength: 5 }),
    messages: fc.array(
      fc.record({
        reference: fc.stringMatching(/^\d{4}$/),
        type: fc.constantFrom('856', '830'),
        outcome: verdict,
        errors: fc
          .tuple(fc.array(coded(SET_FAULTS), { maxLength: 5 }), fc.array(inSet, { maxLength: 3 }))
          .map(([ofSet, within]) => [...ofSet, ...within]),
      }),
      { maxLength: 3 },
    ),
    counted: fc.record({ stated: fc.nat(9), received: fc.nat(9), accepted: fc.nat(9) }),
  })
  .map((group) => ({
    kind: 'acknowledgement',
    position: NOWHERE,
    outcome: group.outcome,
    errors: [],
    groups: [group],
    messages: [],
  }));

const x12Inventory: fc.Arbitrary<InventoryStatement> = inventory
  .map((statement) => ({
    ...statement,
    lines: statement.lines.filter(
      ({ measure, status }) => [measure, status].filter(Boolean).join(' ') in X12_QUANTITIES,
    ),
  }))
  .filter(({ lines }) => lines.length > 0);

const x12Status: fc.Arbitrary<TransportStatusStatement> = transportStatus.map(
  ({ mode: _, reportedAt: __, happenings, ...statement }) => ({
    ...statement,
    /* The number of its set, and what a carrier always has. */
    reportNumber: '0001',
    consignment: statement.consignment ?? 'PRO1',
    function: 'original',
    happenings: happenings.map(({ at, reason }, index) => {
      const code = Object.keys(X12_STATUSES)[(index * 7 + (at ?? '').length) % Object.keys(X12_STATUSES).length]!;
      const moment = X12_ESTIMATES.includes(code) ? { expectedAt: at } : { at };
      const place = { name: 'Toledo, OH', country: 'US', position: { longitude: -83.5, latitude: 41.6 } };
      return dense({ position: NOWHERE, status: X12_STATUSES[code]!, code, reason, ...moment, place, units: [] });
    }),
  }),
);

test('an 846 refuses a line that it would make another fact of, a 214 a status that X12 does not know', () => {
  const [stock] = fc.sample(x12Inventory, { numRuns: 1, seed: 3 });
  const scrapped = { ...stock!, lines: [{ ...stock!.lines[0]!, measure: 'scrapped' as const, status: undefined }] };
  expect(() => encode846([scrapped], CONTROL)).toThrow('An 846 has no quantity for scrapped');
  const [status] = fc.sample(x12Status, { numRuns: 1, seed: 3 });
  const lost = { ...status!, happenings: [{ ...status!.happenings[0]!, status: 'lost' as const, code: '49' }] };
  expect(() => encode214([lost], CONTROL)).toThrow('A 214 has no status for lost');
});

test('a status under a code of Recommendation 24 goes out under that of X12, and its estimate as a second one', () => {
  const [status] = fc.sample(x12Status, { numRuns: 1, seed: 3 });
  const [at, expectedAt] = ['2026-03-02T06:30:00.000Z', '2026-03-03T06:30:00.000Z'];
  const loaded = { position: NOWHERE, status: 'loaded' as const, code: '48', reason: '14', at, expectedAt, units: [] };
  const [read] = readBack(encode214([{ ...status!, happenings: [loaded] }], CONTROL)) as TransportStatusStatement[];
  expect(read!.happenings).toEqual([
    { status: 'loaded', code: 'CP', at, units: [] },
    { status: 'estimated', code: 'AG', expectedAt, units: [] },
  ]);
});

describe('what is written in X12 is read back as it was', () => {
  test('inventory reports through 846', () => comesBack(x12Inventory, encode846));
  test('transport statuses through 214', () => {
    const property = fc.property(x12Status, (status) => {
      expect(readBack(encode214([status], CONTROL))).toEqual(said([status]));
    });
    fc.assert(property, RUNS);
  });
  test('call-offs by the hour through 862', () => comesBack(shippingSchedule, encode862));
  test('sequence call-offs through 866', () => comesBack(productionSequence, encode866));
  test('application advices through 824', () => comesBack(x12Advice, encode824));
  test('functional acknowledgements through 997', () => comesBack(groupAcknowledgement, encode997));
  test('functional acknowledgements through 999', () => comesBack(groupAcknowledgement, encode999));
});

const writers: [name: string, statements: fc.Arbitrary<Statement>, encode: (s: never[], c: Control) => Uint8Array][] = [
  ['214', x12Status, encode214],
  ['830', schedule, encode830],
  ['846', x12Inventory, encode846],
  ['856', despatch, encode856],
  ['861', receipt, encode861],
  ['862', shippingSchedule, encode862],
  ['866', productionSequence, encode866],
];
const SIGNS: WrittenDelimiters[] = [
  { element: '|', component: '>', terminator: '!' },
  { element: '\u001d', component: '\u001f', terminator: '\u001c' },
  { element: '*', component: ':', terminator: '\n' },
];

describe('releases and delimiters that partners ask for', () => {
  test.each(writers)('%s says the same in every release and with every delimiter', (_, statements, encode) => {
    fc.assert(
      fc.property(
        statements,
        fc.constantFrom('002001', '003060', '004010', '005010'),
        fc.constantFrom(...SIGNS),
        (statement, x12Release, signs) => {
          const bytes = encode([statement] as never[], { ...CONTROL, x12Release });
          expect(new TextDecoder().decode(bytes)).toContain(x12Release);
          expect(readBack(bytes)).toEqual(said([statement]));
          expect(readBack(withDelimiters(bytes, signs))).toEqual(said([statement]));
        },
      ),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('an old release has dates of six digits, a new one a repetition separator', () => {
    const [statement] = fc.sample(schedule, { numRuns: 1, seed: 3 });
    const written = (x12Release: string) =>
      new TextDecoder().decode(encode830([statement!], { ...CONTROL, x12Release })).split('\n');
    const old = written('002001');
    expect(old.find((line) => line.startsWith('GS'))).toMatch(/^GS.PS.PLANT1.SUPPLIER7.260302.0630.4711.X.002001/);
    expect(old[0]).toContain('U*00200*'.replaceAll('*', old[0]![3]!));
    expect(written('005010')[0]).toContain('^*00501*'.replaceAll('*', old[0]![3]!));
    expect(() => written('4010')).toThrow('An X12 release reads like 004010; got "4010"');
  });

  test('an 866 refuses to make a call of a preview or a cancellation', () => {
    const [statement] = fc.sample(productionSequence, { numRuns: 1, seed: 3 });
    expect(() => encode866([{ ...statement!, binding: 'preview' }], CONTROL)).toThrow(/is a preview/);
    const calls = statement!.calls.map((call) => ({ ...call, action: 'cancel' as const }));
    expect(() => encode866([{ ...statement!, calls }], CONTROL)).toThrow(/is a cancel/);
  });
});

test('TA1 answers the envelope, and is read as the acknowledgement of its interchange', () => {
  const [statement] = fc.sample(schedule, { numRuns: 1, seed: 3 });
  const answer = decode(encode830([statement!], CONTROL));
  const [received] = answer.ok ? answer.interchanges : [];
  const ta1 = (errors: EdiInterchange['errors']) => readBack(encodeTa1({ ...received!, errors }, CONTROL));
  const acknowledged = { kind: 'acknowledgement', groups: [], messages: [], interchange: { reference: '000004711' } };
  expect(ta1([])).toEqual([{ ...acknowledged, outcome: 'accepted', errors: [] }]);
  const whole = new TextDecoder().decode(encode830([statement!], CONTROL));
  const cut = decode(new TextEncoder().encode(whole.slice(0, whole.lastIndexOf('IEA'))));
  const errors = cut.ok ? cut.interchanges[0]!.errors : [];
  expect(errors.map((error) => error.code)).toContain('TRAILER_MISSING');
  expect(ta1(errors)).toEqual([{ ...acknowledged, outcome: 'rejected', errors: [{ code: '023' }] }]);
});
