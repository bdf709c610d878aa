import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LOCALES } from '../../languages/languages.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import type { GridColumn } from './grid-columns.ts';
import { rangeOf, type Selection, toTsv } from './grid-selection.ts';
import type { GridRow } from './grid-table.ts';
import { cellValue, type Measure } from './grid-values.ts';
import { layPasted, pasteColumns } from './paste.ts';
import type { PastePlan } from './paste-preview.tsx';

interface GridClipboard {
  selection: Selection | undefined;
  rows: GridRow[];
  columns: GridColumn[];
  days: string[];
  /** Shows what was pasted before it is written. */
  preview: (plan: PastePlan) => void;
}

/** Copies the range for a spreadsheet, and lays what comes from one over the own plan. */
export function useGridClipboard({ selection, rows, columns, days, preview }: GridClipboard) {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const onCopy = (event: ClipboardEvent): void => {
    if (!selection) return;
    const range = rangeOf(selection);
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
    const text = event.clipboardData.getData('text/plain');
    const laid = layPasted(text, pasteColumns(columns, selection.active.column), days, LOCALES[currentLanguage()]);
    if (!laid.ok) return tellFailure(t('grid.pasteNumber', { cell: laid.cell }));
    preview({ kind, node: row.node, days, ...laid });
  };
  return { onCopy, onPaste };
}

const plainValue = (row: GridRow, column: GridColumn): number | string =>
  row.measure === 'title' ? '' : Math.round(cellValue(row.node, row.measure, column).value * 100) / 100;

/** Only a site's own plans are written by hand; the rest is what partners and stock say. */
function planKind(measure: Measure | 'title'): PastePlan['kind'] | undefined {
  if (measure === 'demand') return 'requirement';
  return measure === 'planned' ? 'production' : undefined;
}
