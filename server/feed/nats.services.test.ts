import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { migrate, openDatabase } from '@intakt/database';
import { emptyDatabase } from '@intakt/database/testing';
import { connect as connectNats } from '@nats-io/transport-node';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { type OpenHouse, openHouse } from '../open-house.ts';
import { expectOk, record } from '../record/testing.ts';
import { count, say, T0, TINY_WORLD } from '../record/tiny-world.ts';

const postgres = process.env.TEST_DATABASE_URL;
const nats = process.env.TEST_NATS_URL;

/** Stands between a server and NATS, so that a test can take NATS away and bring it back. */
class Wire {
  readonly #sockets = new Set<Socket>();
  #cut = false;
  #server: Server | undefined;

  async open(target: URL): Promise<string> {
    this.#server = createServer((near) => {
      if (this.#cut) return near.destroy();
      const far = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('error', () => to.destroy()).on('close', () => this.#sockets.delete(from));
        from.pipe(to);
      }
      return near;
    });
    await new Promise<void>((done) => this.#server!.listen(0, '127.0.0.1', done));
    return `nats://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server?.close();
  }
}

describe.skipIf(!postgres || !nats)('servers over NATS (needs TEST_DATABASE_URL and TEST_NATS_URL)', () => {
  const wire = new Wire();
  const origin = `test.example/${process.pid}`;
  let here: OpenHouse;
  let there: OpenHouse;
  let drop: () => Promise<void>;
  const seen: number[] = [];

  const open = async (url: string, natsUrl: string): Promise<OpenHouse> => {
    const db = await openDatabase({ url, maxConnections: 5 });
    const config = { ...readConfig({ INTAKT_DATA_DIR: '.data/test' }, []), natsUrl, origin };
    const opened = await openHouse(config, {
      db,
      log: pino({ level: 'silent' }),
      clock: createClock({ start: T0, wall: () => 0 }),
    });
    return { ...opened, close: () => opened.close().then(() => db.close()) };
  };

  beforeAll(async () => {
    const database = await emptyDatabase(postgres!);
    drop = database.drop;
    const first = await openDatabase({ url: database.url });
    await migrate(first);
    await first.close();
    here = await open(database.url, nats!);
    for (const [organisation, command] of TINY_WORLD)
      expectOk(await here.house.recorder.record({ organisation }, [command]));
    there = await open(database.url, await wire.open(new URL(nats!)));
    there.house.feed.subscribe({
      owner: { organisation: 'oem' },
      sites: [],
      send: ({ sequence }) => seen.push(sequence) > 0,
      nudge: () => {},
      end: () => {},
    });
  });
  afterAll(async () => {
    await here?.close();
    await there?.close();
    wire.close();
    await drop?.();
  });

  let counted = 0;
  const recordHere = async (): Promise<number> => {
    const [result] = await record(
      here,
      'oem',
      say('stock-counted', count({ owner: 'oem', site: 'plant', quantity: ++counted })),
    );
    return result!.sequence;
  };
  const arrives = (sequence: number, timeout: number) =>
    vi.waitFor(() => expect(seen.at(-1)).toBe(sequence), { timeout, interval: 5 });

  test('what one records, the other hands out', async () => {
    await arrives(await recordHere(), 5000);
    const sequence = await recordHere();
    await arrives(sequence, 5000);
    expect(seen).toEqual([sequence - 1, sequence]);
  });

  test('what was announced while NATS was away is handed out all the same, in order and once', async () => {
    wire.cut();
    await arrives(await recordHere(), 5000);
    wire.mend();
    for (let n = 0; n < 3; n++) await arrives(await recordHere(), 5000);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('a notice of what the ledger does not hold moves nobody', async () => {
    const stranger = await connectNats({ servers: nats! });
    stranger.publish(`intakt.ledger.${origin.replaceAll(/[^\w-]/g, '_')}`, '999999');
    await stranger.flush();
    await stranger.close();
    const sequence = await recordHere();
    await arrives(sequence, 5000);
    expect(there.house.feed.position).toBe(sequence);
  });
});
