/** Which bays are taken when, by which tour. Who comes finds them as the other tours left them. */
export class Docks {
  readonly #bays: Float64Array;
  /** By place: who uses a bay from when until when. */
  readonly #taken: { tour: number; from: number; until: number }[][];

  constructor(bays: Float64Array) {
    this.#bays = bays;
    this.#taken = Array.from(bays, () => []);
  }

  isLimited(place: number): boolean {
    return this.#bays[place] !== Number.POSITIVE_INFINITY;
  }

  release(tour: number): void {
    for (const [place, uses] of this.#taken.entries())
      if (this.isLimited(place)) this.#taken[place] = uses.filter((use) => use.tour !== tour);
  }

  take(place: number, use: { tour: number; from: number; until: number }): void {
    this.#taken[place]!.push(use);
  }

  /** The first moment from `clock` on at which a bay is free for so long, seen by a tour that is not in its own way. */
  freeFrom(place: number, clock: number, seconds: number, tour: number): number {
    const uses = this.#taken[place]!.filter((use) => use.tour !== tour && use.until > clock);
    const moments = [clock, ...uses.map(({ until }) => until)].sort((a, b) => a - b);
    return moments.find((from) => this.#inUse(uses, from, from + seconds) < this.#bays[place]!) ?? clock;
  }

  /** The most bays that are taken at one moment of a span; a peak begins where a use begins. */
  #inUse(uses: { from: number; until: number }[], from: number, until: number): number {
    const within = uses.filter((use) => use.from < until && use.until > from);
    const starts = [from, ...within.map((use) => use.from).filter((start) => start > from)];
    return Math.max(0, ...starts.map((at) => within.filter((use) => use.from <= at && use.until > at).length));
  }
}
