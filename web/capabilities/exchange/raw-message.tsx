import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../shell/states.tsx';
import classes from './exchange.module.css';
import { rawQuery } from './queries.ts';
import { decodeRaw, type Segment, segmentAt, splitSegments } from './raw-segments.ts';

export interface Highlight {
  offset: number;
  value?: string;
  severity: 'error' | 'warning' | 'source';
}

/** The partner's own bytes, segment by segment, with the places marked that something is said about. */
export function RawMessage({
  message,
  highlights,
  focus,
}: {
  message: string;
  highlights: Highlight[];
  focus?: number;
}): ReactNode {
  const query = useQuery(rawQuery(message));
  return (
    <Answered query={query}>
      {(bytes) => <Segments raw={decodeRaw(bytes)} highlights={highlights} focus={focus} />}
    </Answered>
  );
}

const LINE_HEIGHT = 21;

function Segments({ raw, highlights, focus }: { raw: string; highlights: Highlight[]; focus?: number }): ReactNode {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const segments = useMemo(() => splitSegments(raw), [raw]);
  const marked = useMemo(
    () => new Map(highlights.map((one) => [segmentAt(segments, one.offset)?.number, one])),
    [segments, highlights],
  );
  const virtual = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });
  useEffect(() => {
    const target = focus === undefined ? undefined : segmentAt(segments, focus);
    if (target) virtual.scrollToIndex(target.number - 1, { align: 'center' });
  }, [focus, segments, virtual]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section ref={scroller} className={classes.raw} tabIndex={0} aria-label={t('inbox.raw')}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => (
          <Line key={item.key} segment={segments[item.index]!} mark={marked.get(item.index + 1)} start={item.start} />
        ))}
      </div>
    </section>
  );
}

function Line({ segment, mark, start }: { segment: Segment; mark?: Highlight; start: number }): ReactNode {
  return (
    <Group
      gap={0}
      wrap="nowrap"
      className={classes.rawLine}
      data-mark={mark?.severity}
      style={{ transform: `translateY(${start}px)` }}
    >
      <Text span className={classes.rawNumber}>
        {segment.number}
      </Text>
      <code>{mark?.value ? <Marked text={segment.text} value={mark.value} /> : segment.text}</code>
    </Group>
  );
}

function Marked({ text, value }: { text: string; value: string }): ReactNode {
  const at = text.indexOf(value);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{value}</mark>
      {text.slice(at + value.length)}
    </>
  );
}
