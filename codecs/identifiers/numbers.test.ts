import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  canonicalPartNumber,
  comparePartNumbers,
  hasValidCheckDigit,
  mod1271CheckCharacters,
  PACKAGES,
  readBpn,
  readContainerNumber,
  readDuns,
  readLei,
  readLocode,
  readPackage,
  readPartNumber,
  readVin,
} from './index.ts';

test('the GS1 General Specifications’ own example has check digit 3', () => {
  expect(hasValidCheckDigit('6291041500213')).toBe(true);
  expect(hasValidCheckDigit('6291041500214')).toBe(false);
});

describe('business partner numbers', () => {
  test('the check characters of a real legal entity hold', () => {
    expect(mod1271CheckCharacters('00000003CR')).toBe('HK');
    expect(readBpn('bpnl00000003crhk')).toEqual({
      ok: true,
      value: { number: 'BPNL00000003CRHK', kind: 'legal-entity' },
      warnings: [],
    });
  });

  test('a test number with wrong check characters is accepted with a warning', () => {
    expect(readBpn('BPNS4444444444XX')).toMatchObject({
      ok: true,
      value: { kind: 'site' },
      warnings: [{ code: 'bpn-check-characters' }],
    });
  });

  test.each(['BPNX00000003CRHK', 'BPNL0003CRHK', ''])('"%s" is refused', (text) => {
    expect(readBpn(text)).toMatchObject({ ok: false, mistake: { code: 'bpn-format' } });
  });
});

test('a DUNS is nine digits however it is grouped', () => {
  expect(readDuns('15-048-3782')).toMatchObject({ value: '150483782' });
  expect(readDuns('15048378')).toMatchObject({ ok: false, mistake: { code: 'duns-format' } });
});

test('an LEI must leave remainder 1', () => {
  expect(readLei('529900T8BM49AURSDO55').ok).toBe(true);
  expect(readLei('529900T8BM49AURSDO56')).toMatchObject({ ok: false, mistake: { code: 'lei-check-digits' } });
});

test('a container number is read in any spacing and tested', () => {
  expect(readContainerNumber('csqu 305438-3')).toMatchObject({ value: { number: 'CSQU3054383', ownerCode: 'CSQ' } });
  expect(readContainerNumber('MSKU9070323')).toMatchObject({ value: { category: 'freight container' } });
  expect(readContainerNumber('CSQU3054384')).toMatchObject({ ok: false, mistake: { expected: 'CSQU3054383' } });
});

describe('vehicle identification numbers', () => {
  test('a North American one is tested by position 9, as a warning', () => {
    expect(readVin('1M8GDM9AXKP042788')).toMatchObject({ value: { region: 'North America' }, warnings: [] });
    expect(readVin('1M8GDM9A1KP042788')).toMatchObject({ ok: true, warnings: [{ expected: '1M8GDM9AXKP042788' }] });
  });

  test('a European one is taken by its format alone', () => {
    expect(readVin('WVWZZZ1JZXW000001')).toMatchObject({
      value: { region: 'Europe', worldManufacturer: 'WVW' },
      warnings: [],
    });
  });

  test.each(['WVWZZZ1JZXW00000', 'WVWZZZ1JZXW0000O1', 'WVWZZZ1JIXW000001'])('%s is refused', (vin) => {
    expect(readVin(vin)).toMatchObject({ ok: false, mistake: { code: 'vin-format' } });
  });
});

test('a UN/LOCODE has two letters and three letters or digits 2 to 9', () => {
  expect(readLocode('DE HAM')).toMatchObject({ value: { locode: 'DEHAM', country: 'DE', place: 'HAM' } });
  expect(readLocode('DE9B0')).toMatchObject({ ok: true, warnings: [{ code: 'locode-digit' }] });
  expect(readLocode('D1HAM')).toMatchObject({ ok: false, mistake: { code: 'locode-format' } });
});

test('a Recommendation 21 package has its name', () => {
  expect(readPackage('px')).toMatchObject({ value: { name: 'pallet' } });
  expect(readPackage('KLT')).toMatchObject({ ok: false });
});

