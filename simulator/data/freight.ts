/**
 * Invented rates of usual size. A tonne costs about a quarter of the full load over the same distance, five tonnes five eighths, ten
 * tonnes five sixths.
 */
export const GROUPAGE_RATES = {
  fromKg: [0, 250, 500, 1000, 2500, 5000, 10_000],
  upToKm: [150, 300, 500, 800, 1200, 1800, 3500],
  per100Kg: [
    [17, 21, 33, 50, 75, 110, 187],
    [15, 18.5, 29, 44, 66, 97, 165],
    [10.8, 13.3, 21, 32, 48, 70, 120],
    [8.4, 10.4, 16.5, 25, 37.5, 55, 94],
    [5.8, 7.1, 11.4, 17.4, 26, 38, 64],
    [4.2, 5.1, 8.2, 12.5, 18.6, 27.3, 46],
    [2.8, 3.4, 5.5, 8.4, 12.5, 18.3, 31],
  ],
  minimum: 45,
  mostKg: 15_000,
};

/** A trailer of three metres inner height, as carmakers hire it. */
export const MEGA_TRAILER = {
  ...{ massKg: 24_000, volumeCubicMeters: 96, loadingMeters: 13.6, palletPlaces: 34 },
  ...{ base: 100, perKm: 1.4, perStop: 45, minimum: 280, emptiesPercent: 60 },
  ...{ co2PerKmEmptyKg: 0.8, co2PerKmFullKg: 1.35 },
};
