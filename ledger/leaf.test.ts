import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { eventLeafHash, leafBytes, personalHash } from './leaf.ts';
import { nodeSha256 } from './node.ts';

const SALT = 'AAECAwQFBgcICQoLDA0ODw==';
const EVENT = { type: 'goods-received', quantity: 96, part: 'HV-77' };

describe('the leaf of an event', () => {
  test('is the canonical text of the event with its salt', () => {
    expect(new TextDecoder().decode(leafBytes({ salt: SALT, event: EVENT }))).toBe(
      `{"part":"HV-77","quantity":96,"salt":"${SALT}","type":"goods-received"}`,
    );
  });

  test('is hashed behind a zero byte', () => {
    const bytes = leafBytes({ salt: SALT, event: EVENT });
    const expected = createHash('sha256').update(Buffer.of(0)).update(bytes).digest();
    expect([...eventLeafHash(nodeSha256, { salt: SALT, event: EVENT })]).toEqual([...expected]);
  });

  test('cannot carry a second salt', () => {
    expect(() => leafBytes({ salt: SALT, event: { ...EVENT, salt: 'other' } })).toThrow('no member called salt');
  });
});

describe('personal data beside an event', () => {
  const driver = { name: 'Zoë Müller', phone: '+49 341 000' };
  const hash = personalHash(nodeSha256, { salt: SALT, data: driver });

  test('is bound by a hash that the order of its members does not change', () => {
    const reordered = { phone: driver.phone, name: driver.name };
    expect(hash).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(personalHash(nodeSha256, { salt: SALT, data: reordered })).toBe(hash);
  });

  test('has another hash under another salt, so that nobody can guess it once data and salt are erased', () => {
    expect(personalHash(nodeSha256, { salt: 'AQECAwQFBgcICQoLDA0ODw==', data: driver })).not.toBe(hash);
  });
});
