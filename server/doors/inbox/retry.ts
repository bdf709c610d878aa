import type { EventType, Id, RecordedEvent } from '@intakt/contract';
import type { House } from '../../house.ts';
import type { InboxMessage } from './message.ts';
import { settle } from './settle.ts';
import { findUnit, findWaiting, organisationsWaiting, updateMessages } from './store.ts';

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

/** Tries an organisation's waiting messages again, unit by unit in the order they came. Returns how many went in. */
export async function retryWaiting(house: House, organisation: Id, onlyScans = false): Promise<number> {
  const found = await house.db.system((tx) => findWaiting(tx, organisation));
  const waiting = onlyScans ? found.filter((message) => message.format === 'epcis') : found;
  const units = Map.groupBy(waiting, (message) => `${message.file} ${message.content.envelope.unit}`);
  let recorded = 0;
  for (const [first] of units.values()) recorded += await retryUnit(house, organisation, first!);
  return recorded;
}

/** A unit with a rejected message or a conflict waits for a person. */
async function retryUnit(house: House, organisation: Id, first: InboxMessage): Promise<number> {
  const unit = await house.db.system((tx) => findUnit(tx, first));
  if (unit.some((message) => message.state !== 'waiting')) return 0;
  const settled = await settle(house, organisation, unit, { again: true });
  await house.db.system((tx) => updateMessages(tx, settled));
  return settled.filter((message) => message.state === 'recorded').length;
}

/**
 * Listens to what the network learns and retries the messages of everybody who learnt it. One round runs at
 * a time; what is learnt meanwhile starts the next one.
 */
export function retryOnLearning(house: House): () => Promise<void> {
  const due: Due = new Map();
  let round: Promise<void> | undefined;
  let stopped = false;
  const run = async () => {
    for (let next = takeNext(due); next && !stopped; next = takeNext(due)) await retryQuietly(house, ...next);
    round = undefined;
  };
  const start = () => {
    if (due.size > 0 && !stopped) round ??= run();
  };
  const forget = house.recorder.onCommit((events) => {
    addLearners(due, events);
    start();
  });
  const first = house.db.system(organisationsWaiting).then((organisations) => {
    for (const organisation of organisations) due.set(organisation, false);
    start();
  });
  return async () => {
    stopped = true;
    forget();
    await first.catch(() => {});
    await round;
  };
}

/** Organisations to retry, and whether only their scans have reason to. */
type Due = Map<Id, boolean>;

function takeNext(due: Due): [Id, boolean] | undefined {
  const [next] = due;
  if (next) due.delete(next[0]);
  return next;
}

async function retryQuietly(house: House, organisation: Id, onlyScans: boolean): Promise<void> {
  try {
    await retryWaiting(house, organisation, onlyScans);
  } catch (error) {
    house.log.error({ err: error, organisation }, 'Waiting messages could not be retried.');
  }
}

function addLearners(due: Due, events: RecordedEvent[]): void {
  for (const event of events) {
    const onlyScans = TEACHING_SCANS.includes(event.type);
    if (!onlyScans && !TEACHING.includes(event.type)) continue;
    for (const organisation of event.audience) due.set(organisation, onlyScans && due.get(organisation) !== false);
  }
}
