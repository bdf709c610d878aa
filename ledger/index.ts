/** What the ledger offers to the server, the browser and whoever uses it alone. Node's share is in ./node.ts. */
export { BUNDLE_FORMAT, makeBundle, type OpenBundle, type ProofBundle, readBundle } from './bundle.ts';
export { equalBytes, fromBase64, toBase64, toHex } from './bytes.ts';
export { CanonicalJsonError, canonicalJson } from './canonical-json.ts';
export { type Checkpoint, formatCheckpoint, parseCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
export { type Cosignature, cosign, verifyCosignatures } from './cosignature.ts';
export { appendLeaves, Frontier, TILE_WIDTH, type TileHash } from './frontier.ts';
export { eventLeafHash, leafBytes, personalHash, type SaltedEvent } from './leaf.ts';
export { emptyRoot, leafHash, nodeHash } from './merkle.ts';
export {
  consistencyProof,
  frontierFromTiles,
  type HashSource,
  inclusionProof,
  type StoredTree,
  treeRoot,
} from './prove.ts';
export { isReceipt, type Receipt, signReceipt, type VerifiedReceipt, verifyReceipt } from './receipt.ts';
export { HASH_LENGTH, type Sha256, sha256 } from './sha256.ts';
export { type NoteSigner, parseNote, type SignedNote, signNote, verifyNote } from './signed-note.ts';
export { formatTlogProof, isTlogProof, readTlogProof } from './tlog-proof.ts';
export { decodeVerifierKey, encodeVerifierKey, keyId, type VerifierKey } from './verifier-key.ts';
export {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './verify.ts';
export { type BundleVerdict, verifyBundle } from './verify-bundle.ts';
export { type AddCheckpoint, formatAddCheckpoint, originOf, type WitnessAnswer, witnessCheckpoint } from './witness.ts';
