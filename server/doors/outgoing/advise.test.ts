import type { ApplicationAdviceStatement, DespatchStatement } from '@intakt/contract';
import { decode, encode856, encodeDesadv } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { control, type Doors, despatchStatement, openDoors, sendEdi } from '../testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  for (const owner of ['oem', 's1']) {
    const mapping = { owner, partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
    await record(doors.world, owner, say('identifier-mapped', mapping));
  }
});
afterAll(() => doors?.close());

const line = (change: object) => ({
  lines: [{ line: 1, part: { buyerNumber: 'A 100' }, quantity: 60, unit: 'H87', ...change }],
});
const UNKNOWN_PART = line({ part: { buyerNumber: 'X-9' } });
const FORMATS = [
  ['APERAK', encodeDesadv],
  ['824', encode856],
] as const;

async function send(reference: string, changes: Partial<DespatchStatement>[], encode = encodeDesadv as Encode) {
  const { body } = await sendEdi(doors, 'oem', encode(changes.map(despatchStatement), control(reference)));
  return body.messages as { id: string; state: string }[];
}
type Encode = typeof encodeDesadv;
const dismiss = (id: string, reason: string, who = 'oem') =>
  doors.ask(who, { method: 'POST', url: `/api/inbox/${id}/dismiss`, payload: { reason } });

/** What went back about a message, as its sender's system reads it. */
async function advicesOn(id: string, who = 'oem'): Promise<{ type: string; said: ApplicationAdviceStatement }[]> {
  const { messages } = (await doors.ask(who, { url: '/api/outgoing?limit=500' })).body;
  const own = messages.filter(({ answers }: { answers?: string }) => answers?.startsWith(`${id}!`));
  return Promise.all(
    own.map(async (message: { id: string; type: string; partner?: string }) => {
      expect(message.partner).toBe('s1');
      const answer = decode((await doors.ask(who, { url: `/api/outgoing/${message.id}/raw` })).bytes);
      if (!answer.ok) throw new Error('What we write is read');
      const [{ errors, messages: said }] = answer.interchanges as [(typeof answer.interchanges)[number]];
      expect([...errors, ...said.flatMap((one) => one.errors)]).toEqual([]);
      return { type: message.type, said: said[0]!.statements[0] };
    }),
  );
}
const textsOn = async (id: string): Promise<string[]> =>
  (await advicesOn(id)).flatMap(({ said }) => said.errors.map(({ text }) => text ?? ''));

describe.each(FORMATS)('%s goes back by itself', (type, encode) => {
  const number = (n: number) => `${type === '824' ? 1 : 2}0${n}`;

  test('when a message that waited for an unknown part is dismissed, with the reason', async () => {
    const [message] = await send(number(1), [{ despatchNote: `D${type}`, ...UNKNOWN_PART }], encode);
    expect([message!.state, await advicesOn(message!.id)]).toEqual(['waiting', []]);
    const reason =
      'We have not bought this part from you since the year 2019; please look at your master data, and call us.';
    await dismiss(message!.id, reason);
    const [advice, ...more] = await advicesOn(message!.id);
    expect(more).toEqual([]);
    expect(advice).toMatchObject({
      type,
      said: {
        outcome: 'rejected',
        from: { code: 'oem' },
        to: { code: 'S1-CODE' },
        subject: {
          number: `D${type}`,
          ...(type === '824' ? { type: '856', group: number(1) } : { type: 'DESADV', interchange: number(1) }),
        },
        errors: [{ text: reason }, { text: expect.stringContaining('part is not known') }],
      },
    });
    expect(JSON.stringify(advice!.said.errors[1])).toContain('X-9');
  });

  test.each([
    ['what it says cannot stand', line({ unit: 'KGM' }), 'kilogram'],
    ['the ledger refuses it', line({ quantity: 1e13 }), 'quantity'],
  ])('when %s', async (why, change, text) => {
    const [message] = await send(number(why.length), [{ despatchNote: `R${type}${why.length}`, ...change }], encode);
    expect(message!.state).toBe('rejected');
    expect((await textsOn(message!.id)).join()).toContain(text);
  });

  test('when its reference was used for other content, and not again when it is set aside', async () => {
    const despatchNote = `C${type}`;
    await send(number(5), [{ despatchNote }], encode);
    const [message] = await send(number(6), [{ despatchNote, ...line({ quantity: 70 }) }], encode);
    expect(message!.state).toBe('conflict');
    expect(await textsOn(message!.id)).toEqual([expect.stringContaining('used before')]);
    await dismiss(message!.id, 'The first one counts.');
    expect(await advicesOn(message!.id)).toHaveLength(1);
  });
});

test('a good message of a refused interchange is told so, because CONTRL has called it accepted', async () => {
  const [good, bad] = await send('41', [{ despatchNote: 'G1' }, { despatchNote: 'G2', ...line({ unit: 'KGM' }) }]);
  expect([good!.state, bad!.state]).toEqual(['rejected', 'rejected']);
  expect(await textsOn(good!.id)).toEqual([expect.stringContaining('is not')]);
  expect(await advicesOn(bad!.id)).toHaveLength(1);
});

test('nothing goes back about what was booked or could not be read, nor to whoever handed in its own message', async () => {
  const [booked] = await send('51', [{ despatchNote: 'B1' }]);
  expect([booked!.state, await advicesOn(booked!.id)]).toEqual(['recorded', []]);
  const broken = Buffer.from(encodeDesadv([despatchStatement({ despatchNote: 'B2' })], control('52')))
    .toString('latin1')
    .replace(/LIN\+1/, 'LUN+1');
  const { body } = await sendEdi(doors, 'oem', broken);
  expect([body.messages[0].state, await advicesOn(body.messages[0].id)]).toEqual(['rejected', []]);
  const own = await sendEdi(
    doors,
    's1',
    encodeDesadv([despatchStatement({ despatchNote: 'B3', ...line({ unit: 'KGM' }) })], control('53')),
  );
  const { id } = own.body.messages[0];
  expect((await dismiss(id, 'Ours', 's1')).body.state).toBe('dismissed');
  expect(await advicesOn(id, 's1')).toEqual([]);
});

test('a partner whose profile wants no acknowledgements gets no advice either', async () => {
  const payload = { format: 'edifact', channel: 'folder', sends: [], acknowledges: false, test: false };
  await doors.ask('oem', { method: 'PUT', url: '/api/partner-profiles/s1', payload });
  const [message] = await send('61', [{ despatchNote: 'P1', ...line({ unit: 'KGM' }) }]);
  expect([message!.state, await advicesOn(message!.id)]).toEqual(['rejected', []]);
});
