/** Node's share of the ledger: the fast SHA-256, and the log's signing key in a PEM file. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto';
import type { Sha256 } from './sha256.ts';
import type { NoteSigner } from './signed-note.ts';
import type { SignatureType, VerifierKey } from './verifier-key.ts';

export const nodeSha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');

/** The leaf hash (RFC 6962 section 2.1) of a text's UTF-8 bytes, which are hashed as they are encoded. */
export const leafHashOfText = (text: string): Uint8Array => hash('sha256', `\u0000${text}`, 'buffer');

/** PKCS #8 PEM, unencrypted: whoever reads it can sign as the log, so the file is the owner's alone. */
export function generateSigningKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The signer behind `signCheckpoint` (type ed25519, named as the log's origin) or `cosign` (type cosignature). */
export function signerFromPem(pem: string, name: string, type: SignatureType = 'ed25519'): NoteSigner {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(`The log signs with Ed25519; the PEM holds a key of type ${privateKey.asymmetricKeyType}`);
  }
  const key: VerifierKey = { name, type, publicKey: rawPublicKey(privateKey) };
  return { key, sign: (message) => sign(null, message, privateKey) };
}

/** The 32 bytes of RFC 8032, out of the JSON Web Key form, where they stand alone. */
function rawPublicKey(privateKey: KeyObject): Uint8Array {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x!, 'base64url'));
}
