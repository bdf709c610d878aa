export { biasSignal } from './bias-signal.ts';
export {
  type BillOfMaterial,
  type LinesByParent,
  linesByParent,
  type PlanningOrder,
  planningOrder,
} from './bill-of-material.ts';
export { bullwhipBound, bullwhipBoundOfChain, bullwhipRatio } from './bullwhip.ts';
export { type Consensus, consensus, type Opinion, type PartyStanding, type Track, valueAdded } from './consensus.ts';
export { type DampingEffect, dampRelease, effectOfDamping } from './damp-releases.ts';
export { type DatedQuantities, type Explosion, type ExplosionInput, explode, type Requirements } from './explode.ts';
export { type CapacityInput, type Levelled, levelCapacity } from './level-capacity.ts';
export { type Horizons, type Nervousness, nervousness, type Release, ZONES, type Zone, zoneOf } from './nervousness.ts';
export { type OrderingTier, ordersOfChain, orderUpTo } from './order-up-to.ts';
