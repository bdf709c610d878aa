import type { Grams } from './energy-carriers.ts';

/** A leg or a hub of a transport chain, with the intensity of the operation that it is part of. */
export type ChainElement =
  | { kind: 'transport'; id: string; distanceKm: number; perTonneKm: Grams; distanceBasis?: 'sfd' | 'gcd' | 'actual' }
  | { kind: 'hub'; id: string; perTonne: Grams };

export interface ChainEmissions {
  total: Grams;
  /** Transport activity of all legs, tonne-km. */
  tonneKm: number;
  elements: ({ id: string } & Grams)[];
  /** g CO2e per tonne-km of the chain, well to wheel; null where nothing travels. */
  wtwPerTonneKm: number | null;
}

/** EN ISO 14083 and the GLEC Framework: a distance as driven is so much longer than the shortest feasible one. */
const DISTANCE_ADJUSTMENT = 1.05;

/**
 * What moving a mass along a chain emits: Σ mass × distance × intensity over its legs, plus Σ mass × intensity over its hubs (EN ISO
 * 14083, transport chain elements). Activity is counted on the shortest feasible distance (`sfd`) or the great circle (`gcd`);
 * an `actual` distance is brought down by the distance adjustment factor of 5 %.
 *
 * @param massKg consignment with its packaging
 * @example chainEmissions(10_000, [{ kind: 'transport', id: 'road', distanceKm: 500, perTonneKm: { ttw: 73, wtt: 22, wtw: 95 } }]).total.wtw // 475,000 g
 */
export function chainEmissions(massKg: number, elements: readonly ChainElement[]): ChainEmissions {
  if (!(massKg >= 0)) throw new RangeError(`A consignment of ${massKg} kg: state 0 or more.`);
  const tonnes = massKg / 1000;
  let tonneKm = 0;
  const parts = elements.map((element) => {
    const activity = element.kind === 'hub' ? tonnes : tonnes * activityKm(element);
    if (element.kind === 'transport') tonneKm += activity;
    const { ttw, wtt, wtw } = element.kind === 'hub' ? element.perTonne : element.perTonneKm;
    return { id: element.id, ttw: ttw * activity, wtt: wtt * activity, wtw: wtw * activity };
  });
  const sum = (key: keyof Grams) => parts.reduce((total, part) => total + part[key], 0);
  const total = { ttw: sum('ttw'), wtt: sum('wtt'), wtw: sum('wtw') };
  return { total, tonneKm, elements: parts, wtwPerTonneKm: tonneKm > 0 ? total.wtw / tonneKm : null };
}

function activityKm({ distanceKm, distanceBasis = 'sfd', id }: ChainElement & { kind: 'transport' }): number {
  if (!(distanceKm >= 0)) throw new RangeError(`${id} is ${distanceKm} km long: state 0 or more.`);
  return distanceBasis === 'actual' ? distanceKm / DISTANCE_ADJUSTMENT : distanceKm;
}
