import { setTimeout as wait } from 'node:timers/promises';
import type { EventCommand } from '@intakt/contract';
import {
  demonstrationNetwork,
  networkCommands,
  openingCommands,
  type SpokenCommands,
  startSimulator,
} from '@intakt/simulator';
import { type DemoPerson, seedDemoAccounts } from './access/index.ts';
import type { House } from './house.ts';

const SEED = 1;
const BATCH = 500;
const OPENED = { owner: 'intakt', key: 'demonstration.openedOn' };
/** The accounts worth printing; the sign-in page lists them all. */
const PRINTED = 6;

/**
 * The demonstration network: accounts, master data and a living simulation. Everything but the accounts comes in
 * through the public doors, by HTTP and with each partner's own key.
 */
export async function startDemonstration(
  house: House,
  url: string,
  say: (text: string) => void,
): Promise<() => Promise<void>> {
  const network = demonstrationNetwork(SEED);
  const people: DemoPerson[] = network.people.map(({ person, ...rest }) => ({ id: person, ...rest }));
  const { apiKeys, password } = await seedDemoAccounts(
    house,
    people,
    network.organisations.map((o) => o.organisation),
  );
  say('Demonstration sign-ins:');
  for (const person of people.slice(0, PRINTED))
    say(`  ${person.email}  ${password}  (${person.roles.join(', ')} of ${person.organisation})`);
  const stop = new AbortController();
  const living = live(house, url, { network, apiKeys, signal: stop.signal }).catch((error) => {
    if (!stop.signal.aborted) house.log.error(error, 'The demonstration stopped.');
  });
  return async () => {
    stop.abort();
    await living;
  };
}

interface Stage {
  network: ReturnType<typeof demonstrationNetwork>;
  apiKeys: Record<string, string>;
  signal: AbortSignal;
}

/** Seeds once, behind the serving house, then lets the partners act. */
async function live(house: House, url: string, { network, apiKeys, signal }: Stage): Promise<void> {
  const local = url.replace('localhost', '127.0.0.1');
  const openedOn = await openingDay(house);
  if (openedOn.isNew) {
    await post(local, apiKeys, networkCommands(network), signal);
    await post(local, apiKeys, openingCommands(network, openedOn.day), signal);
    await rememberOpening(house, openedOn.day);
    await startForecasts(local, apiKeys, { network, signal });
  }
  if (!house.config.simulator) return;
  await startSimulator({
    baseUrl: local,
    keys: apiKeys,
    network,
    seed: SEED,
    speed: house.config.speed,
    openedOn: openedOn.day,
    now: house.clock.now,
    signal,
    log: (text: string) => house.log.info(text),
  });
}

/** The companies whose people sign in forecast at once, so that nobody finds an empty screen. */
async function startForecasts(
  baseUrl: string,
  apiKeys: Record<string, string>,
  { network, signal }: Pick<Stage, 'network' | 'signal'>,
): Promise<void> {
  for (const organisation of new Set(network.people.map((person) => person.organisation))) {
    await fetch(`${baseUrl}/api/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKeys[organisation]}` },
      body: JSON.stringify({ kind: 'forecast', input: {} }),
      signal,
    });
  }
}

async function post(
  baseUrl: string,
  apiKeys: Record<string, string>,
  spoken: SpokenCommands[],
  signal: AbortSignal,
): Promise<void> {
  for (const { organisation, commands } of spoken) {
    for (let at = 0; at < commands.length; at += BATCH)
      await postBatch(baseUrl, apiKeys[organisation]!, commands.slice(at, at + BATCH), signal);
  }
}

const TRIES = 8;
const FIRST_PAUSE_MS = 250;

/** A batch that got no answer is sent again: what of it is recorded already is the same event once more. */
async function postBatch(baseUrl: string, apiKey: string, events: EventCommand[], signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await postOnce(baseUrl, apiKey, events, signal);
    } catch (error) {
      if (error instanceof NotRecorded || tries === TRIES) throw error;
      await wait(FIRST_PAUSE_MS * 2 ** tries, undefined, { signal });
    }
  }
}

/** Another try would get the same answer. */
class NotRecorded extends Error {}

async function postOnce(baseUrl: string, apiKey: string, events: EventCommand[], signal: AbortSignal): Promise<void> {
  const response = await fetch(`${baseUrl}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ events }),
    signal,
  });
  const answer = (await response.json()) as { results?: { outcome: string; problem?: unknown }[] };
  const refused = answer.results?.find((result) => result.outcome === 'refused');
  if (response.ok && !refused) return;
  const text = `The demonstration could not be recorded: ${JSON.stringify(refused ?? answer)}`;
  throw response.status >= 500 || response.status === 429 ? new Error(text) : new NotRecorded(text);
}

async function openingDay(house: House): Promise<{ day: string; isNew: boolean }> {
  const [row] = await house.db.system((tx) =>
    tx.query<{ value: string }>('select value from setting where owner = $1 and key = $2', [OPENED.owner, OPENED.key]),
  );
  return row ? { day: row.value, isNew: false } : { day: house.clock.today(), isNew: true };
}

const rememberOpening = (house: House, day: string): Promise<unknown> =>
  house.db.system((tx) =>
    tx.query('insert into setting (owner, key, value) values ($1, $2, $3::jsonb) on conflict do nothing', [
      OPENED.owner,
      OPENED.key,
      JSON.stringify(day),
    ]),
  );
