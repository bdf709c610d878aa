import mqtt, { type MqttClient } from 'mqtt';
import type { House } from '../../../house.ts';
import { intakeOf } from '../intake.ts';
import { ALL_TELEMETRY, deviceOfTopic, problemTopic, readPayload } from './topic.ts';

const SUCCESS = 0;
const UNSPECIFIED_ERROR = 0x80;
const DEVICE_KEPT_MS = 10_000;

/**
 * Takes what devices publish to a broker that the operator runs, over MQTT 5. That broker signs the devices in and binds
 * each to its topic; here the topic says who speaks. A message is acknowledged when its readings are stored.
 * The servers of an installation share the messages among them (MQTT 5, section 4.8.2). While one is away, the broker
 * keeps its share for it by its name; under another name it would never get them.
 */
export async function subscribeToBroker(house: House, url: string): Promise<() => Promise<void>> {
  const devices = new Devices(house);
  const installation = asName(house.config.origin);
  const client = mqtt.connect(url, {
    protocolVersion: 5,
    clean: false,
    clientId: `intakt-${installation}-${asName(house.config.serverName)}`,
    properties: { sessionExpiryInterval: 3600, receiveMaximum: 2000 },
    customHandleAcks: (topic, bytes, _packet, done) =>
      void acknowledge({ house, client, devices }, { topic, bytes, done }),
  });
  client.on('error', (error) => house.log.warn(`MQTT broker: ${error.message}`));
  client.on('connect', () =>
    client.subscribe(
      `$share/intakt-${installation}/${ALL_TELEMETRY}`,
      { qos: 1 },
      (error) => error && house.log.error(error, 'The broker refuses the subscription.'),
    ),
  );
  return () => client.endAsync();
}

const asName = (text: string): string => text.replaceAll(/[^\w-]/g, '_');

interface Subscription {
  house: House;
  client: MqttClient;
  devices: Devices;
}

interface Message {
  topic: string;
  bytes: Buffer;
  done: (error: Error | number, code?: number) => void;
}

async function acknowledge(subscription: Subscription, { topic, bytes, done }: Message): Promise<void> {
  try {
    await take(subscription, topic, bytes);
  } catch (error) {
    subscription.house.log.error(error, 'Readings could not be stored; the broker sends them again.');
    done(error as Error, UNSPECIFIED_ERROR);
    return;
  }
  done(SUCCESS);
}

async function take({ house, client, devices }: Subscription, topic: string, bytes: Buffer): Promise<void> {
  const device = deviceOfTopic(topic);
  const organisation = device && (await devices.organisationOf(device));
  if (!device || !organisation) {
    house.log.warn({ topic }, 'A message of a device that is not registered was left out.');
    return;
  }
  const payload = readPayload(bytes);
  if (payload.ok) {
    await intakeOf(house).submit({ organisation, device, isDevice: true }, payload.readings);
    return;
  }
  const problem = { title: 'The message was not taken', detail: `It ${payload.problem}.`, value: payload.value };
  client.publish(problemTopic(device), JSON.stringify(problem));
}

/** Whose devices they are, kept for a few seconds. */
class Devices {
  readonly #house: House;
  readonly #kept = new Map<string, { organisation: string | undefined; until: number }>();

  constructor(house: House) {
    this.#house = house;
  }

  async organisationOf(device: string): Promise<string | undefined> {
    const known = this.#kept.get(device);
    if (known && known.until > performance.now()) return known.organisation;
    const [row] = await this.#house.db.system((tx) =>
      tx.query<{ organisation: string }>('select organisation from device where id = $1 and revoked_at is null', [
        device,
      ]),
    );
    this.#kept.set(device, { organisation: row?.organisation, until: performance.now() + DEVICE_KEPT_MS });
    return row?.organisation;
  }
}
