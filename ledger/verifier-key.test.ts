import { describe, expect, test } from 'vitest';
import { toBase64 } from './bytes.ts';
import { generateSigningKeyPem, signerFromPem } from './node.ts';
import { decodeVerifierKey, encodeVerifierKey, keyId, type VerifierKey } from './verifier-key.ts';

const KEY: VerifierKey = { name: 'intakt.example/log', type: 'ed25519', publicKey: new Uint8Array(32).fill(0xfb) };
const VKEY = encodeVerifierKey(KEY);

describe('a verifier key', () => {
  test.each(['ed25519', 'cosignature'] as const)('of type %s survives being written and read', (type) => {
    const { key } = signerFromPem(generateSigningKeyPem(), 'intakt.example/log', type);
    expect(decodeVerifierKey(encodeVerifierKey(key))).toEqual({ ok: true, key });
  });

  test('with plus signs in its base64 is still cut at the right ones', () => {
    expect(VKEY.split('+').length).toBeGreaterThan(3);
    expect(decodeVerifierKey(VKEY)).toEqual({ ok: true, key: KEY });
  });

  test('has another id as witness than as log, though the bytes are the same', () => {
    expect(keyId({ ...KEY, type: 'cosignature' })).not.toEqual(keyId(KEY));
  });

  test.each([
    ['without its three parts', 'intakt.example/log', /name\+8 hex digits/],
    ['with a blank in the name', VKEY.replace('/', ' '), /name\+8 hex digits/],
    ['that is not base64', `${VKEY}!`, /not base64/],
    ['with the id of another key', VKEY.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), /00000000 does not belong/],
    ['of a type that we do not speak', withMaterial(Uint8Array.of(6, 1, 2, 3)), /signature type 6/],
    ['that is too short', withMaterial(Uint8Array.of(1, 2, 3)), /2 bytes instead of 32/],
  ])('%s is refused with the reason', (_, vkey, detail) => {
    expect(decodeVerifierKey(vkey)).toMatchObject({ ok: false, detail });
  });
});

describe("the log's signing key", () => {
  test('comes back from its PEM as the same key', () => {
    const pem = generateSigningKeyPem();
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(signerFromPem(pem, 'a').key).toEqual(signerFromPem(pem, 'a').key);
    expect(signerFromPem(generateSigningKeyPem(), 'a').key).not.toEqual(signerFromPem(pem, 'a').key);
  });
});

function withMaterial(material: Uint8Array): string {
  return `intakt.example/log+00000000+${toBase64(material)}`;
}
