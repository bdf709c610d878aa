import type { Instant } from '@intakt/contract';
import type { RouterDialect, RouterTable } from './over-http.ts';
import type { DistanceProvider, Distances, Located, Unanswered } from './provider.ts';

export interface CachedWay {
  from: string;
  to: string;
  meters: number;
  seconds: number;
  fetchedAt: string;
}
/** What a router said before; a way is kept by its places' coordinates, so that sites that move are asked for again. */
export interface RoadCache {
  read: (provider: string, places: readonly string[]) => Promise<CachedWay[]>;
  keep: (provider: string, ways: readonly CachedWay[]) => Promise<void>;
}

interface Router {
  dialect: RouterDialect;
  url: string;
  cache: RoadCache;
  now: () => Instant;
  fetch?: typeof fetch;
}

const TIMEOUT_MS = 20_000;
/** Older distances are asked for again, when the router answers. */
const KEEP_DAYS = 180;

export const placeKey = ({ longitude, latitude }: Located): string => `${longitude.toFixed(5)},${latitude.toFixed(5)}`;

/** A router over HTTP, asked only for the ways that the cache does not hold. */
export const overHttp = (router: Router): DistanceProvider => ({
  name: router.dialect.name,
  matrix: async (places) => {
    const { dialect, cache, now } = router;
    const keys = places.map(placeKey);
    const known = new Map((await cache.read(dialect.name, keys)).map((way) => [`${way.from} ${way.to}`, way]));
    const fresh = new Date(Date.parse(now()) - KEEP_DAYS * 86_400_000).toISOString();
    const isKnown = (from: string, to: string): boolean => (known.get(`${from} ${to}`)?.fetchedAt ?? '') >= fresh;
    const open = places.filter((_, i) => keys.some((to, j) => i !== j && !isKnown(keys[i]!, to)));
    for (const [sources, targets] of blocks(open, places, dialect.mostPlaces)) {
      const table = await ask(router, sources, targets);
      if ('problem' in table) return table;
      const ways = waysOf(table, sources, targets, now());
      await cache.keep(dialect.name, ways);
      for (const way of ways) known.set(`${way.from} ${way.to}`, way);
    }
    return assemble(keys, known, `${dialect.name} at ${new URL(router.url).host}`);
  },
});

/** Requests of a size that routers take. */
function* blocks(
  sources: readonly Located[],
  targets: readonly Located[],
  most: number,
): Generator<[Located[], Located[]]> {
  const half = Math.floor(most / 2);
  for (let from = 0; from < sources.length; from += half)
    for (let to = 0; to < targets.length; to += half)
      yield [sources.slice(from, from + half), targets.slice(to, to + half)];
}

async function ask(
  { dialect, url, fetch: send = fetch }: Router,
  sources: readonly Located[],
  targets: readonly Located[],
): Promise<RouterTable | Unanswered> {
  try {
    const response = await send(dialect.request(url, sources, targets), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { problem: `${dialect.name} answered ${response.status}. Check its address.` };
    const table = dialect.read(await response.json());
    return (
      table ?? { problem: `${dialect.name} gave no table. Check that its address is that of a ${dialect.name} server.` }
    );
  } catch (error) {
    return { problem: `${dialect.name} does not answer: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

/** A way that the router does not know is infinite: the plan then names the order that needs it. */
function waysOf(
  table: RouterTable,
  sources: readonly Located[],
  targets: readonly Located[],
  fetchedAt: string,
): CachedWay[] {
  return sources.flatMap((from, i) =>
    targets.map((to, j) => ({
      from: placeKey(from),
      to: placeKey(to),
      meters: table.meters[i]?.[j] ?? UNREACHED,
      seconds: table.seconds[i]?.[j] ?? UNREACHED,
      fetchedAt,
    })),
  );
}
/** Stands for "no way" in the cache, whose columns hold numbers. */
const UNREACHED = 1e12;

function assemble(
  keys: readonly string[],
  known: ReadonlyMap<string, CachedWay>,
  provider: string,
): Distances | Unanswered {
  const size = keys.length;
  const distanceMeters = new Float64Array(size * size);
  const seconds = new Float64Array(size * size);
  let asOf = '9999';
  for (let arc = 0; arc < size * size; arc++) {
    const [from, to] = [keys[Math.floor(arc / size)]!, keys[arc % size]!];
    if (from === to) continue;
    const way = known.get(`${from} ${to}`);
    if (!way) return { problem: `${provider} left out the way from ${from} to ${to}.` };
    distanceMeters[arc] = way.meters >= UNREACHED ? Number.POSITIVE_INFINITY : way.meters;
    seconds[arc] = way.seconds >= UNREACHED ? Number.POSITIVE_INFINITY : way.seconds;
    if (way.fetchedAt < asOf) asOf = way.fetchedAt;
  }
  return { distanceMeters, seconds, provider, asOf };
}
