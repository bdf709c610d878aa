import type { KeyboardEvent } from 'react';
import type { GridColumn } from './grid-columns.ts';
import { moved, type Place, type Selection } from './grid-selection.ts';

interface GridKeys {
  selection: Selection | undefined;
  rows: number;
  columns: GridColumn[];
  select: (next: Selection | undefined) => void;
  open: (place: Place) => void;
  toggle: (week: string) => void;
}

/** The grid's keys: Enter opens, Escape leaves, + and - unfold the week, everything else moves. */
export const gridKeys =
  ({ selection, rows, columns, select, open, toggle }: GridKeys) =>
  (event: KeyboardEvent): void => {
    if (!selection) return;
    if (event.key === 'Enter') return open(selection.active);
    if (event.key === 'Escape') return select(undefined);
    if (event.key === '+' || event.key === '-') return toggle(columns[selection.active.column]!.week);
    const next = moved(
      selection,
      event.key,
      { extend: event.shiftKey, far: event.ctrlKey || event.metaKey },
      { rows, columns: columns.length },
    );
    if (!next) return;
    event.preventDefault();
    select(next);
  };
