import { expect, test } from 'vitest';
import { clockReadsOf, type Leak, leaksOf } from './purity.ts';
import { isTest, SOURCES } from './repository.ts';
import { EDGES, isIn, PURE, roomOf } from './rooms.ts';

const show = ({ file, line, what }: Leak): string => `${file}:${line} ${what}`;
const isExample = (file: string): boolean => file.endsWith('/example.ts');

test('the search finds what it looks for', () => {
  expect(leaksOf('server/clock.ts').map(({ what }) => what)).toContain('Date.now');
  expect(leaksOf('ledger/verify-cli.ts').map(({ what }) => what)).toContain('process.env');
});

test('pure rooms read no clock, no chance, no environment and no network', () => {
  const pure = SOURCES.filter((file) => isIn(PURE, roomOf(file)) && !isTest(file) && !isExample(file));
  expect(pure.length).toBeGreaterThan(50);
  expect(
    pure
      .filter((file) => !EDGES.includes(file))
      .flatMap(leaksOf)
      .map(show),
  ).toEqual([]);
});

test('the server has one clock', () => {
  const server = SOURCES.filter((file) => roomOf(file) === 'server' && !isTest(file) && file !== 'server/clock.ts');
  expect(server.flatMap(clockReadsOf).map(show)).toEqual([]);
});
