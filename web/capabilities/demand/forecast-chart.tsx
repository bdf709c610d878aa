import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, faded, Plot, plotAxis } from '../../shell/plot.tsx';
import { type Curve, curvesOf } from './forecast-curves.ts';
import type { ForecastView } from './forecast-queries.ts';
import classes from './schedules.module.css';

const HEIGHT = 260;
const SECOND = 1000;

/** What was, the fan of what may come (80 % dark, 95 % light), and what each party says. */
export function ForecastChart({ view, nameOf }: { view: ForecastView; nameOf: (id: string) => string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { weeks, curves } = useMemo(() => curvesOf(view), [view]);
  const word = (curve: Curve): string =>
    curve.party ? `${t(`forecast.curve-${curve.kind}`)} ${nameOf(curve.party)}` : t(`forecast.curve-${curve.kind}`);
  const draw = (): Drawing | undefined =>
    weeks.length === 0
      ? undefined
      : {
          data: [weeks.map((week) => Date.parse(`${week}T00:00:00Z`) / SECOND), ...curves.map(({ values }) => values)],
          options: options(curves, word, format),
        };
  return (
    <Plot
      height={HEIGHT}
      className={classes.chart}
      caption={t('forecast.chart')}
      text={t('forecast.chartText')}
      of={[weeks, curves, nameOf]}
      draw={draw}
    />
  );
}

function options(curves: Curve[], word: (curve: Curve) => string, format: Format): Drawing['options'] {
  const axis = plotAxis();
  const accent = pageColour('--accent');
  const place = (kind: Curve['kind']): number => curves.findIndex((curve) => curve.kind === kind) + 1;
  const colours = [pageColour('--amber'), pageColour('--red'), pageColour('--green'), pageColour('--number')];
  const day = (seconds: number): string => format.week(new Date(seconds * SECOND).toISOString().slice(0, 10));
  const hasFan = place('low95') > 0;
  let party = 0;
  return {
    cursor: { points: { size: 6 }, drag: { x: true, y: false } },
    legend: { live: true, markers: { width: 2 } },
    axes: [
      { ...axis, values: (_, splits) => splits.map(day) },
      { ...axis, size: 62, values: (_, splits) => splits.map(format.quantity) },
    ],
    bands: hasFan
      ? [
          { series: [place('high95'), place('low95')], fill: faded(accent, 0.1) },
          { series: [place('high80'), place('low80')], fill: faded(accent, 0.2) },
        ]
      : [],
    series: [
      { value: (_, seconds) => (seconds == null ? '' : day(seconds)), label: '–' },
      ...curves.map((curve): UPlot.Series => {
        const bound = curve.kind.startsWith('low') || curve.kind.startsWith('high');
        const own = curve.kind === 'history' ? pageColour('--ink') : accent;
        return {
          label: word(curve),
          stroke: bound ? faded(accent, 0.35) : curve.party ? colours[party++ % colours.length]! : own,
          width: bound ? 0.5 : 1.8,
          ...(curve.party ? { dash: [5, 4] } : {}),
          points: { show: false },
          value: (_, value) => (value == null ? '' : format.quantity(Math.round(value * 10) / 10)),
        };
      }),
    ],
  };
}
