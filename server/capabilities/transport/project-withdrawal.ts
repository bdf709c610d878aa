import type { EventData, Id, StopMilestone } from '@intakt/contract';
import type { Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { isOver, stopReportNeeds, stopUnder, unknownStop } from './project-execution.ts';
import { moveOrders } from './project-order.ts';
import type { StopRow } from './project-tour.ts';

/** In which column a milestone stands. */
const COLUMNS: Record<StopMilestone, 'arrived_at' | 'served_at' | 'departed_at' | 'problem'> = {
  arrived: 'arrived_at',
  collected: 'served_at',
  delivered: 'served_at',
  departed: 'departed_at',
  refused: 'problem',
  problem: 'problem',
};

/** What was reported by mistake has not happened: the stop, its orders and the tour stand as without it. */
export const tourStopReportWithdrawn: Projection<'tour-stop-report-withdrawn'> = {
  needs: ({ data }, rows) => stopReportNeeds(data, rows),
  check: ({ data, recordedBy }, rows) =>
    unknownStop(rows, data) ??
    notReported(stopUnder(rows, data)!, data) ??
    anothersReport(stopUnder(rows, data)!, data, recordedBy),
  apply: ({ data, sequence }, rows) => {
    const stop = stopUnder(rows, data);
    if (!stop) return;
    rows.put('tour_stop', { ...stop, ...without(stop, data.milestone), sequence });
    const { ids, from, to } = backwards(stop, data.milestone);
    moveOrders(rows, { customer: data.customer, sequence }, ids, (order) =>
      order.tour === data.tour && order.state === from ? { ...order, state: to } : undefined,
    );
    moveBack(rows, data, sequence);
  },
};

/** The tour is over no longer, or has not begun. */
function moveBack(rows: RowSet, { customer, tour: id }: { customer: Id; tour: Id }, sequence: number): void {
  const tour = rows.get('tour', customer, id);
  if (!tour || tour.state === 'withdrawn') return;
  const hasBegun = rows.list<StopRow>('tour_stop', customer, id).some(({ state }) => state !== 'planned');
  const before = tour.vehicle ? 'accepted' : 'published';
  const state = isOver(rows, { customer, tour: id }) ? 'completed' : hasBegun ? 'under-way' : before;
  rows.put('tour', { ...tour, state, sequence });
}

function notReported(stop: StopRow, { milestone, stop: id }: EventData<'tour-stop-report-withdrawn'>) {
  const isOfRefusal = milestone !== 'refused' || stop.state === 'refused';
  if (stop[COLUMNS[milestone]] != null && isOfRefusal) return undefined;
  return new Refusal('WRONG_STATE', {
    ...{ what: 'Stop', id, state: stop.state },
    ...{ action: `taking back “${milestone}”`, needed: 'a report of it' },
  });
}

/** The carrier may take back what is said of its tour; everybody else what it has said itself. */
function anothersReport(
  { reporters }: StopRow,
  { milestone, stop, carrier }: EventData<'tour-stop-report-withdrawn'>,
  recorder: Id,
): Refusal | undefined {
  const reporter = reporters[COLUMNS[milestone]];
  if (recorder === carrier || recorder === reporter) return undefined;
  const others = [...new Set([reporter, carrier])].filter((id) => id !== undefined);
  return new Refusal('NOT_ALLOWED', {
    ...{ who: recorder, what: `take back “${milestone}” at ${stop}` },
    needed:
      others.length > 0 ? `the word of ${others.join(' or ')}, who reported it or drives the tour` : 'its reporter',
  });
}

function without(stop: StopRow, milestone: StopMilestone): Row {
  const { [COLUMNS[milestone]]: _taken, ...reporters } = stop.reporters;
  const bare: Row = { ...stop, [COLUMNS[milestone]]: null, reporters };
  if (milestone === 'collected' || milestone === 'delivered') {
    bare.packages = null;
    // Who said no arrival of its own arrived with this.
    if (isSameMoment(stop.arrived_at, stop.served_at)) bare.arrived_at = null;
  }
  if (!bare.arrived_at) bare.expected_at = stop.planned_arrival;
  return { ...bare, state: stateOf(bare, stop.state === 'refused' && milestone !== 'refused') };
}

const isSameMoment = (a: unknown, b: unknown): boolean => Date.parse(String(a)) === Date.parse(String(b));

function stateOf(stop: Row, isRefused: boolean): string {
  if (stop.departed_at) return 'departed';
  if (isRefused) return 'refused';
  if (stop.served_at) return 'served';
  return stop.arrived_at ? 'arrived' : 'planned';
}

/** Its orders go back to where they were before. */
function backwards(stop: StopRow, milestone: StopMilestone): { ids: Id[]; from: string; to: string } {
  const of = (goods: StopRow['loads']): Id[] => goods.map(({ order }) => order);
  if (milestone === 'collected') return { ids: of(stop.loads), from: 'collected', to: 'planned' };
  if (milestone === 'delivered') return { ids: of(stop.unloads), from: 'delivered', to: 'collected' };
  return { ids: [], from: '', to: '' };
}
