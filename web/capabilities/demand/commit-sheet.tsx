import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useMe } from '../network/queries.ts';
import { moved, type Place, rangeOf, type Selection } from '../visibility/grid-selection.ts';
import gridClasses from '../visibility/week-grid.module.css';
import { useCommitClipboard } from './commit-clipboard.ts';
import { CommitDrawer, type OpenedCell } from './commit-drawer.tsx';
import { type Change, sideOf } from './commit-edit.ts';
import { CommitLine, WIDTHS } from './commit-line.tsx';
import { CommitPaste } from './commit-paste.tsx';
import type { CommitRelation } from './commit-queries.ts';
import { type CommitRow, commitRows, commitWeeks } from './commit-rows.ts';

const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 46;
const at = (place: Place): Selection => ({ active: place, anchor: place });

/** The sheet: keys as in a spreadsheet, copy and paste, and a drawer behind each cell. */
export function CommitSheet({ relations, isPhone }: { relations: CommitRelation[]; isPhone: boolean }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const weeks = useMemo(() => commitWeeks(relations), [relations]);
  const rows = useMemo(() => commitRows(relations, isPhone), [relations, isPhone]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRows(rows.length, scroller);
  const [selection, setSelection] = useState<Selection>();
  const [opened, setOpened] = useState<OpenedCell>();
  const [pasted, setPasted] = useState<Change[]>();
  const isCovered = opened !== undefined || pasted !== undefined;
  useEffect(() => {
    if (selection && !isCovered) scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  }, [selection, isCovered]);
  const select = (next: Selection | undefined): void => {
    if (next) virtual.scrollToIndex(next.active.row, { align: 'auto' });
    setSelection(next);
  };
  const open = (place: Place, typed?: string): void => {
    setSelection(at(place));
    const row = rows[place.row]!;
    if (row.measure !== 'title') setOpened({ relation: row.relation, week: weeks[place.column]!, typed });
  };
  const clipboard = useCommitClipboard({ selection, rows, weeks, preview: setPasted });
  const range = selection && rangeOf(selection);
  return (
    <>
      <div
        ref={scroller}
        className={gridClasses.scroller}
        role="grid"
        aria-label={t('screen.commits')}
        aria-rowcount={rows.length + 1}
        aria-colcount={weeks.length + 2}
        aria-multiselectable
        tabIndex={selection ? -1 : 0}
        onFocus={(event) => {
          if (event.target === scroller.current && !selection) setSelection(at({ row: 0, column: 0 }));
        }}
        onKeyDown={keysOf({ selection, rows, columns: weeks.length, own, select, open })}
        {...clipboard}
      >
        <div style={{ width: widthOf(weeks.length, isPhone), minWidth: '100%' }}>
          <SheetHead weeks={weeks} isPhone={isPhone} />
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => (
              <CommitLine
                key={rows[item.index]!.key}
                row={rows[item.index]!}
                weeks={weeks}
                index={item.index}
                start={item.start}
                isPhone={isPhone}
                range={range && item.index >= range.top && item.index <= range.bottom ? range : undefined}
                active={selection?.active.row === item.index ? selection.active.column : undefined}
                onOpen={(row, column) => open({ row, column })}
                onSelect={(row, column, extend) => {
                  const active = { row, column };
                  setSelection({ active, anchor: extend && selection ? selection.anchor : active });
                }}
              />
            ))}
          </div>
        </div>
      </div>
      <CommitDrawer opened={fresh(opened, relations)} onClose={() => setOpened(undefined)} />
      <CommitPaste changes={pasted} onClose={() => setPasted(undefined)} />
    </>
  );
}

const useRows = (count: number, scroller: RefObject<HTMLDivElement | null>) =>
  useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollPaddingStart: HEAD_HEIGHT,
  });

/** What the drawer shows follows the feed: the same relation as it stands now. */
function fresh(opened: OpenedCell | undefined, relations: CommitRelation[]): OpenedCell | undefined {
  if (!opened) return undefined;
  const { customer, supplier, part, shipTo, kind } = opened.relation;
  const now = relations.find(
    (one) =>
      one.customer === customer &&
      one.supplier === supplier &&
      one.part === part &&
      one.shipTo === shipTo &&
      one.kind === kind,
  );
  return { ...opened, relation: now ?? opened.relation };
}

const widthOf = (weeks: number, isPhone: boolean): number =>
  (isPhone ? 0 : WIDTHS.part) + WIDTHS.measure + weeks * WIDTHS.week;

interface Keys {
  selection: Selection | undefined;
  rows: CommitRow[];
  columns: number;
  own: string | undefined;
  select: (next: Selection | undefined) => void;
  open: (place: Place, typed?: string) => void;
}

/** Enter opens, a digit opens with itself written where we may write, Escape leaves, everything else moves. */
const keysOf =
  ({ selection, rows, columns, own, select, open }: Keys) =>
  (event: KeyboardEvent): void => {
    if (!selection) return;
    if (event.key === 'Enter') return open(selection.active);
    if (event.key === 'Escape') return select(undefined);
    const row = rows[selection.active.row];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (/^\d$/.test(event.key) && isPlain && row && sideOf(row.relation, own)) {
      event.preventDefault();
      return open(selection.active, event.key);
    }
    const next = moved(
      selection,
      event.key,
      { extend: event.shiftKey, far: event.ctrlKey || event.metaKey },
      { rows: rows.length, columns },
    );
    if (!next) return;
    event.preventDefault();
    select(next);
  };

function SheetHead({ weeks, isPhone }: { weeks: string[]; isPhone: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="rowgroup" className={gridClasses.head}>
      <div role="row" aria-rowindex={1} className={gridClasses.line}>
        {!isPhone && (
          <div
            role="columnheader"
            className={gridClasses.headCell}
            style={{ width: WIDTHS.part, position: 'sticky', insetInlineStart: 0, zIndex: 1 }}
          >
            {t('field.part')}
          </div>
        )}
        <div
          role="columnheader"
          className={gridClasses.headCell}
          style={{ width: WIDTHS.measure, position: 'sticky', insetInlineStart: isPhone ? 0 : WIDTHS.part, zIndex: 1 }}
        >
          {t('grid.measure')}
        </div>
        {weeks.map((week) => (
          <div
            role="columnheader"
            key={week}
            className={gridClasses.headCell}
            style={{ width: WIDTHS.week, justifyContent: 'flex-end' }}
          >
            <span className={gridClasses.dayTitle}>
              {format.week(week)}
              <br />
              {format.shortDay(week)}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
