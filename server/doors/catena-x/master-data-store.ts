import type { BillOfMaterial, Id, Instant, Part } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { withoutNulls } from '../gaps.ts';

export interface KnownPart extends Omit<Part, 'part'> {
  id: Id;
  /** Of the event that changed it last. */
  sequence: number;
  /** What the reader calls it. */
  numbers: string[];
}

/** The parts that the reader sees, as far as they have numbers to be found by. */
export async function findParts(tx: Transaction, own: Id): Promise<KnownPart[]> {
  const rows = await tx.query<KnownPart & { lowestC: number | null; highestC: number | null }>(
    `select p.id, p.owner, p.number, p.description, p.unit, p.mass_kg as "massKg", p.packaging, p.family, p.sequence,
       p.quantity_per_pack as "quantityPerPack", p.lowest_c as "lowestC", p.highest_c as "highestC",
       array(select n.number from part_number n where n.part = p.id and n.owner = $1) as numbers
     from part p order by p.id limit 20000`,
    [own],
  );
  return rows.map(({ lowestC, highestC, ...part }) => {
    const temperature = withoutNulls({ lowestC, highestC });
    return withoutNulls({ ...part, ...(Object.keys(temperature).length > 0 ? { temperature } : {}) }) as KnownPart;
  });
}

export interface KnownBill {
  components: BillOfMaterial['components'];
  sequence: number;
  recordedAt: Instant;
}

export async function findBillOf(tx: Transaction, owner: Id, parent: Id): Promise<KnownBill | undefined> {
  const [row] = await tx.query<KnownBill>(
    `select b.components, b.sequence, e.body::json ->> 'recordedAt' as "recordedAt"
     from bill_of_material b join ledger_event e on e.sequence = b.sequence where b.owner = $1 and b.parent = $2`,
    [owner, parent],
  );
  return row;
}

/** The BPNL of whom the reader gets each part from; of what it makes itself, its own. */
export async function findMakers(tx: Transaction, own: Id, parts: Id[]): Promise<Map<Id, string>> {
  const rows = await tx.query<{ part: Id; bpnl: string | null }>(
    `select p.part, (select o.identifiers ->> 'bpn' from organisation o where o.owner = coalesce(
       (select l.supplier from lane l where l.owner = $1 and l.part = p.part and l.ends_on is null order by l.supplier limit 1),
       $1)) as bpnl
     from unnest($2::text[]) as p(part)`,
    [own, parts],
  );
  return new Map(rows.flatMap(({ part, bpnl }) => (bpnl ? [[part, bpnl] as const] : [])));
}
