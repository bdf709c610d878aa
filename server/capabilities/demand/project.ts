import type { CumulativePosition, EventData, RecordedEvent } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { capacityResourcesStated, capacityStated, capacityWithdrawn } from './project-capacity.ts';
import { demandCommitted, proposalAnswered, releaseChanged } from './project-commit.ts';
import { demandPlanProjections } from './project-demand-plan.ts';
import { forecastProjections } from './project-forecast.ts';
import { mergePlan, supersedes } from './rules.ts';

type Schedule = EventData<'schedule-released'>;

const relation = (d: Schedule): string[] => [d.customer, d.supplier, d.part, d.shipTo];

const scheduleReleased: Projection<'schedule-released'> = {
  needs: ({ data }) => [
    need('schedule', ...relation(data), data.kind),
    ...(data.cumulative ? [need('cumulative', ...relation(data))] : []),
  ],
  apply: (event, rows) => {
    const total = event.data.quantities.reduce((sum, { quantity }) => sum + quantity, 0);
    rows.put('schedule_release', { ...releaseRow(event), total });
    putCurrent(event, rows);
    putStatedCumulative(event, rows);
  },
};

const releaseRow = (event: RecordedEvent<'schedule-released'>): Row => ({
  owner: event.data.customer,
  event_id: event.eventId,
  supplier: event.data.supplier,
  part: event.data.part,
  ship_to: event.data.shipTo,
  kind: event.data.kind,
  release: event.data.release,
  released_on: event.data.releasedOn,
  confirmed: event.confirmed,
  audience: event.audience,
  sequence: event.sequence,
});

/** An older release that arrives late stands in the history and changes nothing else. */
function putCurrent(event: RecordedEvent<'schedule-released'>, rows: RowSet): void {
  const { data } = event;
  const current = rows.get('schedule', ...relation(data), data.kind);
  if (current && !supersedes(event, { releasedOn: String(current.released_on), confirmed: Boolean(current.confirmed) }))
    return;
  const sameRelease = current?.release === data.release;
  rows.put('schedule', {
    ...releaseRow(event),
    unit: data.unit,
    quantities: data.quantities,
    cumulative: data.cumulative ?? null,
    authorisations: data.authorisations ?? [],
    ship_from: data.shipFrom ?? null,
    unloading_point: data.unloadingPoint ?? null,
    order_reference: data.orderReference ?? null,
    previous_release: (sameRelease ? current?.previous_release : current?.release) ?? null,
    previous_released_on: (sameRelease ? current?.previous_released_on : current?.released_on) ?? null,
    previous_event_id: (sameRelease ? current?.previous_event_id : current?.event_id) ?? null,
    previous_quantities: (sameRelease ? current?.previous_quantities : current?.quantities) ?? null,
  });
}

/** The customer's own cumulatives, beside the ones that Intakt counts from despatches and receipts. */
function putStatedCumulative(event: RecordedEvent<'schedule-released'>, rows: RowSet): void {
  const { cumulative } = event.data;
  if (!cumulative) return;
  const [owner, supplier, part, ship_to] = relation(event.data);
  const present = rows.get('cumulative', ...relation(event.data));
  const zeroed = cumulative.zeroedOn ?? null;
  rows.put('cumulative', {
    owner,
    supplier,
    part,
    ship_to,
    ...countFrom(present, cumulative),
    last_despatch_note: present?.last_despatch_note ?? null,
    last_despatch_on: present?.last_despatch_on ?? null,
    stated_received: cumulative.received ?? present?.stated_received ?? null,
    stated_despatched: cumulative.despatched ?? present?.stated_despatched ?? null,
    zeroed_on: zeroed ?? present?.zeroed_on ?? null,
    counted_despatch_note: cumulative.lastDespatch?.reference ?? present?.counted_despatch_note ?? null,
    counted_despatch_on: cumulative.lastDespatch?.day ?? present?.counted_despatch_on ?? null,
    audience: event.audience,
    sequence: event.sequence,
  });
}

/**
 * Where our own count stands. A new zeroing day begins it anew; the customer's first statement tells what
 * was received before anything was recorded here, and what we have counted since comes on top.
 */
function countFrom(present: Row | undefined, stated: CumulativePosition): { received: number; despatched: number } {
  const received = Number(present?.received ?? 0);
  const despatched = Number(present?.despatched ?? 0);
  const isZeroed = stated.zeroedOn && present?.zeroed_on && stated.zeroedOn > String(present.zeroed_on);
  if (isZeroed) return { received: 0, despatched: 0 };
  const isFirst = stated.received !== undefined && (present?.stated_received ?? null) === null;
  const before = isFirst ? Math.max(0, stated.received! - received) : 0;
  return { received: received + before, despatched: despatched + before };
}

const planned = <T extends 'requirement-planned' | 'production-planned'>(
  kind: 'requirement' | 'production',
): Projection<T> => ({
  needs: ({ data }) => [need('plan', data.owner, data.site, data.part, kind)],
  apply: (event, rows) => {
    const data: EventData<'requirement-planned'> = event.data;
    const present = rows.get<Row & { quantities: { day: string; quantity: number }[] }>(
      'plan',
      data.owner,
      data.site,
      data.part,
      kind,
    );
    rows.put('plan', {
      owner: data.owner,
      site: data.site,
      part: data.part,
      kind,
      unit: data.unit,
      quantities: mergePlan(present?.quantities ?? [], data),
      event_id: event.eventId,
      audience: event.audience,
      sequence: event.sequence,
    });
  },
});

export const demandProjections: Projections = {
  ...forecastProjections,
  ...demandPlanProjections,
  'schedule-released': scheduleReleased,
  'requirement-planned': planned('requirement'),
  'production-planned': planned('production'),
  'demand-committed': demandCommitted,
  'proposal-answered': proposalAnswered,
  'release-changed': releaseChanged,
  'capacity-stated': capacityStated,
  'capacity-resources-stated': capacityResourcesStated,
  'capacity-withdrawn': capacityWithdrawn,
};
