import { type BillOfMaterial, type LinesByParent, linesByParent, planningOrder } from './bill-of-material.ts';

/** Quantities that are due: one entry each. */
export interface DatedQuantities {
  readonly item: Int32Array;
  readonly bucket: Int32Array;
  readonly quantity: Float64Array;
}

export interface ExplosionInput {
  readonly bill: BillOfMaterial;
  readonly buckets: number;
  /** Demand from outside, pieces: item × bucket, by items. */
  readonly demand: Float64Array;
  /** Pieces at the start of the first bucket, per item. */
  readonly onHand: Float64Array;
  /** Pieces that are not to be used, per item. */
  readonly safetyStock: Float64Array;
  /** Buckets from order to receipt, per item. */
  readonly leadTimeBuckets: Int32Array;
  /** Orders are whole multiples of so many pieces; 0 orders exactly what is missing. */
  readonly lotMultiple: Float64Array;
  /** What is on its way, and what is firmly called off: both are received in their bucket and not ordered again. */
  readonly inTransit: DatedQuantities;
  readonly calledOff: DatedQuantities;
}

/** Item × bucket, by items, pieces. */
export interface Requirements {
  /** Demand from outside and from the orders for parents. */
  readonly gross: Float64Array;
  /** Orders by the bucket in which they are needed. */
  readonly receipts: Float64Array;
  /** The same orders by the bucket in which they must be placed. */
  readonly releases: Float64Array;
  /** Per item: pieces whose order would have had to be placed before the first bucket; they are released in it. */
  readonly late: Float64Array;
}

export type Explosion =
  | ({ ok: true; levels: Int32Array } & Requirements)
  | { ok: false; reason: 'cycle'; cycle: number[] };

/**
 * Explodes demand through a multi-level bill of material: level by level, gross requirements are netted against stock, transit
 * and call-offs, what is missing is ordered a lead time earlier, and orders become gross requirements of the parts.
 *
 * @param input items are parts at sites; all arrays of items × buckets are by items
 * @returns requirements, or the cycle for which there are none
 * @throws RangeError when an array does not fit the number of items and buckets
 * @see Orlicky: Material Requirements Planning (1975), chapters 4 and 5; worked example in the test: Heizer, Render:
 * Operations Management, chapter "MRP and ERP"
 * @example explode(input).releases[item * buckets + 3] // what has to be ordered in the fourth bucket
 */
export function explode(input: ExplosionInput): Explosion {
  checkShapes(input);
  const { bill, buckets, demand } = input;
  const byParent = linesByParent(bill);
  const plan = planningOrder(bill, byParent);
  if (!plan.ok) return { ok: false, reason: 'cycle', cycle: plan.cycle };
  const result: Requirements = {
    gross: demand.slice(),
    receipts: new Float64Array(demand.length),
    releases: new Float64Array(demand.length),
    late: new Float64Array(bill.items),
  };
  const scheduled = new Float64Array(demand.length);
  for (const expected of [input.inTransit, input.calledOff]) addExpected(scheduled, expected, buckets);
  for (const item of plan.order) {
    netItem(input, result, { item, scheduled });
    passOn(input, result, { item, byParent });
  }
  return { ok: true, levels: plan.levels, ...result };
}

function checkShapes({ bill, buckets, ...arrays }: ExplosionInput): void {
  const { onHand, safetyStock, leadTimeBuckets, lotMultiple, demand } = arrays;
  const perItem = { onHand, safetyStock, leadTimeBuckets, lotMultiple };
  for (const [name, array] of Object.entries(perItem)) {
    if (array.length !== bill.items)
      throw new RangeError(`${name} has ${array.length} entries for ${bill.items} items.`);
  }
  if (demand.length !== bill.items * buckets)
    throw new RangeError(`demand has ${demand.length} entries for ${bill.items} items in ${buckets} buckets.`);
}

/** What is due after the last bucket helps nobody within it; what is overdue is expected at once. */
function addExpected(scheduled: Float64Array, { item, bucket, quantity }: DatedQuantities, buckets: number): void {
  for (let i = 0; i < item.length; i++) {
    if (bucket[i]! < buckets) scheduled[item[i]! * buckets + Math.max(0, bucket[i]!)]! += quantity[i]!;
  }
}

/** Binary fractions of kilograms do not add up exactly; a millionth of a unit is not ordered. */
const NOTHING = 1e-6;

function netItem(
  { buckets, onHand, safetyStock, leadTimeBuckets, lotMultiple }: ExplosionInput,
  { gross, receipts, releases, late }: Requirements,
  { item, scheduled }: { item: number; scheduled: Float64Array },
): void {
  const start = item * buckets;
  const lead = leadTimeBuckets[item]!;
  const multiple = lotMultiple[item]!;
  let available = onHand[item]! - safetyStock[item]!;
  for (let bucket = 0; bucket < buckets; bucket++) {
    available += scheduled[start + bucket]! - gross[start + bucket]!;
    if (available >= -NOTHING) continue;
    const order = multiple > 0 ? Math.ceil(-available / multiple - NOTHING) * multiple : -available;
    available += order;
    receipts[start + bucket] = order;
    releases[start + Math.max(0, bucket - lead)]! += order;
    if (bucket < lead) late[item]! += order;
  }
}

function passOn(
  { bill, buckets }: ExplosionInput,
  { gross, releases }: Requirements,
  { item, byParent }: { item: number; byParent: LinesByParent },
): void {
  const start = item * buckets;
  for (let i = byParent.first[item]!; i < byParent.first[item + 1]!; i++) {
    const line = byParent.lines[i]!;
    const [share, offset] = [bill.quantityPer[line]!, bill.offsetBuckets[line]!];
    const from = Math.max(0, bill.validFrom[line]!, -offset);
    const to = Math.min(buckets - 1, bill.validTo[line]!, buckets - 1 - offset);
    const target = bill.child[line]! * buckets + offset;
    for (let bucket = from; bucket <= to; bucket++) gross[target + bucket]! += share * releases[start + bucket]!;
  }
}
