/**
 * A proof that a partner can keep in a drawer: one event, its place in the tree, and the log's signed word for
 * the tree, in one JSON file that `verifyBundle` checks without a network.
 */
import { fromBase64, toBase64 } from './bytes.ts';
import { isHash } from './merkle.ts';

export const BUNDLE_FORMAT = 'intakt-proof/1';

export interface ProofBundle {
  format: typeof BUNDLE_FORMAT;
  event: object;
  /** Base64, as in the leaf. */
  salt: string;
  /** The event's number in the log, counted from 0. */
  index: number;
  /** The signed note of the log's checkpoint. */
  checkpoint: string;
  /** Base64 hashes from the leaf's sibling upwards. */
  inclusion: string[];
  /** An older checkpoint that the reader kept, and the proof that the log has only grown since. */
  earlier?: { checkpoint: string; consistency: string[] };
}

/** A bundle with its hashes as bytes, the shape that proofs are made and checked in. */
export interface OpenBundle extends Omit<ProofBundle, 'format' | 'inclusion' | 'earlier'> {
  inclusion: Uint8Array[];
  earlier?: { checkpoint: string; consistency: Uint8Array[] };
}

export type ReadBundle = { ok: true; bundle: OpenBundle } | { ok: false; detail: string };

/** A tree of 2^53 leaves, more than JavaScript can count, needs 54 hashes at most. */
const MAX_HASHES = 64;

export function makeBundle({ inclusion, earlier, ...rest }: OpenBundle): ProofBundle {
  const bundle: ProofBundle = { format: BUNDLE_FORMAT, ...rest, inclusion: inclusion.map(toBase64) };
  if (earlier === undefined) return bundle;
  return { ...bundle, earlier: { ...earlier, consistency: earlier.consistency.map(toBase64) } };
}

/** Reads what JSON.parse gave; the file comes from somebody else, so its shape is checked member by member. */
export function readBundle(json: unknown): ReadBundle {
  if (!isRecord(json)) return bad('The bundle is not a JSON object');
  const { format, event, salt, index, checkpoint, earlier } = json;
  if (format !== BUNDLE_FORMAT) return bad(`The format is ${JSON.stringify(format)}; this reads "${BUNDLE_FORMAT}"`);
  if (!isRecord(event) || 'salt' in event) return bad('"event" is not an object without a member "salt"');
  if (typeof salt !== 'string') return bad('"salt" is not a text; without it the leaf cannot be rebuilt');
  if (!Number.isSafeInteger(index)) return bad(`"index" is not a whole number: ${JSON.stringify(index)}`);
  if (typeof checkpoint !== 'string') return bad('"checkpoint" is not a text');
  const inclusion = readHashes(json.inclusion);
  if (inclusion === undefined) return bad('"inclusion" is not a list of base64 hashes of 32 bytes');
  const bundle: OpenBundle = { event, salt, index: index as number, checkpoint, inclusion };
  return earlier === undefined ? { ok: true, bundle } : readEarlier(bundle, earlier);
}

function readEarlier(bundle: OpenBundle, earlier: unknown): ReadBundle {
  if (!isRecord(earlier) || typeof earlier.checkpoint !== 'string') return bad('"earlier" has no text "checkpoint"');
  const consistency = readHashes(earlier.consistency);
  if (consistency === undefined) return bad('"earlier.consistency" is not a list of base64 hashes of 32 bytes');
  return { ok: true, bundle: { ...bundle, earlier: { checkpoint: earlier.checkpoint, consistency } } };
}

function readHashes(list: unknown): Uint8Array[] | undefined {
  if (!Array.isArray(list) || list.length > MAX_HASHES) return undefined;
  const hashes = list.map((item) => (typeof item === 'string' ? fromBase64(item) : undefined));
  return hashes.every((hash) => hash !== undefined && isHash(hash)) ? (hashes as Uint8Array[]) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(detail: string): ReadBundle {
  return { ok: false, detail };
}
