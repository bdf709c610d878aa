import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBinaryEpc, readEpcUrn, writeBinaryEpc, writeEpcUrn } from './index.ts';

/** Worked examples of EPC Tag Data Standard 2.x, appendix E.3. */
const EXAMPLES = [
  ['urn:epc:id:sgtin:0614141.812345.6789', 3, '3074257BF7194E4000001A85'],
  ['urn:epc:id:sscc:0614141.1234567890', 3, '3174257BF4499602D2000000'],
] as const;

describe('the worked examples of the Tag Data Standard', () => {
  test.each(EXAMPLES)('%s', (urn, filter, hex) => {
    const read = readEpcUrn(urn);
    if (!read.ok) throw new Error(read.mistake.expected);
    expect(writeBinaryEpc({ identifier: read.value, filter })).toMatchObject({ value: hex });
    expect(readBinaryEpc(hex)).toMatchObject({ value: { identifier: read.value, filter } });
  });
});

/** Company prefix of 6 to 12 digits with a reference that fills the key, and a serial of 38 bits at most. */
const binaryUrns = fc
  .record({
    scheme: fc.constantFrom('sgtin', 'sscc', 'sgln', 'grai', 'giai'),
    prefixLength: fc.integer({ min: 6, max: 12 }),
    digits: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 30 }),
    serial: fc.bigInt({ min: 1n, max: (1n << 38n) - 1n }),
  })
  .map(({ scheme, prefixLength, digits, serial }) => urnFrom(scheme, digits.join(''), prefixLength, serial));

function urnFrom(scheme: string, digits: string, prefixLength: number, serial: bigint) {
  const length = { sgtin: 13, sscc: 17, sgln: 12, grai: 12, giai: 0 }[scheme] ?? 0;
  const prefix = digits.slice(0, prefixLength);
  if (scheme === 'giai') return `urn:epc:id:giai:${prefix}.${serial}`;
  const reference = digits.slice(prefixLength, length);
  return `urn:epc:id:${scheme}:${prefix}.${reference}${scheme === 'sscc' ? '' : `.${serial}`}`;
}

test('decoding what was encoded gives the same key', () => {
  fc.assert(
    fc.property(binaryUrns, fc.integer({ min: 0, max: 7 }), (urn, filter) => {
      const read = readEpcUrn(urn);
      const written = read.ok ? writeBinaryEpc({ identifier: read.value, filter }) : read;
      if (!written.ok) throw new Error(`${urn} could not be encoded`);
      const back = readBinaryEpc(written.value);
      expect(back).toMatchObject({ ok: true, value: { filter } });
      expect(back.ok && writeEpcUrn(back.value.identifier)).toBe(urn);
    }),
  );
});

