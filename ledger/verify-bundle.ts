/** Checks a proof bundle offline, in Node and in the browser alike. */
import { type OpenBundle, readBundle } from './bundle.ts';
import { toBase64 } from './bytes.ts';
import { CanonicalJsonError } from './canonical-json.ts';
import { type Checkpoint, type VerifiedCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { type Cosignature, type VerifiedCosignatures, verifyCosignatures } from './cosignature.ts';
import { eventLeafHash } from './leaf.ts';
import { sha256 } from './sha256.ts';
import { readTlogProof } from './tlog-proof.ts';
import { decodeVerifierKey, type VerifierKey } from './verifier-key.ts';
import { verifyInclusion, verifySubtreeConsistency } from './verify.ts';

interface ProvenBundle {
  ok: true;
  origin: string;
  index: number;
  /** Leaves in the tree that the event was found in. */
  size: number;
  /** Base64. */
  root: string;
  /** Base64. */
  leafHash: string;
  /** The older tree of which this one was shown to be the continuation. */
  earlier?: { size: number; root: string };
  witnesses: { name: string; timestampSeconds: number }[];
}

interface RefutedBundle {
  ok: false;
  reason:
    | 'key'
    | 'malformed-bundle'
    | 'leaf-not-in-tree'
    | 'not-append-only'
    | Extract<VerifiedCheckpoint, { ok: false }>['reason']
    | Extract<VerifiedCosignatures, { ok: false }>['reason'];
  detail: string;
}

export type BundleVerdict = ProvenBundle | RefutedBundle;

/**
 * Whether the log whose key this is has signed a tree with this very event at this very place, and, when the
 * bundle holds an earlier checkpoint, whether it has only added to that tree since.
 *
 * @param proof a bundle as JSON.parse gave it, or the text of a tlog-proof file.
 * @param vkeys the log's verifier key as the reader got it from the operator, never from the bundle; several
 *   when the key was rotated.
 * @param witnesses verifier keys of witnesses; their signatures are checked and listed, none is required.
 */
export async function verifyBundle(
  proof: unknown,
  vkeys: string | readonly string[],
  witnesses: readonly string[] = [],
): Promise<BundleVerdict> {
  const decoded = [vkeys].flat().map(decodeVerifierKey);
  const decodedWitnesses = witnesses.map(decodeVerifierKey);
  const unread = [...decoded, ...decodedWitnesses].find((key) => !key.ok);
  if (unread !== undefined) return { ...unread, reason: 'key' };
  const read = typeof proof === 'string' ? readTlogProof(proof) : readBundle(proof);
  if (!read.ok) return { ...read, reason: 'malformed-bundle' };
  return verifyOpenBundle(read.bundle, decoded.flatMap(keyOf), decodedWitnesses.flatMap(keyOf));
}

async function verifyOpenBundle(
  bundle: OpenBundle,
  keys: VerifierKey[],
  witnesses: VerifierKey[],
): Promise<BundleVerdict> {
  const verified = await verifyCheckpoint(bundle.checkpoint, ...keys);
  if (!verified.ok) return verified;
  const leaf = findLeaf(bundle, verified.checkpoint);
  if (!leaf.ok) return leaf;
  const earlier = await verifyEarlier(bundle, verified.checkpoint, keys);
  if (!earlier.ok) return earlier;
  const cosigned = await verifyCosignatures(bundle.checkpoint, witnesses);
  if (!cosigned.ok) return cosigned;
  const { origin } = verified.checkpoint;
  return {
    ok: true,
    origin,
    index: bundle.index,
    ...sizeAndRoot(verified.checkpoint),
    leafHash: toBase64(leaf.hash),
    ...(earlier.checkpoint && { earlier: sizeAndRoot(earlier.checkpoint) }),
    witnesses: cosigned.cosignatures.map(nameAndTime),
  };
}

function findLeaf(bundle: OpenBundle, { size, root }: Checkpoint): { ok: true; hash: Uint8Array } | RefutedBundle {
  const { index, inclusion } = bundle;
  try {
    const hash = eventLeafHash(sha256, bundle);
    if (verifyInclusion(sha256, { index, treeSize: size, leafHash: hash, root, proof: inclusion }))
      return { ok: true, hash };
    const detail = `This event is not number ${index} of the ${size} under the signed root ${toBase64(root)}`;
    return { ok: false, reason: 'leaf-not-in-tree', detail };
  } catch (error) {
    if (error instanceof CanonicalJsonError) return { ok: false, reason: 'malformed-bundle', detail: error.message };
    throw error;
  }
}

async function verifyEarlier(
  { earlier }: OpenBundle,
  later: Checkpoint,
  keys: VerifierKey[],
): Promise<{ ok: true; checkpoint?: Checkpoint } | RefutedBundle> {
  if (earlier === undefined) return { ok: true };
  const verified = await verifyCheckpoint(earlier.checkpoint, ...keys);
  if (!verified.ok) return { ...verified, detail: `Earlier checkpoint: ${verified.detail}` };
  const { checkpoint } = verified;
  if (checkpoint.origin === later.origin && hasOnlyGrown(checkpoint, later, earlier.consistency)) {
    return { ok: true, checkpoint };
  }
  const detail = `The tree of ${later.size} is not shown to continue the tree of ${checkpoint.size} that was signed before`;
  return { ok: false, reason: 'not-append-only', detail };
}

/** Unlike `verifyConsistency`, this lets a tree grow from nothing: the empty root and an empty proof. */
function hasOnlyGrown(earlier: Checkpoint, later: Checkpoint, proof: Uint8Array[]): boolean {
  const subtree = { start: 0, end: earlier.size };
  const claim = { subtree, treeSize: later.size, subtreeRoot: earlier.root, root: later.root, proof };
  return verifySubtreeConsistency(sha256, claim);
}

function keyOf(decoded: ReturnType<typeof decodeVerifierKey>): VerifierKey[] {
  return decoded.ok ? [decoded.key] : [];
}

function sizeAndRoot({ size, root }: Checkpoint): { size: number; root: string } {
  return { size, root: toBase64(root) };
}

function nameAndTime({ witness, timestampSeconds }: Cosignature): { name: string; timestampSeconds: number } {
  return { name: witness.name, timestampSeconds };
}
