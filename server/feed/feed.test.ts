import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@intakt/database';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemoAccounts } from '../access/index.ts';
import { buildApp } from '../app.ts';
import { createClock } from '../clock.ts';
import { openHouse } from '../open-house.ts';
import { expectOk, testHouse } from '../record/testing.ts';
import { count, say, T0 } from '../record/tiny-world.ts';

let world: Awaited<ReturnType<typeof testHouse>>;
let keys: Record<string, string>;
let url: string;
let app: FastifyInstance;

async function serve(open: Pick<typeof world, 'house' | 'signing'>): Promise<{ app: FastifyInstance; url: string }> {
  const app = await buildApp(open.house, open.signing);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` };
}

beforeAll(async () => {
  world = await testHouse();
  keys = (await seedDemoAccounts(world.house, [], ['oem', 's1', 's2'])).apiKeys;
  ({ app, url } = await serve(world));
});
afterAll(async () => {
  await app.close();
  await world.close();
});

interface Reader {
  sequences: number[];
  frames: string[];
  ended: Promise<void>;
  until: (condition: () => boolean) => Promise<void>;
  close: () => void;
}

/** A feed over real HTTP, as a browser's EventSource reads it. */
function openFeed(base: string, key: string, lastEventId?: number): Promise<Reader> {
  const reader: Partial<Reader> & { sequences: number[]; frames: string[] } = { sequences: [], frames: [] };
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { authorization: `Bearer ${key}` };
    if (lastEventId !== undefined) headers['last-event-id'] = String(lastEventId);
    const call = request(`${base}/api/feed`, { headers }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const frames = (rest + text).split('\n\n');
        rest = frames.pop()!;
        for (const frame of frames) {
          reader.frames.push(frame);
          const id = /^id: (\d+)\nevent: event$/m.exec(frame);
          if (id) reader.sequences.push(Number(id[1]));
        }
      });
      reader.ended = new Promise((done) => response.once('close', () => done()));
      reader.close = () => call.destroy();
      reader.until = async (condition) => {
        for (let tries = 0; tries < 400 && !condition(); tries++) await new Promise((next) => setTimeout(next, 25));
        expect(condition(), 'waited ten seconds for the feed').toBe(true);
      };
      resolve(reader as Reader);
    });
    call.on('error', (error) => (reader.close ? undefined : reject(error)));
    call.end();
  });
}

let counted = 0;
const recordCount = async (house = world.house, owner = 'oem'): Promise<number> => {
  const data = count({ owner, site: owner === 'oem' ? 'plant' : `${owner}-works`, quantity: ++counted });
  const [result] = expectOk(await house.recorder.record({ organisation: owner }, [say('stock-counted', data)]));
  return result!.sequence;
};

describe('the live feed', () => {
  test('brings what its organisation is entitled to, and nothing else', async () => {
    const oem = await openFeed(url, keys.oem!);
    const s2 = await openFeed(url, keys.s2!);
    const mine = await recordCount();
    const theirs = await recordCount(world.house, 's2');
    await oem.until(() => oem.sequences.includes(mine));
    await s2.until(() => s2.sequences.includes(theirs));
    expect(oem.sequences).toEqual([mine]);
    expect(s2.sequences).toEqual([theirs]);
    oem.close();
    s2.close();
  });

  test('resumes after the last event that its reader had: nothing missed, nothing twice', async () => {
    const first = await openFeed(url, keys.oem!);
    const before = [await recordCount(), await recordCount()];
    await first.until(() => first.sequences.length === 2);
    first.close();
    const meanwhile = [await recordCount(), await recordCount(), await recordCount()];
    const again = await openFeed(url, keys.oem!, before[1]);
    const after = await recordCount();
    await again.until(() => again.sequences.includes(after));
    expect(again.sequences).toEqual([...meanwhile, after]);
    again.close();
  });

  test('loses and repeats nothing while events pour in during its resumption', async () => {
    const start = await recordCount();
    const pouring = Promise.all(Array.from({ length: 60 }, () => recordCount()));
    const reader = await openFeed(url, keys.oem!, start);
    const sequences = (await pouring).sort((a, b) => a - b);
    await reader.until(() => reader.sequences.length >= sequences.length);
    expect(reader.sequences).toEqual(sequences);
    reader.close();
  });

  test('tells open screens that a message waits in their inbox, and nobody else', async () => {
    const oem = await openFeed(url, keys.oem!);
    const s2 = await openFeed(url, keys.s2!);
    await app.inject({
      method: 'POST',
      url: '/api/edi',
      headers: { authorization: `Bearer ${keys.oem}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from('no interchange at all'),
    });
    const told = (reader: Reader) => reader.frames.some((frame) => frame === 'event: changed\ndata: {"topic":"inbox"}');
    await oem.until(() => told(oem));
    expect(told(s2)).toBe(false);
    oem.close();
    s2.close();
  });

  test('ends within a second when its key is revoked or a sharing agreement is', async () => {
    const reader = await openFeed(url, keys.s2!);
    world.house.feed.close({ organisation: 's2' });
    await expect(
      Promise.race([reader.ended.then(() => 'ended'), new Promise((late) => setTimeout(() => late('late'), 1000))]),
    ).resolves.toBe('ended');
    const oem = await openFeed(url, keys.oem!);
    const step = { agreement: 'agr-feed', proposer: 'oem', counterparty: 's2' };
    const terms = [{ giver: 's2', kind: 'stock' as const, depth: 'exact' as const }];
    await world.house.recorder.record({ organisation: 'oem' }, [
      say('agreement-proposed', { ...step, title: 'Stock', terms, coversFrom: '2026-01-01' }),
    ]);
    await world.house.recorder.record({ organisation: 's2' }, [say('agreement-accepted', { ...step, by: 's2' })]);
    const shared = await recordCount(world.house, 's2');
    await oem.until(() => oem.sequences.includes(shared));
    expect(oem.frames.some((frame) => frame.includes('event: sharing-changed'))).toBe(true);
    await world.house.recorder.record({ organisation: 's2' }, [say('agreement-revoked', { ...step, by: 's2' })]);
    await expect(
      Promise.race([oem.ended.then(() => 'ended'), new Promise((late) => setTimeout(() => late('late'), 1000))]),
    ).resolves.toBe('ended');
    const resumed = await openFeed(url, keys.oem!, shared);
    const hidden = await recordCount(world.house, 's2');
    const seen = await recordCount();
    await resumed.until(() => resumed.sequences.includes(seen));
    expect(resumed.sequences).not.toContain(hidden);
    resumed.close();
  });
});

