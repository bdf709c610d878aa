/**
 * Witnesses (C2SP tlog-cosignature, cosignature/v1): somebody else who saw the log only grow, and says when.
 * A log that shows two partners two histories needs a witness to sign both, which an honest one refuses.
 */
import { concatBytes, utf8 } from './bytes.ts';
import { formatNote, isLineOf, type NoteSigner, parseNote, verifyEd25519 } from './signed-note.ts';
import { keyId, type VerifierKey } from './verifier-key.ts';

export interface Cosignature {
  witness: VerifierKey;
  /** POSIX seconds at which the witness had seen no larger tree of this log. */
  timestampSeconds: number;
}

export type VerifiedCosignatures =
  | { ok: true; cosignatures: Cosignature[] }
  | { ok: false; reason: 'malformed-note' | 'cosignature'; detail: string };

const TIMESTAMP_LENGTH = 8;

/** Adds a witness's signature. The caller has verified the note and its consistency with the last one seen. */
export async function cosign(note: string, witness: NoteSigner, timestampSeconds: number): Promise<string> {
  const parsed = parseNote(note);
  if (!parsed.ok) throw new Error(parsed.detail);
  if (witness.key.type !== 'cosignature') throw new Error(`${witness.key.name} is not the key of a witness`);
  const time = BigInt(timestampSeconds);
  const signature = concatBytes(timestampBytes(time), await witness.sign(cosignedMessage(parsed.note.text, time)));
  const line = { name: witness.key.name, keyId: keyId(witness.key), signature };
  return formatNote({ ...parsed.note, signatures: [...parsed.note.signatures, line] });
}

/** Which of these witnesses signed; how many are enough is the caller's policy. A bad signature rejects all. */
export async function verifyCosignatures(
  note: string,
  witnesses: readonly VerifierKey[],
): Promise<VerifiedCosignatures> {
  const parsed = parseNote(note);
  if (!parsed.ok) return { ...parsed, reason: 'malformed-note' };
  const cosignatures: Cosignature[] = [];
  for (const witness of witnesses.filter((key) => key.type === 'cosignature')) {
    for (const line of parsed.note.signatures.filter((candidate) => isLineOf(witness, candidate))) {
      const timestampSeconds = await verifiedTime(parsed.note.text, witness, line.signature);
      if (timestampSeconds === undefined) return badCosignature(witness);
      cosignatures.push({ witness, timestampSeconds });
    }
  }
  return { ok: true, cosignatures };
}

async function verifiedTime(text: string, key: VerifierKey, stamped: Uint8Array): Promise<number | undefined> {
  if (stamped.length <= TIMESTAMP_LENGTH) return undefined;
  const time = new DataView(stamped.buffer, stamped.byteOffset).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const signature = stamped.slice(TIMESTAMP_LENGTH);
  return (await verifyEd25519({ key, signature, message: cosignedMessage(text, time) })) ? Number(time) : undefined;
}

function cosignedMessage(text: string, time: bigint): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function timestampBytes(time: bigint): Uint8Array {
  const bytes = new Uint8Array(TIMESTAMP_LENGTH);
  new DataView(bytes.buffer).setBigUint64(0, time);
  return bytes;
}

function badCosignature({ name }: VerifierKey): VerifiedCosignatures {
  return { ok: false, reason: 'cosignature', detail: `The cosignature of ${name} does not fit the text and its key` };
}
