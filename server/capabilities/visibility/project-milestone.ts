import type { RecordedEvent } from '@intakt/contract';
import type { Projections } from '../../record/projection.ts';
import type { RowSet } from '../../record/row-set.ts';
import { ofConsignment } from './project-consignment.ts';

type Reported = RecordedEvent<'transport-milestone-reported'>;

/** Steps of the way are kept as they were said; what has happened at an end of the way moves the consignment too. */
export const milestoneProjections: Projections = {
  'transport-milestone-reported': {
    ...ofConsignment,
    apply: (event, rows) => {
      const { data } = event;
      rows.put('transport_milestone', {
        owner: data.supplier,
        shipment: data.shipment,
        event_id: event.eventId,
        said_by: data.by,
        recorded_by: event.recordedBy,
        confirmed: event.confirmed,
        milestone: data.milestone,
        certainty: data.certainty,
        at: data.at,
        said_at: event.occurredAt,
        place: data.place ?? null,
        equipment: data.equipment ?? null,
        vessel: data.vessel ?? null,
        voyage: data.voyage ?? null,
        reason: data.reason ?? null,
        has_personal: data.attached ?? false,
        audience: event.audience,
        sequence: event.sequence,
      });
      if (data.certainty === 'actual') moveConsignment(event, rows);
    },
  },
  'equipment-assigned': {
    ...ofConsignment,
    apply: ({ data, audience, sequence }, rows) =>
      rows.put('consignment_equipment', {
        owner: data.supplier,
        shipment: data.shipment,
        equipment: data.equipment,
        audience,
        sequence,
      }),
  },
};

function moveConsignment({ data, sequence }: Reported, rows: RowSet): void {
  const consignment = rows.get('consignment', data.supplier, data.shipment)!;
  const change = changeOf(data, consignment);
  if (change) rows.put('consignment', { ...consignment, ...change, sequence });
}

/** The first word counts, whoever says it: tracker, driver or gate. A second hold lasts no longer than the first. */
function changeOf(
  { milestone, place, at, reason }: Reported['data'],
  consignment: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const isAt = (end: 'site_from' | 'site_to'): boolean => place?.site !== undefined && place.site === consignment[end];
  if ((milestone === 'departed' || milestone === 'gate-out') && isAt('site_from') && !consignment.departed_at)
    return { departed_at: at };
  if ((milestone === 'arrived' || milestone === 'gate-in') && isAt('site_to') && !consignment.arrived_at)
    return { arrived_at: at };
  if (milestone === 'held' && !consignment.held_at)
    return { held_at: at, held_reason: reason ?? null, expected_before_hold: consignment.expected_at };
  if (milestone === 'released' && consignment.held_at)
    return { held_at: null, held_reason: null, expected_before_hold: null };
  return undefined;
}
