import type { Grams } from './energy-carriers.ts';

/** An intensity that somebody published or measured, brought in by the user, with its source. */
export interface IntensityFactor {
  id: string;
  perTonneKm: Grams;
  source: string;
}

export interface FactorProblem {
  row: number;
  message: string;
}

const TOLERANCE = 0.005;

/**
 * Reads a table of factors: `id`, `ttw`, `wtt`, `wtw` in g CO2e per tonne-km, `source`. Of the three figures one may be missing.
 * Rows that cannot be are named, with the values seen; the rest is read.
 *
 * @example readFactors([{ id: 'artic', ttw: '77.03', wtt: '17.99', source: 'DESNZ 2025' }]).factors[0].perTonneKm.wtw // 95.02
 */
export function readFactors(rows: readonly Record<string, unknown>[]): {
  factors: IntensityFactor[];
  problems: FactorProblem[];
} {
  const factors: IntensityFactor[] = [];
  const problems: FactorProblem[] = [];
  for (const [index, row] of rows.entries()) {
    const read = readFactor(row, new Set(factors.map(({ id }) => id)));
    if (typeof read === 'string') problems.push({ row: index + 1, message: read });
    else factors.push(read);
  }
  return { factors, problems };
}

function readFactor(row: Record<string, unknown>, known: ReadonlySet<string>): IntensityFactor | string {
  const [id, source] = [String(row.id ?? '').trim(), String(row.source ?? '').trim()];
  if (!id || !source) return `id "${id}", source "${source}": a factor needs both. Say where it is from.`;
  if (known.has(id)) return `${id} is there twice. Keep one.`;
  const [ttw, wtt, wtw] = [figure(row.ttw), figure(row.wtt), figure(row.wtw)];
  const seen = `${id}: ttw ${row.ttw ?? '–'}, wtt ${row.wtt ?? '–'}, wtw ${row.wtw ?? '–'}`;
  if ([ttw, wtt, wtw].some((value) => value !== undefined && !(value >= 0))) return `${seen}. Give numbers from 0.`;
  const whole = wtw ?? (ttw !== undefined && wtt !== undefined ? ttw + wtt : undefined);
  const before = wtt ?? (whole !== undefined && ttw !== undefined ? whole - ttw : undefined);
  const after = ttw ?? (whole !== undefined && wtt !== undefined ? whole - wtt : undefined);
  if (whole === undefined || before === undefined || after === undefined) return `${seen}. Give two of the three.`;
  if (before < 0 || after < 0 || Math.abs(before + after - whole) > TOLERANCE * Math.max(1, whole))
    return `${seen}: ttw and wtt do not add up to wtw. Check the columns.`;
  return { id, source, perTonneKm: { ttw: after, wtt: before, wtw: whole } };
}

function figure(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'number' ? value : Number(String(value).replace(',', '.'));
}
