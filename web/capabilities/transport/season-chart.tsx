import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { pageColour } from '../../shell/page-colour.ts';
import classes from './season.module.css';

const HEIGHT = 220;

export interface ChartLine {
  label: string;
  values: number[];
  colour: string;
}

/** Lines or steps over numbers: trucks by hour, fill by week. */
export function SeasonChart({
  title,
  text,
  at,
  lines,
  stepped,
  most,
  unit,
}: {
  title: string;
  text: string;
  at: number[];
  lines: ChartLine[];
  stepped?: boolean;
  most?: number;
  unit: (value: number) => string;
}): ReactNode {
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which the scheme changes.
  useEffect(() => {
    if (!holder.current || width === 0 || at.length === 0) return;
    const axis = {
      stroke: pageColour('--ink-soft'),
      grid: { stroke: pageColour('--line-soft'), width: 1 },
      ticks: { show: false },
      font: '11px "Inter Variable", sans-serif',
    };
    const paths = stepped ? UPlot.paths.stepped?.({ align: 1 }) : undefined;
    const plot = new UPlot(
      {
        width,
        height: HEIGHT,
        scales: { x: { time: false }, y: { range: (_plot, _low, high) => [0, most ?? Math.max(1, high * 1.1)] } },
        legend: { live: false, markers: { width: 2 } },
        cursor: { drag: { x: false, y: false } },
        axes: [axis, { ...axis, values: (_plot, values) => values.map(unit), size: 54 }],
        series: [
          {},
          ...lines.map(({ label, colour }) => ({
            label,
            stroke: pageColour(colour),
            width: 2,
            points: { show: false },
            ...(paths && { paths }),
          })),
        ],
      },
      [at, ...lines.map(({ values }) => values)],
      holder.current,
    );
    return () => plot.destroy();
  }, [at, lines, width, scheme]);
  return (
    <figure className={classes.chart} ref={ref}>
      <figcaption>{title}</figcaption>
      <div ref={holder} role="img" aria-label={text} style={{ minHeight: HEIGHT }} />
    </figure>
  );
}
