import type { ScheduleStatement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode, encode830, encodeDelfor, withDelimiters } from './index.ts';

const schedule = (description: string): ScheduleStatement => ({
  kind: 'schedule',
  position: { segment: 1, tag: 'UNH', offset: 0 },
  documentNumber: 'D1',
  scheduleKind: 'delivery-forecast',
  function: 'original',
  customer: { code: 'C', agency: '92' },
  supplier: { code: 'S', agency: '92' },
  shipTo: { code: 'P', agency: '92' },
  part: { buyerNumber: 'A-1', description },
  release: 'R1',
  releasedOn: '2026-03-02',
  unit: 'H87',
  quantities: [{ from: '2026-03-04', quantity: 50, horizon: 'firm' }],
});
const control = {
  sender: { code: 'C', agency: 'ZZ' },
  receiver: { code: 'S', agency: 'ZZ' },
  reference: '7',
  preparedAt: '2026-03-02T07:30:00.000Z',
};
const statementsOf = (bytes: Uint8Array) => {
  const answer = decode(bytes);
  if (!answer.ok) throw new Error(answer.errors[0]!.message);
  const { messages, errors } = answer.interchanges[0]!;
  expect([...errors, ...messages.flatMap((message) => message.errors)]).toEqual([]);
  return messages.flatMap((message) => message.statements).map(({ position: _, ...said }) => said);
};

describe('an interchange in a partner’s own delimiters', () => {
  test.each([
    ['plain text', 'Bracket'],
    ['text that holds the old signs', "Bracket + 2:1 'left'?"],
    ['text that holds the new signs', 'Bracket * 2|1 ~left~ \\'],
  ])('says the same in EDIFACT, also with %s', (_, description) => {
    const plain = encodeDelfor([schedule(description)], control);
    const own = withDelimiters(plain, { element: '*', component: '|', terminator: '~', release: '\\' });
    expect(Buffer.from(own).toString('latin1')).toMatch(/^UNA\|\*\.\\ ~UNB\*UNOC\|3\*/);
    expect(statementsOf(own)).toEqual(statementsOf(plain));
  });

  test('says the same in X12', () => {
    const plain = encode830([schedule('Bracket')], control);
    const own = withDelimiters(plain, { element: '|', component: '<', terminator: '!' });
    expect(Buffer.from(own).toString('latin1').slice(0, 4)).toBe('ISA|');
    expect(statementsOf(own)).toEqual(statementsOf(plain));
  });

  test('stays as it is in X12 where the text holds one of the signs, which nothing could release', () => {
    const plain = encode830([schedule('Bracket | left')], control);
    expect(withDelimiters(plain, { element: '|', component: '<', terminator: '!' })).toBe(plain);
  });
});
