import type { EventCommand, EventData, Id, Instant, ProblemReason, StopMilestone } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { estimateCommands } from './estimate.ts';
import { stopKey } from './publish.ts';
import { arrivalCommands, type Carried, listCarried } from './shipment-arrival.ts';
import { listStops, type StopRow } from './store.ts';

/** A published tour as a message about it finds it: its stops as far as the reader sees them, and what it carries. */
export interface NamedTour {
  id: Id;
  stops: StopRow[];
  carried: Carried[];
}

const MOST_TOURS = 200;
const MOST_STOPS = 1000;
/** Older tours than this before the last one are history; no message is looked up among them by its orders. */
const DAYS_BACK = 60;

/** Tours that go by one of these names, or carry an order whose name begins like one of them. */
export async function toursNamed(tx: Transaction, names: readonly string[], prefix: number): Promise<NamedTour[]> {
  const found = await tx.query<{ customer: Id; tour: Id }>(
    `select distinct owner as customer, tour from tour_stop where tour = any($1) or (day > (select max(day) from tour_stop) - $4::int and exists (
       select 1 from jsonb_array_elements(loads || unloads) l where left(l ->> 'order', $3) = any($2))) order by tour limit $5`,
    [names, names.map((name) => name.slice(0, prefix)), prefix, DAYS_BACK, MOST_TOURS],
  );
  const tours: NamedTour[] = [];
  for (const { customer, tour } of found) {
    const stops = await listStops(tx, { tour, limit: MOST_STOPS });
    const carried = await listCarried(tx, customer, tour);
    tours.push({ id: tour, stops: stops.filter((stop) => stop.customer === customer), carried });
  }
  return tours;
}

type Said = Pick<EventCommand, 'source' | 'id' | 'occurredAt'>;
export interface StopHappening {
  stop: Id;
  milestone: StopMilestone;
  at: Instant;
  reason?: ProblemReason;
  text?: string;
}

/** What happened at a stop, and when the stops behind it are expected now. Pure. */
export function happenedAt({ stops, carried }: NamedTour, happening: StopHappening, said: Said): EventCommand[] {
  const { stop, ...what } = happening;
  const data: EventData<'tour-stop-reported'> = { ...stopKey(stopOf(stops, stop)), ...what };
  const onward = estimateCommands(stops, happening, said);
  return [{ ...said, type: 'tour-stop-reported', data }, ...onward, ...arrivalCommands(stops, carried, onward, said)];
}

/** When a milestone was reported of a stop, if it was. */
export function reportedAt({ stops }: NamedTour, { stop, milestone }: Pick<StopHappening, 'stop' | 'milestone'>) {
  const { arrivedAt, servedAt, departedAt, state, problem } = stopOf(stops, stop);
  const moments: Record<StopMilestone, Instant | null | undefined> = {
    ...{ arrived: arrivedAt, collected: servedAt, delivered: servedAt, departed: departedAt, problem: problem?.at },
    refused: state === 'refused' ? problem?.at : null,
  };
  return moments[milestone] ?? undefined;
}

/** What was said to have happened at a stop, taken back. Pure. */
export function takenBack({ stops }: NamedTour, { stop, milestone }: StopHappening, said: Said): EventCommand {
  return { ...said, type: 'tour-stop-report-withdrawn', data: { ...stopKey(stopOf(stops, stop)), milestone } };
}

/** When a stop is expected, and with it those behind. Pure. */
export function expectedAtStop(
  { stops, carried }: NamedTour,
  { stop, expectedAt }: { stop: Id; expectedAt: Instant },
  said: Said,
): EventCommand[] {
  const data: EventData<'tour-stop-estimated'> = { ...stopKey(stopOf(stops, stop)), expectedAt };
  const here: EventCommand = { ...said, type: 'tour-stop-estimated', data };
  const all = [here, ...estimateCommands(stops, { stop, milestone: 'arrived', at: expectedAt }, said)];
  return [...all, ...arrivalCommands(stops, carried, all, said)];
}

const stopOf = (stops: readonly StopRow[], id: Id): StopRow => stops.find(({ stop }) => stop === id)!;
