import type { EventCommand, Id } from '@intakt/contract';
import { type ApiClient, createApiClient } from '@intakt/contract/client';
import type { Answer, Deed, ReportedPosition, Say } from './deeds.ts';

const MOST_EVENTS_PER_REQUEST = 250;
const MOST_POSITIONS_PER_REQUEST = 500;
const MOST_TRIES = 8;
const LONGEST_WAIT_MS = 30_000;

/** The server does not know the key any more: the demonstration was restarted, or the key revoked. */
export class KeyRefused extends Error {}

export interface DoorOptions {
  baseUrl: string;
  /** API key by organisation; who has none keeps silent. */
  keys: Record<Id, string>;
  signal: AbortSignal;
  log: (text: string) => void;
}

/** One call of the server: what is said, and by whom. */
interface Request {
  organisation: Id;
  path: string;
  say: Say;
}

/** Does the deeds one after the other, each partner with its own key, as few requests as their order allows. */
export async function perform(deeds: Deed[], options: DoorOptions): Promise<void> {
  for (const request of requestsOf(deeds)) {
    if (options.signal.aborted) return;
    if (options.keys[request.organisation]) await send(request, options);
  }
}

/** What a partner reads at the house; undefined where the house is away or does not answer the question. */
export async function ask<T>(
  organisation: Id,
  { baseUrl, keys, signal }: DoorOptions,
  question: (client: ApiClient, signal: AbortSignal) => Promise<Answer<T>>,
): Promise<T | undefined> {
  try {
    const { response, data } = await question(createApiClient({ baseUrl, apiKey: keys[organisation] }), signal);
    if (response.status === 401) throw new KeyRefused(`${organisation}: the API key is not accepted (401).`);
    return data;
  } catch (error) {
    if (error instanceof KeyRefused) throw error;
    return undefined;
  }
}

function requestsOf(deeds: Deed[]): Request[] {
  const perDoor = Map.groupBy(deeds, ({ organisation, door }) => `${organisation} ${door}`);
  return [...perDoor.values()].flatMap((group) => {
    const { organisation } = group[0]!;
    const events = group.flatMap((deed) => (deed.door === 'events' ? [deed.event] : []));
    const positions = group.flatMap((deed) => (deed.door === 'positions' ? [deed.position] : []));
    return [
      ...chunks(events, MOST_EVENTS_PER_REQUEST).map((some) => eventsRequest(organisation, some)),
      ...chunks(positions, MOST_POSITIONS_PER_REQUEST).map((some) => positionsRequest(organisation, some)),
      ...group.flatMap(singleRequest),
    ];
  });
}

const eventsRequest = (organisation: Id, events: EventCommand[]): Request => ({
  organisation,
  path: '/api/events',
  say: (client, signal) => client.POST('/api/events', { body: { events }, signal }),
});

const positionsRequest = (organisation: Id, positions: ReportedPosition[]): Request => ({
  organisation,
  path: '/api/positions',
  say: (client, signal) => client.POST('/api/positions', { body: { positions }, signal }),
});

/** Files and captures are bytes of other standards, which the description of the API leaves open. */
function singleRequest(deed: Deed): Request[] {
  const { organisation } = deed;
  if (deed.door === 'call') return [{ organisation, path: deed.path, say: deed.say }];
  if (deed.door === 'epcis') {
    const body = JSON.stringify(deed.document);
    const headers = { 'content-type': 'application/json' };
    const say: Say = (client, signal) => client.POST('/epcis/capture', { headers, signal, ...asItIs(body) });
    return [{ organisation, path: '/epcis/capture', say }];
  }
  if (deed.door !== 'edi') return [];
  const { name, mediaType, bytes } = deed.file;
  const headers = { 'content-type': mediaType, 'x-file-name': encodeURIComponent(name) };
  const say: Say = (client, signal) => client.POST('/api/edi', { headers, signal, ...asItIs(new Uint8Array(bytes)) });
  return [{ organisation, path: '/api/edi', say }];
}

/** A body that goes out as it is; the description says of it only that there is one. */
const asItIs = (body: string | Uint8Array<ArrayBuffer>): object => ({ body, bodySerializer: () => body });

/** Waits and tries again when the server is busy or away; what it refuses is logged, and life goes on. */
async function send(request: Request, options: DoorOptions): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const answer = await attemptOnce(request, options);
    if (answer === 'stopped') return;
    if (answer === 'away') {
      await pause(backOffMs(attempt), options.signal);
      continue;
    }
    const { status } = answer.response;
    if (status === 401) throw new KeyRefused(`${request.organisation}: the API key is not accepted (401).`);
    if (status === 429 || status >= 500) {
      await pause(retryAfterMs(answer.response) ?? backOffMs(attempt), options.signal);
      continue;
    }
    return report(request, answer, options.log);
  }
  options.log(`${request.organisation}: ${request.path} did not answer in ${MOST_TRIES} tries; left out.`);
}

async function attemptOnce(request: Request, options: DoorOptions): Promise<Answer | 'away' | 'stopped'> {
  const { baseUrl, keys, signal } = options;
  try {
    return await request.say(createApiClient({ baseUrl, apiKey: keys[request.organisation] }), signal);
  } catch {
    return signal.aborted ? 'stopped' : 'away';
  }
}

function report(request: Request, { response, data, error }: Answer, log: (text: string) => void): void {
  if (!response.ok)
    return log(`${request.organisation}: ${request.path} answered ${response.status} ${excerpt(error)}`);
  const text = JSON.stringify(data) ?? '';
  if (!text.includes('"refused"') && !text.includes('"rejected"')) return;
  log(`${request.organisation}: ${request.path} did not take everything: ${problemOf(text)}`);
}

const excerpt = (error: unknown): string =>
  (typeof error === 'string' ? error : (JSON.stringify(error) ?? '')).slice(0, 300);

/** The first problem of an answer that lists many. */
function problemOf(text: string): string {
  const at = Math.max(text.indexOf('"refused"'), text.indexOf('"rejected"'));
  return text.slice(Math.max(0, at - 20), at + 400);
}

const backOffMs = (attempt: number): number => Math.min(LONGEST_WAIT_MS, 250 * 2 ** attempt);

function retryAfterMs(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT_MS, seconds * 1000) : undefined;
}

/** Ends early, without an error, when the signal comes. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}

function chunks<T>(items: T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
