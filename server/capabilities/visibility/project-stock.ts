import type { RecordedEvent, StockStatus } from '@intakt/contract';
import { need } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';

export interface StockRow extends Row {
  quantity: number;
  counted_at: string | null;
  moved_at: string;
  consumed_on: string | null;
  consumed_quantity: number;
  /** What the last count found, and what the movements before it had added up to; null before the first. */
  counted_quantity: number | null;
  booked_quantity: number | null;
}
interface ClaimRow extends Row {
  by_document: number;
  by_read: number;
}

export interface Movement {
  owner: string;
  site: string;
  part: string;
  status: StockStatus;
  unit: string;
  at: string;
  /** Always positive; `direction` says where to. */
  quantity: number;
  direction: 'in' | 'out';
  /** Despatch note of the goods: what its document and its scans say is one movement. */
  reference?: string;
  via: 'document' | 'read';
  /** Used up by the site itself, as its plan foresees. */
  consumed?: boolean;
  /** Whether a place that never counted this part begins to hold stock by this movement. */
  startsStock: boolean;
}

export const stockNeeds = (
  m: Pick<Movement, 'owner' | 'site' | 'part' | 'status' | 'reference' | 'direction'>,
): Need[] => [
  need('stock', m.owner, m.site, m.part, m.status),
  ...(m.reference ? [need('movement_claim', m.owner, m.site, m.part, m.reference, m.direction)] : []),
];

/**
 * Moves stock by what a document or a scan adds to what is known of the same goods already. */
export function moveStock(rows: RowSet, event: RecordedEvent, movement: Movement): void {
  const moved = movement.reference ? claim(rows, movement, movement.reference) : movement.quantity;
  if (moved !== 0) changeQuantity(rows, event, movement, movement.direction === 'in' ? moved : -moved);
}

/** The larger of both accounts has moved; what this movement adds to that is returned. */
function claim(rows: RowSet, { owner, site, part, quantity, direction, via }: Movement, reference: string): number {
  const before = rows.get<ClaimRow>('movement_claim', owner, site, part, reference, direction);
  const byDocument = (before?.by_document ?? 0) + (via === 'document' ? quantity : 0);
  const byRead = (before?.by_read ?? 0) + (via === 'read' ? quantity : 0);
  rows.put('movement_claim', {
    owner,
    site,
    part,
    reference,
    direction,
    by_document: byDocument,
    by_read: byRead,
    audience: before?.audience ?? [owner],
  });
  return Math.max(byDocument, byRead) - Math.max(before?.by_document ?? 0, before?.by_read ?? 0);
}

/** A count says what was there at its time: movements from before it are in it already. */
function changeQuantity(rows: RowSet, event: RecordedEvent, movement: Movement, delta: number): void {
  const { owner, site, part, status, unit, at, startsStock } = movement;
  const present = rows.get<StockRow>('stock', owner, site, part, status);
  if (!present && !startsStock) return;
  const isCounted = present?.counted_at && Date.parse(present.counted_at) >= Date.parse(at);
  if (isCounted && !movement.consumed) return;
  const later = !present || Date.parse(at) > Date.parse(present.moved_at);
  rows.put('stock', {
    owner,
    site,
    part,
    status,
    quantity: (present?.quantity ?? 0) + (isCounted ? 0 : delta),
    unit: present?.unit ?? unit,
    counted_at: present?.counted_at ?? null,
    moved_at: later ? at : present.moved_at,
    ...consumption(present, movement),
    counted_quantity: present?.counted_quantity ?? null,
    booked_quantity: present?.booked_quantity ?? null,
    event_id: event.eventId,
    audience: present?.audience ?? [owner],
    sequence: event.sequence,
  });
}

/** Sums what is used up on one day; a later day begins anew, an earlier one is over. */
function consumption(
  present: StockRow | undefined,
  { consumed, at, quantity }: Movement,
): Pick<StockRow, 'consumed_on' | 'consumed_quantity'> {
  const on = present?.consumed_on ?? null;
  const sum = present?.consumed_quantity ?? 0;
  const day = at.slice(0, 10);
  if (!consumed || (on && day < on)) return { consumed_on: on, consumed_quantity: sum };
  return { consumed_on: day, consumed_quantity: (day === on ? sum : 0) + quantity };
}
