import path from 'node:path';
import type { Arrow } from './imports.ts';

/**
 * Which rooms a room may use; `*` stands for every workspace of the folder. Imports only go down: whoever wants an arrow
 * that is missing here moves the code instead, or explains the arrow in docs/decisions.
 */
export const ROOMS: Record<string, readonly string[]> = {
  contract: [],
  'codecs/identifiers': [],
  'codecs/*': ['contract', 'codecs/identifiers'],
  'engines/*': ['contract'],
  'engines/transport-plan': ['contract', 'engines/routing'],
  ledger: [],
  database: [],
  simulator: ['contract', 'codecs/*', 'engines/*'],
  server: ['contract', 'codecs/*', 'engines/*', 'ledger', 'database'],
  web: ['contract', 'ledger'],
  benchmarks: ['contract', 'codecs/*', 'engines/*', 'ledger', 'database', 'server', 'simulator'],
  tidy: ['contract', 'codecs/edi'],
};

/** Used alone and published: no input or output, no clock, no ambient randomness. */
export const PURE = ['contract', 'codecs/*', 'engines/*', 'ledger'] as const;
/** Where a pure room meets the machine. */
export const EDGES = ['codecs/edi/cli.ts', 'ledger/node.ts', 'ledger/verify-cli.ts', 'ledger/witness-cli.ts'];

/** One arrow that the table does not show, each with its reason. */
const EXCEPTIONS: { from: RegExp; to: RegExp; why: string }[] = [
  { from: /^server\/demonstration\.ts$/, to: /^simulator\//, why: 'npm start plays the demonstration network' },
  { from: /^server\/record\/projections\.ts$/, to: /^server\/capabilities\/\w+\/project\.ts$/, why: 'enrols them all' },
];

/** The order in which capabilities build on each other. */
export const CAPABILITIES = [
  'network',
  'demand',
  'visibility',
  'transport',
  'sequence',
  'yard',
  'continuity',
  'performance',
  'collaboration',
];

/** The server, lowest first; what is not named here opens the house and is used by nobody below. */
const STOREYS = [
  ['clock.ts', 'config.ts', 'refuse.ts'],
  ['access', 'feed', 'ledger', 'record', 'house.ts', 'finder.ts', 'job-kind.ts', 'problems.ts'],
  ['capabilities'],
  ['doors'],
  ['jobs', 'operation'],
];

export const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, /^(codecs|engines)\//.test(file) ? 2 : 1)
    .join('/');

export const isIn = (rooms: readonly string[], room: string): boolean =>
  rooms.includes(room) || rooms.includes(`${path.posix.dirname(room)}/*`);

/** Why an arrow may not be, or undefined. */
export function objection(arrow: Arrow): string | undefined {
  if (EXCEPTIONS.some(({ from, to }) => from.test(arrow.from) && to.test(arrow.to))) return undefined;
  const from = roomOf(arrow.from);
  const to = roomOf(arrow.to);
  if (from !== to) return betweenRooms(arrow, from, to);
  return from === 'server' ? inTheServer(arrow) : undefined;
}

/** A test may use whatever it takes to see its subject at work, but a pure room's tests stand alone too. */
function betweenRooms({ test, typeOnly }: Arrow, from: string, to: string): string | undefined {
  if (test && !isIn(PURE, from)) return undefined;
  const allowed = ROOMS[from] ?? ROOMS[`${path.posix.dirname(from)}/*`] ?? [];
  if (!isIn(allowed, to)) return `${from} may use ${allowed.join(', ') || 'no other room'}, not ${to}`;
  if (to === 'contract' && isIn(PURE, from) && !typeOnly) return `${from} is pure: of the contract it takes types only`;
  return undefined;
}

function inTheServer({ from, to, test }: Arrow): string | undefined {
  if (test) return undefined;
  const [mine, theirs] = [storeyOf(from), storeyOf(to)];
  if (theirs > mine) return `runs up, from storey ${mine} to storey ${theirs}`;
  const [ours, other] = [capabilityOf(from), capabilityOf(to)];
  if (other === undefined || ours === other) return undefined;
  if (!to.endsWith('/index.ts')) return `capability ${other} is entered through its index.ts only`;
  return ours !== undefined && rank(ours) < rank(other) ? `${ours} comes before ${other}` : undefined;
}

function storeyOf(file: string): number {
  const storey = STOREYS.findIndex((names) => names.includes(file.split('/')[1]!));
  return storey < 0 ? STOREYS.length : storey;
}

const capabilityOf = (file: string): string | undefined => /^server\/capabilities\/([^/]+)\//.exec(file)?.[1];
const rank = (capability: string): number => CAPABILITIES.indexOf(capability);
