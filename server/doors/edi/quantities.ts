import { readUnit, type UnitRow, type UnitSystem } from '@intakt/identifiers';
import type { PartEntry } from '../master-data/master-data.ts';
import { fault, type Search } from './search.ts';

/** The unit of a message in Recommendation 20. X12 and EDIFACT give some letters another meaning. */
export function readMessageUnit(search: Search, code: string, format: 'edifact' | 'x12'): UnitRow | undefined {
  const answer = readUnit(code, format satisfies UnitSystem);
  const loose = answer.ok ? answer : readUnit(code);
  if (loose.ok) return loose.value;
  return fault(search, {
    code: 'UNIT_UNKNOWN',
    value: code,
    expected: `a unit of ${format === 'x12' ? 'X12 element 355' : 'UN/ECE Recommendation 20'}`,
    message: `The unit "${code}" is not known.`,
  });
}

/** From the message's unit to the part's: a factor, so that quantities and cumulatives convert alike. */
export function conversionFactor(search: Search, from: UnitRow, part: PartEntry): number | undefined {
  const to = readUnit(part.unit, 'rec20');
  if (to.ok && to.value.dimension === from.dimension) return from.factor / to.value.factor;
  if (PACKS.includes(from.dimension) && part.quantityPerPack) return from.factor * part.quantityPerPack;
  return fault(search, {
    code: 'UNIT_NOT_CONVERTIBLE',
    value: from.code,
    expected: `a unit that converts to ${part.unit}, the unit of part ${part.number}`,
    message: `${from.name} does not convert to ${part.unit}. Correct the part's unit or quantity per pack, or ask the sender.`,
  });
}

/** Whoever counts packs means the part's agreed pack. */
const PACKS: string[] = ['package'];

/** Twelve significant digits: what lies beyond is only rounding noise. */
export const convert = (quantity: number, factor: number): number => Number((quantity * factor).toPrecision(12));
