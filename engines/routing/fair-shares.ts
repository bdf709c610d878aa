import { Random } from './random.ts';

/** Up to so many partners every coalition is priced; beyond, orders of joining are sampled. */
export const EXACT_PARTNERS = 12;
const SAMPLES = 2000;

/**
 * Shares a total in proportion to what each partner would pay alone. Without any such price, equally.
 *
 * @example standAloneShares(90, [60, 40, 20]) // [45, 30, 15]
 */
export function standAloneShares(total: number, standAlone: readonly number[]): number[] {
  return proportional(total, standAlone);
}

/**
 * Shares a total in proportion to mass × direct distance, whatever the order in which the tour visits the partners (the
 * allocation unit of EN ISO 14083, clause on transport activity, with the shortest feasible distance).
 *
 * @example massDistanceShares(100, [{ massKg: 1000, directMeters: 100 }, { massKg: 3000, directMeters: 100 }]) // [25, 75]
 */
export function massDistanceShares(
  total: number,
  parts: readonly { massKg: number; directMeters: number }[],
): number[] {
  return proportional(
    total,
    parts.map(({ massKg, directMeters }) => massKg * directMeters),
  );
}

/**
 * The Shapley value: each partner pays what it adds to the cost of those who joined before it, averaged over all orders of
 * joining (Shapley 1953). Exact up to 12 partners; beyond, over 2,000 orders drawn from the seed, each also taken backwards
 * (Castro, Gómez and Tejada, Computers & Operations Research 36, 2009). Shares sum to the cost of all together.
 *
 * @param costOf the cost of serving a coalition, given as sorted partner numbers from 0; 0 for nobody
 * @example shapleyShares(2, (members) => [0, 60, 90][members.length]!) // [45, 45]
 */
export function shapleyShares(
  partners: number,
  costOf: (members: readonly number[]) => number,
  options: { seed: number } = { seed: 1 },
): number[] {
  if (!Number.isSafeInteger(partners) || partners < 0) throw new RangeError(`${partners} is no number of partners`);
  return partners <= EXACT_PARTNERS ? exactShapley(partners, costOf) : sampledShapley(partners, costOf, options.seed);
}

function proportional(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / weights.length));
}

function exactShapley(partners: number, costOf: (members: readonly number[]) => number): number[] {
  const all = Array.from({ length: partners }, (_, i) => i);
  const costs = Float64Array.from({ length: 1 << partners }, (_, set) =>
    set === 0 ? 0 : costOf(all.filter((i) => set & (1 << i))),
  );
  // How likely it is that just these have joined before: |S|! (n − |S| − 1)! / n!
  const chance = all.map((size) => 1 / (partners * binomial(partners - 1, size)));
  return all.map((partner) => {
    let share = 0;
    for (let set = 0; set < costs.length; set++) {
      if (set & (1 << partner)) continue;
      share += chance[bitsOf(set)]! * (costs[set | (1 << partner)]! - costs[set]!);
    }
    return share;
  });
}

function sampledShapley(partners: number, costOf: (members: readonly number[]) => number, seed: number): number[] {
  const random = new Random(seed);
  const shares = new Array<number>(partners).fill(0);
  const order = Int32Array.from({ length: partners }, (_, i) => i);
  for (let sample = 0; sample < SAMPLES; sample++) {
    if (sample % 2 === 0) random.shuffle(order);
    else order.reverse();
    let before = 0;
    const members: number[] = [];
    for (const partner of order) {
      members.push(partner);
      const cost = costOf(members.toSorted((a, b) => a - b));
      shares[partner]! += (cost - before) / SAMPLES;
      before = cost;
    }
  }
  return shares;
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
