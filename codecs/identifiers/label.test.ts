import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLicencePlate,
  readJaifUrn,
  readLabelField,
  readLabelMessage,
  readSixBit,
  readTag,
  writeJaifUrn,
  writeLabelField,
  writeLabelMessage,
  writeSixBit,
} from './index.ts';

describe('label fields', () => {
  test.each([
    ['1JUN123456789000000001', { issuingAgency: 'UN', company: '123456789', serial: '000000001' }],
    ['6JUN123456789A2B4C6D8E', { means: 'master load', company: '123456789', serial: 'A2B4C6D8E' }],
    ['5JODABCD123456', { issuingAgency: 'OD', company: 'ABCD', serial: '123456' }],
    ['25BUN123456789KLT4711', { means: 'returnable transport item', serial: 'KLT4711' }],
    [
      '28BUN1234567896429+123456789',
      { means: 'small load carrier by type and serial', item: '6429', serial: '123456789' },
    ],
    ['37SUN1234567891K0907379AC+0001', { item: '1K0907379AC', serial: '0001' }],
    ['25PUN1234567891K0907379AC', { company: '123456789', item: '1K0907379AC' }],
    ['25SLA12345678901200042', { company: '123456789012', serial: '00042' }],
    ['18VUN123456789', { means: 'party', company: '123456789' }],
    ['P1K0 907 379 AC', { identifier: 'P', data: '1K0 907 379 AC' }],
    ['Q500', { identifier: 'Q', means: 'quantity', data: '500' }],
  ])('%s', (text, parts) => {
    const read = readLabelField(text);
    expect(read).toMatchObject({ ok: true, value: parts, warnings: [] });
    expect(read.ok && writeLabelField(read.value)).toBe(text);
  });

  test('a company under an agency without fixed length comes back whole, with a warning', () => {
    expect(readLabelField('1JQCABCD123')).toMatchObject({
      ok: true,
      value: { data: 'QCABCD123' },
      warnings: [{ code: 'issuing-agency' }],
    });
  });

  test.each([
    ['99ZX1', 'data-identifier'],
    ['', 'data-identifier'],
    ['1JUN12345', 'licence-plate-format'],
    ['1JUN123456789', 'licence-plate-format'],
    ['1Jun123456789001', 'licence-plate-format'],
    [`1JUN123456789${'0'.repeat(30)}`, 'licence-plate-format'],
    ['18VUN1234567891', 'licence-plate-format'],
  ])('"%s" is refused as %s', (text, code) => {
    expect(readLabelField(text)).toMatchObject({ ok: false, mistake: { code } });
  });
});

describe('label messages in format 06', () => {
  const message = '[)>\u001e06\u001dP1K0907379AC\u001dQ500\u001d6JUN123456789A2B4C6D8E\u001e\u0004';

  test('every field is read, and written back', () => {
    const read = readLabelMessage(message);
    expect(read).toMatchObject({
      ok: true,
      value: [{ data: '1K0907379AC' }, { data: '500' }, { company: '123456789' }],
    });
    expect(read.ok && writeLabelMessage(read.value)).toBe(message);
  });

  test('an unknown field is a warning, not a loss of the others', () => {
    expect(readLabelMessage('Q5\u001d99Zx')).toMatchObject({
      ok: true,
      value: [{ data: '5' }],
      warnings: [{ value: '99Zx' }],
    });
  });

  test.each(['[)>\u001e05\u001dQ5\u001e\u0004', '', '\u001d'])('another format is refused', (text) => {
    expect(readLabelMessage(text)).toMatchObject({ ok: false, mistake: { code: 'label-format' } });
  });
});

describe('ISO tags', () => {
  test('a six-bit identifier is read with its layer', () => {
    const written = writeSixBit('25BUN123456789KLT4711');
    expect(written.ok && readTag(0xa3, written.value)).toMatchObject({
      value: { layer: 'returnable transport item', field: { identifier: '25B', serial: 'KLT4711' } },
    });
  });

  test('the characters of the standard take their six bits, filled to whole words', () => {
    // '1' = 110001, 'J' = 001010, end of data = 100001, then 100000 100000 10 to fill 32 bits.
    expect(writeSixBit('1J')).toMatchObject({ value: 'C4A86082' });
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z+. -]{0,40}$/), (text) => {
        const written = writeSixBit(text);
        expect(written.ok && readSixBit(written.value)).toBe(text);
      }),
    );
  });

  test('lower case, an unknown family and half a byte are refused', () => {
    expect(writeSixBit('1j').ok).toBe(false);
    expect(readTag(0x90, 'C4A1').ok).toBe(false);
    expect(readTag(0xa1, 'C4A').ok).toBe(false);
  });
});

describe('JAIF URNs', () => {
  test.each([
    [
      'urn:jaif:id:obj:37SUN321456789A111222333AB+123456789012',
      { company: '321456789', item: 'A111222333AB', serial: '123456789012' },
    ],
    ['urn:jaif:id:obj:6JUN123456789A2B4', { serial: 'A2B4' }],
    ['urn:jaif:id:loc:26LUSSAV', { means: 'UN/LOCODE', data: 'USSAV' }],
  ])('%s', (urn, parts) => {
    const read = readJaifUrn(urn);
    expect(read).toMatchObject({ ok: true, value: parts });
    expect(read.ok && writeJaifUrn(read.value)).toBe(urn);
    expect(read.ok && isLicencePlate(read.value)).toBe(urn.includes(':6J'));
  });

  test('another URN is refused', () => {
    expect(readJaifUrn('urn:epc:id:sscc:4012345.0000000333')).toMatchObject({
      ok: false,
      mistake: { code: 'urn-scheme' },
    });
  });
});
