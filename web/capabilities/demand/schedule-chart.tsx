import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { cumulated } from './buckets.ts';
import type { ComparisonBucket } from './queries.ts';
import classes from './schedules.module.css';

const HEIGHT = 188;
const SECOND = 1000;

/** Both releases cumulated: where the lines part, the customer changed its mind. */
export function ScheduleChart({ buckets, compared }: { buckets: ComparisonBucket[]; compared: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  const labels = { old: t('field.old'), new: t('field.new') };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which the scheme changes.
  useEffect(() => {
    if (!holder.current || width === 0 || buckets.length === 0) return;
    const plot = new UPlot(options(width, labels, format), seriesOf(buckets, compared), holder.current);
    return () => plot.destroy();
  }, [buckets, compared, width, scheme, format]);
  return (
    <figure className={classes.chart} ref={ref}>
      <figcaption>{t('schedules.chart')}</figcaption>
      <div ref={holder} role="img" aria-label={t('schedules.chartText')} style={{ minHeight: HEIGHT }} />
    </figure>
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

function options(width: number, labels: { old: string; new: string }, format: Format): UPlot.Options {
  const axis = {
    stroke: pageColour('--ink-soft'),
    grid: { stroke: pageColour('--line-soft'), width: 1 },
    ticks: { show: false },
    font: '11px "Inter Variable", sans-serif',
  };
  const day = (seconds: number): string => format.shortDay(new Date(seconds * SECOND).toISOString().slice(0, 10));
  return {
    width,
    height: HEIGHT,
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
