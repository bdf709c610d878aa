import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGridClipboard } from './grid-clipboard.ts';
import { gridColumns } from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { gridKeys } from './grid-keys.ts';
import { GridLine } from './grid-line.tsx';
import { type Place, rangeOf, type Selection } from './grid-selection.ts';
import { type GridTable, gridRows, useGridTable } from './grid-table.ts';
import { NumberDrawer, type Opened } from './number-drawer.tsx';
import { type PastePlan, PastePreview } from './paste-preview.tsx';
import type { ProjectionNode } from './queries.ts';
import classes from './week-grid.module.css';

export const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 46;
const FIRST: Place = { row: 0, column: 0 };
const at = (place: Place): Selection => ({ active: place, anchor: place });

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
  const columns = useMemo(() => gridColumns(days, expanded), [days, expanded]);
  const rows = useMemo(() => gridRows(nodes, isPhone), [nodes, isPhone]);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const table = useGridTable(rows, columns, !isPhone, width);
  const { scroller, virtual } = useVirtualRows(rows.length);
  const [opened, setOpened] = useState<Opened>();
  const { selection, setSelection, select } = useSelection(scroller, virtual, opened !== undefined);
  const [plan, setPlan] = useState<PastePlan>();
  const open = (place: Place): void => {
    setSelection(at(place));
    const { node, measure } = rows[place.row]!;
    if (measure !== 'title') setOpened({ node, measure, column: columns[place.column]! });
  };
  const clipboard = useGridClipboard({ selection, rows, columns, days, preview: setPlan });
  return (
    <>
      <div
        ref={useMergedRef(scroller, measured)}
        className={classes.scroller}
        role="grid"
        aria-label={t('screen.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 2}
        aria-multiselectable
        tabIndex={selection ? -1 : 0}
        onFocus={(event) => {
          if (event.target === scroller.current && !selection) setSelection(at(FIRST));
        }}
        onKeyDown={gridKeys({ selection, rows: rows.length, columns, select, open, toggle: onToggle })}
        {...clipboard}
      >
        <div style={{ width: table.getTotalSize(), minWidth: '100%' }}>
          <GridHead table={table} columns={columns} expanded={expanded} onToggle={onToggle} />
          <GridLines table={table} virtual={virtual} selection={selection} onOpen={open} />
        </div>
      </div>
      <NumberDrawer opened={opened} days={days} onClose={() => setOpened(undefined)} />
      <PastePreview plan={plan} onClose={() => setPlan(undefined)} />
    </>
  );
}

function useVirtualRows(count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  return { scroller, virtual };
}
type VirtualRows = ReturnType<typeof useVirtualRows>;

/** The selected cell holds the focus, except while a drawer over the grid does. */
function useSelection(scroller: VirtualRows['scroller'], virtual: VirtualRows['virtual'], isCovered: boolean) {
  const [selection, setSelection] = useState<Selection>();
  useEffect(() => {
    if (selection && !isCovered) scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  }, [scroller, selection, isCovered]);
  const select = (next: Selection | undefined): void => {
    if (next) virtual.scrollToIndex(next.active.row, { align: 'auto' });
    setSelection(next);
  };
  return { selection, setSelection, select };
}

interface GridLinesProps {
  table: GridTable;
  virtual: VirtualRows['virtual'];
  selection: Selection | undefined;
  onOpen: (place: Place) => void;
}

function GridLines({ table, virtual, selection, onOpen }: GridLinesProps): ReactNode {
  const range = selection && rangeOf(selection);
  const { rows } = table.getRowModel();
  return (
    <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
      {virtual.getVirtualItems().map((item) => (
        <GridLine
          key={rows[item.index]!.id}
          row={rows[item.index]!}
          index={item.index}
          start={item.start}
          range={range && item.index >= range.top && item.index <= range.bottom ? range : undefined}
          active={selection?.active.row === item.index ? selection.active.column : undefined}
          onOpen={(row, column) => onOpen({ row, column })}
        />
      ))}
    </div>
  );
}
