/** A: additive, M: multiplicative, D: additive and damped, N: none. */
export interface Form {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'D';
  readonly season: 'N' | 'A' | 'M';
}

/**
 * The forms that ETS chooses from: all but those with additive errors and a multiplicative season, whose variance has no
 * bound, and those with a multiplicative trend, which forecast poorly. Multiplicative parts need positive values.
 *
 * @see Hyndman, Athanasopoulos: Forecasting, Principles and Practice, 3rd ed., § 8.6
 */
export function admissibleForms({ positive, seasonal }: { positive: boolean; seasonal: boolean }): Form[] {
  return FORMS.filter(
    ({ error, season }) => (positive || (error === 'A' && season !== 'M')) && (seasonal || season === 'N'),
  );
}

const FORMS: readonly Form[] = (['A', 'M'] as const).flatMap((error) =>
  (['N', 'A', 'D'] as const).flatMap((trend) =>
    (['N', 'A', 'M'] as const)
      .filter((season) => error === 'M' || season !== 'M')
      .map((season) => ({ error, trend, season })),
  ),
);

/** As the literature writes it: ETS(M,Ad,A). */
export const nameOfForm = ({ error, trend, season }: Form): string =>
  `ETS(${error},${trend === 'D' ? 'Ad' : trend},${season})`;
