import 'uplot/dist/uPlot.min.css';
import type { IsoDay } from '@intakt/contract';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import classes from './schedules.module.css';

const HEIGHT = 220;
const SECOND = 1000;

export interface WeekLine {
  label: string;
  weeks: readonly { week: IsoDay; quantity: number }[];
}

/** Up to two lines over the same weeks: where one is silent it breaks off. */
export function WeekLines({ title, lines }: { title: string; lines: readonly WeekLine[] }): ReactNode {
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which the scheme changes.
  useEffect(() => {
    const weeks = [...new Set(lines.flatMap((line) => line.weeks.map(({ week }) => week)))].sort();
    if (!holder.current || width === 0 || weeks.length === 0) return;
    const data: UPlot.AlignedData = [
      weeks.map((week) => Date.parse(`${week}T00:00:00Z`) / SECOND),
      ...lines.map((line) => {
        const known = new Map(line.weeks.map(({ week, quantity }) => [week, quantity]));
        return weeks.map((week) => known.get(week) ?? null);
      }),
    ];
    const plot = new UPlot(options(width, lines, format), data, holder.current);
    return () => plot.destroy();
  }, [lines, width, scheme, format]);
  return (
    <figure className={classes.chart} ref={ref}>
      <figcaption>{title}</figcaption>
      <div ref={holder} role="img" aria-label={title} style={{ minHeight: HEIGHT }} />
    </figure>
  );
}

function options(width: number, lines: readonly WeekLine[], format: Format): UPlot.Options {
  const axis = {
    stroke: pageColour('--ink-soft'),
    grid: { stroke: pageColour('--line-soft'), width: 1 },
    ticks: { show: false },
    font: '11px "Inter Variable", sans-serif',
  };
  const week = (seconds: number): string => format.week(new Date(seconds * SECOND).toISOString().slice(0, 10));
  const colours = [pageColour('--accent'), pageColour('--amber')];
  return {
    width,
    height: HEIGHT,
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    legend: { live: true, markers: { width: 2 } },
    axes: [
      { ...axis, values: (_, splits) => splits.map(week) },
      { ...axis, size: 62, values: (_, splits) => splits.map(format.quantity) },
    ],
    series: [
      { value: (_, seconds) => (seconds == null ? '' : week(seconds)), label: '–' },
      ...lines.map(
        ({ label }, i): UPlot.Series => ({
          label,
          stroke: colours[i]!,
          width: i === 0 ? 2 : 1.5,
          ...(i === 0 ? {} : { dash: [5, 4] }),
          points: { show: false },
          value: (_, value) => (value == null ? '' : format.quantity(value)),
        }),
      ),
    ],
  };
}
