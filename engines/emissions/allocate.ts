export interface Consignment {
  id: string;
  massKg: number;
  /** Shortest feasible distance from its pick-up to its delivery, whatever way the tour takes. */
  sfdKm?: number;
  /** Great-circle distance between the same places. */
  gcdKm?: number;
}

export type DistanceBasis = 'sfd' | 'gcd';

/**
 * Shares what a tour emitted among its consignments by mass × direct distance (EN ISO 14083, allocation; one basis for all).
 * The order in which the tour visits them changes nobody's share. The shares sum to the total.
 *
 * @example allocateByMassDistance(1000, [{ id: 'a', massKg: 1000, sfdKm: 100 }, { id: 'b', massKg: 3000, sfdKm: 100 }], 'sfd')[1].grams // 750
 */
export function allocateByMassDistance(
  totalGrams: number,
  consignments: readonly Consignment[],
  basis: DistanceBasis,
): { id: string; tonneKm: number; grams: number }[] {
  const activities = consignments.map((consignment) => ({
    id: consignment.id,
    tonneKm: (consignment.massKg / 1000) * distanceOf(consignment, basis),
  }));
  const sum = activities.reduce((total, { tonneKm }) => total + tonneKm, 0);
  if (consignments.length > 0 && !(sum > 0))
    throw new RangeError('No consignment has both mass and distance. State them, or leave the tour unallocated.');
  return activities.map(({ id, tonneKm }) => ({ id, tonneKm, grams: (totalGrams * tonneKm) / sum }));
}

function distanceOf(consignment: Consignment, basis: DistanceBasis): number {
  const distance = basis === 'sfd' ? consignment.sfdKm : consignment.gcdKm;
  if (distance === undefined || !(distance >= 0) || !(consignment.massKg >= 0))
    throw new RangeError(
      `${consignment.id} states ${consignment.massKg} kg and ${distance} km (${basis}). State both for every consignment, on one basis.`,
    );
  return distance;
}
