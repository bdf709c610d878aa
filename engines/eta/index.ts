export { type CarrierBias, type CarrierEstimate, correctedEstimate, fitCarrierBias } from './carrier-bias.ts';
export { clockHoursFor, type DriverState, EU_561, wheelHoursIn } from './driving-times.ts';
export { type ArrivalEstimate, type EtaAnswer, estimateArrival, type Journey } from './estimate-arrival.ts';
export { fitLegs, type LegModel, legQuantiles, type Priors } from './fit-legs.ts';
export { givenElapsed } from './given-elapsed.ts';
export { LEG_KINDS, type Leg, type LegKind, type LegRecord } from './leg.ts';
export { LEVELS, levelOf, type Quantiles, sampleQuantiles, valueAt } from './levels.ts';
export { coverage, pinballLoss } from './scoring.ts';
