/** Texts signed by one or more keys: C2SP signed-note. Checked with WebCrypto, which Node and browsers share. */
import { concatBytes, equalBytes, fromBase64, toBase64, utf8 } from './bytes.ts';
import { isKeyName, keyId, type VerifierKey } from './verifier-key.ts';

export interface NoteSignature {
  name: string;
  keyId: Uint8Array;
  signature: Uint8Array;
}

export interface SignedNote {
  /** The signed text, its final newline included. */
  text: string;
  signatures: NoteSignature[];
}

/** A key together with whatever signs with it: a PEM file, a module in a vault, a remote signer. */
export interface NoteSigner {
  key: VerifierKey;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export type ParsedNote = { ok: true; note: SignedNote } | { ok: false; detail: string };

export type VerifiedNote =
  | { ok: true; text: string; signedBy: VerifierKey[] }
  | { ok: false; reason: 'malformed-note' | 'unknown-key' | 'signature'; detail: string };

/** The specification asks verifiers to bound this, and to accept at least 16. */
export const MAX_SIGNATURES = 64;
const ID_LENGTH = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) (\S+)$/u;

/** Signs a text, which must end in a newline. */
export async function signNote(text: string, signers: readonly NoteSigner[]): Promise<string> {
  const signatures = await Promise.all(signers.map((signer) => signText(text, signer)));
  return formatNote({ text, signatures });
}

export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new Error('A note is well-formed text that ends in a newline');
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** The text and the signatures of a note. The text is not to be believed before `verifyNote` says so. */
export function parseNote(note: string): ParsedNote {
  if (!isNoteText(note)) return malformed('The note holds control characters or half a surrogate pair');
  const separator = note.lastIndexOf('\n\n');
  if (separator < 0 || !note.endsWith('\n')) return malformed('The note has no blank line before its signatures');
  const lines = note.slice(separator + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES)
    return malformed(`The note has ${lines.length} signatures; ${MAX_SIGNATURES} are read`);
  const signatures = lines.map(parseSignature);
  const unread = signatures.indexOf(undefined);
  if (unread >= 0) return malformed(`This is not a signature line: ${lines[unread]}`);
  return { ok: true, note: { text: note.slice(0, separator + 1), signatures: signatures as NoteSignature[] } };
}

/**
 * True to the specification: signatures of unknown keys are ignored, one bad signature of a known key
 * rejects the note, and at least one must be good. Witness keys are for `verifyCosignatures`.
 */
export async function verifyNote(note: string, keys: readonly VerifierKey[]): Promise<VerifiedNote> {
  const parsed = parseNote(note);
  if (!parsed.ok) return { ...parsed, reason: 'malformed-note' };
  const { text, signatures } = parsed.note;
  const signedBy: VerifierKey[] = [];
  for (const key of keys.filter((candidate) => candidate.type === 'ed25519')) {
    for (const { signature } of signatures.filter((line) => isLineOf(key, line))) {
      if (!(await verifyEd25519({ key, signature, message: utf8(text) }))) {
        return {
          ok: false,
          reason: 'signature',
          detail: `The signature of ${key.name} does not fit the text and its key`,
        };
      }
      if (!signedBy.includes(key)) signedBy.push(key);
    }
  }
  return signedBy.length > 0 ? { ok: true, text, signedBy } : notSigned(keys, signatures);
}

/** Whether a signature line claims to be made with this key; the claim is still to be verified. */
export function isLineOf(key: VerifierKey, line: NoteSignature): boolean {
  return line.name === key.name && equalBytes(line.keyId, keyId(key));
}

export async function verifyEd25519(claim: { key: VerifierKey; signature: Uint8Array; message: Uint8Array }) {
  try {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(claim.key.publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, new Uint8Array(claim.signature), new Uint8Array(claim.message));
  } catch (error) {
    // WebCrypto throws a DataError where the 32 bytes are no key; a missing algorithm is a defect of the platform.
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
}

async function signText(text: string, { key, sign }: NoteSigner): Promise<NoteSignature> {
  return { name: key.name, keyId: keyId(key), signature: await sign(utf8(text)) };
}

function formatSignature({ name, keyId: id, signature }: NoteSignature): string {
  return `\u2014 ${name} ${toBase64(concatBytes(id, signature))}\n`;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || !isKeyName(name)) return undefined;
  const bytes = fromBase64(base64!);
  if (bytes === undefined || bytes.length <= ID_LENGTH) return undefined;
  return { name, keyId: bytes.slice(0, ID_LENGTH), signature: bytes.slice(ID_LENGTH) };
}

/** The specification forbids the control characters below U+0020 but for the newline, and asks for valid UTF-8. */
function isNoteText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text[index]! < ' ' && text[index] !== '\n') return false;
  }
  return text.isWellFormed();
}

function notSigned(keys: readonly VerifierKey[], signatures: readonly NoteSignature[]): VerifiedNote {
  const wanted = keys.map((key) => key.name).join(', ');
  const found = signatures.map((line) => line.name).join(', ');
  return {
    ok: false,
    reason: 'unknown-key',
    detail: `The note is signed by ${found}, not with a known key of ${wanted}`,
  };
}

function malformed(detail: string): ParsedNote {
  return { ok: false, detail };
}
