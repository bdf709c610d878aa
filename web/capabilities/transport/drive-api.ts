import { createApiClient } from '@intakt/contract/client';
import type { AnswerOf, BodyOf } from '../../api.ts';

export type Driven = AnswerOf<'/api/driver', 'get'>;
export type DrivenStop = Driven['stops'][number];
export type Report = BodyOf<'/api/driver/reports', 'post'>['reports'][number];
export type ReportResult = AnswerOf<'/api/driver/reports', 'post'>['results'][number];

/** What the link opens, or why it does not: the page of a driver has no session. */
export class LinkProblem extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export async function fetchTour(token: string): Promise<Driven> {
  const { data, error, response } = await client(token).GET('/api/driver');
  if (!data) throw new LinkProblem(response.status, detailOf(error));
  return data;
}

export async function sendReports(token: string, reports: Report[]): Promise<ReportResult[]> {
  const { data, error, response } = await client(token).POST('/api/driver/reports', { body: { reports } });
  if (!data) throw new LinkProblem(response.status, detailOf(error));
  return data.results;
}

/** The token goes in the header of each call; a session that this browser may have does not go along. */
const client = (token: string) =>
  createApiClient({
    baseUrl: '',
    apiKey: token,
    fetch: (given: RequestInfo | URL, init?: RequestInit) => fetch(given, { ...init, credentials: 'omit' }),
  });

const detailOf = (error: unknown): string =>
  (error as { detail?: string } | undefined)?.detail ?? 'The server does not answer.';
