import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { nodeSha256 } from './node.ts';
import { ROUND_CONSTANTS, sha256 } from './sha256.ts';

const IMPLEMENTATIONS = { 'our own': sha256, "Node's": nodeSha256 };

/** NIST, FIPS 180-4 example values (csrc.nist.gov, "Examples with Intermediate Values", SHA256). */
const NIST_VECTORS = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
] as const;

describe.each(Object.entries(IMPLEMENTATIONS))('%s SHA-256', (_, implementation) => {
  test.each(NIST_VECTORS)('answers the NIST vector for %.20s', (message, digest) => {
    expect(toHex(implementation(utf8(message)))).toBe(digest);
  });
});

test('our own SHA-256 equals Node for every length around the block borders', () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
    expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('our own SHA-256 equals Node for any bytes, and reads a view only as far as it goes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 500 }), (bytes) => {
      const view = bytes.subarray(1, bytes.length - 1);
      expect(toHex(sha256(view))).toBe(createHash('sha256').update(view).digest('hex'));
    }),
  );
});

test('the round constants are the cube roots that FIPS 180-4 defines', () => {
  expect([...ROUND_CONSTANTS]).toEqual(firstPrimes(64).map(cubeRootFraction));
});

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** 32 bits behind the point of the cube root, found in whole numbers: the largest r with r^3 <= n * 2^96. */
function cubeRootFraction(prime: number): number {
  const target = BigInt(prime) << 96n;
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** 3n <= target) root += bit;
  return Number(root & 0xffffffffn);
}
