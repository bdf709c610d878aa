import type { PublishedInstance } from './routing-instances.ts';

export interface Checked {
  cost: number;
  vehicles: number;
  /** What is wrong, in words; empty: the tours are a solution. */
  faults: string[];
}

/**
 * Judges tours by nothing but the instance's coordinates, demands and windows. It shares no line with the solver: distances are
 * computed again, and each tour is driven stop by stop.
 */
export function checkTours(instance: PublishedInstance, tours: number[][]): Checked {
  const driven = tours.filter((tour) => tour.length > 0);
  const faults = [...countFaults(instance, driven), ...driven.flatMap((tour, i) => driveFaults(instance, tour, i + 1))];
  const cost = driven.reduce((sum, tour) => sum + lengthOf(instance, tour), 0) / instance.scale;
  return { cost, vehicles: driven.length, faults };
}

function countFaults({ sites, vehicles }: PublishedInstance, tours: number[][]): string[] {
  const visits = new Array<number>(sites.length).fill(0);
  for (const client of tours.flat()) visits[client] = (visits[client] ?? 0) + 1;
  const faults = visits.flatMap((count, client) =>
    client > 0 && count !== 1 ? [`client ${client} is visited ${count} times`] : [],
  );
  if (visits.length > sites.length || visits[0]! > 0) faults.push('a tour visits what is no client');
  if (tours.length > vehicles) faults.push(`${tours.length} tours, but ${vehicles} trucks`);
  return faults;
}

function driveFaults(instance: PublishedInstance, tour: number[], number: number): string[] {
  const faults: string[] = [];
  const aboard = new Set<number>();
  let [clock, load, from] = [instance.sites[0]!.earliest, 0, 0];
  // Pure pick-up or pure delivery tours leave with all of it aboard; pairs begin and end empty.
  for (const to of [...tour, 0]) {
    const site = instance.sites[to]!;
    const service = from === 0 ? 0 : instance.sites[from]!.service;
    clock = Math.max(clock + service + arcOf(instance, from, to), site.earliest);
    if (clock > site.latest) faults.push(`tour ${number} reaches ${to} at ${clock}, after ${site.latest}`);
    if (to > 0) load += site.demand;
    if (to > 0 && load > instance.capacity)
      faults.push(`tour ${number} carries ${load} at ${to}, more than ${instance.capacity}`);
    if (site.pickup && !aboard.has(site.pickup))
      faults.push(`tour ${number} delivers at ${to} what it did not pick up`);
    aboard.add(to);
    from = to;
  }
  if (instance.kind === 'pdptw' && load !== 0) faults.push(`tour ${number} comes home with ${load} aboard`);
  return faults;
}

function lengthOf(instance: PublishedInstance, tour: number[]): number {
  return [...tour, 0].reduce((sum, to, i) => sum + arcOf(instance, tour[i - 1] ?? 0, to), 0);
}

function arcOf({ sites, kind, scale }: PublishedInstance, from: number, to: number): number {
  const [a, b] = [sites[from]!, sites[to]!];
  const way = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2) * scale;
  return kind === 'vrptw' ? Math.trunc(way) : Math.round(way);
}
