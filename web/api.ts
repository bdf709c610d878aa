import type { Problem, RefusalCode } from '@intakt/contract';
import { type ApiPaths, createApiClient } from '@intakt/contract/client';

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

/** Every call of the contract; what is not answered with success is thrown as `Refused`. */
export const api = createApiClient({ baseUrl: '', fetch: accepted });

type Success<Responses> = Responses extends { 200: infer Answer } | { 202: infer Answer } ? Answer : never;
type Json<Message> = Message extends { content: { 'application/json': infer Content } } ? Content : never;

/** What the server answers, as its own description says. */
export type AnswerOf<
  Path extends keyof ApiPaths,
  Method extends keyof ApiPaths[Path],
> = ApiPaths[Path][Method] extends {
  responses: infer Responses;
}
  ? Json<Success<Responses>>
  : never;
/** What the server takes in. */
export type BodyOf<Path extends keyof ApiPaths, Method extends keyof ApiPaths[Path]> = ApiPaths[Path][Method] extends {
  requestBody: infer Body;
}
  ? Json<Body>
  : never;
/** An answer of which this application knows more than the description says. */
export type Narrowed<Wide, Known> = Omit<Wide, keyof Known> & Known;

/** `accepted` let only a success through, so there are data. */
export async function answered<Answer extends { data?: unknown }>(
  call: Promise<Answer>,
): Promise<NonNullable<Answer['data']>> {
  return (await call).data as NonNullable<Answer['data']>;
}

/** The doors for files take a form, which the description of their body does not say. */
export async function sendFile<Path extends '/api/edi' | '/api/imports'>(
  path: Path,
  file: File,
  query: Record<string, string> = {},
): Promise<AnswerOf<Path, 'post'>> {
  const form = new FormData();
  form.append('file', file, file.name);
  const search = new URLSearchParams(query);
  const address = search.size > 0 ? `${path}?${search}` : path;
  return (await accepted(new Request(address, { method: 'POST', body: form }))).json() as Promise<
    AnswerOf<Path, 'post'>
  >;
}

async function accepted(given: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(given, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
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
