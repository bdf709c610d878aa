/** What the log says about itself: origin, size and root, as a signed note (C2SP tlog-checkpoint). */
import { fromBase64, toBase64 } from './bytes.ts';
import { isHash } from './merkle.ts';
import { type NoteSigner, signNote, type VerifiedNote, verifyNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

export interface Checkpoint {
  origin: string;
  size: number;
  /** The root hash, 32 bytes. */
  root: Uint8Array;
  /** Opaque lines after the third; monitors cannot audit them, so leave them out where you can. */
  extensions?: string[];
}

export type ParsedCheckpoint = { ok: true; checkpoint: Checkpoint } | { ok: false; detail: string };

export type VerifiedCheckpoint =
  | { ok: true; checkpoint: Checkpoint; signedBy: VerifierKey[] }
  | Extract<VerifiedNote, { ok: false }>
  | { ok: false; reason: 'malformed-checkpoint' | 'origin'; detail: string };

const SIZE = /^(0|[1-9][0-9]*)$/;

/** The note text of a checkpoint, its final newline included. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const lines = [origin, `${size}`, toBase64(root), ...extensions];
  if (
    !Number.isSafeInteger(size) ||
    size < 0 ||
    !isHash(root) ||
    lines.some((line) => line === '' || /\n/.test(line))
  ) {
    throw new Error(
      `A checkpoint has one non-empty line each for origin, size, root and extension: ${lines.join(' | ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export function parseCheckpoint(text: string): ParsedCheckpoint {
  const [origin, size, base64, ...extensions] = text.split('\n').slice(0, -1);
  if (base64 === undefined || !text.endsWith('\n'))
    return malformed('It has fewer than the three lines origin, size and root');
  if (origin === '' || extensions.includes('')) return malformed('It holds an empty line');
  if (!SIZE.test(size!) || !Number.isSafeInteger(Number(size))) return malformed(`This is not a tree size: ${size}`);
  const root = fromBase64(base64);
  if (root === undefined || !isHash(root)) return malformed(`This is not a root hash of 32 bytes: ${base64}`);
  const checkpoint: Checkpoint = { origin: origin!, size: Number(size), root };
  return { ok: true, checkpoint: extensions.length > 0 ? { ...checkpoint, extensions } : checkpoint };
}

/** The log's signed note. Several signers while a key is being rotated: readers need only know one of them. */
export async function signCheckpoint(checkpoint: Checkpoint, ...signers: NoteSigner[]): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/**
 * Checks the signature and that the log is the one whose key this is: a key name is the log's origin, so a
 * note of one log cannot be shown as another's. Pass all keys that are good; one of them must have signed.
 */
export async function verifyCheckpoint(note: string, ...keys: VerifierKey[]): Promise<VerifiedCheckpoint> {
  const verified = await verifyNote(note, keys);
  if (!verified.ok) return verified;
  const parsed = parseCheckpoint(verified.text);
  if (!parsed.ok) return { ...parsed, reason: 'malformed-checkpoint' };
  const { checkpoint } = parsed;
  const signedBy = verified.signedBy.filter((key) => key.name === checkpoint.origin);
  if (signedBy.length > 0) return { ok: true, checkpoint, signedBy };
  const names = verified.signedBy.map((key) => key.name).join(', ');
  return {
    ok: false,
    reason: 'origin',
    detail: `The checkpoint is of ${checkpoint.origin}, the signature of ${names}`,
  };
}

function malformed(detail: string): ParsedCheckpoint {
  return { ok: false, detail };
}