test('a package that is on no list has only its format checked, and says so; an imported list knows more', () => {
  expect(readPackage('4G')).toMatchObject({ ok: true, warnings: [{ code: 'package-unlisted', value: '4G' }] });
  const list = [{ code: '4G', name: 'box, fibreboard' }];
  expect(readPackage('4g', list)).toMatchObject({ value: { name: 'box, fibreboard' }, warnings: [] });
});

test('a UN/LOCODE that an imported list does not have is a warning', () => {
  const list = new Set(['DEHAM']);
  expect(readLocode('DE HAM', list)).toMatchObject({ ok: true, warnings: [] });
  expect(readLocode('DEXYZ', list)).toMatchObject({ ok: true, warnings: [{ code: 'locode-unlisted' }] });
});

describe('part numbers', () => {
  test('the comparable form drops separators and case and keeps leading zeros', () => {
    expect(canonicalPartNumber(' 0a1k-907.379/ac ')).toBe('0A1K907379AC');
    expect(canonicalPartNumber('１K0–907')).toBe('1K0907');
  });

  test.each([
    ['1K0 907 379 AC', '1k0907379ac', 'same'],
    ['0012345', '12345', 'same-without-leading-zeros'],
    ['1KO907379', '1K0907379', 'lookalike'],
    ['1K0907379A', '1K0907379B', 'different'],
    ['000', '0', 'same-without-leading-zeros'],
  ])('%s and %s are %s', (one, other, agreement) => {
    expect(comparePartNumbers(one, other)).toBe(agreement);
  });

  test.each([
    ['1K0 907 379 AC 9B9', 'Volkswagen group', { number: '1K0907379', index: 'AC', colour: '9B9' }],
    ['1K0 907 379', 'Volkswagen group', { number: '1K0907379' }],
    ['A 205 880 07 40', 'Mercedes-Benz', { number: 'A2058800740' }],
    ['7 123 456', 'BMW group', { number: '7123456' }],
  ])('%s of %s is taken apart', (raw, pattern, parts) => {
    expect(readPartNumber(raw, pattern)).toEqual({ raw, canonical: canonicalPartNumber(raw), ...parts });
  });

  test('without a pattern, or where it does not fit, the number stays whole', () => {
    expect(readPartNumber('1K0907379AC')).toEqual({ raw: '1K0907379AC', canonical: '1K0907379AC' });
    expect(readPartNumber('12-34', 'BMW group')).toEqual({ raw: '12-34', canonical: '1234' });
  });
});

test.skipIf(!process.env.INTAKT_DATA)('every published UN/LOCODE has the format (needs INTAKT_DATA)', () => {
  const lines = readFileSync(`${process.env.INTAKT_DATA}/codelists/unlocode_2021.tsv`, 'utf8').trim().split('\n');
  const codes = lines
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '')
    .filter((code) => code.length > 2);
  expect(codes.length).toBeGreaterThan(100_000);
  expect(codes.filter((code) => !readLocode(code).ok)).toEqual([]);
});

test.skipIf(!process.env.INTAKT_DATA)(
  'every package of the table is one of Recommendation 21 (needs INTAKT_DATA)',
  () => {
    const text = readFileSync(`${process.env.INTAKT_DATA}/codelists/rec21_package_types.csv`, 'utf8');
    const published = [...text.matchAll(/^([A-Z0-9]{2}),("[^"]*"|[^,\r\n]*)/gm)].map(([, code, name]) => ({
      code: code!,
      name: name!.replaceAll('"', '').trim().toLowerCase(),
    }));
    expect(published.length).toBeGreaterThan(300);
    const names = new Map(published.map(({ code, name }) => [code, name]));
    const differ = PACKAGES.filter(({ code, name }) => !names.get(code)?.startsWith(name));
    expect(differ).toEqual([]);
    expect(published.filter(({ code }) => !readPackage(code).ok)).toEqual([]);
  },
);
