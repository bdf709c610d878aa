import { hash } from 'node:crypto';
import { type EventCommand, SENSOR_KINDS } from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import type { House } from '../../house.ts';
import { SOURCE, WINDOW_MS } from './batch.ts';
import { Consignments } from './consignments.ts';
import { closeWindow, dueWindows, readWindow, type Window, type WindowRows } from './store.ts';

/** What was under way when a window ended has come by then. */
const SETTLED_MS = WINDOW_MS + 5_000;
const MOST_AT_ONCE = 500;

/** Says once per window, device and consignment what the raw rows were; it is run again and again, and after a stop goes on where it was. */
export async function digestTelemetry(house: House, { openMs = SETTLED_MS } = {}): Promise<void> {
  const windows = await dueWindows(house.db, { openMs, limit: MOST_AT_ONCE });
  if (windows.length === 0) return;
  const consignments = new Consignments(house.db);
  await consignments.load(windows.map(askedOf));
  for (const window of windows) await digestWindow(house, window, consignments);
}

async function digestWindow(house: House, window: Window, consignments: Consignments): Promise<void> {
  const { owner } = window;
  const followed = consignments.find(askedOf(window));
  const rows = await readWindow(house.db, window);
  if (followed && rows.positions.length + rows.sensors.length > 0) {
    const { supplier, customer, carrier } = followed;
    const command = digestCommand(window, { supplier, customer, carrier }, rows);
    const [result] = await house.recorder.record({ organisation: owner }, [command]);
    if (!result!.ok) house.log.warn(result!.refusal, 'A digest of telemetry could not be recorded.');
  }
  await closeWindow(house.db, window);
}

/** The device of a link is named after it. */
const askedOf = ({ owner, shipment, device }: Window) => ({
  organisation: owner,
  shipment,
  isLink: device.startsWith('link-'),
});

type Parties = Record<'supplier' | 'customer' | 'carrier', string>;

function digestCommand(window: Window, parties: Parties, rows: WindowRows): EventCommand<'telemetry-digested'> {
  const last = rows.positions.findLast(({ mark }) => !mark);
  const at = new Date((last ?? [...rows.positions, ...rows.sensors].at(-1)!).at).toISOString();
  return {
    type: 'telemetry-digested',
    source: SOURCE,
    id: window.windowId,
    occurredAt: at,
    data: {
      shipment: window.shipment,
      ...parties,
      ...(last && { position: { longitude: last.longitude, latitude: last.latitude } }),
      at,
      readings: summarise(rows.sensors),
      rows: rows.positions.length + rows.sensors.length,
      rowsHash: hashWindow(window.device, rows),
    },
  };
}

const summarise = (sensors: WindowRows['sensors']) =>
  SENSOR_KINDS.flatMap((kind) => {
    const values = sensors.filter((row) => row.kind === kind && !row.mark).map(({ value }) => value);
    if (values.length === 0) return [];
    return [{ kind, lowest: Math.min(...values), highest: Math.max(...values), latest: values.at(-1)! }];
  });

/** SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of the window's raw rows: recomputed from the tables by whoever checks. */
export function hashWindow(device: string, { positions, sensors }: WindowRows): string {
  const plain = <T extends { at: string }>(row: T): object =>
    Object.fromEntries(
      Object.entries({ ...row, at: new Date(row.at).toISOString() }).filter(
        ([, value]) => value !== null && value !== undefined,
      ),
    );
  return hash('sha256', canonicalJson({ device, positions: positions.map(plain), sensors: sensors.map(plain) }), 'hex');
}
