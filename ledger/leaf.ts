/**
 * What of an event goes into the tree: RFC 8785 text of the event with its salt. The salt (16 random bytes or
 * more, given by the server, one per event) keeps anybody who sees only hashes from guessing a short event.
 *
 * Personal data (a driver's name, a phone, a signature) is never part of the event. It lies beside the event
 * with a salt of its own, and the event holds only `personalHash`. To erase it, delete data and salt: the hash
 * in the leaf then says nothing about anybody, and leaf, proof and rebuild stay as they were.
 */
import { toBase64, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { leafHash } from './merkle.ts';
import type { Sha256 } from './sha256.ts';

export interface SaltedEvent {
  /** Base64. */
  salt: string;
  event: object;
}

/** The bytes of the leaf. An event with a `salt` of its own would be two readings of one leaf: a bug, and thrown. */
export function leafBytes({ salt, event }: SaltedEvent): Uint8Array {
  if ('salt' in event) throw new Error('An event has no member called salt; the leaf adds it');
  return utf8(canonicalJson({ salt, ...event }));
}

/** The leaf hash of an event: SHA-256(0x00 || leaf bytes). */
export function eventLeafHash(sha256: Sha256, salted: SaltedEvent): Uint8Array {
  return leafHash(sha256, leafBytes(salted));
}

/** Base64 of SHA-256 over the canonical JSON of salt and data; what the event holds in place of the data. */
export function personalHash(sha256: Sha256, { salt, data }: { salt: string; data: unknown }): string {
  return toBase64(sha256(utf8(canonicalJson({ salt, data }))));
}
