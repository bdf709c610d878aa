import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from './bytes.ts';
import { TILE_WIDTH } from './frontier.ts';
import { nodeSha256 } from './node.ts';
import { consistencyProof, frontierFromTiles, inclusionProof, treeRoot } from './prove.ts';
import { growTree, merkleTreeHash, withOneBitWrong } from './test-tree.ts';
import { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './verify.ts';

/** Larger than 256^2, so that all of leaves, tiles and tiles of tiles take part. */
const LARGE = growTree(66_300);
const TREE = { sha256: nodeSha256, source: LARGE.source };
const SIZES = fc.oneof(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 65_000, max: LARGE.leaves.length }));

describe('every proof that we make verifies', () => {
  test('inclusion of every leaf in every tree of up to 40 leaves', async () => {
    for (let treeSize = 1; treeSize <= 40; treeSize++) {
      for (let index = 0; index < treeSize; index++) {
        expect(verifyInclusion(nodeSha256, await includedIn(treeSize, index)), `${index} in ${treeSize}`).toBe(true);
      }
    }
  });

  test('consistency of all pairs of trees of up to 40 leaves', async () => {
    for (let newSize = 1; newSize <= 40; newSize++) {
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        expect(verifyConsistency(nodeSha256, await grown(oldSize, newSize)), `${oldSize} in ${newSize}`).toBe(true);
      }
    }
  });

  test('in trees of any size', async () => {
    await fc.assert(
      fc.asyncProperty(SIZES, fc.nat(), async (treeSize, number) => {
        expect(verifyInclusion(nodeSha256, await includedIn(treeSize, number % treeSize))).toBe(true);
        expect(verifyConsistency(nodeSha256, await grown(1 + (number % treeSize), treeSize))).toBe(true);
      }),
    );
  });
});

describe('one wrong bit anywhere makes a proof fail', () => {
  const RUNS = { numRuns: 8, examples: [[66_300, 4711]] as [number, number][] };

  test('in leaf, root and hashes of an inclusion proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.nat(), async (treeSize, number) => {
        const claim = await includedIn(treeSize, number % treeSize);
        const accepted = corruptions(claim, ['leafHash', 'root']).filter((wrong) => verifyInclusion(nodeSha256, wrong));
        expect(accepted.toArray()).toEqual([]);
      }),
      RUNS,
    );
  });

  test('in the roots and hashes of a consistency proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.nat(), async (newSize, number) => {
        const claim = await grown(1 + (number % newSize), newSize);
        const accepted = corruptions(claim, ['oldRoot', 'newRoot']).filter((wrong) =>
          verifyConsistency(nodeSha256, wrong),
        );
        expect(accepted.toArray()).toEqual([]);
      }),
      RUNS,
    );
  });

  test('in the index, for every other place of the tree', async () => {
    for (const treeSize of [2, 7, 8, 63, 65]) {
      const claim = await includedIn(treeSize, treeSize >> 1);
      const accepted = Array.from({ length: treeSize + 2 }, (_, place) => place - 1).filter((index) =>
        verifyInclusion(nodeSha256, { ...claim, index }),
      );
      expect(accepted).toEqual([treeSize >> 1]);
    }
  });

  test('a hash that lost its last byte, though that byte was zero, fails', async () => {
    const index = LARGE.leaves.findIndex((leaf, place) => place % 2 === 1 && leaf.at(-1) === 0) - 1;
    const claim = await includedIn(LARGE.leaves.length, index);
    expect(verifyInclusion(nodeSha256, claim)).toBe(true);
    expect(verifyInclusion(nodeSha256, { ...claim, proof: claim.proof.with(0, claim.proof[0]!.slice(0, -1)) })).toBe(
      false,
    );
  });

  test('a proof with a hash too many or too few fails', async () => {
    const claim = await includedIn(300, 17);
    for (const proof of [claim.proof.slice(1), claim.proof.slice(0, -1), [...claim.proof, claim.root]]) {
      expect(verifyInclusion(nodeSha256, { ...claim, proof })).toBe(false);
    }
  });
});

describe('reading the stored tiles', () => {
  test('gives the root of the definition at sizes around the tile borders', async () => {
    for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513, 1000]) {
      expect(toHex(await treeRoot(size, TREE))).toBe(toHex(merkleTreeHash(LARGE.leaves.slice(0, size))));
    }
  });

  test('gives the frontier that appending gave', async () => {
    for (const size of [0, 1, 256, 700, 65_536, 66_300]) {
      const frontier = await frontierFromTiles(size, TREE);
      expect([frontier.size, toHex(frontier.root())]).toEqual([size, toHex(await treeRoot(size, TREE))]);
    }
  });

  test('asks for at most two tiles on each level, and for nothing twice', async () => {
    for (const reads of readsOf(await countReads(() => inclusionProof({ index: 4711, treeSize: 66_300 }, TREE)))) {
      expect(reads.length).toBeLessThanOrEqual(2);
      expect(new Set(reads.map(String)).size).toBe(reads.length);
      expect(reads.every(([, , count]) => count <= TILE_WIDTH)).toBe(true);
    }
    const consistency = await countReads(() => consistencyProof({ oldSize: 4711, newSize: 66_300 }, TREE));
    expect(readsOf(consistency).every((reads) => reads.length <= 2)).toBe(true);
  });

  test('a store that lost hashes is named, not proved over', async () => {
    const source = async () => [];
    await expect(treeRoot(3, { sha256: nodeSha256, source })).rejects.toThrow('gave 0 of 3 hashes');
  });
});

test.each([
  ['a leaf beyond the tree', () => inclusionProof({ index: 5, treeSize: 5 }, TREE)],
  ['a leaf before the tree', () => inclusionProof({ index: -1, treeSize: 5 }, TREE)],
  ['growth from nothing', () => consistencyProof({ oldSize: 0, newSize: 5 }, TREE)],
  ['growth to a smaller tree', () => consistencyProof({ oldSize: 6, newSize: 5 }, TREE)],
])('there is no proof for %s', async (_, prove) => {
  await expect(prove()).rejects.toThrow(RangeError);
});

async function includedIn(treeSize: number, index: number): Promise<Inclusion> {
  const [root, proof] = await Promise.all([treeRoot(treeSize, TREE), inclusionProof({ index, treeSize }, TREE)]);
  return { index, treeSize, leafHash: LARGE.leaves[index]!, root, proof };
}

async function grown(oldSize: number, newSize: number): Promise<Consistency> {
  const [oldRoot, newRoot] = await Promise.all([treeRoot(oldSize, TREE), treeRoot(newSize, TREE)]);
  return { oldSize, newSize, oldRoot, newRoot, proof: await consistencyProof({ oldSize, newSize }, TREE) };
}

function* corruptions<C extends Inclusion | Consistency>(claim: C, members: (keyof C)[]): IteratorObject<C, undefined> {
  for (const member of members) {
    for (const wrong of withOneBitWrong(claim[member] as Uint8Array)) yield { ...claim, [member]: wrong };
  }
  for (const [place, hash] of claim.proof.entries()) {
    for (const wrong of withOneBitWrong(hash)) yield { ...claim, proof: claim.proof.with(place, wrong) };
  }
}

async function countReads(prove: () => Promise<unknown>): Promise<[number, number, number][]> {
  LARGE.reads.length = 0;
  await prove();
  return [...LARGE.reads];
}

/** The reads, level by level. */
function readsOf(reads: [number, number, number][]): [number, number, number][][] {
  return Object.values(Object.groupBy(reads, ([level]) => level)).map((level) => level!);
}
