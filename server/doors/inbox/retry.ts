import { setTimeout } from 'node:timers/promises';
import type { EventType, Id, RecordedEvent } from '@intakt/contract';
import type { House } from '../../house.ts';
import { keepSettled } from '../outgoing/advise.ts';
import type { InboxMessage, Unknown } from './message.ts';
import { readerOf } from './readers.ts';
import { loadFor, settle } from './settle.ts';
import { findUnit, findWaiting, organisationsWaiting } from './store.ts';

/** Events after which a message may mean more than before. */
const TEACHING: EventType[] = [
  'organisation-registered',
  'site-registered',
  'part-registered',
  'part-numbered',
  'lane-agreed',
  'identifier-mapped',
];
/** A scan of handling units waits for the despatch advice that says what is in them. */
const TEACHING_SCANS: EventType[] = ['shipment-despatched'];

/** So many messages share one look at the master data. */
const AT_ONCE = 100;

/** Tries an organisation's waiting messages again, unit by unit in the order they came. Returns how many went in. */
export async function retryWaiting(house: House, organisation: Id, onlyScans = false): Promise<number> {
  const found = await house.db.system((tx) => findWaiting(tx, organisation));
  const waiting = onlyScans ? found.filter((message) => message.format === 'epcis') : found;
  let recorded = 0;
  for (let start = 0; start < waiting.length; start += AT_ONCE)
    recorded += await retryThese(house, organisation, waiting.slice(start, start + AT_ONCE));
  return recorded;
}

/** Reads all with the same data and takes up the units whose gaps have changed; most have learnt nothing. */
async function retryThese(house: House, organisation: Id, waiting: InboxMessage[]): Promise<number> {
  const data = await loadFor(house, organisation, waiting);
  const changed = waiting.filter((message) => gapsOf(readerOf(message.format).read(message, data)) !== gapsOf(message));
  const ready = waiting.filter((message) => message.unknowns.length === 0);
  const units = Map.groupBy([...changed, ...ready], (message) => `${message.file} ${message.content.envelope.unit}`);
  let recorded = 0;
  for (const [first] of units.values()) recorded += await retryUnit(house, organisation, first!);
  return recorded;
}

const gapsOf = ({ unknowns }: { unknowns: Unknown[] }): string =>
  unknowns.map(({ key, reason, required }) => `${key} ${reason} ${required}`).join('\n');

/** A unit with a rejected message or a conflict waits for a person. */
async function retryUnit(house: House, organisation: Id, first: InboxMessage): Promise<number> {
  const unit = await house.db.system((tx) => findUnit(tx, first));
  if (unit.some((message) => message.state !== 'waiting')) return 0;
  const settled = await settle(house, organisation, unit, { again: true });
  await keepSettled(house, { before: unit, after: settled });
  return settled.filter((message) => message.state === 'recorded').length;
}

/** Commits close together are one occasion to look. */
const GATHER_MS = 50;

/**
 * Listens to what the network learns and retries the messages of everybody who learnt it. One round runs at
 * a time; what is learnt meanwhile starts the next one.
 */
export function retryOnLearning(house: House): () => Promise<void> {
  const stop = new AbortController();
  let due: Due = new Map();
  let round: Promise<void> | undefined;
  const run = async () => {
    while (due.size > 0 && !stop.signal.aborted) {
      await setTimeout(GATHER_MS, undefined, { signal: stop.signal }).catch(() => {});
      const taken = due;
      due = new Map();
      if (!stop.signal.aborted) await retryQuietly(house, taken);
    }
    round = undefined;
  };
  const forget = house.recorder.onCommit((events) => {
    addLearners(due, events);
    if (due.size > 0 && !stop.signal.aborted) round ??= run();
  });
  const first = retryEverybody(house);
  return async () => {
    stop.abort();
    forget();
    await Promise.all([first, round]);
  };
}

/** Organisations to retry, and whether only their scans have reason to. */
type Due = Map<Id, boolean>;

/** What was learnt while this server was not there. */
async function retryEverybody(house: House): Promise<void> {
  const organisations = await house.db.system((tx) => organisationsWaiting(tx));
  await retryQuietly(house, new Map(organisations.map((organisation) => [organisation, false])));
}

async function retryQuietly(house: House, due: Due): Promise<void> {
  try {
    const waiting = due.size > 0 ? await house.db.system((tx) => organisationsWaiting(tx, [...due.keys()])) : [];
    for (const organisation of waiting) await retryWaiting(house, organisation, due.get(organisation));
  } catch (error) {
    house.log.error(error, 'Waiting messages could not be retried.');
  }
}

function addLearners(due: Due, events: RecordedEvent[]): void {
  for (const event of events) {
    const onlyScans = TEACHING_SCANS.includes(event.type);
    if (!onlyScans && !TEACHING.includes(event.type)) continue;
    for (const organisation of event.audience) due.set(organisation, onlyScans && due.get(organisation) !== false);
  }
}
