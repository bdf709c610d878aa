import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, Plot, plotAxis } from '../../shell/plot.tsx';
import type { CapacityWeek, Simulation } from './capacity-queries.ts';
import classes from './schedules.module.css';

const HEIGHT = 220;
const BAR_SHARE = 0.6;

type Labels = Record<'demand' | 'actual' | 'agreed' | 'maximum' | 'tried', string>;

/** Demand as bars under the lines of what can be made; a bar above the highest line is a bottleneck. */
export function CapacityChart({ weeks, simulation }: { weeks: CapacityWeek[]; simulation?: Simulation }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const labels: Labels = {
    demand: t('capacity.demand'),
    actual: t('capacity.actual'),
    agreed: t('capacity.agreed'),
    maximum: t('capacity.maximum'),
    tried: t('capacity.tried'),
  };
  return (
    <Plot
      height={HEIGHT}
      className={classes.chart}
      caption={t('capacity.chart')}
      text={t('capacity.chartText')}
      of={[weeks, simulation]}
      draw={() =>
        weeks.length === 0
          ? undefined
          : { data: seriesOf(weeks, simulation), options: optionsOf(weeks, labels, format) }
      }
    />
  );
}

function seriesOf(weeks: CapacityWeek[], simulation: Simulation | undefined): UPlot.AlignedData {
  const tried = new Map(simulation?.weeks.map(({ week, capacity }) => [week, capacity]));
  return [
    weeks.map((_, i) => i),
    weeks.map(({ demand }) => demand),
    weeks.map(({ actual }) => actual),
    weeks.map(({ agreed }) => agreed ?? null),
    weeks.map(({ maximum }) => maximum),
    weeks.map(({ week }) => tried.get(week) ?? null),
  ];
}

function optionsOf(weeks: CapacityWeek[], labels: Labels, format: Format): Drawing['options'] {
  const axis = plotAxis();
  const week = (place: number): string => (weeks[place] ? format.week(weeks[place].week) : '');
  const value = (_: UPlot, shown: number | null): string => (shown == null ? '' : format.quantity(shown));
  const line = (label: string, colour: string, dash?: number[]): UPlot.Series => ({
    ...{ label, stroke: pageColour(colour), width: 2, points: { show: false }, value },
    ...(dash ? { dash } : {}),
  });
  return {
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    legend: { live: true, markers: { width: 2 } },
    scales: { x: { time: false, range: [-0.6, weeks.length - 0.4] }, y: { range: (_, __, max) => [0, max * 1.08] } },
    axes: [
      { ...axis, values: (_, splits) => splits.map((place) => (Number.isInteger(place) ? week(place) : '')) },
      { ...axis, size: 62, values: (_, splits) => splits.map(format.quantity) },
    ],
    series: [
      { value: (_, place) => (place == null ? '' : week(place)), label: '–' },
      {
        label: labels.demand,
        fill: pageColour('--accent'),
        stroke: pageColour('--accent'),
        paths: UPlot.paths.bars!({ size: [BAR_SHARE, 40] }),
        points: { show: false },
        value,
      },
      line(labels.actual, '--ink'),
      line(labels.agreed, '--ink-soft', [5, 4]),
      line(labels.maximum, '--red'),
      line(labels.tried, '--amber-fill', [2, 3]),
    ],
  };
}
