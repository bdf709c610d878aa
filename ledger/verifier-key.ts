/** Keys that check signed notes: C2SP signed-note, "Verifier keys". */
import { concatBytes, fromBase64, toBase64, toHex, utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** The signature type bytes of C2SP signed-note that this ledger speaks. */
const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPES;

export interface VerifierKey {
  /** By convention the origin of the log or the address of the witness, without a scheme. */
  name: string;
  type: SignatureType;
  /** The Ed25519 public key, 32 bytes (RFC 8032). */
  publicKey: Uint8Array;
}

export type DecodedKey = { ok: true; key: VerifierKey } | { ok: false; detail: string };

const KEY_LENGTH = 32;
const KEY_NAME = /^[^\s+\p{White_Space}\p{Cc}]+$/u;

/** Key names stand between blanks in a signature line and before a plus in a verifier key. */
export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name) && name.isWellFormed();
}

/** SHA-256(name || 0x0A || type || public key), cut to four bytes: an identifier, not a proof of anything. */
export function keyId({ name, type, publicKey }: VerifierKey): Uint8Array {
  return sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(SIGNATURE_TYPES[type]), publicKey)).slice(0, 4);
}

/** `<name>+<hex key id>+<base64 of type and public key>`, the line that a partner is given to keep. */
export function encodeVerifierKey(key: VerifierKey): string {
  const material = concatBytes(Uint8Array.of(SIGNATURE_TYPES[key.type]), key.publicKey);
  return `${key.name}+${toHex(keyId(key))}+${toBase64(material)}`;
}

export function decodeVerifierKey(vkey: string): DecodedKey {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(vkey) ?? [];
  if (name === undefined || !isKeyName(name)) return bad('A verifier key reads name+8 hex digits+base64');
  const material = fromBase64(base64!);
  if (material === undefined) return bad(`The key of ${name} is not base64: ${base64}`);
  const type = typeOf(material[0]);
  if (type === undefined)
    return bad(`The key of ${name} has signature type ${material[0]}; 1 and 4 (Ed25519) are read`);
  const key: VerifierKey = { name, type, publicKey: material.slice(1) };
  if (key.publicKey.length !== KEY_LENGTH)
    return bad(`The key of ${name} has ${key.publicKey.length} bytes instead of 32`);
  if (toHex(keyId(key)) !== id)
    return bad(`The key id ${id} does not belong to this key of ${name}: ${toHex(keyId(key))} does`);
  return { ok: true, key };
}

function typeOf(byte: number | undefined): SignatureType | undefined {
  return (Object.keys(SIGNATURE_TYPES) as SignatureType[]).find((type) => SIGNATURE_TYPES[type] === byte);
}

function bad(detail: string): DecodedKey {
  return { ok: false, detail };
}
