import { readNumber } from '../visibility/paste.ts';
import type { CommitRelation, SaidWeek } from './commit-queries.ts';
import { type CommitRow, weekOf } from './commit-rows.ts';

/** A quantity that somebody wants to say: the supplier commits it, the customer asks for it. */
export interface Change {
  relation: CommitRelation;
  week: string;
  quantity: number;
}
export type Side = 'supplier' | 'customer';

export const sideOf = ({ customer, supplier }: CommitRelation, own: string | undefined): Side | undefined =>
  supplier === own ? 'supplier' : customer === own ? 'customer' : undefined;

export type Laid =
  | { ok: true; changes: Change[] }
  | { ok: false; reason: 'where' }
  | { ok: false; reason: 'number'; cell: string };

/** Pasted rows, laid over the lines that we may write from where the cursor stands: our commits, or what we ask for. Empty cells say nothing. */
export function layCommits(
  text: string,
  {
    rows,
    weeks,
    row,
    column,
    own,
    locale,
  }: { rows: CommitRow[]; weeks: string[]; row: number; column: number; own?: string; locale: string },
): Laid {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const changes: Change[] = [];
  for (const [down, cells] of lines.entries()) {
    const target = rows[row + down];
    if (!target) break;
    if (!isWritable(target, own)) return { ok: false, reason: 'where' };
    for (const [along, cell] of cells.entries()) {
      const week = weeks[column + along];
      if (!week || cell.trim() === '') continue;
      const quantity = readNumber(cell, locale);
      if (quantity === undefined) return { ok: false, reason: 'number', cell };
      changes.push({ relation: target.relation, week, quantity });
    }
  }
  return { ok: true, changes };
}

const isWritable = ({ relation, measure }: CommitRow, own: string | undefined): boolean => {
  const side = sideOf(relation, own);
  if (side === 'customer') return measure === 'released';
  return side === 'supplier' && (measure === 'committed' || measure === 'proposed');
};

/** Only another quantity than the one asked for carries a reason. */
export function toSaid(
  changes: Change[],
  why: Omit<SaidWeek, 'week' | 'quantity'>,
): { relation: CommitRelation; weeks: SaidWeek[] }[] {
  return [...Map.groupBy(changes, ({ relation }) => relation)].map(([relation, list]) => ({
    relation,
    weeks: list.map(({ week, quantity }) =>
      quantity === (weekOf(relation, week)?.released ?? 0) ? { week } : { week, quantity, ...why },
    ),
  }));
}

export const needsReason = (changes: Change[]): boolean =>
  changes.some(({ relation, week, quantity }) => quantity !== (weekOf(relation, week)?.released ?? 0));
