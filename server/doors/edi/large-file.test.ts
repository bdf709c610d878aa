import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { decode, encodeDesadv } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { control, type Doors, despatchStatement, openDoors, sendEdi } from '../testing.ts';
import { largeFilesOf } from './large-files.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors({ INTAKT_BODY_LIMIT_MB: '1' });
  for (const owner of ['oem', 's1']) {
    const mapping = { owner, partner: '*', scheme: 'party', code: 'S1-CODE', means: 's1' } as const;
    await record(doors.world, owner, say('identifier-mapped', mapping));
  }
});
afterAll(() => doors.close());

/** More than a megabyte in three messages: most of it is labels. */
function large(reference: string, notes: string[], unit = 'H87'): Buffer {
  const units = Array.from({ length: 9000 }, (_, at) => ({
    unit: `JUN123456789${at}`,
    packaging: 'KLT',
    line: 1,
    quantity: 1,
  }));
  const statements = notes.map((despatchNote, at) =>
    despatchStatement({
      despatchNote,
      units,
      lines: [{ line: 1, part: { buyerNumber: 'A 100' }, quantity: 9000, unit: at === 1 ? unit : 'H87' }],
    }),
  );
  return Buffer.from(encodeDesadv(statements, control(reference)));
}

const messagesOf = async (file: string) => {
  const { body } = await doors.ask('oem', { url: '/api/inbox?limit=500' });
  const own = body.messages.filter((one: { file: string }) => one.file === file);
  return own.sort((a: { position: number }, b: { position: number }) => a.position - b.position);
};

/** Sent, and understood to its end. */
async function take(bytes: Buffer) {
  const answer = await sendEdi(doors, 'oem', bytes, 'large.edi');
  expect(answer.status).toBe(202);
  await largeFilesOf(doors.world.house).idle();
  return { ...answer.body, messages: await messagesOf(answer.body.file) };
}

describe('a file above the body limit', () => {
  const bytes = large('901', ['L1', 'L2', 'L3']);

  test('is kept as it came, booked message by message and acknowledged', async () => {
    expect(bytes.length).toBeGreaterThan(1024 * 1024);
    const { file, open, messages } = await take(bytes);
    expect(open).toBe(true);
    expect(messages.map(({ state, position }: { state: string; position: number }) => [position, state])).toEqual([
      [1, 'recorded'],
      [2, 'recorded'],
      [3, 'recorded'],
    ]);
    const raw = await doors.ask('oem', { url: `/api/inbox/${messages[0].id}/raw` });
    expect(hash('sha256', raw.bytes)).toBe(hash('sha256', bytes));
    const { body } = await doors.ask('oem', { url: '/api/outgoing?limit=500' });
    const answered = body.messages.find((one: { answers?: string }) => one.answers === `${file}#1`);
    const contrl = decode((await doors.ask('oem', { url: `/api/outgoing/${answered.id}/raw` })).bytes);
    const [statement] = contrl.ok ? contrl.interchanges[0]!.messages[0]!.statements : [];
    expect(statement).toMatchObject({ kind: 'acknowledgement', outcome: 'accepted', messages: [{}, {}, {}] });
    const [left] = await doors.world.db.system((tx) => tx.query(`select open from inbox_file where id = $1`, [file]));
    expect(left).toEqual({ open: false });
  });

  test('that comes again is a duplicate and leaves nothing behind', async () => {
    const parts = () =>
      doors.world.db.system((tx) => tx.query<{ n: number }>('select count(*)::int as n from inbox_file_part'));
    const before = await parts();
    const again = await sendEdi(doors, 'oem', bytes, 'large.edi');
    expect(again.body.duplicateOf).toBe(again.body.file);
    expect(await parts()).toEqual(before);
  });

  test('lies beside the database only as long as it is being read', () => {
    expect(readdirSync(path.join(doors.world.house.config.dataDir, 'edi-spool'))).toEqual([]);
  });

  test('with a mistake in one message is refused whole, and each good one says why', async () => {
    const broken = Buffer.from(
      large('902', ['M1', 'M2', 'M3']).toString('latin1').replace('BGM+351+M2', "BGM+351+M2'XYZ+1"),
      'latin1',
    );
    const { messages } = await take(broken);
    expect(messages.map(({ state }: { state: string }) => state)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(messages[0].errors.map(({ code }: { code: string }) => code)).toEqual(['INTERCHANGE_REJECTED']);
    expect(messages[1].errors[0]).toMatchObject({ code: 'SEGMENT_UNEXPECTED', position: { tag: 'XYZ' } });
  });

  test('whose second message cannot stand books the others, because each goes in for itself', async () => {
    const { messages } = await take(large('903', ['N1', 'N2', 'N3'], 'KGM'));
    expect(messages.map(({ state }: { state: string }) => state)).toEqual(['recorded', 'rejected', 'recorded']);
  });

  test('goes on where a stop has ended it', async () => {
    const { file, messages } = await take(large('904', ['O1', 'O2', 'O3']));
    await doors.world.db.system((tx) => tx.query('update inbox_file set open = true where id = $1', [file]));
    await doors.world.db.system((tx) => tx.query('delete from inbox_message where id = $1', [messages[2].id]));
    await largeFilesOf(doors.world.house).resume();
    await largeFilesOf(doors.world.house).idle();
    expect((await messagesOf(file)).map(({ position }: { position: number }) => position)).toEqual([1, 2, 3]);
  });

  test('that is no EDI file is kept, and says so', async () => {
    const { messages } = await take(Buffer.alloc(1_200_000, 'no message at all. '));
    expect(messages).toMatchObject([{ state: 'rejected', format: 'unreadable', errors: [{ code: 'UNREADABLE' }] }]);
  });

  test('is seen in parts by nobody whom it does not name', async () => {
    const seen = (org: string) =>
      doors.world.db.as({ kind: 'organisation', org }, (tx) => tx.query('select 1 from inbox_file_part limit 1'), {
        readOnly: true,
      });
    expect(await seen('s2')).toEqual([]);
    expect(await seen('s1')).toHaveLength(1);
  });
});
