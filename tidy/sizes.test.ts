import { expect, test } from 'vitest';
import debt from './debt.json' with { type: 'json' };
import {
  FILE_LIMIT,
  FUNCTION_LIMIT,
  type Measured,
  measureFiles,
  measureFunctions,
  SHORT_FUNCTION,
  SHORT_SHARE,
} from './sizes.ts';

const KNOWN_DEBT: Record<string, number> = debt;
const functions = measureFunctions();
const files = measureFiles();
const long = [
  ...functions.filter(({ lines }) => lines > FUNCTION_LIMIT),
  ...files.filter(({ lines }) => lines > FILE_LIMIT),
];

/** Two functions of one name in one file count as the longer one. */
const longest = (measured: Measured[]): Map<string, number> => {
  const byName = new Map<string, number>();
  for (const { name, lines } of measured) byName.set(name, Math.max(lines, byName.get(name) ?? 0));
  return byName;
};

test('the ruler measures what it says', () => {
  expect(functions.length).toBeGreaterThan(1000);
  expect(functions.find(({ name }) => name === 'tidy/sizes.ts#functionsOf')?.lines).toBe(11);
  expect(functions.find(({ name }) => name === 'tidy/sizes.ts#measureFiles')?.lines).toBe(2);
});

test(`no file has more than ${FILE_LIMIT} lines and no function more than ${FUNCTION_LIMIT}, but for debts that do not grow`, () => {
  const grown = [...longest(long)].filter(([name, lines]) => lines > (KNOWN_DEBT[name] ?? 0));
  expect(grown.map(([name, lines]) => `${name} has ${lines} lines; the debt allows ${KNOWN_DEBT[name] ?? 0}`)).toEqual(
    [],
  );
});

test('a debt that is paid leaves the list', () => {
  const owed = longest(long);
  expect(Object.keys(KNOWN_DEBT).filter((name) => !owed.has(name))).toEqual([]);
});

test(`nine functions of ten have fewer than ${SHORT_FUNCTION} lines, and most have fewer than ten`, () => {
  const short = functions.filter(({ lines }) => lines < SHORT_FUNCTION).length;
  expect(short / functions.length).toBeGreaterThanOrEqual(SHORT_SHARE);
  const median = functions.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(functions.length / 2)];
  expect(median).toBeLessThan(10);
});
