import { type Answer, accept, reject } from './answer.ts';
import { UNITS, type UnitRow } from './unit-table.ts';

export type UnitSystem = 'rec20' | 'x12' | 'edifact' | 'catena-x';

/**
 * Finds a unit by its code. The system matters: ST is a sheet in Recommendation 20, a set in X12 and, where no system
 * is named, the piece that German ERP systems mean by it.
 *
 * @example readUnit('ST', 'x12') // the set
 */
export function readUnit(code: string, system?: UnitSystem): Answer<UnitRow> {
  const key = keyOf(code, system);
  const unit =
    UNITS_BY_KEY.get(key) ?? (system === undefined ? UNITS_BY_KEY.get(`rec20:${normalise(code)}`) : undefined);
  return unit ? accept(unit) : reject('unit-unknown', code, `a unit of measure of ${system ?? 'Recommendation 20'}`);
}

/** The unit's code in another system; where that system has no code of its own, an answer that says so. */
export function writeUnit(unit: UnitRow, system: UnitSystem): Answer<string> {
  const codes = codesOf(unit, system);
  const [code] = codes;
  if (code === undefined) return reject('unit-unknown', unit.code, `a unit that ${system} can express`);
  return accept(system === 'catena-x' ? `unit:${code}` : code);
}

export type Conversion = { kind: 'converted'; quantity: number } | { kind: 'not-convertible'; reason: string };

/**
 * Converts a quantity between two units of one dimension. Codes are read without a system; twelve significant digits
 * are kept, because more would only be rounding noise.
 *
 * @example convertQuantity(2.5, 'MIL', 'PCE') // 2500
 */
export function convertQuantity(quantity: number, from: string, to: string): Conversion {
  const [source, target] = [readUnit(from), readUnit(to)];
  if (!source.ok) return { kind: 'not-convertible', reason: `${from} is not a known unit` };
  if (!target.ok) return { kind: 'not-convertible', reason: `${to} is not a known unit` };
  if (source.value.dimension !== target.value.dimension) {
    const reason = `${from} measures ${source.value.dimension}, ${to} measures ${target.value.dimension}`;
    return { kind: 'not-convertible', reason };
  }
  const ratio = source.value.factor / target.value.factor;
  return { kind: 'converted', quantity: Number((quantity * ratio).toPrecision(12)) };
}

/** EDIFACT's newer directories use Recommendation 20 itself, so its codes come behind the older ones. */
function codesOf(unit: UnitRow, system: UnitSystem): readonly string[] {
  if (system === 'rec20') return [unit.code];
  if (system === 'x12') return unit.x12 ?? [];
  if (system === 'catena-x') return unit.catenaX ?? [];
  return [...(unit.edifact ?? []), unit.code];
}

function keyOf(code: string, system: UnitSystem | undefined): string {
  const bare = code.replace(/^unit:/, '');
  if (bare !== code || system === 'catena-x') return `catena-x:${bare}`;
  return `${system ?? 'loose'}:${normalise(code)}`;
}

function normalise(code: string): string {
  return code.trim().toUpperCase();
}

const UNITS_BY_KEY: ReadonlyMap<string, UnitRow> = indexUnits();

/** Without a system: what people write first, then EDIFACT's and Recommendation 20's codes, then X12's. */
function indexUnits(): Map<string, UnitRow> {
  const index = new Map<string, UnitRow>();
  const add = (key: string, unit: UnitRow) => index.has(key) || index.set(key, unit);
  for (const system of ['rec20', 'x12', 'edifact', 'catena-x'] as const) {
    for (const unit of UNITS) for (const code of codesOf(unit, system)) add(`${system}:${code}`, unit);
  }
  for (const unit of UNITS) for (const code of unit.loose ?? []) add(`loose:${code}`, unit);
  for (const unit of UNITS) for (const code of codesOf(unit, 'edifact')) add(`loose:${code}`, unit);
  for (const unit of UNITS) for (const code of unit.x12 ?? []) add(`loose:${code}`, unit);
  return index;
}
