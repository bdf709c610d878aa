import {
  type CarrierBias,
  coverage,
  estimateArrival,
  fitCarrierBias,
  fitLegs,
  type LegModel,
  pinballLoss,
  type Quantiles,
  sampleQuantiles,
  valueAt,
} from '@intakt/eta';
import { type Options, percentile, progress, readOptions, report, rounded } from './options.ts';
import { drawJourneys, type TravelledJourney } from './travelled-journeys.ts';

const SEED = 3;
const LEVELS = [0.5, 0.8, 0.95];

/** What was said of a journey at each of the levels, and how long it really took. */
interface Case {
  forecasts: number[];
  real: number;
}

async function main(options: Options): Promise<void> {
  const { journeys, lanes } = drawJourneys({ lanes: options.quick ? 150 : 600, seed: SEED });
  const held = new Set(lanes.filter((_, lane) => lane % 4 === 0));
  const known = journeys.filter(({ lane }) => !held.has(lane));
  const [past, later] = [known.filter((_, at) => at % 5 !== 0), known.filter((_, at) => at % 5 === 0)];
  const unseen = journeys.filter(({ lane }) => held.has(lane));
  progress(
    `${past.length} journeys to learn from, ${later.length} more on the same lanes, ${unseen.length} on ${held.size} lanes never seen`,
  );
  const model = fitLegs(past.flatMap(({ legs }) => legs));
  const bias = fitCarrierBias(past.map(({ said }) => said));
  const peers = { global: globalPeer(past), lane: lanePeer(past) };
  const times: number[] = [];
  await report(
    {
      ...scored(
        'held_out',
        unseen.map((journey) => ours({ model }, journey, times)),
      ),
      ...scored(
        'held_out_carrier',
        unseen.map((journey) => ours({ model, bias }, journey, times)),
      ),
      ...scored(
        'held_out_under_way',
        unseen.map((journey) => underWay({ model }, journey)),
      ),
      ...scored('held_out_global', unseen.map(peers.global)),
      ...scored(
        'known',
        later.map((journey) => ours({ model }, journey, times)),
      ),
      ...scored('known_lane', later.map(peers.lane)),
      ...scored('known_global', later.map(peers.global)),
      pinball_ratio_global: ratio(
        unseen.map((journey) => ours({ model }, journey, times)),
        unseen.map(peers.global),
      ),
      pinball_ratio_lane: ratio(
        later.map((journey) => ours({ model }, journey, times)),
        later.map(peers.lane),
      ),
      estimate_p99_ms: rounded(percentile(times, 0.99), 3),
      held_out_journeys: unseen.length,
    },
    options,
  );
}

type Estimator = { model: LegModel; bias?: CarrierBias };

function ours(estimator: Estimator, journey: TravelledJourney, times: number[]): Case {
  const start = performance.now();
  const answer = estimateArrival(estimator, {
    legs: journey.legs,
    driver: journey.byRoad ? {} : undefined,
    carrierSays: estimator.bias && journey.said,
  });
  times.push(performance.now() - start);
  if (!answer.ok) throw new Error(`Nothing was learned of ${answer.unknown.kind}.`);
  return { forecasts: LEVELS.map((level) => valueAt(answer.estimate.quantiles, level)), real: journey.hours };
}

/** Half of the first leg's reference has passed, or as much of it as there was; only what is left is asked about. */
function underWay(estimator: Estimator, journey: TravelledJourney): Case {
  const [first] = journey.legs;
  const elapsedHours = Math.min(first!.hours * 0.99, first!.referenceHours / 2);
  const answer = estimateArrival(estimator, { legs: journey.legs, elapsedHours });
  if (!answer.ok) throw new Error(`Nothing was learned of ${answer.unknown.kind}.`);
  const real = journey.legs.reduce((sum, { hours }) => sum + hours, 0) - elapsedHours;
  return { forecasts: LEVELS.map((level) => valueAt(answer.estimate.quantiles, level)), real };
}

const caseOf = (multiples: Quantiles, { referenceHours, hours }: TravelledJourney): Case => ({
  forecasts: LEVELS.map((level) => referenceHours * valueAt(multiples, level)),
  real: hours,
});
const multiplesOf = (journeys: TravelledJourney[]): Quantiles =>
  sampleQuantiles(journeys.map(({ hours, referenceHours }) => hours / referenceHours));

function globalPeer(past: TravelledJourney[]): (journey: TravelledJourney) => Case {
  const all = multiplesOf(past);
  return (journey) => caseOf(all, journey);
}

/** Quantiles of the lane's own past, and where it has none of all lanes. */
function lanePeer(past: TravelledJourney[]): (journey: TravelledJourney) => Case {
  const all = multiplesOf(past);
  const lanes = new Map([...Map.groupBy(past, ({ lane }) => lane)].map(([lane, own]) => [lane, multiplesOf(own)]));
  return (journey) => caseOf(lanes.get(journey.lane) ?? all, journey);
}

function scored(name: string, cases: Case[]): Record<string, number> {
  const covered = (index: number) =>
    rounded(coverage(cases.map(({ forecasts, real }) => ({ forecast: forecasts[index]!, real }))), 3);
  return {
    [`${name}_p50`]: covered(0),
    [`${name}_p80`]: covered(1),
    [`${name}_p95`]: covered(2),
    [`${name}_pinball_h`]: rounded(meanLoss(cases), 3),
  };
}

const ratio = (some: Case[], others: Case[]): number => rounded(meanLoss(some) / meanLoss(others), 3);

function meanLoss(cases: Case[]): number {
  const losses = cases.flatMap(({ forecasts, real }) =>
    LEVELS.map((level, at) => pinballLoss(forecasts[at]!, real, level)),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

await main(readOptions(process.argv.slice(2)));
