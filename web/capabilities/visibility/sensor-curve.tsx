import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, faded, Plot, plotAxis } from '../../shell/plot.tsx';
import type { Telemetry } from './queries.ts';

const HEIGHT = 130;
const SECOND = 1000;
const DAY_SECONDS = 86_400;
type Point = Telemetry['curves'][number];

/** Lowest to highest per stretch of time as a band: a peak of a minute is still there after a week. */
export function SensorCurve({ kind, points }: { kind: Point['kind']; points: Point[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const what = t(`sensor.${kind}`);
  const lowest = format.quantity(Math.min(...points.map((point) => point.lowest)));
  const highest = format.quantity(Math.max(...points.map((point) => point.highest)));
  return (
    <Plot
      height={HEIGHT}
      caption={<span style={{ fontSize: 'var(--mantine-font-size-sm)' }}>{what}</span>}
      text={t('shipment.curve', { what, lowest, highest })}
      of={[points]}
      draw={() => ({ data: seriesOf(points), options: options(format) })}
    />
  );
}

const seriesOf = (points: Point[]): UPlot.AlignedData => [
  points.map(({ at }) => Date.parse(at) / SECOND),
  points.map(({ highest }) => highest),
  points.map(({ lowest }) => lowest),
];

function options(format: Format): Drawing['options'] {
  const axis = plotAxis();
  const accent = pageColour('--accent');
  const line = { stroke: accent, width: 1.5, points: { show: false } };
  return {
    cursor: { drag: { x: false, y: false } },
    legend: { show: false },
    axes: [
      { ...axis, values: momentsOf(format) },
      { ...axis, size: 48, values: (_, splits) => splits.map(format.quantity) },
    ],
    bands: [{ series: [1, 2], fill: faded(accent, 0.15) }],
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
