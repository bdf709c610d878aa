import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LOCALES } from '../../languages/languages.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { GridHead } from './grid-head.tsx';
import { GridLine } from './grid-line.tsx';
import { gridColumns } from './grid-columns.ts';
import { moved, rangeOf, type Selection, toTsv } from './grid-selection.ts';
import { gridRows, useGridTable } from './grid-table.ts';
import { type Measure, cellValue } from './grid-values.ts';
import { NumberDrawer, type Opened } from './number-drawer.tsx';
import { layPasted, pasteColumns } from './paste.ts';
import { type PastePlan, PastePreview } from './paste-preview.tsx';
import type { ProjectionNode } from './queries.ts';
import classes from './week-grid.module.css';

export const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 46;

interface GridSheetProps {
  nodes: ProjectionNode[];
  days: string[];
  expanded: ReadonlySet<string>;
  onToggle: (week: string) => void;
  isPhone: boolean;
}

/** The scrolling sheet: keyboard, clipboard and drill-down over TanStack's table and virtual rows. */
export function GridSheet({ nodes, days, expanded, onToggle, isPhone }: GridSheetProps): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const columns = useMemo(() => gridColumns(days, expanded), [days, expanded]);
  const rows = useMemo(() => gridRows(nodes, isPhone), [nodes, isPhone]);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const table = useGridTable(rows, columns, !isPhone, width);
  const holder = useMergedRef(scroller, measured);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const [selection, setSelection] = useState<Selection>();
  const [opened, setOpened] = useState<Opened>();
  const [plan, setPlan] = useState<PastePlan>();
  const range = selection && rangeOf(selection);
  useEffect(() => {
    if (selection && !opened) scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  }, [selection, opened]);

  const openAt = (row: number, column: number): void => {
    const place = { row, column };
    setSelection({ active: place, anchor: place });
    const { node, measure } = rows[row]!;
    if (measure !== 'title') setOpened({ node, measure, column: columns[column]! });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!selection) return;
    if (event.key === 'Enter') return openAt(selection.active.row, selection.active.column);
    if (event.key === 'Escape') return setSelection(undefined);
    if (event.key === '+' || event.key === '-') return onToggle(columns[selection.active.column]!.week);
    const next = moved(
      selection,
      event.key,
      { extend: event.shiftKey, far: event.ctrlKey || event.metaKey },
      { rows: rows.length, columns: columns.length },
    );
    if (!next) return;
    event.preventDefault();
    virtual.scrollToIndex(next.active.row, { align: 'auto' });
    setSelection(next);
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (!range) return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      toTsv(range, (row, column) => plainValue(rows[row]!, columns[column]!)),
    );
    tellDone(t('grid.copied', { count: (range.bottom - range.top + 1) * (range.right - range.left + 1) }));
  };
  const onPaste = (event: ClipboardEvent): void => {
    const row = selection && rows[selection.active.row];
    const kind = row && planKind(row.measure);
    if (!selection || !row) return;
    event.preventDefault();
    if (!kind || row.node.owner !== own) return tellFailure(t('grid.pasteWhere'));
    const laid = layPasted(
      event.clipboardData.getData('text/plain'),
      pasteColumns(columns, selection.active.column),
      days,
      LOCALES[currentLanguage()],
    );
    if (!laid.ok) return tellFailure(t('grid.pasteNumber', { cell: laid.cell }));
    setPlan({ kind, node: row.node, days, ...laid });
  };

  return (
    <>
      <div
        ref={holder}
        className={classes.scroller}
        role="grid"
        aria-label={t('screen.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 2}
        aria-multiselectable
        tabIndex={selection ? -1 : 0}
        onFocus={(event) => {
          if (event.target === scroller.current && !selection) setSelection({ active: FIRST, anchor: FIRST });
        }}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <div style={{ width: table.getTotalSize(), minWidth: '100%' }}>
          <GridHead table={table} columns={columns} expanded={expanded} onToggle={onToggle} />
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => (
              <GridLine
                key={rows[item.index]!.key}
                row={table.getRowModel().rows[item.index]!}
                index={item.index}
                start={item.start}
                range={range && item.index >= range.top && item.index <= range.bottom ? range : undefined}
                active={selection?.active.row === item.index ? selection.active.column : undefined}
                onOpen={openAt}
              />
            ))}
          </div>
        </div>
      </div>
      <NumberDrawer opened={opened} days={days} onClose={() => setOpened(undefined)} />
      <PastePreview plan={plan} onClose={() => setPlan(undefined)} />
    </>
  );
}

const FIRST = { row: 0, column: 0 };

function plainValue(
  row: ReturnType<typeof gridRows>[number],
  column: ReturnType<typeof gridColumns>[number],
): number | string {
  return row.measure === 'title' ? '' : Math.round(cellValue(row.node, row.measure, column).value * 100) / 100;
}

/** Only a site's own plans are written by hand; the rest is what partners and stock say. */
function planKind(measure: Measure | 'title'): PastePlan['kind'] | undefined {
  if (measure === 'demand') return 'requirement';
  return measure === 'planned' ? 'production' : undefined;
}
