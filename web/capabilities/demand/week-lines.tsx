import type { IsoDay } from '@intakt/contract';
import type { ReactNode } from 'react';
import type UPlot from 'uplot';
import { type Format, useFormat } from '../../shell/format.ts';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, Plot, plotAxis } from '../../shell/plot.tsx';
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
  return (
    <Plot
      height={HEIGHT}
      className={classes.chart}
      caption={title}
      text={title}
      of={[lines]}
      draw={() => drawingOf(lines, format)}
    />
  );
}

function drawingOf(lines: readonly WeekLine[], format: Format): Drawing | undefined {
  const weeks = [...new Set(lines.flatMap((line) => line.weeks.map(({ week }) => week)))].sort();
  if (weeks.length === 0) return undefined;
  const quantities = lines.map((line) => {
    const known = new Map(line.weeks.map(({ week, quantity }) => [week, quantity]));
    return weeks.map((week) => known.get(week) ?? null);
  });
  const moments = weeks.map((week) => Date.parse(`${week}T00:00:00Z`) / SECOND);
  return { data: [moments, ...quantities], options: options(lines, format) };
}

function options(lines: readonly WeekLine[], format: Format): Drawing['options'] {
  const axis = plotAxis();
  const week = (seconds: number): string => format.week(new Date(seconds * SECOND).toISOString().slice(0, 10));
  const colours = [pageColour('--accent'), pageColour('--amber')];
  return {
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
