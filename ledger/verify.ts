/** Checks proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2). Needs nothing but the proof and the roots. */
import { equalBytes } from './bytes.ts';
import { emptyRoot, isHash, nodeHash } from './merkle.ts';
import type { Sha256 } from './sha256.ts';
import { isSubtree, type LeafRange, type SubtreePath, subtreePath } from './subtree-path.ts';

export interface Inclusion {
  index: number;
  treeSize: number;
  leafHash: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

export interface Consistency {
  oldSize: number;
  newSize: number;
  oldRoot: Uint8Array;
  newRoot: Uint8Array;
  proof: readonly Uint8Array[];
}

export interface SubtreeInclusion extends Omit<Inclusion, 'treeSize'> {
  subtree: LeafRange;
}

export interface SubtreeConsistency {
  subtree: LeafRange;
  treeSize: number;
  subtreeRoot: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

export function verifyInclusion(sha256: Sha256, { index, treeSize, leafHash, root, proof }: Inclusion): boolean {
  if (!(index < treeSize) || !isHash(leafHash)) return false;
  const subtree = { start: index, end: index + 1 };
  return verifySubtreeConsistency(sha256, { subtree, treeSize, subtreeRoot: leafHash, root, proof });
}

/** From the empty tree only the empty tree can be shown to follow, as the published vectors ask. */
export function verifyConsistency(sha256: Sha256, claim: Consistency): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (oldSize === 0 && !(newSize === 0 && equalBytes(oldRoot, newRoot))) return false;
  const subtree = { start: 0, end: oldSize };
  return verifySubtreeConsistency(sha256, { subtree, treeSize: newSize, subtreeRoot: oldRoot, root: newRoot, proof });
}

export function verifySubtreeInclusion(sha256: Sha256, { subtree, index, ...claim }: SubtreeInclusion): boolean {
  if (!isSubtree(subtree) || index < subtree.start) return false;
  const treeSize = subtree.end - subtree.start;
  return verifyInclusion(sha256, { ...claim, index: index - subtree.start, treeSize });
}

export function verifySubtreeConsistency(sha256: Sha256, claim: SubtreeConsistency): boolean {
  const { subtree, treeSize, subtreeRoot, root, proof } = claim;
  if (!isSubtree(subtree) || !Number.isSafeInteger(treeSize) || subtree.end > treeSize) return false;
  if (subtree.start === subtree.end) return proof.length === 0 && equalBytes(subtreeRoot, emptyRoot(sha256));
  const rebuilt = rebuildRoots(sha256, { path: subtreePath(subtree, treeSize), subtreeRoot, proof });
  return rebuilt !== undefined && equalBytes(rebuilt.subtree, subtreeRoot) && equalBytes(rebuilt.tree, root);
}

interface Rebuilding {
  path: SubtreePath;
  subtreeRoot: Uint8Array;
  proof: readonly Uint8Array[];
}

/** The two roots that the proof leads to, or nothing when it has not the one shape that fits the sizes. */
function rebuildRoots(sha256: Sha256, { path, subtreeRoot, proof }: Rebuilding) {
  const [seed, ...siblings] = path.seedIsGiven ? [subtreeRoot, ...proof] : proof;
  if (seed === undefined || siblings.length !== path.steps.length) return undefined;
  if (siblings.length > 0 && ![seed, ...siblings].every(isHash)) return undefined;
  let subtree = seed;
  let tree = seed;
  path.steps.forEach(({ side, shared }, position) => {
    const sibling = siblings[position]!;
    tree = side === 'left' ? nodeHash(sha256, sibling, tree) : nodeHash(sha256, tree, sibling);
    if (shared) subtree = nodeHash(sha256, sibling, subtree);
  });
  return { subtree, tree };
}
