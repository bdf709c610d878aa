import type {
  EventCommand,
  Id,
  ProblemReason,
  StopMilestone,
  TransportHappening,
  TransportStatus,
  TransportStatusStatement,
} from '@intakt/contract';
import {
  expectedAtStop,
  happenedAt,
  type NamedTour,
  reportedAt,
  type StopHappening,
  takenBack,
} from '../../capabilities/transport/index.ts';
import { orderNumber } from '../outgoing/to-transport-orders.ts';
import { instantAt } from './local-time.ts';
import { findSites } from './resolve-place.ts';
import { fault } from './search.ts';
import { commandId, momentOf, type Reader } from './trade.ts';

interface Meaning {
  milestone: StopMilestone;
  /** At the stop that loads, or at the one that unloads. */
  at: 'loads' | 'unloads';
  reason?: ProblemReason;
}
/** What of the lists of statuses happens at a stop of a tour. */
const MEANINGS: Partial<Record<TransportStatus, Meaning>> = {
  'at-pick-up': { milestone: 'arrived', at: 'loads' },
  collected: { milestone: 'collected', at: 'loads' },
  loaded: { milestone: 'collected', at: 'loads' },
  departed: { milestone: 'departed', at: 'loads' },
  arrived: { milestone: 'arrived', at: 'unloads' },
  unloaded: { milestone: 'delivered', at: 'unloads' },
  delivered: { milestone: 'delivered', at: 'unloads' },
  refused: { milestone: 'refused', at: 'unloads', reason: 'other' },
  damaged: { milestone: 'problem', at: 'unloads', reason: 'damaged' },
  short: { milestone: 'problem', at: 'unloads', reason: 'short' },
};

/** Numbers by which a carrier may name what it reports of: the tour's, the order's, its own for the consignment. */
export const namesOf = ({ consignment, transportReference, despatchNotes }: TransportStatusStatement): string[] => [
  ...new Set([transportReference, consignment, ...despatchNotes].filter((name) => name !== undefined)),
];

/**
 * A status report of a carrier about a published tour becomes what happened at its stops and when the others are expected. A status that
 * is none of a stop becomes no event; a report that has no other is refused, with why.
 */
export function readStatus(reader: Reader, statement: TransportStatusStatement): EventCommand[] {
  const tour = findTour(reader, statement);
  if (!tour) return [];
  const found = statement.happenings.map((happening) => happeningCommands(reader, { statement, tour, happening }));
  const commands = found.flat();
  if (commands.length === 0 && reader.search.errors.length === 0)
    fault(reader.search, {
      code: 'STATUS_NOT_BOOKED',
      value: statement.happenings.map(({ code, status }) => code || status).join(', '),
      expected: Object.keys(MEANINGS).join(', '),
      message: `None of the statuses happens at a stop of tour ${tour.id}, and none says when a stop is expected.`,
    });
  return commands;
}

function findTour(reader: Reader, statement: TransportStatusStatement): NamedTour | undefined {
  const names = namesOf(statement);
  const { tours = [] } = reader.search.data;
  const byName = tours.find(({ id }) => names.includes(id));
  const found = byName ?? tours.find((tour) => ordersOf(tour, names).length > 0);
  if (found) return found;
  return fault(reader.search, {
    code: 'TOUR_UNKNOWN',
    value: names.join(', '),
    expected: 'the number of a transport order (CNI or RFF+AAU) or of a tour (RFF+CRN), as they were sent in IFTMIN',
    message: `No published tour that is ours to see has or carries ${names.join(', ') || 'what the message does not name'}.`,
  });
}

/** The orders of a tour that go by one of the names. */
function ordersOf({ stops }: NamedTour, names: readonly string[]): Id[] {
  const all = stops.flatMap(({ loads, unloads }) => [...loads, ...unloads].map(({ order }) => order));
  return [...new Set(all)].filter((order) => names.includes(order) || names.includes(orderNumber(order)));
}

interface Mention {
  statement: TransportStatusStatement;
  tour: NamedTour;
  happening: TransportHappening;
}

function happeningCommands(reader: Reader, { statement, tour, happening }: Mention): EventCommand[] {
  const meaning = MEANINGS[happening.status];
  const expects = happening.expectedAt !== undefined;
  if (!meaning && !expects) return [];
  const side = expects ? 'unloads' : meaning!.at;
  const stop = stopFor(reader, { statement, tour, happening }, side);
  if (!stop) return [];
  const when = instantAt(reader, stop.site, happening.expectedAt ?? happening.at);
  const at = momentOf(reader, when);
  const document = [statement.reportNumber, tour.id, stop.stop, happening.status];
  const said = {
    source: 'edi' as const,
    id: commandId(reader, ...(document as [string, ...string[]]), at),
    occurredAt: expects ? momentOf(reader, instantAt(reader, stop.site, statement.reportedAt)) : at,
  };
  if (expects) return expectedAtStop(tour, { stop: stop.stop, expectedAt: at }, said);
  const { milestone, reason } = meaning!;
  const what: StopHappening = {
    ...{ stop: stop.stop, milestone, at },
    ...(reason && { reason }),
    ...(reason && happening.text && { text: happening.text.slice(0, MOST_TEXT) }),
  };
  return corrected({ statement, tour, what, said });
}

interface Correction {
  statement: TransportStatusStatement;
  tour: NamedTour;
  what: StopHappening;
  said: Pick<EventCommand, 'source' | 'id' | 'occurredAt'>;
}

/** A report that is cancelled has not happened; one that replaces another takes it back where it says another time. */
function corrected({ statement, tour, what, said }: Correction): EventCommand[] {
  const before = reportedAt(tour, what);
  const back = takenBack(tour, what, { ...said, id: `${said.id}/withdrawn` });
  if (statement.function === 'cancel') return [back];
  const isOther = before !== undefined && Date.parse(before) !== Date.parse(what.at);
  return [...(statement.function === 'replace' && isOther ? [back] : []), ...happenedAt(tour, what, said)];
}
const MOST_TEXT = 500;

/** The stop that is named by its place, else the only one that loads or unloads what the report is about. */
function stopFor(reader: Reader, { statement, tour, happening }: Mention, side: Meaning['at']) {
  const orders = ordersOf(tour, namesOf(statement));
  const { code } = happening.place ?? {};
  const sites = code ? findSites(reader.search, { codes: [code], owner: undefined }) : [];
  const named = tour.stops.filter(({ site }) => site === code || sites.includes(site));
  const moving = tour.stops.filter((stop) =>
    stop[side].some(({ order }) => orders.length === 0 || orders.includes(order)),
  );
  const fitting = named.length === 1 ? named : moving;
  if (fitting.length === 1) return fitting[0];
  return fault(reader.search, {
    code: 'STOP_UNCLEAR',
    value: code ?? '',
    expected: `an order's number, or one of the places ${[...new Set(tour.stops.map(({ site }) => site))].join(', ')}`,
    message: `Tour ${tour.id} has ${fitting.length} stops where this could have happened. Name the order or the place.`,
  });
}
