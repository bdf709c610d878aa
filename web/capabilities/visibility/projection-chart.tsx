import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, faded, Plot, plotAxis } from '../../shell/plot.tsx';
import type { ProjectionNode } from './queries.ts';

const HEIGHT = 250;
const DAY_SECONDS = 86_400;

/** Stock day by day with what is under way, and if all that is called off comes too; between both lies what deliveries decide. */
export function ProjectionChart({ today, node }: { today: string; node: ProjectionNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = { planned: t('part.asPlanned'), delivered: t('part.ifDelivered') };
  const stop = node.runsOutIfDelivered ?? node.runsOutOn;
  return (
    <Plot
      height={HEIGHT}
      text={`${t('part.projection')}: ${stop ? t('grid.runsOut', { day: format.shortDay(stop) }) : t('light.green')}`}
      of={[today, node]}
      draw={() => ({ data: seriesOf(today, node), options: options(labels, format) })}
    />
  );
}

const seriesOf = (today: string, { projected, projectedIfDelivered }: ProjectionNode): UPlot.AlignedData => [
  projected.map((_, i) => Date.parse(`${today}T00:00:00Z`) / 1000 + i * DAY_SECONDS),
  projectedIfDelivered,
  projected,
];

function options(labels: { planned: string; delivered: string }, format: Format): Drawing['options'] {
  const axis = plotAxis();
  const day = (seconds: number): string => format.shortDay(new Date(seconds * 1000).toISOString().slice(0, 10));
  const value = (_: UPlot, raw: number | null): string => (raw == null ? '' : format.quantity(Math.round(raw)));
  const accent = pageColour('--accent');
  return {
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    legend: { live: true, markers: { width: 2 } },
    scales: { x: { time: true } },
    axes: [
      { ...axis, values: (_, splits) => splits.map(day) },
      { ...axis, size: 62, values: (_, splits) => splits.map(format.quantity) },
    ],
    bands: [{ series: [1, 2], fill: faded(accent, 0.14) }],
    hooks: { draw: [zeroLine] },
    series: [
      { value: (_, seconds) => (seconds == null ? '' : day(seconds)), label: '–' },
      { label: labels.delivered, stroke: accent, width: 2, points: { show: false }, value },
      {
        label: labels.planned,
        stroke: pageColour('--ink-soft'),
        width: 1.5,
        dash: [5, 4],
        points: { show: false },
        value,
      },
    ],
  };
}

/** Below this line the line stops. */
function zeroLine(plot: UPlot): void {
  const y = plot.valToPos(0, 'y', true);
  const { left, top, width, height } = plot.bbox;
  if (y < top || y > top + height) return;
  plot.ctx.save();
  plot.ctx.strokeStyle = pageColour('--red');
  plot.ctx.lineWidth = 1.5;
  plot.ctx.beginPath();
  plot.ctx.moveTo(left, y);
  plot.ctx.lineTo(left + width, y);
  plot.ctx.stroke();
  plot.ctx.restore();
}
