import type { Arrow } from './imports.ts';

/** Groups of files that load each other; types are gone by then and close no cycle. */
export function cyclesOf(arrows: readonly Arrow[]): string[][] {
  const next = Map.groupBy(
    arrows.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const walk = new Walk((file) => next.get(file)?.map(({ to }) => to) ?? []);
  for (const file of next.keys()) walk.enter(file);
  return walk.cycles;
}

/** Tarjan's strongly connected components (SIAM J. Comput. 1972). */
class Walk {
  readonly cycles: string[][] = [];
  readonly #next: (file: string) => string[];
  readonly #order = new Map<string, number>();
  readonly #path: string[] = [];

  constructor(next: (file: string) => string[]) {
    this.#next = next;
  }

  /** The earliest file on the path that can be reached from here. */
  enter(file: string): number {
    const seen = this.#order.get(file);
    if (seen !== undefined) return seen;
    const mine = this.#order.size;
    this.#order.set(file, mine);
    this.#path.push(file);
    const earliest = this.#next(file).reduce((least, to) => Math.min(least, this.enter(to)), mine);
    if (earliest === mine) this.#leave(file);
    return earliest;
  }

  #leave(file: string): void {
    const group = this.#path.splice(this.#path.indexOf(file));
    for (const done of group) this.#order.set(done, Number.POSITIVE_INFINITY);
    if (group.length > 1) this.cycles.push(group);
  }
}
