/** Who is made of what: one entry per line of a bill of material. Items are parts at sites, numbered from 0. */
export interface BillOfMaterial {
  readonly items: number;
  readonly parent: Int32Array;
  readonly child: Int32Array;
  /** Pieces of the child in one piece of the parent. */
  readonly quantityPer: Float64Array;
  /** Buckets from the order for the parent to the need for the child; 0 where it is needed when the order starts. */
  readonly offsetBuckets: Int32Array;
  /** First and last bucket of the parent's order for which the line holds. */
  readonly validFrom: Int32Array;
  readonly validTo: Int32Array;
}

/** The order in which items can be planned, or the cycle that forbids any. */
export type PlanningOrder =
  | { ok: true /** Lowest level at which an item is used; 0 is in nothing. */; levels: Int32Array; order: Int32Array }
  | { ok: false /** Each item is a part of the one before it, the first of the last. */; cycle: number[] };

/** Lines of each parent, one after the other: line `lines[first[p]]` … `lines[first[p + 1] - 1]` are those of parent p. */
export interface LinesByParent {
  readonly first: Int32Array;
  readonly lines: Int32Array;
}

export function linesByParent({ items, parent }: BillOfMaterial): LinesByParent {
  const first = new Int32Array(items + 1);
  for (const item of parent) first[item + 1]!++;
  for (let item = 0; item < items; item++) first[item + 1]! += first[item]!;
  const next = first.slice();
  const lines = new Int32Array(parent.length);
  for (let line = 0; line < parent.length; line++) lines[next[parent[line]!]!++] = line;
  return { first, lines };
}

/**
 * Low-level codes: an item is planned after all that it goes into, at the lowest level at which it is used.
 *
 * @param bill lines in any order
 * @returns items by rising level, or a cycle; lines count whether or not they are valid now, for a cycle is a mistake anyway
 * @see Orlicky: Material Requirements Planning (1975), chapter 3; Kahn: Topological sorting of large networks,
 * Communications of the ACM 5 (1962)
 * @example planningOrder(bill) // { ok: false, cycle: [3, 7] }: 7 is in 3, and 3 in 7
 */
export function planningOrder(bill: BillOfMaterial, byParent = linesByParent(bill)): PlanningOrder {
  const { items, child } = bill;
  const waiting = new Int32Array(items);
  for (const item of child) waiting[item]!++;
  const levels = new Int32Array(items);
  const order = new Int32Array(items);
  let planned = 0;
  for (let item = 0; item < items; item++) if (waiting[item] === 0) order[planned++] = item;
  for (let place = 0; place < planned; place++) {
    const item = order[place]!;
    for (let i = byParent.first[item]!; i < byParent.first[item + 1]!; i++) {
      const part = child[byParent.lines[i]!]!;
      levels[part] = Math.max(levels[part]!, levels[item]! + 1);
      if (--waiting[part]! === 0) order[planned++] = part;
    }
  }
  return planned === items ? { ok: true, levels, order } : { ok: false, cycle: cycleAmong(bill, waiting) };
}

/** What still waits has a parent that waits: going up from it must come back to where it has been. */
function cycleAmong({ items, parent, child }: BillOfMaterial, waiting: Int32Array): number[] {
  const waitsFor = new Int32Array(items).fill(-1);
  for (let line = 0; line < parent.length; line++) {
    if (waiting[parent[line]!]! > 0) waitsFor[child[line]!] = parent[line]!;
  }
  const seen = new Map<number, number>();
  const path: number[] = [];
  let item = waiting.findIndex((count) => count > 0);
  while (!seen.has(item)) {
    seen.set(item, path.length);
    path.push(item);
    item = waitsFor[item]!;
  }
  return path.slice(seen.get(item)).reverse();
}
