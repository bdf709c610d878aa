import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, Plot, plotAxis } from '../../shell/plot.tsx';
import { cumulated } from './buckets.ts';
import type { ComparisonBucket } from './queries.ts';
import classes from './schedules.module.css';

const HEIGHT = 188;
const SECOND = 1000;

/** Both releases cumulated: where the lines part, the customer changed its mind. */
export function ScheduleChart({ buckets, compared }: { buckets: ComparisonBucket[]; compared: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = { old: t('field.old'), new: t('field.new') };
  return (
    <Plot
      height={HEIGHT}
      className={classes.chart}
      caption={t('schedules.chart')}
      text={t('schedules.chartText')}
      of={[buckets, compared]}
      draw={() =>
        buckets.length === 0 ? undefined : { data: seriesOf(buckets, compared), options: options(labels, format) }
      }
    />
  );
}

function seriesOf(buckets: ComparisonBucket[], compared: boolean): UPlot.AlignedData {
  const rows = cumulated(buckets);
  return [
    rows.map((row) => Date.parse(`${row.to}T00:00:00Z`) / SECOND),
    rows.map((row) => (compared ? row.oldSoFar : null)),
    rows.map((row) => row.newSoFar),
  ];
}

function options(labels: { old: string; new: string }, format: Format): Drawing['options'] {
  const axis = plotAxis();
  const day = (seconds: number): string => format.shortDay(new Date(seconds * SECOND).toISOString().slice(0, 10));
  return {
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    legend: { live: true, markers: { width: 2 } },
    scales: { x: { time: true } },
    axes: [
      { ...axis, values: (_, splits) => splits.map(day) },
      { ...axis, size: 62, values: (_, splits) => splits.map(format.quantity) },
    ],
    series: [
      { value: (_, seconds) => (seconds == null ? '' : day(seconds)), label: '–' },
      {
        label: labels.old,
        stroke: pageColour('--ink-soft'),
        width: 1.5,
        dash: [5, 4],
        points: { show: false },
        value: (_, value) => (value == null ? '' : format.quantity(value)),
      },
      {
        label: labels.new,
        stroke: pageColour('--accent'),
        width: 2,
        points: { show: false },
        value: (_, value) => (value == null ? '' : format.quantity(value)),
      },
    ],
  };
}
