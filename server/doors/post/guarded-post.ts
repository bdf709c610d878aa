import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivate } from './private-address.ts';

const TIMEOUT_MS = 15_000;
/** What a receiver says of a failure is shown to a person; more of it helps nobody. */
const LONGEST_ANSWER = 500;

export type PostAnswer = { ok: true; status: number } | { ok: false; status?: number; problem: string };

export interface Letter {
  url: string;
  headers: Record<string, string>;
  body: string | Buffer;
}

/**
 * Posts to an address that somebody typed in. The address is checked after its name was resolved and on the connection that
 * is then used, so that a name cannot mean another address in between; redirections are answers, never followed.
 * `privateTargets` are hosts of the operator's own network that may be reached all the same.
 */
export async function post(letter: Letter, privateTargets: readonly string[]): Promise<PostAnswer> {
  const objection = objectionTo(letter.url, privateTargets);
  if (objection) return { ok: false, problem: objection };
  return new Promise((resolve) => send(letter, privateTargets, resolve));
}

/** Why no letter goes to this address, as far as its text shows; a name is looked up when it is used. */
export function objectionTo(address: string, privateTargets: readonly string[]): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return `${address} is no http(s) address.`;
  if (url.username || url.password)
    return 'An address with a password in it would show it to whoever reads the address.';
  const host = hostOf(url);
  const mayBePrivate = isAllowed(host, privateTargets);
  if (url.protocol === 'http:' && !mayBePrivate)
    return `${host} is reached by http, which anybody on the way can read.`;
  if (isIP(host) && !mayBePrivate && isPrivate(host)) return refusal(host);
  return undefined;
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const isAllowed = (host: string, privateTargets: readonly string[]): boolean =>
  privateTargets.includes('*') || privateTargets.includes(host.toLowerCase());
const refusal = (address: string): string => `${address} belongs to a private network, which Intakt does not post to.`;

function send(
  { url: address, headers, body }: Letter,
  privateTargets: readonly string[],
  resolve: (answer: PostAnswer) => void,
): void {
  const url = new URL(address);
  const room = url.protocol === 'https:' ? https : http;
  const guard = isAllowed(hostOf(url), privateTargets) ? undefined : publicOnly;
  const bytes = Buffer.from(body);
  const request = room.request(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(bytes.length), 'user-agent': 'Intakt' },
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(guard ? { lookup: guard } : {}),
  });
  request.on('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, problem: explain(error) }));
  request.on('response', async (response) => {
    const text = await readStart(response);
    resolve(toAnswer(response.statusCode ?? 0, text));
  });
  request.end(bytes);
}

const explain = (error: NodeJS.ErrnoException): string =>
  error.name === 'TimeoutError' || error.name === 'AbortError'
    ? `No answer within ${TIMEOUT_MS / 1000} s.`
    : error.message || String(error.code ?? error);

function toAnswer(status: number, text: string): PostAnswer {
  if (status >= 200 && status < 300) return { ok: true, status };
  return { ok: false, status, problem: `Answered ${status}${text ? `: ${text}` : ''}` };
}

async function readStart(response: http.IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text += chunk as string;
      if (text.length >= LONGEST_ANSWER) break;
    }
  } catch {
    // The status has been read; a broken body takes nothing from it.
  }
  response.destroy();
  return text.slice(0, LONGEST_ANSWER).replaceAll('\0', '');
}

/** Resolves a name and refuses it when any of its addresses is private; the connection uses exactly what was checked. */
const publicOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const wrong = found.find(({ address }) => isPrivate(address));
    if (wrong) return done(new Error(refusal(`${host} (${wrong.address})`)), '', 0);
    if (options.all) return done(null, found);
    return done(null, found[0]!.address, found[0]!.family);
  });
};
