import type { IsoDay } from '@intakt/contract';
import { LAGS, type Said } from './forecast-rules.ts';

/** How good a party's numbers were, so many weeks ahead. */
export interface Accuracy {
  lagWeeks: number;
  /** Weeks of which both what was said and what came are known. */
  weeks: number;
  /** Sum of absolute errors by demand, and sum of errors by demand: 0.1 says that a tenth too much was said. */
  wape: number | null;
  bias: number | null;
  /** 1 − WAPE by that of who says the last known week again. */
  valueAdded: number | null;
}

/**
 * What a party said against what came, at each lag that is kept. The naive of the value added says, as early, the week that
 * was then the last one known.
 */
export function accuracyOf(
  said: Said,
  actual: ReadonlyMap<IsoDay, number>,
  before: (week: IsoDay, weeks: number) => IsoDay,
): Accuracy[] {
  return LAGS.flatMap((lagWeeks) => {
    const pairs = Object.entries(said[lagWeeks] ?? {}).flatMap(([week, quantity]) => {
      const came = actual.get(week);
      const naive = actual.get(before(week, lagWeeks + 1));
      return came === undefined ? [] : [{ quantity, came, naive }];
    });
    if (pairs.length === 0) return [];
    const sum = (of: (pair: (typeof pairs)[number]) => number): number =>
      pairs.reduce((total, pair) => total + of(pair), 0);
    const demand = sum(({ came }) => Math.abs(came));
    const missed = sum(({ quantity, came }) => Math.abs(quantity - came));
    const compared = pairs.filter(({ naive }) => naive !== undefined);
    const missedThere = compared.reduce((total, { quantity, came }) => total + Math.abs(quantity - came), 0);
    const naiveMissed = compared.reduce((total, { naive, came }) => total + Math.abs(naive! - came), 0);
    return [
      {
        lagWeeks,
        weeks: pairs.length,
        wape: ratio(missed, demand),
        bias: ratio(
          sum(({ quantity, came }) => quantity - came),
          demand,
        ),
        valueAdded: naiveMissed > 0 ? round(1 - missedThere / naiveMissed) : null,
      },
    ];
  });
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const ratio = (a: number, b: number): number | null => (b > 0 ? round(a / b) : null);
