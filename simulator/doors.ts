import type { Id } from '@intakt/contract';
import type { Deed } from './deeds.ts';

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

interface Request {
  organisation: Id;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
}

/** Does the deeds one after the other, each partner with its own key, as few requests as their order allows. */
export async function perform(deeds: Deed[], options: DoorOptions): Promise<void> {
  for (const request of requestsOf(deeds)) {
    if (options.signal.aborted) return;
    if (options.keys[request.organisation]) await send(request, options);
  }
}

export function requestsOf(deeds: Deed[]): Request[] {
  const perDoor = Map.groupBy(deeds, ({ organisation, door }) => `${organisation} ${door}`);
  return [...perDoor.values()].flatMap((group) => {
    const { organisation, door } = group[0]!;
    if (door === 'events') {
      const events = group.flatMap((deed) => (deed.door === 'events' ? [deed.event] : []));
      return chunks(events, MOST_EVENTS_PER_REQUEST).map((some) => json(organisation, '/api/events', { events: some }));
    }
    if (door === 'positions') {
      const positions = group.flatMap((deed) => (deed.door === 'positions' ? [deed.position] : []));
      return chunks(positions, MOST_POSITIONS_PER_REQUEST).map((some) =>
        json(organisation, '/api/positions', { positions: some }),
      );
    }
    return group.flatMap((deed) => single(deed));
  });
}

function single(deed: Deed): Request[] {
  const { organisation } = deed;
  if (deed.door === 'epcis') return [json(organisation, '/epcis/capture', deed.document)];
  if (deed.door !== 'edi') return [];
  const { name, mediaType, bytes } = deed.file;
  const headers = { 'content-type': mediaType, 'x-file-name': encodeURIComponent(name) };
  return [{ organisation, path: '/api/edi', headers, body: new Uint8Array(bytes) }];
}

function json(organisation: Id, path: string, body: object): Request {
  return { organisation, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Waits and tries again when the server is busy or away; what it refuses is logged, and life goes on. */
async function send(request: Request, options: DoorOptions): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const answer = await attemptOnce(request, options);
    if (answer === 'stopped') return;
    if (answer === 'away') {
      await pause(backOffMs(attempt), options.signal);
      continue;
    }
    if (answer.status === 401) throw new KeyRefused(`${request.organisation}: the API key is not accepted (401).`);
    if (answer.status === 429 || answer.status >= 500) {
      await answer.arrayBuffer();
      await pause(retryAfterMs(answer) ?? backOffMs(attempt), options.signal);
      continue;
    }
    return report(request, answer, options.log);
  }
  options.log(`${request.organisation}: ${request.path} did not answer in ${MOST_TRIES} tries; left out.`);
}

async function attemptOnce(request: Request, options: DoorOptions): Promise<Response | 'away' | 'stopped'> {
  try {
    return await fetch(options.baseUrl + request.path, {
      method: 'POST',
      headers: { ...request.headers, authorization: `Bearer ${options.keys[request.organisation]}` },
      body: request.body,
      signal: options.signal,
    });
  } catch {
    return options.signal.aborted ? 'stopped' : 'away';
  }
}

async function report(request: Request, answer: Response, log: (text: string) => void): Promise<void> {
  const text = await answer.text().catch(() => '');
  if (!answer.ok)
    return log(`${request.organisation}: ${request.path} answered ${answer.status} ${text.slice(0, 300)}`);
  if (!text.includes('"refused"') && !text.includes('"rejected"')) return;
  log(`${request.organisation}: ${request.path} did not take everything: ${problemOf(text)}`);
}

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
