import { hash } from 'node:crypto';
import type { EventCommand, Id, Instant } from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import type { House } from '../../house.ts';
import { eventIdOf } from '../../record/prepare.ts';
import { refuse } from '../../refuse.ts';
import { deviceFor, type Reporter } from '../telemetry/reading.ts';
import { type ConsignmentParties, findConsignments, insertPositions } from './store.ts';

export interface Position {
  shipment: Id;
  longitude: number;
  latitude: number;
  at: Instant;
  speedKmh?: number;
}
export interface Report {
  reporter: Reporter;
  positions: Position[];
}
export interface Accepted {
  accepted: number;
  /** Shipments that are no consignment of the reporter's. */
  unknown: Id[];
}

/** Clocks of devices run ahead a little; one that is days ahead would hide every later position. */
const MOST_AHEAD_MS = 3_600_000;

/** Keeps the raw rows and says once per consignment where it is; the event binds its rows by their hash. */
export async function reportPositions(house: House, { reporter, positions }: Report): Promise<Accepted> {
  const { organisation } = reporter;
  refuseFuture(house, positions);
  const shipments = [...new Set(positions.map((position) => position.shipment))];
  const consignments = await findConsignments(house, organisation, shipments);
  const batches = consignments.map((consignment) =>
    toBatch(consignment, {
      device: deviceFor(reporter, consignment.shipment),
      rows: positions.filter(({ shipment }) => shipment === consignment.shipment),
    }),
  );
  const receivedAt = house.clock.instant();
  const rows = batches.flatMap(({ device, rows, command }) =>
    rows.map((row) => ({ ...row, device, digest: eventIdOf(organisation, command.source, command.id) })),
  );
  await house.db.system((tx) => insertPositions(tx, { owner: organisation, rows, receivedAt }));
  const results = await house.recorder.record(
    { organisation },
    batches.map(({ command }) => command),
    { atomic: true },
  );
  for (const result of results) if (!result.ok) throw result.refusal;
  const known = consignments.map((consignment) => consignment.shipment);
  return { accepted: rows.length, unknown: shipments.filter((shipment) => !known.includes(shipment)) };
}

function refuseFuture(house: House, positions: Position[]): void {
  const latest = house.clock.now() + MOST_AHEAD_MS;
  const index = positions.findIndex(({ at }) => Date.parse(at) > latest);
  if (index >= 0)
    refuse('INVALID', { path: `positions/${index}/at`, problem: 'lies in the future', value: positions[index]!.at });
}

interface Batch {
  device: string;
  rows: Position[];
  command: EventCommand<'position-reported'>;
}

function toBatch(
  { shipment, supplier, customer, carrier }: ConsignmentParties,
  { device, rows }: { device: string; rows: Position[] },
): Batch {
  const sorted = [...rows].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = sorted.at(-1)!;
  const at = new Date(last.at).toISOString();
  const rowsHash = hashRows(device, sorted);
  const { longitude, latitude } = last;
  return {
    device,
    rows: sorted,
    command: {
      type: 'position-reported',
      source: 'positions',
      id: `${shipment}/${at}/${rowsHash.slice(0, 16)}`,
      occurredAt: at,
      data: {
        shipment,
        supplier,
        customer,
        carrier,
        position: { longitude, latitude },
        at,
        rows: sorted.length,
        rowsHash,
      },
    },
  };
}

/** SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of the rows in order of time: recomputed from the table by whoever checks. */
export function hashRows(device: string, rows: Position[]): string {
  const canonical = rows.map(({ shipment, longitude, latitude, at, speedKmh }) => ({
    device,
    shipment,
    longitude,
    latitude,
    at: new Date(at).toISOString(),
    ...(speedKmh === undefined ? {} : { speedKmh }),
  }));
  return hash('sha256', canonicalJson(canonical), 'hex');
}
