import type { Routes } from './routes.ts';

/** Weights are multiples of this, so that sums of penalties stay exact and no move can be won by rounding. */
const GRAIN = 1 / 16;
const PERIOD = 100;
const START_WARP = 4;
const WANTED_SHARE = 0.65;
const DEARER = 1.2;
/** Where no solution at all kept the rule. */
const MUCH_DEARER = 2;
const CHEAPER = 0.9;

/**
 * Adapts what a unit of excess load and of time warp costs until about 65 % of the visited solutions keep the rule: cheap
 * enough to pass through forbidden ground, dear enough to come back (Vidal et al. 2013, section 4.5).
 */
export class Weights {
  readonly #routes: Routes;
  readonly #bounds: { load: [number, number]; warp: [number, number] };
  #seen = 0;
  #loadKept = 0;
  #warpKept = 0;

  /** `typicalArc`: what a short arc costs; an excess of one unit of load starts at that price. */
  constructor(routes: Routes, typicalArc: number) {
    this.#routes = routes;
    this.#bounds = { load: [1, 1000 * Math.ceil(typicalArc)], warp: [2 * GRAIN, 1000] };
    routes.reweigh(Math.max(1, Math.round(typicalArc)), START_WARP);
  }

  /** Counts the present solution. */
  observe(): void {
    const { violated, load, warp, instance } = this.#routes;
    this.#loadKept += +(violated === 0 || load.every((sum) => sum <= instance.capacity));
    this.#warpKept += +(violated === 0 || warp.every((sum) => sum === 0));
    this.#seen++;
  }

  /** Turns the weights once enough has been seen. */
  adapt(): void {
    if (this.#seen < PERIOD) return;
    this.#routes.reweigh(
      turn(this.#routes.loadWeight, this.#loadKept, this.#bounds.load),
      turn(this.#routes.warpWeight, this.#warpKept, this.#bounds.warp),
    );
    this.#seen = this.#loadKept = this.#warpKept = 0;
  }
}

function turn(weight: number, kept: number, [least, most]: [number, number]): number {
  const grains = weight / GRAIN;
  const dearer = kept === 0 ? MUCH_DEARER : DEARER;
  const turned = kept / PERIOD < WANTED_SHARE ? Math.ceil(grains * dearer) : Math.floor(grains * CHEAPER);
  return Math.min(most, Math.max(least, turned * GRAIN));
}
