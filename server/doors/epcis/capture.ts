import { hash, randomUUID } from 'node:crypto';
import type { Id } from '@intakt/contract';
import {
  type CaptureAnswer,
  type EpcisError,
  type EpcisEvent,
  eventHash,
  readCapture,
  stockMoves,
} from '@intakt/epcis';
import { canonicalJson } from '@intakt/ledger';
import type { House } from '../../house.ts';
import { hasErrors, type InboxMessage } from '../inbox/message.ts';
import { insertFile } from '../inbox/store.ts';
import { bookCaptured, type Captured } from './book-captured.ts';
import { facetsOf } from './facets.ts';
import { problem } from './problems.ts';
import { tellCaptured } from './socket.ts';
import {
  type CaptureJob,
  type CaptureProblem,
  type FreshEvent,
  findBodies,
  finishJob,
  insertEvents,
  insertJob,
} from './store.ts';

export interface Capture {
  organisation: Id;
  person?: Id;
  bytes: Buffer;
  mediaType: string;
  behaviour: CaptureJob['behaviour'];
}

export const fileOf = (job: string): string => `f-${job}`;

/** Keeps the bytes and opens the job: from here on nothing is lost, whatever the capture comes to. */
export async function openJob(
  house: House,
  { organisation, person, bytes, mediaType, behaviour }: Capture,
): Promise<CaptureJob> {
  const createdAt = house.clock.instant();
  const job: CaptureJob = {
    id: randomUUID(),
    organisation,
    running: true,
    success: true,
    behaviour,
    errors: [],
    events: [],
    createdAt,
  };
  const file = {
    id: fileOf(job.id),
    name: `${job.id}.jsonld`,
    sha256: hash('sha256', bytes, 'hex'),
    source: 'epcis' as const,
  };
  await house.db.system(async (tx) => {
    await insertFile(tx, { ...file, organisation, mediaType, bytes, receivedBy: person, receivedAt: createdAt });
    await insertJob(tx, job);
  });
  return job;
}

export async function runJob(house: House, job: CaptureJob, bytes: Buffer): Promise<CaptureJob> {
  const { events, errors, success } = await captureOrSayWhy(house, job, bytes);
  if (events.length > 0) tellCaptured(house);
  const finished = { ...job, running: false, success, errors, events, finishedAt: house.clock.instant() };
  await house.db.system((tx) => finishJob(tx, finished));
  return finished;
}

/** A fault of ours ends the job with an answer, so that its sender does not wait for ever and may send it again. */
async function captureOrSayWhy(house: House, job: CaptureJob, bytes: Buffer): Promise<Outcome> {
  try {
    return await capture(house, job, bytes);
  } catch (error) {
    house.log.error(error, `Capture ${job.id} could not be finished.`);
    return {
      events: [],
      errors: [problem('implementation', `The fault is ours and is logged under ${job.id}.`)],
      success: false,
    };
  }
}

type Outcome = Pick<CaptureJob, 'events' | 'errors' | 'success'>;

async function capture(house: House, job: CaptureJob, bytes: Buffer): Promise<Outcome> {
  const json = parse(bytes);
  if (json === undefined)
    return { events: [], errors: [problem('validation', 'The body is no JSON document.')], success: false };
  const answer = readCapture(json);
  const wrong = answer.errors.map(asProblem);
  if (!answer.accepted && (job.behaviour === 'rollback' || answer.events.length === 0))
    return { events: [], errors: wrong, success: false };
  const taken = await keepEvents(house, job, { answer, json });
  if (taken.clashes.length > 0 && job.behaviour === 'rollback')
    return { events: [], errors: taken.clashes, success: false };
  const messages = await bookCaptured(house, {
    organisation: job.organisation,
    file: fileOf(job.id),
    header: answer.header,
    captured: taken.captured,
  });
  const errors = [...wrong, ...taken.clashes, ...messages.flatMap(asWaiting)];
  const success =
    answer.accepted && taken.clashes.length === 0 && !messages.some((message) => hasErrors(message.errors));
  return { events: taken.ids, errors, success };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

export const idOf = (event: EpcisEvent): string => event.eventID ?? eventHash(event, sha256);

interface Kept {
  ids: string[];
  /** What the events moved; the ledger knows those again that were captured before. */
  captured: Captured[];
  clashes: CaptureProblem[];
}

/** An event is kept once; another event under its id is a mistake, unless it declares the first one wrong. */
async function keepEvents(
  house: House,
  job: CaptureJob,
  { answer, json }: { answer: CaptureAnswer; json: unknown },
): Promise<Kept> {
  const recordTime = house.clock.instant();
  const stored = answer.events.map((event) => ({ event, stored: toStored(event, contextOf(json), recordTime) }));
  return house.db.system(async (tx) => {
    const known = await findBodies(
      tx,
      job.organisation,
      stored.map((each) => each.stored.id),
    );
    const clashes = stored.filter((each) => {
      const before = known.get(each.stored.id);
      return before !== undefined && says(before) !== says(each.stored.body);
    });
    if (clashes.length > 0 && job.behaviour === 'rollback')
      return { ids: [], captured: [], clashes: clashes.map(asClash) };
    const fresh = stored.filter((each) => !clashes.includes(each));
    await insertEvents(
      tx,
      job.organisation,
      fresh.map((each) => each.stored),
    );
    const captured = fresh.map(({ event, stored: { id } }) => ({ event, eventId: id, moves: stockMoves(event) }));
    return { ids: fresh.map((each) => each.stored.id), captured, clashes: clashes.map(asClash) };
  });
}

function toStored(event: EpcisEvent, context: unknown, recordTime: string): FreshEvent {
  const eventID = idOf(event);
  const declared = event.errorDeclaration
    ? `#error-${hash('sha256', canonicalJson(event.source), 'hex').slice(0, 12)}`
    : '';
  const prefixes = event.source['@context'] ?? context;
  const body = { ...(prefixes ? { '@context': prefixes } : {}), ...event.source, eventID, recordTime };
  return {
    id: eventID + declared,
    type: event.type === 'ExtendedEvent' ? event.extendedType : event.type,
    eventTime: event.eventTime,
    recordTime,
    bizStep: event.bizStep,
    body,
    facets: facetsOf(event),
  };
}

/** A document's context that names prefixes goes with each of its events, which would be unreadable without. */
function contextOf(json: unknown): unknown {
  const context = (json as Record<string, unknown>)['@context'];
  return Array.isArray(context) ? context : typeof context === 'object' && context ? [context] : undefined;
}

/** When it was recorded is ours to say and no part of what the event says. */
const says = ({ recordTime: _, '@context': __, ...body }: Record<string, unknown>): string => canonicalJson(body);

const asProblem = ({ path, message }: EpcisError): CaptureProblem =>
  problem('validation', `${path || '/'}: ${message}`);

const asClash = ({ stored }: { stored: FreshEvent }): CaptureProblem =>
  problem(
    'exists',
    `Event ${stored.id} was captured before with other content. Send a new eventID, or an error declaration.`,
  );

/** A capture succeeds although something in it waits: the event is kept, and its stock moves when the mapping is made. */
function asWaiting(message: InboxMessage): CaptureProblem[] {
  const missing = message.unknowns
    .filter((unknown) => unknown.required)
    .map((unknown) => `${unknown.kind} ${unknown.code}`);
  const wrong = message.errors.map((error) => error.message);
  const detail = [...missing.map((each) => `${each} is not mapped`), ...wrong].join('; ');
  return [{ ...problem('waiting', `Event ${message.reference}: ${detail}. See message ${message.id} of the inbox.`) }];
}
