import { bullwhipBoundOfChain, nervousness } from '@intakt/demand-planning';

const releases = [
  { first: 0, quantities: Float64Array.of(100, 100, 100, 100) },
  { first: 1, quantities: Float64Array.of(100, 120, 80) },
];
const zones = nervousness(releases, { firmTo: 1, productionTo: 2, materialTo: 3 });
console.log(zones.firm.share, zones.production.share);
// 0 0.2

const { shared, notShared } = bullwhipBoundOfChain({ leadTimesBuckets: [2, 2, 2], averagedBuckets: 4 });
console.log(`third tier: ${shared} with, ${notShared} without shared demand`);
// third tier: 8.5 with, 15.625 without shared demand
