import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { useFormat } from './format.ts';
import { pageColour } from './page-colour.ts';
import classes from './plot.module.css';

/** What a chart shows and how; its width is its place's. */
export interface Drawing {
  data: UPlot.AlignedData;
  options: Omit<UPlot.Options, 'width' | 'height'>;
}

interface PlotProps {
  height: number;
  /** What a reader hears who does not see it. */
  text: string;
  caption?: ReactNode;
  className?: string;
  /** Undefined while there is nothing to show. */
  draw: () => Drawing | undefined;
  /** What `draw` draws: with something else here the chart is made anew. Always as many. */
  of: readonly unknown[];
}

/** A chart as wide as its place. The colours of a drawing are read from the page, so it is made anew with the scheme, too. */
export function Plot({ height, text, caption, className, draw, of }: PlotProps): ReactNode {
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what the drawing depends on, and the scheme changes its colours.
  useEffect(() => {
    const drawing = holder.current && width > 0 ? draw() : undefined;
    if (!drawing) return;
    const plot = new UPlot({ ...drawing.options, width, height }, drawing.data, holder.current!);
    return () => plot.destroy();
  }, [...of, width, scheme, format]);
  return (
    <figure className={`${classes.plot} ${className ?? ''}`} ref={ref}>
      {caption && <figcaption>{caption}</figcaption>}
      <div ref={holder} role="img" aria-label={text} style={{ minHeight: height }} />
    </figure>
  );
}

export const plotAxis = (): UPlot.Axis => ({
  stroke: pageColour('--ink-soft'),
  grid: { stroke: pageColour('--line-soft'), width: 1 },
  ticks: { show: false },
  font: '11px "Inter Variable", sans-serif',
});

/** A colour of the page, let through in part: 0 is not seen, 1 is whole. */
export const faded = (colour: string, share: number): string =>
  colour.replace('rgb(', 'rgba(').replace(')', `, ${share})`);
