import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from './bytes.ts';
import { appendLeaves, Frontier } from './frontier.ts';
import { emptyRoot, leafHash } from './merkle.ts';
import { nodeSha256 } from './node.ts';
import { merkleTreeHash, numberedLeaf } from './test-tree.ts';

const LEAVES = Array.from({ length: 600 }, (_, index) => numberedLeaf(index));

test('the root of nothing and the hash of an empty leaf are those of RFC 6962', () => {
  expect(toHex(emptyRoot(nodeSha256))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(toHex(leafHash(nodeSha256, new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

test('at every size the root is the Merkle tree hash of the definition', () => {
  const frontier = Frontier.empty(nodeSha256);
  for (let size = 0; size < 300; size++) {
    expect(toHex(frontier.root())).toBe(toHex(merkleTreeHash(LEAVES.slice(0, size))));
    frontier.append(LEAVES[size]!);
  }
});

test('appending in groups, stored and read back between them, equals appending one by one', () => {
  const groupSizes = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 });
  fc.assert(
    fc.property(groupSizes, (sizes) => {
      let frontier = Frontier.empty(nodeSha256);
      for (const size of sizes) {
        frontier = appendLeaves(frontier, LEAVES.slice(frontier.size, frontier.size + size)).frontier;
        frontier = Frontier.fromHashes(nodeSha256, frontier.size, frontier.toHashes());
      }
      expect(toHex(frontier.root())).toBe(toHex(merkleTreeHash(LEAVES.slice(0, frontier.size))));
    }),
  );
});

test('a group that is appended leaves the frontier it was appended to as it was', () => {
  const before = appendLeaves(Frontier.empty(nodeSha256), LEAVES.slice(0, 7)).frontier;
  const rootBefore = toHex(before.root());
  appendLeaves(before, LEAVES.slice(7, 40));
  expect([before.size, toHex(before.root())]).toEqual([7, rootBefore]);
});

describe('completed tile hashes', () => {
  test('name the roots of each 256 leaves, in the group that completes them', () => {
    const first = appendLeaves(Frontier.empty(nodeSha256), LEAVES.slice(0, 255));
    const second = appendLeaves(first.frontier, LEAVES.slice(255, 600));
    expect(first.completed).toEqual([]);
    expect(second.completed.map(({ level, index, hash }) => [level, index, toHex(hash)])).toEqual([
      [1, 0, toHex(merkleTreeHash(LEAVES.slice(0, 256)))],
      [1, 1, toHex(merkleTreeHash(LEAVES.slice(256, 512)))],
    ]);
  });

  test('are numbered rightly beyond 32 bits, on every level that one leaf completes', () => {
    const size = 2 ** 40 - 1;
    const frontier = Frontier.fromHashes(nodeSha256, size, LEAVES.slice(0, 40));
    expect(frontier.append(LEAVES[40]!).map(({ level, index }) => [level, index])).toEqual([
      [1, 2 ** 32 - 1],
      [2, 2 ** 24 - 1],
      [3, 2 ** 16 - 1],
      [4, 2 ** 8 - 1],
      [5, 0],
    ]);
    expect([frontier.size, frontier.toHashes().length]).toEqual([2 ** 40, 1]);
  });
});

test('a leaf that is no hash is refused, because its root would prove nothing', () => {
  expect(() => Frontier.empty(nodeSha256).append(new Uint8Array(31))).toThrow('A leaf hash has 32 bytes');
});

test('a head whose hashes do not fit its size is refused', () => {
  expect(() => Frontier.fromHashes(nodeSha256, 7, LEAVES.slice(0, 2))).toThrow('7 leaves has 3 frontier hashes');
  expect(() => Frontier.fromHashes(nodeSha256, 1, [new Uint8Array(31)])).toThrow('of 32 bytes');
});
