/**
 * Whether a number errs to one side: the mean error by its own standard error, so that unrest alone does not look like a bias.
 * Without a bias it rarely leaves ±3, whatever the size of the errors; a constant error of any size is infinitely sure.
 *
 * @param errors said − came, bucket by bucket; NaN where either is not known
 * @returns undefined with fewer than two known errors; 0 where nothing was ever missed
 * @see Student: The probable error of a mean, Biometrika 6 (1908); Trigg: Monitoring a forecasting system, Operational Research
 * Quarterly 15 (1964), for why the sum of errors by their mean size alone, Brown's tracking signal, is told too often
 * @example biasSignal(Float64Array.of(3, 5, 4)) // 6.93
 */
export function biasSignal(errors: Float64Array): number | undefined {
  const known = errors.filter((error) => !Number.isNaN(error));
  if (known.length < 2) return undefined;
  const middle = known.reduce((sum, error) => sum + error, 0) / known.length;
  const spread = known.reduce((sum, error) => sum + (error - middle) ** 2, 0) / (known.length - 1);
  if (middle === 0) return 0;
  return middle / Math.sqrt(spread / known.length);
}
