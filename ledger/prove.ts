/** Makes proofs and roots out of stored tile hashes. */
import { Frontier, TILE_WIDTH } from './frontier.ts';
import { joinSubtrees, nodeHash } from './merkle.ts';
import type { Sha256 } from './sha256.ts';
import { completeSubtrees, type LeafRange, subtreePath } from './subtree-path.ts';

/**
 * Where the hashes are stored: `count` roots, from number `first` on, of the complete subtrees of 256^level
 * leaves; level 0 are the leaf hashes. It is asked for whole tiles (at most 256), each at most once a proof.
 */
export type HashSource = (level: number, first: number, count: number) => Promise<Uint8Array[]>;

export interface StoredTree {
  sha256: Sha256;
  source: HashSource;
}

/** The proof that leaf `index` is in the tree of `treeSize` leaves, leaf's sibling first. */
export async function inclusionProof(
  { index, treeSize }: { index: number; treeSize: number },
  tree: StoredTree,
): Promise<Uint8Array[]> {
  if (!(index >= 0 && index < treeSize)) throw new RangeError(`Leaf ${index} is not in a tree of ${treeSize} leaves`);
  return subtreeProof({ subtree: { start: index, end: index + 1 }, treeSize }, tree);
}

/** The proof that the tree of `newSize` leaves starts with the very leaves of the tree of `oldSize`. */
export async function consistencyProof(
  { oldSize, newSize }: { oldSize: number; newSize: number },
  tree: StoredTree,
): Promise<Uint8Array[]> {
  if (!(oldSize > 0 && oldSize <= newSize)) {
    throw new RangeError(
      `There is a consistency proof from 1 up to ${newSize} leaves; it was asked for from ${oldSize}`,
    );
  }
  return subtreeProof({ subtree: { start: 0, end: oldSize }, treeSize: newSize }, tree);
}

/** The root of the first `treeSize` leaves. */
export async function treeRoot(treeSize: number, tree: StoredTree): Promise<Uint8Array> {
  return rangeHasher(treeSize, tree)({ start: 0, end: treeSize });
}

/** The frontier from the tiles alone: start-up compares it with the stored head. */
export async function frontierFromTiles(treeSize: number, tree: StoredTree): Promise<Frontier> {
  const hashes = await Promise.all(completeSubtrees({ start: 0, end: treeSize }).map(rangeHasher(treeSize, tree)));
  return Frontier.fromHashes(tree.sha256, treeSize, hashes);
}

function subtreeProof({ subtree, treeSize }: { subtree: LeafRange; treeSize: number }, tree: StoredTree) {
  const path = subtreePath(subtree, treeSize);
  const siblings = path.steps.map((step) => step.sibling);
  const ranges = path.seedIsGiven ? siblings : [path.seed, ...siblings];
  return Promise.all(ranges.map(rangeHasher(treeSize, tree)));
}

function rangeHasher(treeSize: number, tree: StoredTree): (range: LeafRange) => Promise<Uint8Array> {
  const readTile = tileReader(treeSize, tree.source);
  return async (range) => {
    const roots = completeSubtrees(range).map((subtree) => completeHash(subtree, readTile, tree.sha256));
    return joinSubtrees(tree.sha256, await Promise.all(roots));
  };
}

type TileReader = (level: number, tile: number) => Promise<Uint8Array[]>;

/** Reads each tile once and as far as the tree goes; many siblings of a path lie in the same tile. */
function tileReader(treeSize: number, source: HashSource): TileReader {
  const tiles = new Map<string, Promise<Uint8Array[]>>();
  return (level, tile) => {
    const key = `${level}/${tile}`;
    if (!tiles.has(key)) tiles.set(key, readTile({ level, tile, treeSize, source }));
    return tiles.get(key)!;
  };
}

async function readTile(wanted: { level: number; tile: number; treeSize: number; source: HashSource }) {
  const { level, tile, treeSize, source } = wanted;
  const first = tile * TILE_WIDTH;
  const count = Math.min(TILE_WIDTH, Math.floor(treeSize / TILE_WIDTH ** level) - first);
  const hashes = await source(level, first, count);
  if (hashes.length === count) return hashes;
  throw new Error(`The hash source gave ${hashes.length} of ${count} hashes from number ${first} on level ${level}`);
}

/** The root of a complete subtree, folded from the highest tile level that is not above it. */
async function completeHash({ start, end }: LeafRange, readTile: TileReader, sha256: Sha256): Promise<Uint8Array> {
  let level = 0;
  while (TILE_WIDTH ** (level + 1) <= end - start) level += 1;
  const first = start / TILE_WIDTH ** level;
  const count = (end - start) / TILE_WIDTH ** level;
  const tile = Math.floor(first / TILE_WIDTH);
  const offset = first - tile * TILE_WIDTH;
  let row = (await readTile(level, tile)).slice(offset, offset + count);
  while (row.length > 1) row = pairUp(row, sha256);
  return row[0]!;
}

function pairUp(row: readonly Uint8Array[], sha256: Sha256): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let index = 0; index < row.length; index += 2) above.push(nodeHash(sha256, row[index]!, row[index + 1]!));
  return above;
}