describe('two servers on one database', () => {
  const second = async () => {
    const db = process.env.TEST_DATABASE_URL ? await openDatabase({ url: await urlOf(), maxConnections: 5 }) : world.db;
    const open = await openHouse(world.house.config, {
      db,
      log: pino({ level: 'fatal' }),
      clock: createClock({ start: T0, wall: () => 0 }),
    });
    const served = await serve(open);
    return { open, ...served, db };
  };
  const urlOf = async (): Promise<string> => {
    const [row] = await world.db.system((tx) => tx.query<{ name: string }>('select current_database() as name'));
    const target = new URL(process.env.TEST_DATABASE_URL!);
    target.pathname = `/${row!.name}`;
    return target.href;
  };

  test('a reader of one sees at once what was recorded at the other, and may go on reading there after a restart', async () => {
    const other = await second();
    const reader = await openFeed(other.url, keys.oem!);
    const here = await recordCount();
    const there = await recordCount(other.open.house);
    await reader.until(() => reader.sequences.length === 2);
    expect(reader.sequences).toEqual([here, there]);
    await other.open.house.feed.stop();
    await other.app.close();
    await reader.ended;
    const whileDown = await recordCount();
    const again = await openFeed(url, keys.oem!, there);
    await again.until(() => again.sequences.length === 1);
    expect(again.sequences).toEqual([whileDown]);
    again.close();
    await other.open.close();
    if (other.db !== world.db) await other.db.close();
  });
});
