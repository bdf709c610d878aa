/**
 * Pinball loss of a quantile forecast: what the least possible expectation belongs to is the true quantile (Koenker &
 * Bassett 1978). In the unit of the values.
 *
 * @example pinballLoss(10, 12, 0.9) // 1.8: it took two hours longer than P90 said
 */
export const pinballLoss = (forecast: number, real: number, level: number): number =>
  real >= forecast ? level * (real - forecast) : (1 - level) * (forecast - real);

/** Share of pairs in which the real value did not exceed the forecast: close to the level where forecasts are calibrated. */
export const coverage = (pairs: readonly { forecast: number; real: number }[]): number =>
  pairs.filter(({ forecast, real }) => real <= forecast).length / pairs.length;
