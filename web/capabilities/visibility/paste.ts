import type { IsoDay } from '@intakt/contract';
import { isWeekend } from '../../shell/days.ts';
import type { GridColumn } from './grid-columns.ts';

export interface PastedDay {
  day: IsoDay;
  quantity: number;
}
export type PasteAnswer = { ok: true; quantities: PastedDay[]; from: IsoDay; to: IsoDay } | { ok: false; cell: string };

/** "1.200" is a thousand in Germany and one in England: the locale's own separators decide. */
export function readNumber(text: string, locale: string): number | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(11111.5);
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f']/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  if (plain === '') return 0;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** One pasted row, laid over the columns from where the cursor stands. A week's quantity is spread over its working days. */
export function layPasted(text: string, columns: GridColumn[], days: IsoDay[], locale: string): PasteAnswer {
  const cells =
    text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)[0]
      ?.split('\t')
      .slice(0, columns.length) ?? [];
  const quantities: PastedDay[] = [];
  for (const [index, cell] of cells.entries()) {
    const number = readNumber(cell, locale);
    if (number === undefined) return { ok: false, cell };
    quantities.push(...spread(number, columns[index]!, days));
  }
  const covered = columns.slice(0, cells.length);
  return { ok: true, quantities, from: days[covered[0]!.first]!, to: days[covered.at(-1)!.last]! };
}

function spread(quantity: number, { first, last }: GridColumn, days: IsoDay[]): PastedDay[] {
  const all = days.slice(first, last + 1);
  const working = all.filter((day) => !isWeekend(day));
  const used = working.length > 0 ? working : all;
  const each = Math.floor(quantity / used.length);
  const rest = quantity - each * used.length;
  return used.map((day, index) => ({ day, quantity: index === 0 ? each + rest : each }));
}

/** Where pasted cells go: an expanded week is filled day by day, so its own column takes none. */
export function pasteColumns(columns: GridColumn[], start: number): GridColumn[] {
  const expanded = new Set(columns.filter(({ kind }) => kind === 'day').map(({ week }) => week));
  return columns.slice(start).filter((column) => column.kind === 'day' || !expanded.has(column.week));
}
