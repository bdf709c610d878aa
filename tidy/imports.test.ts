import { expect, test } from 'vitest';
import { cyclesOf } from './cycles.ts';
import { type Arrow, arrows, foreign, unresolved } from './imports.ts';
import { SOURCES } from './repository.ts';
import { CAPABILITIES, EDGES, isIn, objection, PURE, roomOf } from './rooms.ts';

const show = ({ from, line, ...rest }: { from: string; line: number; to?: string; specifier?: string }): string =>
  `${from}:${line} → ${rest.to ?? rest.specifier}`;
const arrow = (from: string, to: string, change: Partial<Arrow> = {}): Arrow => ({
  from,
  to,
  line: 1,
  typeOnly: false,
  test: false,
  ...change,
});

test('the scanner sees the house: files, arrows between them, packages', () => {
  expect(SOURCES.length).toBeGreaterThan(300);
  expect(arrows.length).toBeGreaterThan(SOURCES.length);
  expect(foreign.filter(({ specifier }) => specifier.startsWith('node:')).length).toBeGreaterThan(20);
  expect(arrows).toContainEqual(expect.objectContaining({ from: 'server/open-house.ts', to: 'database/index.ts' }));
  expect(arrows).toContainEqual(expect.objectContaining({ from: 'server/open-house.ts', to: 'ledger/node.ts' }));
});

test.each([
  ['web may not look into the server', 'web/api.ts', 'server/house.ts'],
  ['the contract uses no other room', 'contract/index.ts', 'ledger/index.ts'],
  ['a codec is no base of an engine', 'engines/material-flow/days.ts', 'codecs/edi/index.ts'],
  ['only the demonstration starts the simulator', 'server/main.ts', 'simulator/index.ts'],
  ['the recorder does not know capabilities', 'server/record/commit.ts', 'server/capabilities/demand/index.ts'],
  ['demand comes before visibility', 'server/capabilities/demand/routes.ts', 'server/capabilities/visibility/index.ts'],
  [
    'visibility enters demand by the front door',
    'server/capabilities/visibility/today.ts',
    'server/capabilities/demand/store.ts',
  ],
  ['a capability does not know the doors', 'server/capabilities/visibility/today.ts', 'server/doors/index.ts'],
])('%s', (_rule, from, to) => expect(objection(arrow(from, to))).toBeDefined());

test.each([
  ['server/capabilities/visibility/today.ts', 'server/capabilities/demand/index.ts'],
  ['server/doors/edi/intake.ts', 'codecs/edi/index.ts'],
  ['server/demonstration.ts', 'simulator/index.ts'],
  ['web/capabilities/exchange/queries.ts', 'ledger/index.ts'],
])('%s may use %s', (from, to) => expect(objection(arrow(from, to))).toBeUndefined());

test('no arrow runs up, and each room uses only what it may', () => {
  expect(arrows.flatMap((a) => (objection(a) ? [`${show(a)}: ${objection(a)}`] : []))).toEqual([]);
});

test('every import names a file that is there and exported', () => {
  expect(unresolved.map(show)).toEqual([]);
});

test('no file loads a file that loads it', () => {
  const loop = [
    arrow('a', 'b'),
    arrow('b', 'c'),
    arrow('c', 'b'),
    arrow('d', 'a'),
    arrow('b', 'a', { typeOnly: true }),
  ];
  expect(cyclesOf(loop)).toEqual([['b', 'c']]);
  expect(cyclesOf(arrows)).toEqual([]);
});

test('pure rooms take in no module of Node', () => {
  const impure = foreign.filter(
    ({ from, specifier }) =>
      isIn(PURE, roomOf(from)) &&
      specifier.startsWith('node:') &&
      !EDGES.includes(from) &&
      !/(\.test|\/example|\/test-[\w-]+)\.ts$/.test(from),
  );
  expect(impure.map(show)).toEqual([]);
});

test('every capability on the server is one of the nine', () => {
  const folders = SOURCES.flatMap((file) => /^server\/capabilities\/([^/]+)\//.exec(file)?.[1] ?? []);
  expect([...new Set(folders)].filter((folder) => !CAPABILITIES.includes(folder))).toEqual([]);
});