/** Serials with letters and signs, as long as the long forms hold them. */
const longUrns = fc
  .record({
    scheme: fc.constantFrom('sgtin', 'sgln', 'grai', 'giai'),
    prefixLength: fc.integer({ min: 6, max: 12 }),
    digits: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 30 }),
    serial: fc.stringMatching(/^[A-Za-z1-9][A-Za-z0-9!()*+,./:;=_%&-]{0,15}$/),
  })
  .map(({ scheme, prefixLength, digits, serial }) => {
    const key = urnFrom(scheme, digits.join(''), prefixLength, 1n).replace(/1$/, '');
    const escaped = serial.replace(/["%&/<>?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    return key + escaped;
  });

test('keys with letters have a long form, and it gives the same key back', () => {
  fc.assert(
    fc.property(longUrns, fc.integer({ min: 0, max: 7 }), (urn, filter) => {
      const read = readEpcUrn(urn);
      const written = read.ok ? writeBinaryEpc({ identifier: read.value, filter, form: 'long' }) : read;
      if (!written.ok) throw new Error(`${urn} could not be encoded: ${written.mistake.expected}`);
      const back = readBinaryEpc(written.value);
      expect(back).toMatchObject({ ok: true, value: { filter, form: 'long' } });
      expect(back.ok && writeEpcUrn(back.value.identifier)).toBe(urn);
    }),
  );
});

test('a serial that is longer than its form, and an SSCC, have no long form', () => {
  const long = readEpcUrn(`urn:epc:id:grai:4012345.00022.${'A'.repeat(17)}`);
  expect(long.ok && writeBinaryEpc({ identifier: long.value, filter: 0, form: 'long' })).toMatchObject({
    ok: false,
    mistake: { code: 'epc-range', expected: 'at most 16 letters, digits and signs' },
  });
  const pallet = readEpcUrn('urn:epc:id:sscc:4012345.3111111111');
  expect(pallet.ok && writeBinaryEpc({ identifier: pallet.value, filter: 0, form: 'long' })).toMatchObject({
    ok: false,
  });
});

test('any 24 hexadecimal digits get an answer, never an exception', () => {
  const hex = fc.stringMatching(/^3[0-4][0-9A-F]{22}$/);
  fc.assert(
    fc.property(hex, (text) => {
      const read = readBinaryEpc(text);
      if (read.ok) expect(writeBinaryEpc(read.value)).toMatchObject({ ok: true, value: text });
      else expect(read.mistake.value).toBe(text);
    }),
  );
});

test.each([
  ['30', 'epc-length'],
  ['FF74257BF7194E4000001A85', 'epc-header'],
  ['307C257BF7194E4000001A85', 'epc-partition'],
  ['3174257BF4499602D2000001', 'epc-range'],
])('%s is refused as %s', (hex, code) => {
  expect(readBinaryEpc(hex)).toMatchObject({ ok: false, mistake: { code } });
});

test('a serial with a leading zero or letters has no 96-bit form', () => {
  for (const serial of ['007', 'AB']) {
    const read = readEpcUrn(`urn:epc:id:sgtin:4012345.011111.${serial}`);
    expect(read.ok && writeBinaryEpc({ identifier: read.value, filter: 1 })).toMatchObject({ ok: false });
  }
});

describe.skipIf(!process.env.INTAKT_DATA)(
  'the bit layouts of the Tag Data Translation tables (needs INTAKT_DATA)',
  () => {
    test.each(['SGTIN', 'SSCC', 'SGLN', 'GRAI', 'GIAI'])('%s-96', (scheme) => {
      for (const { optionKey, pattern } of binaryOptions(`${scheme}-96`)) {
        const urn = urnFrom(scheme.toLowerCase(), '123456789012345678901234567890', Number(optionKey), 77n);
        const read = readEpcUrn(urn);
        const written = read.ok ? writeBinaryEpc({ identifier: read.value, filter: 5 }) : read;
        const bits = written.ok ? BigInt(`0x${written.value}`).toString(2).padStart(96, '0') : '';
        expect(bits, `${urn} against ${pattern}`).toMatch(new RegExp(`${pattern}$`));
      }
    });

    test.each(['SGTIN-198', 'SGLN-195', 'GRAI-170', 'GIAI-202'])('%s', (name) => {
      const [scheme = '', length] = name.split('-');
      for (const { optionKey, pattern } of binaryOptions(name)) {
        const key = urnFrom(scheme.toLowerCase(), '123456789012345678901234567890', Number(optionKey), 1n);
        const read = readEpcUrn(`${key.replace(/1$/, '')}Az-9`);
        const written = read.ok ? writeBinaryEpc({ identifier: read.value, filter: 5, form: 'long' }) : read;
        const bits = written.ok
          ? BigInt(`0x1${written.value}`)
              .toString(2)
              .slice(1, 1 + Number(length))
          : '';
        expect(bits, `${key} against ${pattern}`).toMatch(new RegExp(`${pattern}$`));
      }
    });
  },
);

function binaryOptions(scheme: string): { optionKey: string; pattern: string }[] {
  const file = `${process.env.INTAKT_DATA}/telemetry/tdt/JSON/${scheme}.json`;
  const levels = JSON.parse(readFileSync(file, 'utf8'))['tdt:epcTagDataTranslation'].scheme.level;
  return levels.find(({ type }: { type: string }) => type === 'BINARY').option;
}
