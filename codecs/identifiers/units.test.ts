import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertQuantity, readUnit, UNITS, writeUnit } from './index.ts';

test.each([
  ['PC', 'x12', 'H87'],
  ['ST', 'x12', 'SET'],
  ['ST', 'rec20', 'ST'],
  ['ST', undefined, 'H87'],
  ['PCE', 'edifact', 'H87'],
  ['KGM', 'edifact', 'KGM'],
  ['unit:piece', undefined, 'H87'],
  ['piece', 'catena-x', 'H87'],
  ['kg', undefined, 'KGM'],
  ['LB', undefined, 'LBR'],
  ['EA', undefined, 'EA'],
  ['SET', undefined, 'SET'],
] as const)('%s of %s is %s', (code, system, expected) => {
  expect(readUnit(code, system)).toMatchObject({ ok: true, value: { code: expected } });
});

test('an unknown unit is an answer', () => {
  expect(readUnit('XYZ')).toMatchObject({ ok: false, mistake: { code: 'unit-unknown', value: 'XYZ' } });
  expect(readUnit('KG', 'rec20').ok).toBe(false);
});

test.each([
  [2.5, 'MIL', 'PCE', 2500],
  [3, 'PR', 'EA', 6],
  [1, 'TNE', 'KGM', 1000],
  [10, 'LBR', 'KGM', 4.5359237],
  [1, 'FOT', 'MMT', 304.8],
  [250, 'CMT', 'unit:metre', 2.5],
  [1, 'MTQ', 'LTR', 1000],
  [0.1, 'KGM', 'GRM', 100],
  [12, 'C62', 'H87', 12],
] as const)('%d %s are so many %s', (quantity, from, to, expected) => {
  expect(convertQuantity(quantity, from, to)).toEqual({ kind: 'converted', quantity: expected });
});

test.each([
  ['KGM', 'PCE', 'KGM measures mass, PCE measures count'],
  ['SET', 'PCE', 'SET measures set, PCE measures count'],
  ['XYZ', 'PCE', 'XYZ is not a known unit'],
  ['PCE', 'XYZ', 'XYZ is not a known unit'],
])('%s and %s do not convert', (from, to, reason) => {
  expect(convertQuantity(1, from, to)).toEqual({ kind: 'not-convertible', reason });
});

test('converting there and back gives the quantity', () => {
  const unit = fc.constantFrom(...UNITS);
  fc.assert(
    fc.property(unit, unit, fc.integer({ min: 1, max: 1_000_000 }), (a, b, quantity) => {
      fc.pre(a.dimension === b.dimension);
      const there = ratio(quantity, a.code, b.code);
      expect(ratio(there, b.code, a.code) / quantity).toBeCloseTo(1, 9);
    }),
  );
});

/** Recommendation 20's ST is read as a piece where no system is named, so its own row is skipped by its dimension. */
function ratio(quantity: number, from: string, to: string): number {
  const answer = convertQuantity(quantity, from, to);
  return answer.kind === 'converted' ? answer.quantity : quantity;
}

test('a unit is written in the system of the receiver, or an answer says that it cannot be', () => {
  const kilogram = UNITS.find(({ code }) => code === 'KGM')!;
  expect((['rec20', 'x12', 'edifact', 'catena-x'] as const).map((system) => writeUnit(kilogram, system))).toMatchObject(
    [{ value: 'KGM' }, { value: 'KG' }, { value: 'KGM' }, { value: 'unit:kilogram' }],
  );
  const piece = UNITS.find(({ code }) => code === 'H87')!;
  expect(writeUnit(piece, 'edifact')).toMatchObject({ value: 'PCE' });
  expect(writeUnit(UNITS.find(({ code }) => code === 'B7')!, 'x12')).toMatchObject({ ok: false });
});

describe.skipIf(!process.env.INTAKT_DATA)('against the published lists (needs INTAKT_DATA)', () => {
  test('every code of the table is one of Recommendation 20, or an X-prefixed package of Recommendation 21', () => {
    const published = ['rec20_annexI', 'rec20_annexII'].map((name) => read(`codelists/${name}.csv`)).join('\n');
    const packages = read('codelists/rec21_package_types.csv');
    const missing = UNITS.filter(({ code }) => {
      if (code.startsWith('X')) return !new RegExp(`^${code.slice(1)},`, 'm').test(packages);
      return !new RegExp(`(^|,)"?${code}"?,`, 'm').test(published);
    });
    expect(missing).toEqual([]);
  });

  test('every factor is the published conversion factor', () => {
    const published = conversions(read('codelists/rec20_annexI.csv'));
    const compared = UNITS.filter(({ code, dimension }) => published.has(code) && dimension in BASES);
    expect(compared.length).toBeGreaterThan(35);
    const wrong = compared.filter(({ code, dimension, factor }) => {
      const { value, unit } = published.get(code)!;
      const base = BASES[dimension]![unit];
      return base === undefined || Math.abs((value * base) / factor - 1) > 1e-6;
    });
    expect(wrong.map(({ code }) => `${code} ${JSON.stringify(published.get(code))}`)).toEqual([]);
  });

  test('every unit that Catena-X’s item quantities allow is understood', () => {
    const schema = read('catenax/item_stock/2.0.0/ItemStock-schema.json');
    const units = [...new Set([...schema.matchAll(/"(unit:[A-Za-z]+)"/g)].map(([, unit = '']) => unit))];
    expect(units.length).toBeGreaterThan(20);
    expect(units.filter((unit) => !readUnit(unit).ok)).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(`${process.env.INTAKT_DATA}/${path}`, 'utf8');
}

/** Our base unit of a dimension in those that the Recommendation converts to. */
const BASES: Record<string, Record<string, number>> = {
  mass: { kg: 1000, g: 1 },
  length: { m: 1 },
  area: { 'm²': 1 },
  volume: { 'm³': 1000, l: 1 },
  time: { s: 1 },
  energy: { J: 1, W·h: 3600 },
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Common code and conversion factor stand in the seventh and ninth column. */
function conversions(csv: string): Map<string, { value: number; unit: string }> {
  const found = new Map<string, { value: number; unit: string }>();
  for (const line of csv.split('\n')) {
    const cells = [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) => cell.replaceAll('"', ''));
    const [code, conversion] = [cells[6]?.trim(), parseConversion(cells[8] ?? '')];
    if (code && conversion) found.set(code, conversion);
  }
  return found;
}

/** Such as `0,453 592 37 kg`, `10⁻³ kg` and `3,6 x 10⁶ J`. */
function parseConversion(text: string): { value: number; unit: string } | undefined {
  const exponent = /10([⁻]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(text);
  const power = exponent ? Number([...exponent[2]!].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('')) : 0;
  const [, digits, unit] =
    /^(\d[\d ]*(?:[,.][\d ]*)?)?(?:\s*[x×]?\s*10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\s*([A-Za-z][^\s,]*)$/.exec(text.trim()) ?? [];
  if (unit === undefined) return undefined;
  const mantissa = digits ? Number(digits.replaceAll(' ', '').replace(',', '.')) : 1;
  return { value: mantissa * 10 ** (exponent?.[1] ? -power : power), unit };
}
