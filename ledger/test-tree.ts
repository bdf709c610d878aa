/** A tree in memory for the tests of this room: leaves with a number each, tiles stored as the server stores them. */
import { appendLeaves, Frontier } from './frontier.ts';
import { leafHash, nodeHash } from './merkle.ts';
import { nodeSha256 } from './node.ts';
import type { HashSource } from './prove.ts';

export interface TestTree {
  leaves: Uint8Array[];
  source: HashSource;
  /** What the source was asked for, as [level, first, count]. */
  reads: [number, number, number][];
}

export function growTree(size: number): TestTree {
  const leaves = Array.from({ length: size }, (_, index) => numberedLeaf(index));
  const rows: Uint8Array[][] = [leaves];
  for (const { level, index, hash } of appendLeaves(Frontier.empty(nodeSha256), leaves).completed) {
    rows[level] ??= [];
    rows[level][index] = hash;
  }
  const reads: TestTree['reads'] = [];
  const source: HashSource = async (level, first, count) => {
    reads.push([level, first, count]);
    return (rows[level] ?? []).slice(first, first + count);
  };
  return { leaves, source, reads };
}

export function numberedLeaf(index: number): Uint8Array {
  return leafHash(nodeSha256, new TextEncoder().encode(`leaf ${index}`));
}

/** MTH as RFC 6962 section 2.1 writes it, word for word: the slow oracle for everything else. */
export function merkleTreeHash(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return nodeSha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(nodeSha256, merkleTreeHash(leaves.slice(0, split)), merkleTreeHash(leaves.slice(split)));
}

/** Every copy of these bytes with one bit turned over. */
export function* withOneBitWrong(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const wrong = new Uint8Array(bytes);
    wrong[bit >> 3]! ^= 1 << (bit & 7);
    yield wrong;
  }
}
