import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LOCALES } from '../../languages/languages.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { rangeOf, type Selection, toTsv } from '../visibility/grid-selection.ts';
import { type Change, layCommits } from './commit-edit.ts';
import { type CommitRow, commitCell, weekOf } from './commit-rows.ts';

interface CommitClipboard {
  selection: Selection | undefined;
  rows: CommitRow[];
  weeks: string[];
  /** Shows what was pasted before it is said. */
  preview: (changes: Change[]) => void;
}

/** Copies the range for a spreadsheet, and lays what comes from one over the lines that are ours to write. */
export function useCommitClipboard({ selection, rows, weeks, preview }: CommitClipboard) {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const onCopy = (event: ClipboardEvent): void => {
    if (!selection) return;
    const range = rangeOf(selection);
    event.preventDefault();
    const text = toTsv(range, (row, column) => plain(rows[row]!, weeks[column]!));
    event.clipboardData.setData('text/plain', text);
    tellDone(t('grid.copied', { count: (range.bottom - range.top + 1) * (range.right - range.left + 1) }));
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!selection) return;
    event.preventDefault();
    const { row, column } = selection.active;
    const text = event.clipboardData.getData('text/plain');
    const laid = layCommits(text, { rows, weeks, row, column, own, locale: LOCALES[currentLanguage()] });
    if (laid.ok) return laid.changes.length > 0 ? preview(laid.changes) : undefined;
    tellFailure(laid.reason === 'where' ? t('commits.pasteWhere') : t('grid.pasteNumber', { cell: laid.cell }));
  };
  return { onCopy, onPaste };
}

const plain = ({ relation, measure }: CommitRow, week: string): number | string =>
  measure === 'title' ? '' : (commitCell(weekOf(relation, week), measure) ?? '');
