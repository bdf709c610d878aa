import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  hashPassword,
  newToken,
  TOKEN_PREFIXES,
  type TokenKind,
  tokenHash,
  tokenKind,
  verifyPassword,
} from './secrets.ts';
import { Throttle } from './throttle.ts';

describe('a password', () => {
  test('is right or wrong against its hash, which differs each time', async () => {
    const [first, second] = [await hashPassword('Straße 12'), await hashPassword('Straße 12')];
    expect(first).not.toBe(second);
    expect(await verifyPassword('Straße 12', first)).toBe(true);
    expect(await verifyPassword('Strasse 12', first)).toBe(false);
  });

  test('typed with other code points for the same letters is the same', async () => {
    expect(await verifyPassword('u\u0308ber alles', await hashPassword('über alles'))).toBe(true);
  });

  test('is checked at the cost that it was hashed with', async () => {
    const key = scryptSync('anything', 'saltsalt', 32, { N: 1024, r: 8, p: 1 }).toString('base64url');
    const stored = `scrypt$1024$8$1$${Buffer.from('saltsalt').toString('base64url')}$${key}`;
    expect(await verifyPassword('anything', stored)).toBe(true);
    expect(await verifyPassword('anything', stored.replace('1024', '2048'))).toBe(false);
  });

  test.each([null, undefined])('never fits an account that has none (%s)', async (stored) => {
    expect(await verifyPassword('', stored)).toBe(false);
  });
});

describe('a token', () => {
  test.each(Object.keys(TOKEN_PREFIXES) as TokenKind[])('for %s says by its first letters what it opens', (kind) => {
    const token = newToken(kind);
    expect(tokenKind(token)).toBe(kind);
    expect(token.slice(3)).toMatch(/^[\w-]{43}$/);
    expect(tokenHash(token)).toHaveLength(43);
  });
});

describe('failed attempts', () => {
  const refusalOf = (work: () => unknown): string => {
    try {
      work();
      return 'none';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test('are counted per key, and forgotten after a quarter of an hour', () => {
    let now = 0;
    const throttle = new Throttle(2, () => now);
    throttle.take('a');
    throttle.take('a');
    expect(refusalOf(() => throttle.take('a'))).toBe('TOO_MANY_REQUESTS');
    expect(refusalOf(() => throttle.take('b'))).toBe('none');
    now = 15 * 60_000;
    expect(refusalOf(() => throttle.take('a'))).toBe('none');
  });

  test('that are still under way count, and a right one gives its own place back only', () => {
    const throttle = new Throttle(2, () => 0);
    throttle.take('a');
    const release = throttle.take('a');
    expect(refusalOf(() => throttle.take('a'))).toBe('TOO_MANY_REQUESTS');
    release();
    throttle.take('a');
    expect(refusalOf(() => throttle.take('a'))).toBe('TOO_MANY_REQUESTS');
  });
});
