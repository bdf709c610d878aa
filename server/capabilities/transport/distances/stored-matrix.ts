import type { Id } from '@intakt/contract';
import type { DistanceProvider } from './provider.ts';

export interface StoredDistance {
  from: Id;
  to: Id;
  meters: number;
  seconds: number;
  storedAt: string;
}

/** The organisation's own matrix, between its sites. It answers only where it knows every way. */
export const storedMatrix = (stored: readonly StoredDistance[]): DistanceProvider => ({
  name: 'stored',
  matrix: (places) => {
    const known = new Map(stored.map((way) => [`${way.from} ${way.to}`, way]));
    const size = places.length;
    const distanceMeters = new Float64Array(size * size);
    const seconds = new Float64Array(size * size);
    let asOf = '9999';
    for (const [i, from] of places.entries())
      for (const [j, to] of places.entries()) {
        if (i === j) continue;
        const way = known.get(`${from.id} ${to.id}`);
        if (!way)
          return Promise.resolve({ problem: `The stored matrix has no way from ${from.id} to ${to.id}. Store it.` });
        distanceMeters[i * size + j] = way.meters;
        seconds[i * size + j] = way.seconds;
        if (way.storedAt < asOf) asOf = way.storedAt;
      }
    return Promise.resolve({ distanceMeters, seconds, provider: 'stored matrix', asOf });
  },
});
