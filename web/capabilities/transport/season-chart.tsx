import type { ReactNode } from 'react';
import UPlot from 'uplot';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, Plot, plotAxis } from '../../shell/plot.tsx';
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
  const draw = (): Drawing | undefined => {
    if (at.length === 0) return undefined;
    const axis = plotAxis();
    const paths = stepped ? UPlot.paths.stepped?.({ align: 1 }) : undefined;
    return {
      data: [at, ...lines.map(({ values }) => values)],
      options: {
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
    };
  };
  return <Plot height={HEIGHT} className={classes.chart} caption={title} text={text} of={[at, lines]} draw={draw} />;
}
