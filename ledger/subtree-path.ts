/**
 * Which hashes a proof consists of. One walk serves them all: an inclusion proof leads from a subtree of one
 * leaf, a consistency proof from the subtree of the first m leaves, to the root (RFC 9162 sections 2.1.3.1
 * and 2.1.4.1; for subtrees that start elsewhere, draft-ietf-plants-merkle-tree-certs, "Subtree Consistency").
 * Arithmetic instead of bit operators, because JavaScript cuts those to 32 bits.
 */

/** The leaves from start up to, but not including, end. */
export interface LeafRange {
  start: number;
  end: number;
}

interface PathStep {
  sibling: LeafRange;
  side: 'left' | 'right';
  /** True where the sibling is also a part of the proven subtree, and so enters both roots. */
  shared: boolean;
}

export interface SubtreePath {
  /** Where the walk up starts: the proven subtree itself, or its right edge when it is cut by the split. */
  seed: LeafRange;
  /** True when the seed is the proven subtree, whose root the verifier has already. */
  seedIsGiven: boolean;
  /** From the seed up to the root. */
  steps: PathStep[];
}

/** Requires a valid, non-empty subtree that ends within the tree. */
export function subtreePath(subtree: LeafRange, size: number): SubtreePath {
  const steps: PathStep[] = [];
  const here = { start: 0, end: size };
  let { start } = subtree;
  while (start !== here.start || subtree.end !== here.end) {
    const middle = here.start + largestPowerBelow(here.end - here.start);
    if (subtree.end <= middle) {
      steps.push({ sibling: { start: middle, end: here.end }, side: 'right', shared: false });
      here.end = middle;
    } else {
      const shared = start < middle;
      steps.push({ sibling: { start: here.start, end: middle }, side: 'left', shared });
      here.start = middle;
      if (shared) start = middle;
    }
  }
  return { seed: here, seedIsGiven: start === subtree.start, steps: steps.reverse() };
}

/** A subtree starts at a multiple of the power of two that holds its width; else no node of any tree is its root. */
export function isSubtree({ start, end }: LeafRange): boolean {
  if (![start, end].every(Number.isSafeInteger) || start < 0 || end < start) return false;
  return start === end || start % smallestPowerFrom(end - start) === 0;
}

/** The complete subtrees that a range consists of, largest first. */
export function completeSubtrees({ start, end }: LeafRange): LeafRange[] {
  const parts: LeafRange[] = [];
  for (let from = start; from < end; from = parts.at(-1)!.end) {
    parts.push({ start: from, end: from + largestPowerBelow(end - from + 1) });
  }
  return parts;
}

function largestPowerBelow(limit: number): number {
  let power = 1;
  while (power * 2 < limit) power *= 2;
  return power;
}

function smallestPowerFrom(width: number): number {
  let power = 1;
  while (power < width) power *= 2;
  return power;
}
