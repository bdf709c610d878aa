import type { IsoDay } from '@intakt/contract';
import type { ForecastView } from './forecast-queries.ts';

export interface Curve {
  kind:
    | 'history'
    | 'middle'
    | 'low80'
    | 'high80'
    | 'low95'
    | 'high95'
    | 'customer'
    | 'supplier'
    | 'statistical'
    | 'callOffs';
  /** Whose numbers they are, where they are a party's. */
  party?: string;
  values: (number | null)[];
}

const BOUNDS = { low95: 0.025, high95: 0.975, low80: 0.1, high80: 0.9 } as const;

/** Everything that is known of one part, on one axis of weeks; a gap stays a gap. */
export function curvesOf(view: ForecastView): { weeks: IsoDay[]; curves: Curve[] } {
  const all = [
    view.history,
    view.statistical?.weeks ?? [],
    ...view.parties.map((one) => one.weeks),
    ...view.callOffs.map((one) => one.weeks),
  ];
  const weeks = [...new Set(all.flatMap((list) => list.map(({ week }) => week)))].sort();
  const along = (list: readonly { week: IsoDay; value: number | undefined }[]): (number | null)[] => {
    const known = new Map(list.map(({ week, value }) => [week, value]));
    return weeks.map((week) => known.get(week) ?? null);
  };
  const quantities = (list: readonly { week: IsoDay; quantity: number }[]) =>
    along(list.map(({ week, quantity }) => ({ week, value: quantity })));
  const curves: Curve[] = [{ kind: 'history', values: quantities(view.history) }];
  if (view.statistical) {
    const { weeks: ahead, levels } = view.statistical;
    curves.push({ kind: 'middle', values: quantities(ahead) });
    for (const [kind, level] of Object.entries(BOUNDS) as [keyof typeof BOUNDS, number][]) {
      const place = levels.indexOf(level);
      if (place < 0) continue;
      curves.push({ kind, values: along(ahead.map(({ week, quantiles }) => ({ week, value: quantiles?.[place] }))) });
    }
  }
  for (const { source, owner, weeks: said } of view.parties)
    curves.push({ kind: source, party: owner, values: quantities(said) });
  for (const { customer, weeks: called } of view.callOffs)
    curves.push({ kind: 'callOffs', party: customer, values: quantities(called) });
  return { weeks, curves };
}
