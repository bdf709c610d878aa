import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../access/principal.ts';
import type { House } from '../../house.ts';
import { readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import type { ParameterValue } from './parameters.ts';
import { type EventQuery, type Found, findEvents, type PageKey } from './query.ts';

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const PER_PAGE = 30;
const MOST_PER_PAGE = 1000;

/** The answer to a query, `subscriptionID` where one asked for it. */
export const toDocument = (
  house: House,
  events: { body: Record<string, unknown> }[],
  named: { queryName?: string; subscriptionID?: string } = {},
) => ({
  '@context': [CONTEXT],
  type: 'EPCISQueryDocument',
  schemaVersion: '2.0',
  creationDate: house.clock.instant(),
  epcisBody: {
    queryResults: {
      queryName: 'SimpleEventQuery',
      ...named,
      resultsBody: { eventList: events.map((event) => event.body) },
    },
  },
});

export const toCollection = (member: string[]) => ({ '@context': CONTEXT, type: 'Collection', member });

/** One page of a query, with a Link to the next one where there is more. */
export async function answerPage(
  house: House,
  who: Principal,
  query: EventQuery,
  { request, reply, queryName }: { request: FastifyRequest; reply: FastifyReply; queryName?: string },
) {
  const { perPage, token } = pagingOf(request);
  const after = token === undefined ? undefined : readPageKey(token);
  const found = await readAs(house, who, (tx) => findEvents(tx, query, { after, limit: perPage + 1 }));
  const page = found.slice(0, perPage);
  if (found.length > perPage) linkNext(request, reply, pageKeyOf(query, page, after));
  return toDocument(house, page, queryName ? { queryName } : {});
}

/** One page of a list of texts in their order; the last text leads to the next page. */
export async function answerList(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  list: (after: string, limit: number) => Promise<string[]>,
): Promise<string[]> {
  const { perPage, token } = pagingOf(request);
  const found = await list(token === undefined ? '' : decodeToken(token), perPage + 1);
  const page = found.slice(0, perPage);
  if (found.length > perPage) linkNext(request, reply, page.at(-1)!);
  return page;
}

function pagingOf(request: FastifyRequest): { perPage: number; token: string | undefined } {
  const { perPage, nextPageToken } = request.query as { perPage?: string | number; nextPageToken?: string };
  const wanted = Number(perPage ?? PER_PAGE);
  if (!Number.isInteger(wanted) || wanted < 1)
    return refuse('INVALID', { path: 'perPage', problem: 'must be a whole number above zero', value: perPage });
  return { perPage: Math.min(wanted, MOST_PER_PAGE), token: nextPageToken };
}

const decodeToken = (token: string): string => Buffer.from(token, 'base64url').toString('utf8');

function readPageKey(token: string): PageKey {
  const [at, given, ...id] = decodeToken(token).split(' ');
  if (!at || Number.isNaN(Date.parse(at)) || !Number.isInteger(Number(given)))
    return refuse('INVALID', { path: 'nextPageToken', problem: 'is not one that we gave', value: token });
  return { at, given: Number(given), id: id.join(' ') };
}

function pageKeyOf({ order }: EventQuery, page: Found[], after: PageKey | undefined): string {
  const last = page.at(-1)!;
  const at = order.column === 'event_time' ? last.eventTime : last.recordTime;
  return `${at} ${(after?.given ?? 0) + page.length} ${last.id}`;
}

function linkNext(request: FastifyRequest, reply: FastifyReply, key: string): void {
  const next = new URL(request.url, 'http://here');
  next.searchParams.set('nextPageToken', Buffer.from(key).toString('base64url'));
  reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
}

/** Parameters of a URL; one that stands several times is a list. */
export const parametersOf = (request: FastifyRequest): Record<string, ParameterValue> =>
  Object.fromEntries(
    Object.entries(request.query as Record<string, string | string[]>).filter(([, value]) => value !== undefined),
  );
