import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../../record/testing.ts';
import { despatch, say } from '../../../record/tiny-world.ts';
import { type Doors, openDoors } from '../../testing.ts';
import { type EmbeddedBroker, startEmbeddedBroker } from './embedded-broker.ts';

let doors: Doors;
let broker: EmbeddedBroker;
let device: { id: string; token: string };
const clients: MqttClient[] = [];

beforeAll(async () => {
  doors = await openDoors();
  const { shipment, supplier, customer, from, to, despatchedAt, expectedAt } = despatch();
  const consignment = { shipment, supplier, customer, carrier: 'c1', from, to, collectAt: despatchedAt, expectedAt };
  await record(doors.world, 's1', say('shipment-despatched', despatch()), say('consignment-handed-over', consignment));
  device = (await doors.ask('c1', { method: 'POST', url: '/api/devices', payload: { name: 'truck' } })).body;
  broker = await startEmbeddedBroker(doors.world.house, { host: '127.0.0.1', port: 21_883 });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.endAsync(true);
});
afterAll(async () => {
  await broker.stop();
  await doors.close();
});

async function connect(password: string): Promise<MqttClient> {
  const client = await mqtt.connectAsync(
    broker.url,
    { username: 'any', password, reconnectPeriod: 0, protocolVersion: 4 },
    false,
  );
  clients.push(client);
  return client;
}
const telemetry = (id = device.id) => `intakt/v1/${id}/telemetry`;
const problems = (id = device.id) => `intakt/v1/${id}/problems`;
const reading = (minute: number) =>
  JSON.stringify({ shipment: 'shp-1', longitude: 12, latitude: 51, at: `2026-03-02T05:${minute}:00.000Z` });
const stored = async () =>
  (await doors.world.db.system((tx) =>
    tx.query('select owner, device from telemetry_position order by at'),
  )) as object[];

describe('a device at the embedded broker', () => {
  test('is let in by its token only', async () => {
    await expect(connect('id_wrong')).rejects.toThrow(/authorized/i);
    await expect(connect('')).rejects.toThrow(/authorized/i);
  });

  test('has its readings stored when they are acknowledged', async () => {
    const client = await connect(device.token);
    await client.publishAsync(telemetry(), reading(10), { qos: 1 });
    expect(await stored()).toEqual([{ owner: 'c1', device: device.id }]);
  });

  test('speaks for itself only', async () => {
    const client = await connect(device.token);
    const closed = new Promise<string>((resolve) => client.once('close', () => resolve('closed')));
    client.publish(telemetry('another'), reading(11), { qos: 1 }, () => {});
    expect(await closed).toBe('closed');
    expect(await stored()).toHaveLength(1);
  });

  test('reads what was wrong with its own messages, and no one else’s', async () => {
    const client = await connect(device.token);
    await expect(client.subscribeAsync('#')).rejects.toThrow(/subscribe/i);
    await client.subscribeAsync(problems());
    const heard = new Promise<string>((resolve) =>
      client.once('message', (_topic, bytes) => resolve(bytes.toString())),
    );
    await client.publishAsync(telemetry(), '{"at":"yesterday"}', { qos: 1 });
    expect(JSON.parse(await heard)).toMatchObject({ title: 'The message was not taken', value: { at: 'yesterday' } });
  });

  test('may leave the shipment to its assignment', async () => {
    const assigned = await doors.ask('c1', {
      method: 'PUT',
      url: `/api/devices/${device.id}/shipment`,
      payload: { shipment: 'shp-1' },
    });
    expect(assigned.status).toBe(200);
    const client = await connect(device.token);
    await client.publishAsync(
      telemetry(),
      JSON.stringify({ longitude: 12, latitude: 51, at: '2026-03-02T05:30:00.000Z' }),
      { qos: 1 },
    );
    const rows = await doors.world.db.system((tx) =>
      tx.query('select shipment, mark from telemetry_position order by at desc limit 1'),
    );
    expect(rows).toEqual([{ shipment: 'shp-1', mark: null }]);
  });

  test('is heard no more once it was revoked', async () => {
    const client = await connect(device.token);
    await doors.ask('c1', { method: 'DELETE', url: `/api/devices/${device.id}` });
    const closed = new Promise<string>((resolve) => client.once('close', () => resolve('closed')));
    client.publish(telemetry(), reading(40), { qos: 1 }, () => {});
    expect(await closed).toBe('closed');
  });
});
