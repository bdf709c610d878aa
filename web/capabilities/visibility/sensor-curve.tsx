import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import type { Telemetry } from './queries.ts';

const HEIGHT = 130;
const SECOND = 1000;
const DAY_SECONDS = 86_400;
type Point = Telemetry['curves'][number];

/** Lowest to highest per stretch of time as a band: a peak of a minute is still there after a week. */
export function SensorCurve({ kind, points }: { kind: Point['kind']; points: Point[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  const what = t(`sensor.${kind}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which the scheme changes.
  useEffect(() => {
    if (!holder.current || width === 0) return;
    const plot = new UPlot(options(width, format), seriesOf(points), holder.current);
    return () => plot.destroy();
  }, [points, width, scheme, format]);
  const lowest = format.quantity(Math.min(...points.map((point) => point.lowest)));
  const highest = format.quantity(Math.max(...points.map((point) => point.highest)));
  return (
    <figure ref={ref} style={{ margin: 0 }}>
      <figcaption style={{ fontSize: 'var(--mantine-font-size-sm)' }}>{what}</figcaption>
      <div
        ref={holder}
        role="img"
        aria-label={t('shipment.curve', { what, lowest, highest })}
        style={{ minHeight: HEIGHT }}
      />
    </figure>
  );
}

const seriesOf = (points: Point[]): UPlot.AlignedData => [
  points.map(({ at }) => Date.parse(at) / SECOND),
  points.map(({ highest }) => highest),
  points.map(({ lowest }) => lowest),
];

function options(width: number, format: Format): UPlot.Options {
  const axis = {
    stroke: pageColour('--ink-soft'),
    grid: { stroke: pageColour('--line-soft'), width: 1 },
    ticks: { show: false },
    font: '11px "Inter Variable", sans-serif',
  };
  const accent = pageColour('--accent');
  const line = { stroke: accent, width: 1.5, points: { show: false } };
  return {
    width,
    height: HEIGHT,
    cursor: { drag: { x: false, y: false } },
    legend: { show: false },
    axes: [
      { ...axis, values: momentsOf(format) },
      { ...axis, size: 48, values: (_, splits) => splits.map(format.quantity) },
    ],
    bands: [{ series: [1, 2], fill: accent.replace('rgb(', 'rgba(').replace(')', ', 0.15)') }],
    series: [{}, line, line],
  };
}

/** Times of day on the first day, and the day where a new one begins; longer journeys show days. */
const momentsOf =
  (format: Format): UPlot.Axis.DynamicValues =>
  (_, splits, _axis, _space, increment) =>
    splits.map((seconds, i) => {
      const at = new Date(seconds * SECOND).toISOString();
      const newDay = i === 0 || at.slice(0, 10) !== new Date(splits[i - 1]! * SECOND).toISOString().slice(0, 10);
      return increment >= DAY_SECONDS || newDay ? format.instant(at) : format.time(at);
    });
