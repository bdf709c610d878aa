import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import type { EventCommand, EventData, EventType, Id } from '@intakt/contract';
import type { Database } from '@intakt/database';
import { newToken, tokenHash } from '@intakt/server/access/secrets.ts';
import { buildApp } from '@intakt/server/app.ts';
import { startEmbeddedBroker } from '@intakt/server/doors/telemetry/mqtt/embedded-broker.ts';
import type { Recorder } from '@intakt/server/record/recorder.ts';
import { Aedes } from 'aedes';
import { openBenchHouse } from './bench-house.ts';

/** Given as its one argument, in JSON. `alone`: the broker by itself, which lets everybody in and stores nothing. */
export interface TelemetryPlan {
  devices: number;
  alone: boolean;
  dataDir?: string;
}
export interface Tracker {
  device: Id;
  token: string;
  shipment: Id;
}
export interface TelemetryReady {
  mqtt: string;
  trackers: Tracker[];
  /** Absent with the broker alone. */
  feed?: { url: string; key: string };
  database?: string;
}

const CARRIER = 'carrier';
const SUPPLIER = 'supplier';
const CUSTOMER = 'customer';
const AT = '2026-03-02T00:00:00.000Z';
const START_PORT = 31_883;

const trackersOf = (count: number): Tracker[] =>
  Array.from({ length: count }, (_, i) => ({ device: `d-${i}`, token: newToken('device'), shipment: `shp-${i}` }));

async function serve({ devices, alone, dataDir }: TelemetryPlan): Promise<void> {
  const trackers = trackersOf(devices);
  const stop = alone ? await serveAlone(trackers) : await serveHouse(trackers, dataDir);
  process.once('message', async () => {
    await stop();
    process.disconnect?.();
  });
}

const tell = (ready: TelemetryReady): boolean | undefined => process.send?.(ready);

async function serveAlone(trackers: Tracker[]): Promise<() => Promise<void>> {
  const broker = await Aedes.createBroker();
  const server = createServer(broker.handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  tell({ mqtt: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`, trackers });
  return async () => {
    await new Promise<void>((closed) => broker.close(closed));
    server.close();
  };
}

async function serveHouse(trackers: Tracker[], dataDir: string | undefined): Promise<() => Promise<void>> {
  const { house, signing, db, close } = await openBenchHouse({ dataDir, maxConnections: 10 });
  await recordConsignments(house.recorder, trackers);
  await insertDevices(db, trackers);
  const key = await insertKey(db);
  const app = await buildApp(house, signing);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const broker = await startEmbeddedBroker(house, { host: '127.0.0.1', port: START_PORT });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  tell({ mqtt: broker.url, trackers, feed: { url, key }, database: db.description });
  return async () => {
    await broker.stop();
    await house.feed.stop();
    await app.close();
    await close();
  };
}

async function recordConsignments(recorder: Recorder, trackers: Tracker[]): Promise<void> {
  let said = 0;
  const say = async <T extends EventType>(organisation: Id, type: T, data: EventData<T>): Promise<void> => {
    const command = { type, source: 'bench', id: `${++said}`, occurredAt: AT, data } as EventCommand;
    const [result] = await recorder.record({ organisation }, [command]);
    if (!result!.ok) throw result!.refusal;
  };
  for (const [id, role] of [
    [CARRIER, 'carrier'],
    [SUPPLIER, 'supplier'],
    [CUSTOMER, 'oem'],
  ] as const)
    await say(id, 'organisation-registered', { organisation: id, name: id, roles: [role] });
  const site = (owner: Id, longitude: number) => ({
    site: `${owner}-site`,
    owner,
    name: owner,
    kind: 'plant' as const,
    timeZone: 'Europe/Berlin',
    position: { longitude, latitude: 50 },
  });
  await say(SUPPLIER, 'site-registered', site(SUPPLIER, 10));
  await say(CUSTOMER, 'site-registered', site(CUSTOMER, 11));
  const parties = {
    supplier: SUPPLIER,
    customer: CUSTOMER,
    carrier: CARRIER,
    from: 'supplier-site',
    to: 'customer-site',
  };
  for (const { shipment } of trackers)
    await say(SUPPLIER, 'consignment-handed-over', { shipment, ...parties, collectAt: AT, expectedAt: AT });
}

const insertDevices = (db: Database, trackers: Tracker[]): Promise<unknown> =>
  db.system((tx) =>
    tx.query(
      `insert into device (id, organisation, name, token_hash, created_at)
       select d.id, '${CARRIER}', d.id, d.hash, now() from unnest($1::text[], $2::text[]) as d (id, hash)`,
      [trackers.map(({ device }) => device), trackers.map(({ token }) => tokenHash(token))],
    ),
  );

/** The customer watches. */
async function insertKey(db: Database): Promise<string> {
  const token = newToken('apiKey');
  await db.system((tx) =>
    tx.query(
      `insert into api_key (id, organisation, name, token_hash, roles, created_at) values ($1, '${CUSTOMER}', 'bench', $2, '{planner}', now())`,
      [randomUUID(), tokenHash(token)],
    ),
  );
  return token;
}

// Whoever started this server has ended without saying stop.
process.once('disconnect', () => process.exit());

await serve(JSON.parse(process.argv[2]!));
