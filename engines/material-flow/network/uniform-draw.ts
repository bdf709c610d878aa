/**
 * A number in (0, 1) that belongs to a seed, a key and a run, whatever else is drawn: with the same shipment delayed alike
 * in every alternative, alternatives differ by what they change and not by luck (common random numbers; Law,
 * "Simulation Modeling and Analysis", §11.2).
 *
 * @param seed, key, run unsigned 32-bit integers
 * @example uniformDraw(1, 42, 0) === uniformDraw(1, 42, 0)
 */
export function uniformDraw(seed: number, key: number, run: number): number {
  return (mix(mix(mix(seed) ^ key) ^ run) + 0.5) / 2 ** 32;
}

/** The finaliser of MurmurHash3 (Appleby, public domain), after the golden ratio keeps 0 from being mapped to itself. */
function mix(value: number): number {
  let hash = (value + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
