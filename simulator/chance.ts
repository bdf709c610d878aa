/**
 * Every decision of the demonstration is a function of the seed and of what it is about, never of how often it was
 * asked: a restart decides again the same way. Returns a number in [0, 1).
 */
export function chance(seed: number, ...about: (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of about.join('|')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  // The finaliser of MurmurHash3: FNV alone leaves neighbouring days too alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/** A whole number from `low` to `high`, both included. */
export function pick(seed: number, [low, high]: [number, number], ...about: (string | number)[]): number {
  return low + Math.floor(chance(seed, ...about) * (high - low + 1));
}
