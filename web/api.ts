import type { Problem, RefusalCode } from '@intakt/contract';

/** A refusal of the server, or the network's silence: what went wrong and the next step, ready to be shown. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
  get code(): RefusalCode {
    return this.problem.code;
  }
}

export type Query = Record<string, string | number | boolean | undefined | null>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return search.size > 0 ? `${path}?${search}` : path;
}

export const ask = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  send<T>('GET', address(path, query), undefined, signal);
export const tell = <T>(method: Method, path: string, body?: unknown): Promise<T> => send<T>(method, path, body ?? {});
export const askText = async (path: string): Promise<string> => (await request('GET', path)).text();
export const askBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await request('GET', path)).arrayBuffer());

export async function sendFile<T>(path: string, file: File, query?: Query): Promise<T> {
  const form = new FormData();
  form.append('file', file, file.name);
  return (await request('POST', address(path, query), form)).json() as Promise<T>;
}

async function send<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await request(method, path, body, signal);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function request(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: body === undefined || isForm ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Refused(SILENCE);
  });
  if (response.ok) return response;
  throw new Refused(await readProblem(response));
}

const SILENCE: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  detail: 'The server does not answer. Check the connection; the page tries again by itself.',
  code: 'NOT_READY',
};

async function readProblem(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Problem;
    if (problem.title && problem.detail) return problem;
  } catch {
    // Not JSON: a proxy or a gateway answered in the server's place.
  }
  const detail = `The server answered ${response.status} ${response.statusText}. Try again in a moment.`;
  return { type: 'about:blank', title: 'Unexpected answer', status: response.status, detail, code: 'INTERNAL' };
}

/** Lists come bare, or as the one array of a page with its cursor. */
export async function askList<T>(path: string, query?: Query): Promise<T[]> {
  const answer = await ask<T[] | Record<string, unknown>>(path, query);
  if (Array.isArray(answer)) return answer;
  return (Object.values(answer ?? {}).find(Array.isArray) ?? []) as T[];
}
