import { type CSSProperties, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { isWithin, type Range } from './grid-selection.ts';
import type { GridRow, GridTable } from './grid-table.ts';
import type { GridValue } from './grid-values.ts';
import { PartLine } from './part-line.tsx';
import classes from './week-grid.module.css';

type TableRow = ReturnType<GridTable['getRowModel']>['rows'][number];
type TableColumn = ReturnType<TableRow['getAllCells']>[number]['column'];

/** Sticks the leading columns to the edge, at the width that the table model gives them. */
export function pinned(column: TableColumn): CSSProperties {
  const width = column.getSize();
  if (column.getIsPinned() !== 'start') return { width };
  return { width, position: 'sticky', insetInlineStart: column.getStart('start'), zIndex: 1 };
}

interface GridLineProps {
  row: TableRow;
  index: number;
  start: number;
  /** The selected range, if it crosses this line. */
  range?: Range;
  /** The active cell's column, if it is in this line. */
  active?: number;
  onOpen: (row: number, column: number) => void;
}

export const GridLine = memo(function GridLine({ row, index, start, range, active, onOpen }: GridLineProps): ReactNode {
  const { measure, line } = row.original;
  const cells = row.getAllCells();
  const leading = cells.filter((cell) => cell.column.getIsPinned() === 'start').length;
  if (measure === 'title') return <TitleLine row={row.original} index={index} start={start} />;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.line}
      data-measure={measure}
      data-first={line === 0 || undefined}
      style={{ transform: `translateY(${start}px)`, position: 'absolute' }}
    >
      {cells.map((cell, position) =>
        position < leading ? (
          <div
            role="rowheader"
            key={cell.id}
            className={classes.leadCell}
            data-lead={cell.column.id}
            style={pinned(cell.column)}
          >
            {cell.column.id === 'part' ? <PartLine row={row.original} /> : <MeasureName measure={measure} />}
          </div>
        ) : (
          <NumberCell
            key={cell.id}
            value={cell.getValue() as GridValue}
            measure={measure}
            isDay={cell.column.id.length === 10}
            width={cell.column.getSize()}
            selected={isWithin(range, index, position - leading)}
            active={active === position - leading}
            onOpen={() => onOpen(index, position - leading)}
          />
        ),
      )}
    </div>
  );
});

function TitleLine({ row, index, start }: { row: GridRow; index: number; start: number }): ReactNode {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.line}
      data-first
      data-title
      style={{ transform: `translateY(${start}px)`, position: 'absolute' }}
    >
      <div role="rowheader" className={classes.titleCell}>
        <PartLine row={row} />
      </div>
    </div>
  );
}

function MeasureName({ measure }: { measure: Exclude<GridRow['measure'], 'title'> }): ReactNode {
  const { t } = useTranslation();
  return t(`measure.${measure}`);
}

interface NumberCellProps {
  value: GridValue;
  measure: GridRow['measure'];
  isDay: boolean;
  width: number;
  selected: boolean;
  active: boolean;
  onOpen: () => void;
}

function NumberCell({ value, measure, isDay, width, selected, active, onOpen }: NumberCellProps): ReactNode {
  const format = useFormat();
  const isEmpty = value.value === 0 && measure !== 'projected' && measure !== 'daysOfSupply';
  const tone = toneOf(value, isEmpty);
  const title =
    value.negative && value.lowest !== undefined && value.lowest < value.value
      ? `↓ ${format.quantity(value.lowest)}`
      : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles Enter for its active cell.
    <div
      role="gridcell"
      className={classes.cell}
      data-tone={tone}
      data-day={isDay || undefined}
      data-selected={selected || undefined}
      data-active={active || undefined}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      style={{ width }}
      title={title}
      onClick={onOpen}
    >
      {isEmpty ? '·' : display(value, measure, format.quantity)}
    </div>
  );
}

/** Negative at its end, negative in between only, nothing, or as usual. */
function toneOf({ value, negative }: GridValue, isEmpty: boolean): string | undefined {
  if (negative) return value < 0 ? 'negative' : 'dips';
  return isEmpty ? 'empty' : undefined;
}

function display(
  { value, atLeast }: GridValue,
  measure: GridRow['measure'],
  quantity: (value: number) => string,
): string {
  if (measure !== 'daysOfSupply') return quantity(Math.round(value));
  return `${atLeast ? '≥ ' : ''}${quantity(Math.round(value * 10) / 10)}`;
}
