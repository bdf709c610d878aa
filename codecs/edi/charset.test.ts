import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charsetFor } from './charset.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

test('what is UTF-8 is read as UTF-8, anything else in the declared set, as the platform decides it', () => {
  const bytes = fc.array(
    fc.oneof(
      fc.constantFrom(0x41, 0x7f, 0x80, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xa0, 0x9f, 0xed, 0xf0, 0x90, 0x8f, 0xf4, 0xf5),
      fc.integer({ min: 0, max: 255 }),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(bytes, (array) => {
      const value = Uint8Array.from(array);
      let expected: string;
      try {
        expected = strict.decode(value);
      } catch {
        expected = new TextDecoder('iso-8859-5').decode(value);
      }
      expect(charsetFor('UNOE')(value, value)).toBe(expected);
    }),
    { numRuns: 5000, seed: 4711 },
  );
});

test('the segment around a value decides: two letters that might be UTF-8 are not, where another is none', () => {
  const whole = Uint8Array.from([0xc3, 0xa4, 0x2b, 0xfc]);
  expect(charsetFor('UNOC')(whole.subarray(0, 2), whole)).toBe('Ã¤');
  expect(charsetFor('UNOC')(whole.subarray(0, 2), whole.subarray(0, 3))).toBe('ä');
});
