/**
 * The right edge of the tree: the roots of the complete subtrees, largest first, one for each bit set in the
 * size. It is all that is needed to append and to compute the root, and it fits in the head row of the ledger.
 */
import { isHash, joinSubtrees, nodeHash } from './merkle.ts';
import type { Sha256 } from './sha256.ts';

/** 256 hashes to a tile, eight levels of the tree: C2SP tlog-tiles. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** The root of the complete subtree over the leaves [index * 256^level, (index + 1) * 256^level), level >= 1. */
export interface TileHash {
  level: number;
  index: number;
  hash: Uint8Array;
}

export class Frontier {
  readonly #sha256: Sha256;
  readonly #hashes: Uint8Array[];
  #size: number;

  private constructor(sha256: Sha256, size: number, hashes: Uint8Array[]) {
    this.#sha256 = sha256;
    this.#size = size;
    this.#hashes = hashes;
  }

  static empty(sha256: Sha256): Frontier {
    return new Frontier(sha256, 0, []);
  }

  /** Takes up where `toHashes` left off; a count that does not fit the size is a damaged head and throws. */
  static fromHashes(sha256: Sha256, size: number, hashes: readonly Uint8Array[]): Frontier {
    const expected = subtreeCount(size);
    if (hashes.length !== expected || !hashes.every(isHash)) {
      throw new Error(
        `A tree of ${size} leaves has ${expected} frontier hashes of 32 bytes; ${hashes.length} were given`,
      );
    }
    return new Frontier(sha256, size, [...hashes]);
  }

  get size(): number {
    return this.#size;
  }

  toHashes(): Uint8Array[] {
    return [...this.#hashes];
  }

  root(): Uint8Array {
    return joinSubtrees(this.#sha256, this.#hashes);
  }

  copy(): Frontier {
    return new Frontier(this.#sha256, this.#size, [...this.#hashes]);
  }

  /** Appends a leaf hash and answers the tile hashes that it completed, lowest level first. */
  append(leaf: Uint8Array): TileHash[] {
    if (!isHash(leaf)) throw new Error(`A leaf hash has 32 bytes; this one has ${leaf.length}`);
    const completed: TileHash[] = [];
    let hash = leaf;
    let index = this.#size;
    for (let height = 1; index % 2 === 1; height++) {
      hash = nodeHash(this.#sha256, this.#hashes.pop()!, hash);
      index = (index - 1) / 2;
      if (height % TILE_HEIGHT === 0) completed.push({ level: height / TILE_HEIGHT, index, hash });
    }
    this.#hashes.push(hash);
    this.#size += 1;
    return completed;
  }
}

/**
 * Appends a group of leaf hashes to a copy, so that a group whose transaction fails has changed nothing.
 * `completed` is what the server stores in the same transaction, beside the leaf hashes themselves.
 */
export function appendLeaves(
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): { frontier: Frontier; completed: TileHash[] } {
  const grown = frontier.copy();
  return { completed: leafHashes.flatMap((leaf) => grown.append(leaf)), frontier: grown };
}

function subtreeCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
