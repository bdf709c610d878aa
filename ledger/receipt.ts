/**
 * The log's signed word, at the moment it answers, that it took an event in: which leaf, at which place. Whoever holds it and
 * later finds another leaf there, or none, has proof that the log broke its word.
 */
import { fromBase64, toBase64 } from './bytes.ts';
import { isHash } from './merkle.ts';
import { type NoteSigner, signNote, type VerifiedNote, verifyNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

export interface Receipt {
  origin: string;
  eventId: string;
  /** The event's number in the log, counted from 0. */
  index: number;
  /** The leaf hash, 32 bytes. */
  leafHash: Uint8Array;
  /** When the log took it in, UTC. */
  recordedAt: string;
}

export type VerifiedReceipt =
  | { ok: true; receipt: Receipt }
  | Extract<VerifiedNote, { ok: false }>
  | { ok: false; reason: 'malformed-receipt' | 'origin'; detail: string };

const HEADER = 'intakt-receipt/v1';

/** Whether a text claims to be a receipt. */
export const isReceipt = (text: string): boolean => text.startsWith(`${HEADER}\n`);

/** A signed note (C2SP signed-note) of six lines: header, origin, event, index, leaf hash, instant. */
export async function signReceipt(receipt: Receipt, signer: NoteSigner): Promise<string> {
  const { origin, eventId, index, leafHash, recordedAt } = receipt;
  const lines = [HEADER, origin, eventId, `${index}`, toBase64(leafHash), recordedAt];
  if (lines.some((line) => line === '' || line.includes('\n')) || !isHash(leafHash))
    throw new Error(`A receipt has one non-empty line each: ${lines.join(' | ')}`);
  return signNote(`${lines.join('\n')}\n`, [signer]);
}

/** Checks the signature, and that the log which signed is the one that the receipt speaks for. */
export async function verifyReceipt(note: string, ...keys: VerifierKey[]): Promise<VerifiedReceipt> {
  const verified = await verifyNote(note, keys);
  if (!verified.ok) return verified;
  const receipt = readReceipt(verified.text);
  if (!receipt) return { ok: false, reason: 'malformed-receipt', detail: `A receipt has the six lines of ${HEADER}` };
  if (!verified.signedBy.some(({ name }) => name === receipt.origin)) {
    const detail = `The receipt speaks for ${receipt.origin}, but ${verified.signedBy[0]!.name} signed it`;
    return { ok: false, reason: 'origin', detail };
  }
  return { ok: true, receipt };
}

function readReceipt(text: string): Receipt | undefined {
  const [header, origin, eventId, index, base64, recordedAt, rest] = text.split('\n');
  const leafHash = fromBase64(base64 ?? '');
  if (header !== HEADER || rest !== '' || !origin || !eventId || !recordedAt) return undefined;
  if (!/^(0|[1-9][0-9]*)$/.test(index!) || leafHash === undefined || !isHash(leafHash)) return undefined;
  return { origin, eventId, index: Number(index), leafHash, recordedAt };
}
