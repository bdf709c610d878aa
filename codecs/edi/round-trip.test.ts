import type {
  DespatchStatement,
  PartyReference,
  ReceiptStatement,
  SchedulePackaging,
  ScheduleStatement,
  Statement,
} from '@intakt/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callOff } from './example-statements.test-data.ts';
import { CONTROL, dense, despatch, receipt, schedule, withoutPosition } from './example-world.test-data.ts';
import {
  type Control,
  decode,
  encode830,
  encode856,
  encode861,
  encode862,
  encodeDelfor,
  encodeDeljit,
  encodeDesadv,
  encodeRecadv,
} from './index.ts';

const RUNS = { numRuns: 150, seed: 20260302 };

function roundTrip(bytes: Uint8Array, control: Control = CONTROL) {
  const answer = decode(bytes, { timeZoneOffsetMinutes: control.timeZoneOffsetMinutes });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  expect(answer.interchanges.length).toBe(1);
  const [interchange] = answer.interchanges;
  expect(interchange!.errors).toEqual([]);
  expect(interchange!.messages.flatMap(({ errors }) => errors)).toEqual([]);
  expect({ sender: interchange!.sender, receiver: interchange!.receiver, preparedAt: interchange!.preparedAt }).toEqual(
    { sender: control.sender, receiver: control.receiver, preparedAt: control.preparedAt },
  );
  return interchange!.messages.flatMap(({ statements }) => statements.map(withoutPosition));
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
        expect(roundTrip(encode(statements, control), control)).toEqual(statements.map(withoutPosition));
      },
    ),
    RUNS,
  );
}

describe('what is written is read back as it was', () => {
  test('schedules through 830', () => comesBack<ScheduleStatement>(schedule, encode830));
  test('despatch advices through 856', () => comesBack<DespatchStatement>(despatch, encode856));
  test('receipts through RECADV D.97A', () => comesBack<ReceiptStatement>(receipt, encodeRecadv));
  test('receipts through 861', () => comesBack<ReceiptStatement>(receipt, encode861));

  test.each(['97A', '04A'])('schedules through DELFOR D.%s', (directory) =>
    comesBack<ScheduleStatement>(schedule, (all, control) => encodeDelfor(all, { ...control, directory })),
  );
  test('schedules through DELFOR D.96A, all but the further codes of parties', () =>
    comesBack<ScheduleStatement>(schedule.map(withoutFurtherCodes), (all, control) =>
      encodeDelfor(all, { ...control, directory: '96A' }),
    ));
  test.each(['97A', '04B'])('call-offs through DELJIT D.%s', (directory) =>
    comesBack<ScheduleStatement>(callOff, (all, control) => encodeDeljit(all, { ...control, directory })),
  );
  test.each(['96A', '97A', '07A'])('despatch advices through DESADV D.%s', (directory) =>
    comesBack<DespatchStatement>(despatch, (all, control) => encodeDesadv(all, { ...control, directory })),
  );

  test('a schedule survives DELFOR, then 830, then DELFOR again', () => {
    fc.assert(
      fc.property(schedule, (statement) => {
        const once = roundTrip(encodeDelfor([statement], CONTROL)) as unknown as ScheduleStatement[];
        const twice = roundTrip(encode830(once, CONTROL)) as unknown as ScheduleStatement[];
        expect(roundTrip(encodeDelfor(twice, CONTROL))).toEqual([withoutPosition(statement)]);
      }),
      { ...RUNS, numRuns: 50 },
    );
  });
});

function withoutFurtherCodes(statement: ScheduleStatement): ScheduleStatement {
  const plain = <T extends PartyReference | undefined>(party: T) => party && { ...party, also: undefined };
  const { customer, supplier, shipTo, shipFrom } = statement;
  const parties = { customer: plain(customer), supplier: plain(supplier), shipTo: plain(shipTo) };
  return dense({ ...statement, ...parties, shipFrom: plain(shipFrom) }) as ScheduleStatement;
}

describe('DELFOR, then 830 or 862, then DELFOR again', () => {
  const [base] = fc.sample(schedule, { numRuns: 1, seed: 7 }) as [ScheduleStatement];
  const full = { packaging: 'KLT6429', supplierPackaging: 'BOX 3', capacity: 40 };

  test.each<[string, SchedulePackaging[]]>([
    ['one packaging', [full]],
    [
      'three packagings',
      [full, { packaging: 'GLT 1208', supplierPackaging: 'PAL 2', capacity: 800 }, { packaging: 'X' }],
    ],
    ['packagings under the supplier’s codes alone', [{ supplierPackaging: 'BOX 3' }, { supplierPackaging: 'BOX 4' }]],
    ['what the second holds', [{ packaging: 'KLT' }, { packaging: 'GLT', capacity: 12.5 }]],
    ['what the only one holds', [{ capacity: 40 }]],
  ])('keeps the previous release and %s', (_, packaging) => {
    const statement = { ...base, previousRelease: '4710', packaging };
    const once = roundTrip(encodeDelfor([statement], CONTROL)) as unknown as ScheduleStatement[];
    const twice = roundTrip(encode830(once, CONTROL)) as unknown as ScheduleStatement[];
    expect(roundTrip(encodeDelfor(twice, CONTROL))).toEqual([withoutPosition(statement)]);
    const called = roundTrip(encode862(once, CONTROL)) as unknown as ScheduleStatement[];
    expect(called[0]!.packaging).toEqual(packaging);
  });

  test('is refused by name where X12 has no room for the packagings', () => {
    const packaging = Array.from({ length: 7 }, () => full);
    expect(() => encode830([{ ...base, packaging }], CONTROL)).toThrow(/7 packagings make 14.*DELFOR/);
  });
});

describe('what only EDIFACT can say survives DELFOR', () => {
  const [base] = fc.sample(schedule, { numRuns: 1, seed: 7 }) as [ScheduleStatement];

  test.each<[string, Partial<ScheduleStatement>]>([
    [
      'the cumulative of a single date',
      { quantities: [{ from: '2026-04-01', to: '2026-04-07', quantity: 10, horizon: 'firm', cumulative: 510 }] },
    ],
    ['a schedule without horizon', { horizonStart: undefined, horizonEnd: undefined }],
    ['a function that is not specified', { function: 'unspecified' }],
    ['a call-off', { scheduleKind: 'call-off' }],
    ['a last despatch without quantity', { cumulative: { lastDespatch: { reference: 'ASN 9', day: '2026-03-01' } } }],
    ['a zeroing day alone', { cumulative: { zeroedOn: '2026-01-01' } }],
    ['an authorisation without dates', { authorisations: [{ kind: 'production', cumulative: 900 }] }],
  ])('%s', (_, difference) => {
    const statement = { ...base, ...difference };
    expect(roundTrip(encodeDelfor([statement], CONTROL))[0]).toEqual(withoutPosition(statement));
  });
});
