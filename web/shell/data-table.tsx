import { Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  type ColumnDef,
  columnFilteringFeature,
  columnSizingFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import { Empty } from './states.tsx';

export const tableParts = tableFeatures({
  columnSizingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text },
});

/** `numeric` columns stand right; `grow` columns share what is left of the width. */
export interface Column<T> {
  id: string;
  header: string;
  value: (row: T) => string | number | null | undefined;
  cell?: (row: T) => ReactNode;
  width?: number;
  numeric?: boolean;
  grow?: boolean;
}

interface DataTableProps<T> {
  label: string;
  rows: T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  text?: string;
  selected?: string;
  onOpen?: (row: T) => void;
  emptyTitle: string;
  emptyText?: string;
  /** Rows carry two lines. */
  tall?: boolean;
}

const ROW_HEIGHT = 33;
const TALL_ROW_HEIGHT = 46;

/** Sorting, searching and virtual rows by TanStack; only the markup is ours. */
export function DataTable<T extends object>(props: DataTableProps<T>): ReactNode {
  const { rows, columns, rowKey, text = '' } = props;
  const table = useTable({
    features: tableParts,
    data: rows,
    columns: columns.map(toColumnDef<T>),
    getRowId: rowKey,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
    state: { globalFilter: text },
  });
  const scroller = useRef<HTMLDivElement>(null);
  const shown = table.getRowModel().rows;
  const rowHeight = props.tall ? TALL_ROW_HEIGHT : ROW_HEIGHT;
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const template = columns
    .map((column) => (column.grow ? `minmax(${column.width ?? 160}px, 1fr)` : `${column.width ?? 110}px`))
    .join(' ');
  const width = columns.reduce((sum, column) => sum + (column.width ?? (column.grow ? 160 : 110)), 0);
  if (shown.length === 0) return <NothingFound text={text} title={props.emptyTitle} hint={props.emptyText} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section className={classes.scroller} ref={scroller} tabIndex={0} aria-label={props.label}>
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={shown.length + 1}
        style={{ minWidth: width + columns.length * 12 + 20 }}
      >
        <div role="rowgroup" className={classes.head}>
          <HeadRow table={table} columns={columns} template={template} />
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const row = shown[item.index]!;
            return (
              <Row
                key={row.id}
                row={row.original}
                columns={columns}
                index={item.index}
                selected={props.selected === row.id}
                onOpen={props.onOpen}
                style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${item.start}px)` }}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

interface HeadRowProps<T extends object> {
  table: ReturnType<typeof useTable<typeof tableParts, T>>;
  columns: Column<T>[];
  template: string;
}

/** The names of the columns; each sorts the rows by its column. One of buttons has no name, and sorts nothing. */
function HeadRow<T extends object>({ table, columns, template }: HeadRowProps<T>): ReactNode {
  return table.getHeaderGroups().map((group) => (
    <div role="row" key={group.id} className={classes.row} style={{ gridTemplateColumns: template }}>
      {group.headers.map((header, index) => (
        <div
          role="columnheader"
          key={header.id}
          className={classes.headCell}
          data-numeric={columns[index]?.numeric || undefined}
          aria-sort={ariaSort(header.column.getIsSorted())}
        >
          {columns[index]?.header && (
            <UnstyledButton className={classes.sort} onClick={header.column.getToggleSortingHandler()}>
              {columns[index]?.header}
              {header.column.getIsSorted() === 'asc' && <IconArrowUp size={12} aria-hidden />}
              {header.column.getIsSorted() === 'desc' && <IconArrowDown size={12} aria-hidden />}
            </UnstyledButton>
          )}
        </div>
      ))}
    </div>
  ));
}

interface RowProps<T> {
  row: T;
  columns: Column<T>[];
  index: number;
  selected: boolean;
  onOpen?: (row: T) => void;
  style: Record<string, string | number>;
}

function Row<T>({ row, columns, index, selected, onOpen, style }: RowProps<T>): ReactNode {
  const open = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row);
  };
  const interaction = onOpen ? { onClick: () => onOpen(row), onKeyDown: open, tabIndex: 0 } : {};
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      data-body
      data-open={onOpen ? true : undefined}
      data-selected={selected || undefined}
      style={style}
      {...interaction}
    >
      {columns.map((column) => (
        <div role="cell" key={column.id} className={classes.cell} data-numeric={column.numeric || undefined}>
          {column.cell ? column.cell(row) : column.value(row)}
        </div>
      ))}
    </div>
  );
}

function NothingFound({ text, title, hint }: { text: string; title: string; hint?: string }): ReactNode {
  const { t } = useTranslation();
  return text === '' ? (
    <Empty title={title} text={hint} />
  ) : (
    <Empty title={t('state.noMatch')} text={t('state.noMatchText', { text })} />
  );
}

export function TwoLines({ first, second }: { first: ReactNode; second?: ReactNode }): ReactNode {
  return (
    <div className={classes.twoLines}>
      <Text component="div" truncate>
        {first}
      </Text>
      {second && (
        <Text component="div" size="xs" c="dimmed" truncate>
          {second}
        </Text>
      )}
    </div>
  );
}

function toColumnDef<T extends object>(column: Column<T>): ColumnDef<typeof tableParts, T> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: (row) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: column.numeric ? 'auto' : 'alphanumeric',
  } as ColumnDef<typeof tableParts, T>;
}

function ariaSort(sorted: false | 'asc' | 'desc'): 'none' | 'ascending' | 'descending' {
  if (sorted === false) return 'none';
  return sorted === 'asc' ? 'ascending' : 'descending';
}
