/**
 * A stream of chance that is the same for the same seed: xorshift32 (Marsaglia, Journal of Statistical Software 8/14,
 * 2003), seeded through the finaliser of MurmurHash3 so that neighbouring seeds have nothing in common.
 *
 * @example new Random(7).below(10) // the same digit on every machine
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = scramble(seed) || 0x9e3779b9;
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return (this.#step() % limit) | 0;
  }

  /** A number in (0, 1): never 0, so that its logarithm exists. */
  unit(): number {
    return (this.#step() + 0.5) / 4294967296;
  }

  /** Fisher and Yates, in place, over the first `length` entries. */
  shuffle(items: Int32Array, length = items.length): void {
    for (let i = length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = items[i]!;
      items[i] = items[j]!;
      items[j] = kept;
    }
  }

  #step(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }
}

function scramble(seed: number): number {
  let x = (seed ^ 0x2545f491) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
