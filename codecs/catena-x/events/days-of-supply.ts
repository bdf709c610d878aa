import type { RunoutProjection } from '@intakt/contract';
import type { DaysOfSupply } from '../aspects.ts';
import type { AspectProblem } from '../problem.ts';
import { type AspectNames, unknownPlace } from './translation.ts';

/**
 * Projections of one part as its DaysOfSupply. The other way there is no event: a partner's reach is its own
 * computation and stays a statement, while ours are recorded by Intakt's engines only.
 *
 * @param projections of the owner's sites
 * @param names what Catena-X calls the part and its sites, the side of the trade, and when the projections were made
 */
export function daysOfSupplyOf(
  projections: readonly RunoutProjection[],
  names: AspectNames & { direction: DaysOfSupply['direction']; updatedAt: string },
): { aspect: DaysOfSupply; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const allocatedDaysOfSupply = projections.flatMap(({ site, asOf, daysOfSupply }) => {
    const { bpns, bpna } = names.placeOf(site) ?? {};
    if (bpns === undefined || bpna === undefined) {
      problems.push({ ...unknownPlace('', site), expected: 'a site with BPNS and BPNA' });
      return [];
    }
    return [
      {
        amountOfAllocatedDaysOfSupply: [{ date: `${asOf}T00:00:00.000Z`, daysOfSupply }],
        stockLocationBPNS: bpns,
        stockLocationBPNA: bpna,
        lastUpdatedOnDateTime: names.updatedAt,
      },
    ];
  });
  const { asset: materialGlobalAssetId, direction } = names;
  return { aspect: { materialGlobalAssetId, direction, allocatedDaysOfSupply }, problems };
}
