import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isWeekend } from '../../shell/days.ts';
import { useFormat } from '../../shell/format.ts';
import type { GridColumn } from './grid-columns.ts';
import { pinned } from './grid-line.tsx';
import type { GridTable } from './grid-table.ts';
import classes from './week-grid.module.css';

interface GridHeadProps {
  table: GridTable;
  columns: GridColumn[];
  expanded: ReadonlySet<string>;
  onToggle: (week: string) => void;
}

/** ISO weeks that open to days. */
export function GridHead({ table, columns, expanded, onToggle }: GridHeadProps): ReactNode {
  const { t } = useTranslation();
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.line}>
        {table.getHeaderGroups()[0]?.headers.map((header) => {
          const column = byKey.get(header.id);
          return (
            <div
              role="columnheader"
              key={header.id}
              className={classes.headCell}
              data-kind={column?.kind ?? 'lead'}
              data-weekend={(column?.kind === 'day' && isWeekend(column.day)) || undefined}
              style={pinned(header.column)}
            >
              {column ? (
                <ColumnTitle column={column} open={expanded.has(column.week)} onToggle={onToggle} />
              ) : (
                t(header.id === 'part' ? 'field.part' : 'grid.measure')
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ColumnTitle({
  column,
  open,
  onToggle,
}: {
  column: GridColumn;
  open: boolean;
  onToggle: (week: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (column.kind === 'day') {
    return (
      <span className={classes.dayTitle}>
        {format.weekday(column.day)}
        <br />
        {format.shortDay(column.day)}
      </span>
    );
  }
  const Icon = open ? IconChevronLeft : IconChevronRight;
  return (
    <UnstyledButton className={classes.weekTitle} aria-expanded={open} onClick={() => onToggle(column.week)}>
      <span>
        {format.week(column.day)}
        <small>{format.shortDay(column.day)}</small>
        <VisuallyHidden>{t(open ? 'grid.closeWeek' : 'grid.openWeek')}</VisuallyHidden>
      </span>
      <Icon size={13} aria-hidden />
    </UnstyledButton>
  );
}
