import type {
  AcknowledgementStatement,
  ApplicationAdviceStatement,
  MessageVerdict,
  PartReference,
  ScheduleStatement,
  SequenceStatement,
  Statement,
  SyntaxFault,
} from '@intakt/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advice, callOff, NOWHERE, sequence } from './example-statements.test-data.ts';
import { CONTROL, code, dense, despatch, optional, receipt, schedule } from './example-world.test-data.ts';
import {
  type Control,
  decode,
  type EdiInterchange,
  encode824,
  encode830,
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

describe('what is written in X12 is read back as it was', () => {
  test('call-offs by the hour through 862', () => comesBack(shippingSchedule, encode862));
  test('sequence call-offs through 866', () => comesBack(productionSequence, encode866));
  test('application advices through 824', () => comesBack(x12Advice, encode824));
  test('functional acknowledgements through 997', () => comesBack(groupAcknowledgement, encode997));
  test('functional acknowledgements through 999', () => comesBack(groupAcknowledgement, encode999));
});

const writers: [name: string, statements: fc.Arbitrary<Statement>, encode: (s: never[], c: Control) => Uint8Array][] = [
  ['830', schedule, encode830],
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
