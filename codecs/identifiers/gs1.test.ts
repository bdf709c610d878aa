import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeKey, readGs1, writeDigitalLink, writeElementString, writeEpcUrn } from './index.ts';

/** One row per scheme: URN, canonical Digital Link, element string; prefixes 4012345 and 0614141 are GS1's own examples. */
const FORMS = [
  ['urn:epc:id:sscc:4012345.3111111111', 'https://id.gs1.org/00/340123451111111111', '(00)340123451111111111'],
  [
    'urn:epc:id:sgtin:4012345.011111.9876',
    'https://id.gs1.org/01/04012345111118/21/9876',
    '(01)04012345111118(21)9876',
  ],
  [
    'urn:epc:id:sgtin:415056789012.0.987654',
    'https://id.gs1.org/01/04150567890128/21/987654',
    '(01)04150567890128(21)987654',
  ],
  [
    'urn:epc:id:sgtin:0614141.812345.67%2F%26%25',
    'https://id.gs1.org/01/80614141123458/21/67%2F%26%25',
    '(01)80614141123458(21)67/&%',
  ],
  [
    'urn:epc:class:lgtin:4012345.012345.Lot987',
    'https://id.gs1.org/01/04012345123456/10/Lot987',
    '(01)04012345123456(10)Lot987',
  ],
  ['urn:epc:idpat:sgtin:4054739.099914.*', 'https://id.gs1.org/01/04054739999148', '(01)04054739999148'],
  ['urn:epc:id:sgln:4012345.00005.122', 'https://id.gs1.org/414/4012345000054/254/122', '(414)4012345000054(254)122'],
  ['urn:epc:id:sgln:4012345.00005.0', 'https://id.gs1.org/414/4012345000054', '(414)4012345000054'],
  ['urn:epc:id:pgln:4000001.00000', 'https://id.gs1.org/417/4000001000005', '(417)4000001000005'],
  [
    'urn:epc:id:grai:4012345.00022.334455',
    'https://id.gs1.org/8003/04012345000221334455',
    '(8003)04012345000221334455',
  ],
  ['urn:epc:idpat:grai:4012345.66666.*', 'https://id.gs1.org/8003/04012345666663', '(8003)04012345666663'],
  ['urn:epc:id:giai:4012345.ABC345', 'https://id.gs1.org/8004/4012345ABC345', '(8004)4012345ABC345'],
  ['urn:epc:id:gsrn:4012345.0000006765', 'https://id.gs1.org/8018/401234500000067657', '(8018)401234500000067657'],
  ['urn:epc:id:gdti:4012345.00009.PO-4711', 'https://id.gs1.org/253/4012345000092PO-4711', '(253)4012345000092PO-4711'],
  ['urn:epc:id:cpi:4012345.ABC.123', 'https://id.gs1.org/8010/4012345ABC/8011/123', '(8010)4012345ABC(8011)123'],
  [
    'urn:epc:id:itip:4012345.011111.01.02.987',
    'https://id.gs1.org/8006/040123451111180102/21/987',
    '(8006)040123451111180102(21)987',
  ],
  ['urn:epc:id:gsin:4012345.222333444', 'https://id.gs1.org/402/40123452223334442', '(402)40123452223334442'],
] as const;

describe('a GS1 key means the same in every form', () => {
  test.each(FORMS)('%s', (urn, link, elements) => {
    const fromUrn = readGs1(urn);
    if (!fromUrn.ok) throw new Error(JSON.stringify(fromUrn.mistake));
    expect(writeDigitalLink(fromUrn.value)).toBe(link);
    expect(writeElementString(fromUrn.value)).toBe(elements);
    expect(writeEpcUrn(fromUrn.value)).toBe(urn);

    const { companyPrefixLength, ...key } = fromUrn.value;
    expect(readGs1(link)).toMatchObject({ ok: true, value: key });
    expect(readGs1(elements)).toMatchObject({ ok: true, value: key });
    const fromLink = readGs1(link);
    expect(fromLink.ok && writeEpcUrn(fromLink.value, companyPrefixLength)).toBe(urn);
  });
});

test.each([
  ['4012345999990', 'sgtin', '04012345999990'],
  ['73513537', 'sgtin', '00000073513537'],
  ['340123451111111111', 'sscc', '340123451111111111'],
])('a bare number %s is read as %s', (text, scheme, value) => {
  expect(readGs1(text)).toMatchObject({ ok: true, value: { scheme, value } });
});

test('a bare number of 13 digits is a location when the caller says so', () => {
  expect(readGs1('4012345000054', 'sgln')).toMatchObject({ value: { scheme: 'sgln', value: '4012345000054' } });
});

test('a Digital Link is understood on any domain, with words, a short GTIN, lot and query', () => {
  expect(readGs1('https://example.com/shop/gtin/9780345418913/10/L1/21/765tz?abc=1')).toMatchObject({
    value: { scheme: 'sgtin', value: '09780345418913', serial: '765tz', lot: 'L1' },
  });
});

test.each([
  ['340123451111111112', 'check-digit', '340123451111111111'],
  ['(00)340123451111111112', 'check-digit', '340123451111111111'],
  ['https://id.gs1.org/414/4012345000055', 'check-digit', '4012345000054'],
  ['urn:epc:id:sscc:4012345.311111111', 'urn-format', '17 digits in company prefix and reference together'],
  ['urn:epc:id:vin:1', 'urn-scheme', 'urn:epc:id:, idpat: or class: with a GS1 scheme'],
  ['urn:epc:id:sgtin:4012345.011111', 'urn-format', 'urn:epc:id:sgtin: with 3 parts between dots'],
  [
    'https://example.com/about/us',
    'digital-link-format',
    'a GS1 Digital Link such as https://id.gs1.org/01/04012345999990/21/1234',
  ],
  ['12345', 'not-a-gs1-key', 'an EPC URN, a GS1 Digital Link, or 8, 12, 13, 14 or 18 digits'],
  ['', 'not-a-gs1-key', 'an EPC URN, a GS1 Digital Link, or 8, 12, 13, 14 or 18 digits'],
])('%s is refused as %s', (text, code, expected) => {
  expect(readGs1(text)).toMatchObject({ ok: false, mistake: { code, expected } });
});

test('a key without check digit is completed', () => {
  expect(completeKey('sgln', '401234500005')).toMatchObject({ value: { value: '4012345000054' } });
});

test.skipIf(!process.env.INTAKT_DATA)(
  'every EPC of the published normalisation vectors becomes its Digital Link (needs INTAKT_DATA)',
  () => {
    const folder = `${process.env.INTAKT_DATA}/epcis/hash-vectors/epclist_normalisation`;
    const { epcisBody } = JSON.parse(readFileSync(`${folder}.jsonld`, 'utf8'));
    const prehash = readFileSync(`${folder}.prehashes`, 'utf8');
    const links = epcisBody.eventList[0].epcList.map((epc: string) => {
      const read = readGs1(epc);
      return read.ok ? writeDigitalLink(read.value) : read.mistake;
    });
    expect(
      links
        .map((link: string) => `epc=${link}`)
        .sort()
        .join(''),
    ).toBe(/epcList(epc=.*?)action=/.exec(prehash)?.[1]);
  },
);
