import type { Statement } from '@intakt/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acknowledgement,
  advice,
  callOff,
  inventory,
  sequence,
  transportOrder,
  transportStatus,
} from './example-statements.test-data.ts';
import { CONTROL, schedule } from './example-world.test-data.ts';
import {
  type Control,
  decode,
  encodeAperak,
  encodeContrl,
  encodeDelfor,
  encodeDeljit,
  encodeDeljitSequence,
  encodeIftmin,
  encodeIftsta,
  encodeInvrpt,
} from './index.ts';

const RUNS = { numRuns: 100, seed: 20260302 };

/** Positions are where something stood in the bytes; they are no part of what is said. */
const said = (statements: unknown[]) =>
  JSON.parse(JSON.stringify(statements, (key, value) => (key === 'position' ? undefined : value)));

function readBack(bytes: Uint8Array, control: Control): unknown[] {
  const answer = decode(bytes, { timeZoneOffsetMinutes: control.timeZoneOffsetMinutes });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  const [interchange] = answer.interchanges;
  expect([...interchange!.errors, ...interchange!.messages.flatMap(({ errors }) => errors)]).toEqual([]);
  expect(interchange!.messages.flatMap(({ unmapped }) => unmapped)).toEqual([]);
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

describe('what is written is read back as it was, and every value of it has its place', () => {
  test('schedules through DELFOR', () => comesBack(schedule, encodeDelfor));
  test('call-offs by the hour through DELFOR', () => comesBack(callOff, encodeDelfor));
  test('call-offs by the hour through DELJIT', () => comesBack(callOff, encodeDeljit));
  test('sequence call-offs through DELJIT', () => comesBack(sequence, encodeDeljitSequence));
  test('inventory reports through INVRPT', () => comesBack(inventory, encodeInvrpt));
  test('application advices through APERAK', () => comesBack(advice, encodeAperak));
  test('acknowledgements through CONTRL', () => comesBack(acknowledgement, encodeContrl));
  test('transport orders through IFTMIN', () => comesBack(transportOrder, encodeIftmin));
  test('transport statuses through IFTSTA', () => comesBack(transportStatus, encodeIftsta));
});
