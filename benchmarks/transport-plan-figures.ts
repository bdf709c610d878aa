import { evaluatePlan, planTransport, type PlanNetwork, stressPlan, type TransportPlan } from '@intakt/transport-plan';
import { demonstrationLanes, type Extent } from './demonstration-lanes.ts';

const SEED = 1;
/** Weeks that no plan has seen. */
const UNSEEN = { weeks: 200, seed: 4711 };

export interface Compared {
  suppliers: number;
  today: TransportPlan;
  /**
   * Each lane by whichever of direct and groupage is cheaper, at its best frequency, with hours levelled as the plan's. Full loads as
   * they are usually hired: each takes its empties back, and every week is cleared.
   */
  without: TransportPlan;
  /** The same with its full loads and their empties planned as in the plan; what is saved beyond it is saved by travelling together. */
  alone: TransportPlan;
  plan: TransportPlan;
  /** Trailer loads of goods over trucks that come. */
  fill: { today: number; without: number; alone: number; plan: number };
  stress: { fillP10: number; fillP50: number; fillP90: number; overflowShare: number };
}

export async function comparePlans(extent: Extent, volume = 1): Promise<Compared> {
  const { network, today: stated } = demonstrationLanes(extent, volume);
  const today = evaluatePlan(network, stated, { seed: SEED });
  const without = await planTransport(network, { seed: SEED, concepts: ['direct', 'groupage'], plain: true });
  const alone = await planTransport(network, { seed: SEED, concepts: ['direct', 'groupage'] });
  const plan = await planTransport(network, { seed: SEED });
  const { fillByWeek, overflowShare } = stressPlan(network, plan, UNSEEN);
  const at = (level: number) => fillByWeek[Math.floor(level * fillByWeek.length)]!;
  return {
    suppliers: network.lanes.length,
    ...{ today, without, alone, plan },
    fill: {
      ...{ today: fillOf(network, today), without: fillOf(network, without) },
      ...{ alone: fillOf(network, alone), plan: fillOf(network, plan) },
    },
    stress: { fillP10: at(0.1), fillP50: at(0.5), fillP90: at(0.9), overflowShare },
  };
}

export const trucksOf = ({ arrivalsPerHour }: TransportPlan): number =>
  arrivalsPerHour.flat().reduce((sum, trucks) => sum + trucks, 0);

function fillOf({ lanes, vehicles }: PlanNetwork, plan: TransportPlan): number {
  const { capacity } = vehicles[0]!;
  const loads = lanes.reduce((sum, { weekly, layers = 1 }) => {
    const floor =
      Math.max(weekly.loadingMeters / capacity.loadingMeters, weekly.palletPlaces / capacity.palletPlaces) / layers;
    return sum + Math.max(weekly.massKg / capacity.massKg, weekly.volumeM3 / capacity.volumeM3, floor);
  }, 0);
  return loads / trucksOf(plan);
}

/** The plant with a tenth of its cars, and at least so many pick-ups a week of everything. */
export async function planWithLeast(least: number): Promise<TransportPlan> {
  const { network } = demonstrationLanes('direct suppliers', 0.1);
  const lanes = network.lanes.map((lane) => ({ ...lane, pickupsPerWeek: { least } }));
  return planTransport({ ...network, lanes }, { seed: SEED });
}
