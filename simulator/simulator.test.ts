import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EVENT_TYPES, type EventCommand, eventDefinition } from '@intakt/contract';
import { decode } from '@intakt/edi';
import { readCapture } from '@intakt/epcis';
import { dayNumber } from '@intakt/material-flow';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportedPosition } from './deeds.ts';
import { DAY_MS, HOUR_MS } from './delivery-plan.ts';
import { demonstrationNetwork } from './network.ts';
import { openingCommands } from './opening-commands.ts';
import { startSimulator } from './simulator.ts';

const network = demonstrationNetwork(1);
const openedOn = '2026-11-24';
const opened = dayNumber(openedOn) * DAY_MS;
const keys = Object.fromEntries(
  network.organisations.map(({ organisation }) => [organisation, `key of ${organisation}`]),
);

interface Call {
  path: string;
  organisation: string;
  type: string;
  fileName: string;
  body: Buffer;
}

/** A server that answers as the house would, and keeps what it was sent. */
class Listener {
  readonly calls: Call[] = [];
  /** Answers for the next calls; after that 200. */
  statuses: number[] = [];
  /** What the ledger tells about the time before. */
  known: object[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const body = await bytesOf(request);
      if (request.method === 'GET') return void response.end(JSON.stringify({ events: this.known }));
      const status = this.statuses.shift() ?? 200;
      if (status === 200) this.calls.push(callOf(request, body));
      response.writeHead(status, { 'retry-after': '0' }).end(JSON.stringify({ results: [] }));
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function callOf({ url, headers }: IncomingMessage, body: Buffer): Call {
  return {
    path: url!,
    organisation: headers.authorization!.replace('Bearer key of ', ''),
    type: headers['content-type']!,
    fileName: String(headers['x-file-name'] ?? ''),
    body,
  };
}

/** Lets the network live from the opening for some hours, and stops it as soon as it has caught up. */
async function liveFor(hours: number, prepare: (listener: Listener) => void = () => {}) {
  const listener = new Listener();
  prepare(listener);
  const baseUrl = await listener.open();
  const stop = new AbortController();
  const lines: string[] = [];
  let asked = 0;
  // The clock is asked once at the start and once per tick: at the second tick everything is done.
  const now = () => {
    if (++asked > 2) stop.abort();
    return opened + hours * HOUR_MS;
  };
  const log = (text: string) => lines.push(text);
  await startSimulator({
    baseUrl,
    keys,
    network,
    openedOn,
    now,
    speed: 1,
    tickSeconds: 0.01,
    signal: stop.signal,
    log,
  });
  listener.close();
  return { calls: listener.calls, lines };
}

const eventsOf = (calls: Call[]): { organisation: string; event: EventCommand }[] =>
  calls
    .filter(({ path }) => path === '/api/events')
    .flatMap(({ organisation, body }) =>
      (JSON.parse(body.toString()).events as EventCommand[]).map((event) => ({ organisation, event })),
    );

describe('a day of the network', () => {
  let calls: Call[] = [];
  let events: ReturnType<typeof eventsOf> = [];
  beforeAll(async () => {
    ({ calls } = await liveFor(31));
    events = eventsOf(calls);
  });

  test('uses every door', () => {
    expect([...new Set(calls.map(({ path }) => path))].sort()).toEqual([
      '/api/edi',
      '/api/events',
      '/api/positions',
      '/epcis/capture',
    ]);
  });

  test('says only what the contract knows, each organisation for itself', () => {
    const checks = new Map(EVENT_TYPES.map((type) => [type, Compile(eventDefinition(type).data)]));
    for (const { organisation, event } of events) {
      expect(checks.get(event.type)!.Check(event.data), JSON.stringify(event)).toBe(true);
      expect(eventDefinition(event.type).speaker(event.data)).toBe(organisation);
    }
  });

  test('says nothing twice, and nothing before its time', () => {
    const ids = events.map(({ organisation, event }) => `${organisation} ${event.source} ${event.id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const times = events.map(({ event }) => Date.parse(event.occurredAt));
    expect(Math.min(...times)).toBeGreaterThan(opened - DAY_MS);
    expect(Math.max(...times)).toBeLessThanOrEqual(opened + 31 * HOUR_MS);
  });

  test('stays modest: fewer than five events and one call a second', () => {
    expect(events.length).toBeLessThan(5 * 31 * 3600);
    expect(calls.length).toBeLessThan(31 * 3600);
    expect(events.length).toBeGreaterThan(3000);
  });

  test('writes EDI files that read without an error and name both numbers of each part', () => {
    const files = calls.filter(({ path }) => path === '/api/edi');
    expect(new Set(files.map(({ fileName }) => fileName.slice(0, 3)))).toEqual(new Set(['DES', 'DEL', '856', '830']));
    for (const { body, fileName } of files) {
      const answer = decode(body);
      if (!answer.ok) throw new Error(`${fileName}: ${JSON.stringify(answer.errors)}`);
      const [interchange] = answer.interchanges;
      expect([...interchange!.errors, ...interchange!.messages.flatMap(({ errors }) => errors)], fileName).toEqual([]);
      for (const statement of interchange!.messages.flatMap(({ statements }) => statements)) {
        if (statement.kind !== 'schedule' && statement.kind !== 'despatch') throw new Error(statement.kind);
        const named = statement.kind === 'despatch' ? statement.lines.map(({ part }) => part) : [statement.part];
        expect(
          named.every(({ buyerNumber, supplierNumber }) => buyerNumber && supplierNumber),
          fileName,
        ).toBe(true);
      }
    }
  });

  test('reads labels at the gate that a capture interface understands', () => {
    const captures = calls.filter(({ path }) => path === '/epcis/capture');
    for (const { body } of captures) {
      const { errors, accepted } = readCapture(JSON.parse(body.toString()));
      expect(errors).toEqual([]);
      expect(accepted).toBe(true);
    }
    expect(captures.length).toBeGreaterThan(0);
  });

  test('receives only what was despatched before', () => {
    const despatched = new Set(shipmentsOf(openingCommands(network, openedOn).flatMap(({ commands }) => commands)));
    for (const call of calls) {
      if (call.path === '/api/edi') for (const note of notesOf(call.body)) despatched.add(note);
      if (call.path !== '/api/events') continue;
      const said = eventsOf([call]).map(({ event }) => event);
      for (const note of shipmentsOf(said)) despatched.add(note);
      for (const { type, data } of said) {
        if (type === 'goods-received') expect(despatched).toContain((data as { despatchNote: string }).despatchNote);
      }
    }
  });

  test('reports each truck in the order of time, and never twice from one place', () => {
    const tracks = new Map<string, ReportedPosition[]>();
    for (const { path, body } of calls) {
      if (path !== '/api/positions') continue;
      for (const position of JSON.parse(body.toString()).positions as ReportedPosition[]) {
        tracks.set(position.shipment, [...(tracks.get(position.shipment) ?? []), position]);
      }
    }
    expect(tracks.size).toBeGreaterThan(30);
    for (const track of tracks.values()) {
      expect(track.map(({ at }) => at)).toEqual(track.map(({ at }) => at).toSorted());
      expect(new Set(track.map(({ longitude, latitude }) => `${longitude} ${latitude}`)).size).toBe(track.length);
    }
  });

  test('never uses up more than there is', () => {
    const stock = new Map<string, number>();
    const move = (part: string, quantity: number) => stock.set(part, (stock.get(part) ?? 0) + quantity);
    const { organisation: plant } = network.plant;
    for (const { data, type } of openingCommands(network, openedOn).flatMap(({ commands }) => commands)) {
      const count = data as { owner: string; part: string; quantity: number; status: string };
      if (type === 'stock-counted' && count.owner === plant && count.status === 'available')
        move(count.part, count.quantity);
    }
    const inTime = events.map(({ event }) => event).sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
    for (const { type, data } of inTime) {
      const said = data as { owner?: string; customer?: string; part: string; quantity: number; cause?: string };
      const lines = (data as { lines?: { part: string; quantity: number }[] }).lines ?? [];
      if (type === 'goods-received' && said.customer === plant)
        for (const line of lines) move(line.part, line.quantity);
      if (type !== 'stock-moved' || said.owner !== plant || said.cause !== 'consumed') continue;
      move(said.part, said.quantity);
      expect(stock.get(said.part), said.part).toBeGreaterThanOrEqual(0);
    }
  });

  test('is the same when it is lived again', async () => {
    const again = await liveFor(31);
    expect(again.calls.map(({ body }) => body.toString('latin1'))).toEqual(
      calls.map(({ body }) => body.toString('latin1')),
    );
  });
});

function shipmentsOf(commands: EventCommand[]): string[] {
  return commands
    .filter(({ type }) => type === 'shipment-despatched')
    .map(({ data }) => (data as { despatchNote: string }).despatchNote);
}

function notesOf(body: Buffer): string[] {
  const answer = decode(body);
  const messages = answer.ok ? answer.interchanges.flatMap((interchange) => interchange.messages) : [];
  return messages.flatMap(({ statements }) =>
    statements.flatMap((statement) => (statement.kind === 'despatch' ? [statement.despatchNote] : [])),
  );
}

describe('when the server', () => {
  test('is busy or fails, it waits and says it again', async () => {
    const calm = await liveFor(6);
    const busy = await liveFor(6, (listener) => {
      listener.statuses = [429, 503, 429];
    });
    expect(busy.calls.map(({ body }) => body.toString('latin1'))).toEqual(
      calm.calls.map(({ body }) => body.toString('latin1')),
    );
  });

  test('does not accept a key, it stops and says so', async () => {
    const { calls, lines } = await liveFor(6, (listener) => {
      listener.statuses = [200, 401];
    });
    expect(calls).toHaveLength(1);
    expect(lines.at(-1)).toMatch(/401.*Start the demonstration again/);
  });

  test('refuses one thing, it logs that and goes on', async () => {
    const { calls, lines } = await liveFor(6, (listener) => {
      listener.statuses = [422];
    });
    expect(calls.length).toBeGreaterThan(5);
    expect(lines.some((line) => line.includes('answered 422'))).toBe(true);
  });

  test('knows what was booked before, it goes on from there', async () => {
    const last = new Date(opened + 10 * HOUR_MS).toISOString();
    const { calls } = await liveFor(12, (listener) => {
      listener.known = [{ recordedBy: network.plant.organisation, source: 'shop-floor', occurredAt: last }];
    });
    const times = eventsOf(calls).map(({ event }) => event.occurredAt);
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((time) => time <= last)).toEqual([]);
  });
});

describe('when it is told to stop', () => {
  const listener = new Listener();
  afterAll(() => listener.close());

  test('it ends at once, also in the middle of a pause', async () => {
    const baseUrl = await listener.open();
    const stop = new AbortController();
    const options = {
      baseUrl,
      keys,
      network,
      openedOn,
      speed: 1,
      tickSeconds: 3600,
      signal: stop.signal,
      log: () => {},
    };
    const living = startSimulator({ ...options, now: () => opened + 60_000 });
    setTimeout(() => stop.abort(), 150);
    const began = Date.now();
    await living;
    expect(Date.now() - began).toBeLessThan(3000);
  });
});
