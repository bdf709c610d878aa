import type { MessageError } from '@intakt/contract';
import {
  acknowledgementOf,
  type Control,
  decode,
  type EdiInterchange,
  encode824,
  encode997,
  encode999,
  encodeAperak,
  encodeContrl,
  encodeTa1,
} from '@intakt/edi';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';
import { type Doors, openDoors, sendEdi } from '../testing.ts';
import { deliverDue } from './deliver.ts';
import { speakNext } from './speak.ts';

let doors: Doors;
let number = 0;
beforeAll(async () => {
  doors = await openDoors();
  await speakNext(doors.world.house);
});
afterAll(() => doors?.close());

const newest = async () => (await doors.ask('oem', { url: '/api/outgoing' })).body.messages[0];
const again = async (id: string) => (await doors.ask('oem', { url: `/api/outgoing/${id}` })).body;

/** A schedule of the oem's on its way to s1, as s1's system reads it. */
async function sendSchedule(format: 'edifact' | 'x12'): Promise<{ id: string; read: EdiInterchange }> {
  await doors.ask('oem', {
    method: 'PUT',
    url: '/api/partner-profiles/s1',
    payload: { format, channel: 'folder', sends: ['schedule'], acknowledges: true, test: false },
  });
  await record(doors.world, 'oem', say('schedule-released', schedule({ release: `R${++number}` })));
  await speakNext(doors.world.house);
  const { id } = await newest();
  const answer = decode((await doors.ask('oem', { url: `/api/outgoing/${id}/raw` })).bytes);
  if (!answer.ok) throw new Error('What we write is read');
  return { id, read: answer.interchanges[0]! };
}

/** The envelope of a reply: the other way round, under a number of its own. */
const back = ({ sender, receiver }: EdiInterchange): Control => ({
  sender: receiver,
  receiver: sender,
  reference: String(5000 + ++number),
  preparedAt: '2026-03-02T09:00:00.000Z',
});
const fault: MessageError = {
  ...{ position: { segment: 5, tag: 'LIN', element: 3, offset: 0 }, code: 'ELEMENT_MISSING', value: 'A-100' },
  ...{ expected: 'a part', message: 'No part.', severity: 'error' },
};
const faulty = (read: EdiInterchange): EdiInterchange => ({
  ...read,
  messages: read.messages.map((message) => ({ ...message, errors: [fault] })),
});
const contrl = (read: EdiInterchange, control: Control) => encodeContrl([acknowledgementOf(read)], control);

describe('a reply of a partner’s system', () => {
  test.each([
    ['CONTRL', 'edifact', contrl],
    ['997', 'x12', encode997],
    ['999', 'x12', encode999],
    ['TA1', 'x12', encodeTa1],
  ] as const)(
    'as %s acknowledges the message it names, and is neither booked nor answered',
    async (type, format, encode) => {
      const { id, read } = await sendSchedule(format);
      const { body } = await sendEdi(doors, 'oem', encode(read, back(read)));
      expect(body.messages).toMatchObject([{ state: 'matched', errors: [], events: [] }]);
      const { state, reply } = await again(id);
      expect([state, reply]).toEqual(['acknowledged', expect.objectContaining({ type, reasons: [] })]);
      expect(reply.inbox).toBe(body.messages[0].id);
      expect((await newest()).id).toBe(id);
      await deliverDue(doors.world.house);
      expect((await again(id)).state).toBe('acknowledged');
      const own = await doors.ask('oem', { url: `/api/inbox/${reply.inbox}/acknowledgement` });
      expect(own.status).toBe(404);
    },
  );

  test.each([
    ['CONTRL', 'edifact', contrl, { segment: 5, element: 3 }],
    ['997', 'x12', encode997, { segment: 5, tag: 'LIN', element: 3, value: 'A-100' }],
  ] as const)('as %s rejects it with the place and the reason', async (_, format, encode, place) => {
    const { id, read } = await sendSchedule(format);
    await sendEdi(doors, 'oem', encode(faulty(read), back(read)));
    const { state, reply } = await again(id);
    expect([state, reply.outcome]).toEqual(['rejected', 'rejected']);
    expect(reply.reasons).toContainEqual(
      expect.objectContaining({ ...place, message: read.messages[0]!.reference, code: expect.any(String) }),
    );
    await sendEdi(doors, 'oem', encode(read, back(read)));
    expect((await again(id)).state, 'a rejection stands').toBe('rejected');
    await doors.ask('oem', { method: 'POST', url: `/api/outgoing/${id}/retry` });
    const resent = await again(id);
    expect([resent.state, resent.reply]).toEqual(['waiting', undefined]);
    await sendEdi(doors, 'oem', encode(read, back(read)));
    expect((await again(id)).state, 'until it is sent again').toBe('acknowledged');
  });

  test.each([
    ['APERAK', 'edifact', encodeAperak],
    ['824', 'x12', encode824],
  ] as const)('as %s rejects what was readable and cannot be used', async (_, format, encode) => {
    const { id, read } = await sendSchedule(format);
    const [message] = read.messages;
    const subject = {
      interchange: read.controlReference,
      group: message!.group?.reference,
      message: message!.reference,
    };
    const errors = [{ code: '12', text: 'Part is not ours' }];
    const advice = {
      kind: 'application-advice',
      position: fault.position,
      adviceNumber: 'A1',
      outcome: 'rejected',
    } as const;
    const statement = { ...advice, from: read.receiver, to: read.sender, subject, errors };
    await sendEdi(doors, 'oem', encode([statement], back(read)));
    expect(await again(id)).toMatchObject({ state: 'rejected', reply: { reasons: errors } });
  });
});

describe('a reply that fits nothing', () => {
  let sent: { id: string; read: EdiInterchange };
  beforeEach(async () => {
    sent = await sendSchedule('x12');
  });
  const regroup = (read: EdiInterchange, change: object): EdiInterchange => ({
    ...read,
    messages: read.messages.map((message) => ({ ...message, group: { ...message.group!, ...change } })),
  });

  test.each([
    [
      'names a number that we never used',
      (read: EdiInterchange) => encode997(regroup(read, { reference: '77777' }), back(read)),
    ],
    [
      'is about another kind of message',
      (read: EdiInterchange) => encode997(regroup(read, { identifier: 'SH' }), back(read)),
    ],
    [
      'comes from another partner',
      (read: EdiInterchange) => encode997(read, { ...back(read), sender: { code: 's2', agency: 'ZZ' } }),
    ],
  ])('because it %s is kept and shown, and changes nothing', async (_, encode) => {
    const { body } = await sendEdi(doors, 'oem', encode(sent.read));
    expect(body.messages).toMatchObject([{ state: 'unmatched', events: [] }]);
    const shown = (await doors.ask('oem', { url: '/api/inbox?state=unmatched' })).body.messages;
    expect(shown.map((message: { id: string }) => message.id)).toContain(body.messages[0].id);
    expect((await newest()).id, 'nothing goes back').toBe(sent.id);
    expect(await again(sent.id)).toMatchObject({ state: 'waiting' });
  });

  test('handed in by another company is no word about our messages', async () => {
    await sendEdi(doors, 's1', encode997(sent.read, back(sent.read)));
    expect((await again(sent.id)).state).toBe('waiting');
  });
});
