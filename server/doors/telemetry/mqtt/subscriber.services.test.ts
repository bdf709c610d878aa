import { randomUUID } from 'node:crypto';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { record } from '../../../record/testing.ts';
import { despatch, say } from '../../../record/tiny-world.ts';
import { type Doors, openDoors } from '../../testing.ts';
import { subscribeToBroker } from './subscriber.ts';

const url = process.env.TEST_MQTT_URL;

describe.skipIf(!url)('a broker of the operator’s (needs TEST_MQTT_URL)', () => {
  let doors: Doors;
  let stop: () => Promise<void>;
  let device: { id: string };
  beforeAll(async () => {
    const name = randomUUID();
    doors = await openDoors({ INTAKT_LOG_ORIGIN: name, INTAKT_SERVER_NAME: name });
    const { shipment, supplier, customer, from, to, despatchedAt, expectedAt } = despatch();
    const consignment = { shipment, supplier, customer, carrier: 'c1', from, to, collectAt: despatchedAt, expectedAt };
    await record(
      doors.world,
      's1',
      say('shipment-despatched', despatch()),
      say('consignment-handed-over', consignment),
    );
    device = (await doors.ask('c1', { method: 'POST', url: '/api/devices', payload: { name: 'truck' } })).body;
    stop = await subscribeToBroker(doors.world.house, url!);
  });
  afterAll(async () => {
    await stop?.();
    await doors?.close();
  });

  test('hands on what a registered device publishes over MQTT 5, and nothing of others', async () => {
    const client = await mqtt.connectAsync(url!, { protocolVersion: 5 });
    const problems = new Promise<string>((resolve) =>
      client.once('message', (_topic, bytes) => resolve(bytes.toString())),
    );
    await client.subscribeAsync(`intakt/v1/${device.id}/problems`);
    const publish = (id: string, payload: object) =>
      client.publishAsync(`intakt/v1/${id}/telemetry`, JSON.stringify(payload), { qos: 1 });
    const reading = { shipment: 'shp-1', longitude: 12, latitude: 51, at: '2026-03-02T05:30:00.000Z' };
    await publish('stranger', reading);
    await vi.waitFor(
      async () => {
        await publish(device.id, reading);
        const rows = await doors.world.db.system((tx) => tx.query('select owner, device from telemetry_position'));
        expect(rows).toEqual([{ owner: 'c1', device: device.id }]);
      },
      { timeout: 10_000, interval: 200 },
    );
    await publish(device.id, { at: 'never' });
    expect(JSON.parse(await problems)).toMatchObject({ title: 'The message was not taken', value: { at: 'never' } });
    await client.endAsync();
  });

  test('gets what was published while the server was away', async () => {
    const stored = () => doors.world.db.system((tx) => tx.query('select at from telemetry_position order by at'));
    const before = (await stored()).length;
    await stop();
    const client = await mqtt.connectAsync(url!, { protocolVersion: 5 });
    for (const minute of [40, 41, 42, 43]) {
      const reading = { shipment: 'shp-1', longitude: 12, latitude: 51, at: `2026-03-02T05:${minute}:00.000Z` };
      await client.publishAsync(`intakt/v1/${device.id}/telemetry`, JSON.stringify(reading), { qos: 1 });
    }
    await client.endAsync();
    stop = await subscribeToBroker(doors.world.house, url!);
    await vi.waitFor(async () => expect((await stored()).length).toBe(before + 4), { timeout: 10_000, interval: 100 });
  });
});
