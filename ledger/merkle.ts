/** Merkle tree hashing of RFC 6962 section 2.1 (RFC 9162 section 2.1.1). */
import { HASH_LENGTH, type Sha256 } from './sha256.ts';

/** The two prefixes keep a leaf from being passed off as an inner node (second preimage). */
const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

export function leafHash(sha256: Sha256, bytes: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + bytes.length);
  input[0] = LEAF_PREFIX;
  input.set(bytes, 1);
  return sha256(input);
}

/** One for all nodes: a tree has as many as leaves, and hashing keeps nothing of its input. */
const nodeInput = Uint8Array.of(NODE_PREFIX, ...new Uint8Array(2 * HASH_LENGTH));

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_LENGTH);
  return sha256(nodeInput);
}

export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_LENGTH;
}

/** The root over complete neighbouring subtrees, largest first: the tree grows at its right edge only. */
export function joinSubtrees(sha256: Sha256, roots: readonly Uint8Array[]): Uint8Array {
  return roots.length === 0 ? emptyRoot(sha256) : roots.reduceRight((right, left) => nodeHash(sha256, left, right));
}
