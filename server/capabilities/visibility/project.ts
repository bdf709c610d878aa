import type { EventData, RecordedEvent } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { ofConsignment } from './project-consignment.ts';
import { containerProjections } from './project-container.ts';
import { exceptionProjections } from './project-exception.ts';
import { milestoneProjections } from './project-milestone.ts';
import { goodsReceived } from './project-receipt.ts';
import { shipmentDespatched } from './project-shipment.ts';
import { moveStock, type StockRow, stockNeeds } from './project-stock.ts';
import { transferProjections } from './project-transfer.ts';
import { whatIfProjections } from './project-what-if.ts';

const consignmentHandedOver: Projection<'consignment-handed-over'> = {
  needs: ({ data }) => [need('consignment', data.supplier, data.shipment)],
  apply: (event, rows) => {
    const { data } = event;
    const present = rows.get('consignment', data.supplier, data.shipment);
    rows.put('consignment', {
      owner: data.supplier,
      shipment: data.shipment,
      customer: data.customer,
      carrier: data.carrier,
      site_from: data.from,
      site_to: data.to,
      packages: data.packages ?? null,
      gross_mass_kg: data.grossMassKg ?? null,
      vehicle: data.vehicle ?? null,
      mode: data.mode ?? null,
      collect_at: data.collectAt,
      expected_at: data.expectedAt,
      longitude: present?.longitude ?? null,
      latitude: present?.latitude ?? null,
      position_at: present?.position_at ?? null,
      departed_at: present?.departed_at ?? null,
      arrived_at: present?.arrived_at ?? null,
      transport_reference: data.transportReference ?? null,
      despatch_note: data.despatchNote ?? null,
      held_at: present?.held_at ?? null,
      held_reason: present?.held_reason ?? null,
      expected_before_hold: present?.expected_before_hold ?? null,
      state: present?.state ?? 'in-transit',
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

const positionReported: Projection<'position-reported'> = {
  ...ofConsignment,
  apply: ({ data, sequence }, rows) => moveTo(rows, { ...data, sequence }),
};

const telemetryDigested: Projection<'telemetry-digested'> = {
  ...ofConsignment,
  needs: ({ data }) => [
    ...ofConsignment.needs({ data }),
    ...data.readings.map(({ kind }) => need('consignment_reading', data.supplier, data.shipment, kind)),
  ],
  apply: (event, rows) => {
    const { data, sequence } = event;
    if (data.position) moveTo(rows, { ...data, position: data.position, sequence });
    for (const reading of data.readings) keepExtremes(rows, event, reading);
  },
};

/** The extremes of the whole journey: goods that were too warm once do not become good again. */
function keepExtremes(
  rows: RowSet,
  { data, audience, sequence }: RecordedEvent<'telemetry-digested'>,
  { kind, lowest, highest, latest }: EventData<'telemetry-digested'>['readings'][number],
): void {
  const before = rows.get<Row & Extremes>('consignment_reading', data.supplier, data.shipment, kind);
  const isLatest = !before || Date.parse(data.at) >= Date.parse(before.at);
  rows.put('consignment_reading', {
    owner: data.supplier,
    shipment: data.shipment,
    kind,
    lowest: Math.min(lowest, before?.lowest ?? lowest),
    highest: Math.max(highest, before?.highest ?? highest),
    latest: isLatest ? latest : before.latest,
    at: isLatest ? data.at : before.at,
    audience,
    sequence,
  });
}
interface Extremes {
  lowest: number;
  highest: number;
  latest: number;
  at: string;
}

function moveTo(
  rows: RowSet,
  report: Pick<EventData<'position-reported'>, 'shipment' | 'supplier' | 'position' | 'at'> & { sequence: number },
): void {
  const { position, at, sequence } = report;
  const consignment = rows.get('consignment', report.supplier, report.shipment)!;
  if (consignment.position_at && Date.parse(String(consignment.position_at)) >= Date.parse(at)) return;
  const { longitude, latitude } = position;
  rows.put('consignment', { ...consignment, longitude, latitude, position_at: at, sequence });
}

/** The first passage counts: a truck that moves about in the yard does not arrive again. */
const geofenceCrossed: Projection<'geofence-crossed'> = {
  ...ofConsignment,
  apply: ({ data, sequence }, rows) => {
    const consignment = rows.get('consignment', data.supplier, data.shipment)!;
    const column = data.passage === 'arrived' ? 'arrived_at' : 'departed_at';
    if (!consignment[column]) rows.put('consignment', { ...consignment, [column]: data.at, sequence });
  },
};

const arrivalEstimated: Projection<'arrival-estimated'> = {
  needs: ({ data }) => [
    need('shipment', data.supplier, data.shipment),
    need('consignment', data.supplier, data.shipment),
    need('shipment_line', data.supplier, data.shipment),
  ],
  check: ({ data }, rows) =>
    rows.get('shipment', data.supplier, data.shipment)
      ? undefined
      : new Refusal('UNKNOWN_REFERENCE', { what: 'shipment', id: data.shipment }),
  apply: ({ data, occurredAt, audience, sequence }, rows) => {
    rows.put('arrival_said', {
      owner: data.supplier,
      shipment: data.shipment,
      said: sequence,
      said_by: data.by,
      said_at: occurredAt,
      expected_at: data.expectedAt,
      reason: data.reason ?? null,
      audience,
      sequence,
    });
    const change = { expected_at: data.expectedAt, sequence };
    rows.put('shipment', { ...rows.get('shipment', data.supplier, data.shipment), ...change });
    const consignment = rows.get('consignment', data.supplier, data.shipment);
    if (consignment) rows.put('consignment', { ...consignment, ...change });
    for (const line of rows.list('shipment_line', data.supplier, data.shipment))
      rows.put('shipment_line', { ...line, ...change });
  },
};

const stockCounted: Projection<'stock-counted'> = {
  needs: ({ data }) => [need('stock', data.owner, data.site, data.part, data.status)],
  apply: (event, rows) => {
    const { data } = event;
    const present = rows.get<StockRow>('stock', data.owner, data.site, data.part, data.status);
    if (present?.counted_at && Date.parse(present.counted_at) > Date.parse(data.countedAt)) return;
    rows.put('stock', {
      owner: data.owner,
      site: data.site,
      part: data.part,
      status: data.status,
      quantity: data.quantity,
      unit: data.unit,
      counted_at: data.countedAt,
      moved_at: data.countedAt,
      consumed_on: present?.consumed_on ?? null,
      consumed_quantity: present?.consumed_quantity ?? 0,
      counted_quantity: data.quantity,
      booked_quantity: present?.quantity ?? null,
      event_id: event.eventId,
      audience: event.audience,
      sequence: event.sequence,
    });
  },
};

const stockMoved: Projection<'stock-moved'> = {
  needs: ({ data }) =>
    stockNeeds({ ...data, reference: data.despatchNote, direction: data.quantity < 0 ? 'out' : 'in' }),
  apply: (event, rows) => {
    const { data } = event;
    moveStock(rows, event, {
      owner: data.owner,
      site: data.site,
      part: data.part,
      status: data.status,
      unit: data.unit,
      at: data.movedAt,
      quantity: Math.abs(data.quantity),
      direction: data.quantity < 0 ? 'out' : 'in',
      reference: data.cause === 'received' || data.cause === 'shipped' ? data.despatchNote : undefined,
      via: 'read',
      consumed: data.cause === 'consumed' && data.quantity < 0,
      startsStock: true,
    });
  },
};

const runoutProjected: Projection<'runout-projected'> = {
  needs: () => [],
  apply: ({ data, audience, sequence }, rows) =>
    rows.put('runout', {
      owner: data.owner,
      site: data.site,
      part: data.part,
      as_of: data.asOf,
      on_hand: data.onHand,
      in_transit: data.inTransit,
      runs_out_on: data.runsOutOn ?? null,
      runs_out_if_delivered: data.runsOutIfDelivered ?? null,
      short_quantity: data.shortQuantity ?? null,
      days_of_supply: data.daysOfSupply,
      light: data.light,
      audience,
      sequence,
    }),
};

const runoutLightProjected: Projection<'runout-light-projected'> = {
  needs: () => [],
  apply: ({ data, audience, sequence }: RecordedEvent<'runout-light-projected'>, rows) =>
    rows.put('runout_light', lightRow(data, audience, sequence)),
};

const arrivalProjected: Projection<'arrival-projected'> = {
  needs: () => [],
  apply: ({ data, occurredAt, audience, sequence }, rows) =>
    rows.put('arrival_band', {
      owner: data.owner,
      supplier: data.supplier,
      shipment: data.shipment,
      p20_at: data.p20At ?? null,
      p50_at: data.p50At,
      p80_at: data.p80At ?? null,
      p95_at: data.p95At ?? null,
      basis: data.basis,
      journeys: data.journeys,
      projected_at: occurredAt,
      audience,
      sequence,
    }),
};

const lightRow = (data: EventData<'runout-light-projected'>, audience: string[], sequence: number) => ({
  owner: data.owner,
  site: data.site,
  part: data.part,
  light: data.light,
  stop_shift: data.stopShift ?? null,
  audience,
  sequence,
});

export const visibilityProjections: Projections = {
  'shipment-despatched': shipmentDespatched,
  'consignment-handed-over': consignmentHandedOver,
  'position-reported': positionReported,
  'telemetry-digested': telemetryDigested,
  'geofence-crossed': geofenceCrossed,
  'arrival-estimated': arrivalEstimated,
  'goods-received': goodsReceived,
  'stock-counted': stockCounted,
  'stock-moved': stockMoved,
  'runout-projected': runoutProjected,
  'runout-light-projected': runoutLightProjected,
  ...containerProjections,
  ...milestoneProjections,
  'arrival-projected': arrivalProjected,
  ...exceptionProjections,
  ...transferProjections,
  ...whatIfProjections,
};
