import type { Random } from '../random.ts';
import type { PlainInstance } from './instance.ts';

/** Clients in a square of 100, some of them hard to reach in time and too much for too few trucks. */
export function randomInstance(
  random: Random,
  { clients, windows, symmetric }: { clients: number; windows: boolean; symmetric: boolean },
): PlainInstance {
  const sites = clients + 1;
  const places = Array.from({ length: sites }, () => [random.below(100), random.below(100)] as const);
  const way = (symmetricPart: number) => Math.round(symmetricPart) + (symmetric ? 0 : random.below(20));
  const cost = Int32Array.from({ length: sites * sites }, (_, arc) => {
    const [from, to] = [places[Math.floor(arc / sites)]!, places[arc % sites]!];
    return from === to ? 0 : way(Math.hypot(from[0] - to[0], from[1] - to[1]));
  });
  const opens = Int32Array.from({ length: sites }, (_, i) => (i === 0 || !windows ? 0 : random.below(300)));
  return {
    clients,
    maxRoutes: 2 + random.below(clients),
    capacity: 30,
    cost,
    time: symmetric ? cost : cost.map((arc) => arc + (arc === 0 ? 0 : random.below(5))),
    demand: Int32Array.from({ length: sites }, (_, i) => (i === 0 ? 0 : 1 + random.below(12))),
    earliest: opens,
    latest: opens.map((from, i) => (!windows ? 1e6 : i === 0 ? 500 : from + random.below(100))),
    service: Int32Array.from({ length: sites }, (_, i) => (i === 0 ? 0 : random.below(10))),
  };
}
