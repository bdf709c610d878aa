import { createServer, type Server } from 'node:net';
import { Aedes, type AuthenticateError, type Client, type PublishPacket, type Subscription } from 'aedes';
import { principalOfToken } from '../../../access/authenticate.ts';
import type { House } from '../../../house.ts';
import { intakeOf } from '../intake.ts';
import { deviceOfTopic, problemTopic, readPayload, telemetryTopic } from './topic.ts';

/** Tokens by client: looked up at each message, so that a revoked device is heard no more within a second. */
const tokens = new WeakMap<Client, string>();
const NOT_AUTHORIZED = 5;
const MOST_PORTS = 50;

export interface EmbeddedBroker {
  url: string;
  stop: () => Promise<void>;
}

/**
 * An MQTT 3.1.1 broker for devices that publish and nothing else. A device signs in with its token as the password;
 * PUBACK (QoS 1) means that the readings are stored.
 */
export async function startEmbeddedBroker(
  house: House,
  { host, port }: { host: string; port: number },
): Promise<EmbeddedBroker> {
  const broker = await Aedes.createBroker({
    maxTopicLevels: 8,
    authenticate: (client, _name, password, done) => void answer(signIn(house, client, password), done),
    authorizePublish: (client, packet, done) =>
      void answer(client ? take(house, broker, client, packet) : undefined, done),
    authorizeSubscribe: (client, subscription, done) => void answer(mayRead(house, client, subscription), done),
  });
  broker.on('clientError', (client, error) =>
    house.log.info({ client: client.id, error: error.message }, 'A device was disconnected.'),
  );
  const server = createServer(broker.handle);
  const taken = await listenOnFreePort(server, { host, port });
  return {
    url: `mqtt://${host}:${taken}`,
    stop: async () => {
      await new Promise<void>((closed) => broker.close(closed));
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

/** Tells one of the broker's callbacks what a promise comes to. */
async function answer<T, E extends Error>(
  work: Promise<T> | T,
  done: (error: E | null, value: T) => void,
): Promise<void> {
  let value: T;
  try {
    value = await work;
  } catch (error) {
    done(error as E, undefined as T);
    return;
  }
  done(null, value);
}

async function signIn(house: House, client: Client, password: Readonly<Buffer | undefined>): Promise<boolean> {
  const token = password?.toString('utf8') ?? '';
  const who = await principalOfToken(house, token);
  if (who?.kind !== 'device') throw notAuthorized();
  tokens.set(client, token);
  return true;
}

/** A device reads what was wrong with its own messages, and nothing else. */
async function mayRead(house: House, client: Client, subscription: Subscription): Promise<Subscription | null> {
  const who = await deviceOf(house, client);
  return who && subscription.topic === problemTopic(who.device) ? subscription : null;
}

const notAuthorized = (): AuthenticateError =>
  Object.assign(new Error('The password is no token of a device'), { returnCode: NOT_AUTHORIZED });

async function deviceOf(house: House, client: Client): Promise<{ device: string; organisation: string } | undefined> {
  const who = await principalOfToken(house, tokens.get(client) ?? '');
  return who?.kind === 'device' ? who : undefined;
}

/** A throw closes the connection, which is all that MQTT 3.1.1 can answer to a message that may not be. */
async function take(house: House, broker: Aedes, client: Client, packet: PublishPacket): Promise<void> {
  const who = await deviceOf(house, client);
  if (!who) throw new Error('The device was revoked');
  const { device, organisation } = who;
  if (deviceOfTopic(packet.topic) !== device)
    throw new Error(`Device ${device} published to ${packet.topic}; it may publish to ${telemetryTopic(device)} only`);
  packet.retain = false;
  const payload = readPayload(Buffer.from(packet.payload));
  if (payload.ok) {
    await intakeOf(house).submit({ organisation, device, isDevice: true }, payload.readings);
    return;
  }
  const problem = { title: 'The message was not taken', detail: `It ${payload.problem}.`, value: payload.value };
  await new Promise<void>((sent) =>
    broker.publish(
      {
        cmd: 'publish',
        qos: 0,
        dup: false,
        retain: false,
        topic: problemTopic(device),
        payload: JSON.stringify(problem),
      },
      () => sent(),
    ),
  );
}

async function listenOnFreePort(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  for (let next = port; next < port + MOST_PORTS; next++) {
    const listening = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen(next, host, () => resolve(true));
    });
    if (listening) return (server.address() as { port: number }).port;
  }
  throw new Error(
    `Ports ${port} to ${port + MOST_PORTS - 1} are taken; set INTAKT_MQTT_PORT to a free one, or to off.`,
  );
}
