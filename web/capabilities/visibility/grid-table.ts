import {
  type ColumnDef,
  columnPinningFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GridColumn } from './grid-columns.ts';
import { cellValue, MEASURES, type Measure } from './grid-values.ts';
import type { ProjectionNode } from './queries.ts';

const gridParts = tableFeatures({ columnSizingFeature, columnPinningFeature });

/** `title` stands above the measures where there is no room for it beside them. */
export interface GridRow {
  key: string;
  node: ProjectionNode;
  measure: Measure | 'title';
  /** Line within the part's block, from 0. */
  line: number;
}

export function gridRows(nodes: ProjectionNode[], withTitles: boolean): GridRow[] {
  const measures: GridRow['measure'][] = withTitles ? ['title', ...MEASURES] : [...MEASURES];
  return nodes.flatMap((node) =>
    measures.map((measure, line) => ({ key: `${node.site}/${node.part}/${measure}`, node, measure, line })),
  );
}

const WIDTHS = { part: 246, measure: 118, week: 78, day: 66 } as const;
const WIDEST_WEEK = 128;

/** Weeks share what the days and the leading columns leave of the width. */
export function weekWidth(room: number, columns: GridColumn[], withPart: boolean): number {
  const weeks = columns.filter(({ kind }) => kind === 'week').length;
  const taken = WIDTHS.measure + (withPart ? WIDTHS.part : 0) + (columns.length - weeks) * WIDTHS.day;
  return Math.min(WIDEST_WEEK, Math.max(WIDTHS.week, Math.floor((room - taken) / Math.max(1, weeks))));
}

export function useGridTable(rows: GridRow[], columns: GridColumn[], withPart: boolean, room: number) {
  const defs = useMemo(() => {
    const width = { week: weekWidth(room, columns, withPart), day: WIDTHS.day };
    return [...leading(withPart), ...columns.map((column) => toDef(column, width[column.kind]))];
  }, [columns, withPart, room]);
  return useTable({
    features: gridParts,
    data: rows,
    columns: defs,
    getRowId: (row) => row.key,
    initialState: { columnPinning: { start: ['part', 'measure'], end: [] } },
  });
}
export type GridTable = ReturnType<typeof useGridTable>;

function leading(withPart: boolean): ColumnDef<typeof gridParts, GridRow>[] {
  const part = { id: 'part', size: WIDTHS.part, accessorFn: (row: GridRow) => row.node.part };
  const measure = { id: 'measure', size: WIDTHS.measure, accessorFn: (row: GridRow) => row.measure };
  return withPart ? [part, measure] : [measure];
}

const toDef = (column: GridColumn, size: number): ColumnDef<typeof gridParts, GridRow> => ({
  id: column.key,
  size,
  accessorFn: (row: GridRow) => (row.measure === 'title' ? undefined : cellValue(row.node, row.measure, column)),
});
