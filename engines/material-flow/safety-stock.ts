/** What a safety stock is reckoned from. Days are working days, quantities in the part's unit. */
export interface SafetyStockInput {
  /** Probability that no stop falls into a replenishment, in (0.5, 1). */
  serviceLevel: number;
  demandPerDay: { mean: number; deviation: number };
  leadTimeDays: { mean: number; deviation: number };
}

/**
 * Safety stock for a demand and a lead time that both scatter and do not depend on each other: SS = z · √(L·σd² + d²·σL²)
 * (Silver, Pyke & Thomas 2017, "Inventory and Production Management in Supply Chains", 4th ed., §6.10).
 *
 * @param input service level α; demand per day d with deviation σd; lead time L with deviation σL
 * @returns units to hold, never negative
 * @throws RangeError for a level outside (0.5, 1) or a negative figure
 * @example safetyStock({ serviceLevel: 0.95, demandPerDay: { mean: 100, deviation: 20 }, leadTimeDays: { mean: 4, deviation: 0 } }) // 65.8
 */
export function safetyStock({ serviceLevel, demandPerDay: demand, leadTimeDays: lead }: SafetyStockInput): number {
  if (!(serviceLevel > 0.5 && serviceLevel < 1))
    throw new RangeError(`A service level of ${serviceLevel}: expected above 0.5 and below 1.`);
  const figures = [demand.mean, demand.deviation, lead.mean, lead.deviation];
  const wrong = figures.find((figure) => !(figure >= 0 && Number.isFinite(figure)));
  if (wrong !== undefined) throw new RangeError(`A mean or deviation of ${wrong}: expected 0 or more.`);
  const variance = lead.mean * demand.deviation ** 2 + demand.mean ** 2 * lead.deviation ** 2;
  return normalQuantile(serviceLevel) * Math.sqrt(variance);
}

/**
 * Quantile of the standard normal distribution, by bisection of its distribution function (Abramowitz & Stegun 1964,
 * 26.2.17, error below 7.5e-8).
 *
 * @param level in (0.5, 1)
 * @example normalQuantile(0.975) // 1.96
 */
export function normalQuantile(level: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
