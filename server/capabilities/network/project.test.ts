import { beforeEach, describe, expect, test } from 'vitest';
import { company, foundedNetwork, lane, type Network, part, site } from './testing.ts';

let network: Network;
beforeEach(() => {
  network = foundedNetwork();
});

describe('an organisation', () => {
  test('that a partner reports is seen by both and says who reported it', () => {
    network.say('oem', 'organisation-registered', company('newcomer'));
    expect(network.rows.get('organisation', 'newcomer')).toMatchObject({
      registered_by: 'oem',
      audience: ['newcomer', 'oem'],
    });
  });

  test('replaces the report by its own words, and is not overwritten any more', () => {
    network.say('oem', 'organisation-registered', company('newcomer', 'New Comer Ltd'));
    expect(network.say('newcomer', 'organisation-registered', company('newcomer', 'Newcomer SE'))).toBe('ok');
    expect(network.say('oem', 'organisation-registered', company('newcomer', 'New Comer Ltd'))).toBe('ID_TAKEN');
    expect(network.rows.get('organisation', 'newcomer')).toMatchObject({
      name: 'Newcomer SE',
      registered_by: 'newcomer',
    });
  });

  test('reported by one cannot be reported differently by another', () => {
    network.say('oem', 'organisation-registered', company('newcomer'));
    expect(network.say('stranger', 'organisation-registered', company('newcomer', 'Hijacked'))).toBe('ID_TAKEN');
  });

  test.each([
    ['bpn', 'BPNX00000000', 'INVALID'],
    ['bpna', 'BPNA000000000001', 'ok'],
    ['bpna', 'BPNS000000000001', 'INVALID'],
    ['duns', '12345678', 'INVALID'],
    ['gln', '4012345000001', 'INVALID'],
    ['gln', '4012345000009', 'ok'],
    ['unLocode', 'DEHAM', 'ok'],
    ['vat', 'not a number', 'INVALID'],
  ])('with %s %s is %s', (name, value, outcome) => {
    const data = { ...company('oem'), identifiers: { [name]: value } };
    expect(network.say('oem', 'organisation-registered', data)).toBe(outcome);
  });
});

describe('a site', () => {
  test('needs an owner that is known and a time zone that exists', () => {
    expect(network.say('oem', 'site-registered', site('nobody'))).toBe('UNKNOWN_REFERENCE');
    expect(network.say('oem', 'site-registered', { ...site('oem'), timeZone: 'Mars/Olympus' })).toBe('INVALID');
  });

  test('of a partner can be added by who needs it, but never overwritten', () => {
    expect(network.say('oem', 'site-registered', site('tier1', 'second-plant'))).toBe('ok');
    expect(network.audience('site', 'tier1', 'second-plant')).toEqual(['oem', 'tier1']);
    expect(network.say('oem', 'site-registered', site('tier1', 'tier1-site', 'Wrong name'))).toBe('ID_TAKEN');
    expect(network.say('tier1', 'site-registered', site('tier1', 'second-plant', 'Right name'))).toBe('ok');
    expect(network.audience('site', 'tier1', 'second-plant')).toEqual(['oem', 'tier1']);
  });

  test('of a company that has not joined may be corrected by its only reporter', () => {
    network.say('oem', 'organisation-registered', company('newcomer'));
    network.say('oem', 'site-registered', site('newcomer'));
    expect(network.say('oem', 'site-registered', site('newcomer', 'newcomer-site', 'Corrected'))).toBe('ok');
    expect(network.say('stranger', 'site-registered', site('newcomer', 'newcomer-site', 'Hijacked'))).toBe('ID_TAKEN');
  });
});

describe('a part', () => {
  test('is its owner’s only, until a lane names it', () => {
    expect(network.audience('part', 'oem', 'oem-part')).toEqual(['oem']);
  });

  test('cannot be numbered by who does not know it, and is disclosed when its owner numbers it for a partner', () => {
    const numbered = { part: 'oem-part', owner: 'oem', organisation: 'tier1', number: 'T-1' };
    expect(network.say('tier1', 'part-numbered', numbered)).toBe('UNKNOWN_REFERENCE');
    expect(network.say('oem', 'part-numbered', numbered)).toBe('ok');
    expect(network.audience('part', 'oem', 'oem-part')).toEqual(['oem', 'tier1']);
    expect(network.say('tier1', 'part-numbered', { ...numbered, number: 'T-1b' })).toBe('ok');
    expect(network.rows.get('part_number', 'tier1', 'oem-part')).toMatchObject({ number: 'T-1b', part_owner: 'oem' });
  });

  test('cannot contain itself, however deep', () => {
    for (const id of ['a', 'b', 'c']) network.say('oem', 'part-registered', part('oem', id));
    const bill = (parent: string, component: string) =>
      network.say('oem', 'bill-of-material-registered', {
        owner: 'oem',
        parent,
        components: [{ part: component, quantity: 1, unit: 'H87' }],
      });
    expect([bill('a', 'b'), bill('b', 'c'), bill('c', 'a'), bill('a', 'a'), bill('missing', 'a')]).toEqual([
      'ok',
      'ok',
      'BILL_CYCLE',
      'BILL_CYCLE',
      'UNKNOWN_REFERENCE',
    ]);
  });
});

describe('a lane', () => {
  const all = ['carrier', 'oem', 'tier1'];

  test('shows the others what its recorder knows, and the bare carrier, which offers itself to everybody', () => {
    expect(network.say('oem', 'lane-agreed', lane)).toBe('ok');
    expect(network.audience('lane', 'oem', 'lane-1')).toEqual(['oem', 'tier1']);
    expect(network.audience('organisation', 'oem')).toEqual(all);
    expect(network.audience('site', 'oem', 'oem-site')).toEqual(all);
    expect(network.audience('part', 'oem', 'oem-part')).toEqual(['oem', 'tier1']);
    expect(network.audience('organisation', 'carrier')).toEqual(all);
    expect(network.audience('organisation', 'tier1')).toEqual(['tier1']);
    expect(network.audience('site', 'tier1', 'tier1-site')).toEqual(['tier1']);
    expect(network.audience('organisation', 'stranger')).toEqual(['stranger']);
  });

  test('does not show a company that is no carrier by naming it as one, nor a carrier’s site', () => {
    network.say('oem', 'lane-agreed', { ...lane, carrier: 'stranger' });
    expect(network.audience('organisation', 'stranger')).toEqual(['stranger']);
    network.say('oem', 'lane-agreed', { ...lane, lane: 'lane-2', from: 'carrier-site' });
    expect(network.audience('site', 'carrier', 'carrier-site')).toEqual(['carrier']);
  });

  test('that a customer claims with another’s part, packaging and numbers shows none of them', () => {
    const klt = { packaging: 'klt', owner: 'tier1', code: 'KLT', kind: 'KLT' as const, returnable: true };
    network.say('tier1', 'packaging-registered', klt);
    network.say('tier1', 'part-registered', { ...part('tier1'), packaging: 'klt' });
    const numbered = { part: 'tier1-part', owner: 'tier1', organisation: 'tier1', number: 'T-1' };
    network.say('tier1', 'part-numbered', numbered);
    expect(network.say('oem', 'lane-agreed', { ...lane, part: 'tier1-part' })).toBe('ok');
    for (const [table, id] of [
      ['part', 'tier1-part'],
      ['packaging', 'klt'],
      ['part_number', 'tier1-part'],
    ] as const)
      expect(network.audience(table, 'tier1', id), table).toEqual(['tier1']);
  });

  test('that the supplier acknowledges stays as it was agreed, and makes those who trade known to each other', () => {
    network.say('oem', 'lane-agreed', lane);
    const agreed = network.rows.get('lane', 'oem', 'lane-1');
    expect(network.say('tier1', 'lane-agreed', lane)).toBe('ok');
    expect(network.rows.get('lane', 'oem', 'lane-1')).toBe(agreed);
    for (const owner of all) expect(network.audience('organisation', owner), owner).toEqual(all);
    expect(network.audience('site', 'tier1', 'tier1-site')).toEqual(all);
    expect(network.audience('site', 'oem', 'oem-site')).toEqual(all);
    expect(network.audience('organisation', 'stranger')).toEqual(['stranger']);
  });

  test('is the same whether the supplier reports it before the customer agrees or acknowledges it after', () => {
    const after = acquainted();
    const before = acquainted();
    expect([after.say('oem', 'lane-agreed', lane), after.say('tier1', 'lane-agreed', lane)]).toEqual(['ok', 'ok']);
    expect([before.say('tier1', 'lane-agreed', lane), before.say('oem', 'lane-agreed', lane)]).toEqual(['ok', 'ok']);
    expect(before.everything()).toEqual(after.everything());
    expect(before.audience('site', 'tier1', 'tier1-site')).toEqual(all);
  });

  /** A world whose supplier knows its customer from a lane before. */
  function acquainted(): Network {
    const world = foundedNetwork();
    world.say('oem', 'lane-agreed', { ...lane, lane: 'lane-0', carrier: undefined });
    return world;
  }

  test('keeps what it disclosed when a partner registers anew', () => {
    network.say('oem', 'lane-agreed', lane);
    network.say('oem', 'part-registered', part('oem'));
    network.say('oem', 'site-registered', site('oem'));
    expect(network.audience('part', 'oem', 'oem-part')).toEqual(['oem', 'tier1']);
    expect(network.audience('site', 'oem', 'oem-site')).toEqual(all);
  });

  test('discloses the packaging of its part', () => {
    network.say('oem', 'packaging-registered', {
      packaging: 'klt',
      owner: 'oem',
      code: 'KLT 4314',
      kind: 'KLT',
      returnable: true,
    });
    network.say('oem', 'part-registered', { ...part('oem'), packaging: 'klt' });
    network.say('oem', 'lane-agreed', lane);
    expect(network.audience('packaging', 'oem', 'klt')).toEqual(['oem', 'tier1']);
  });

  test('reported by a supplier discloses nothing that the supplier does not know already', () => {
    expect(network.say('tier1', 'lane-agreed', lane)).toBe('UNKNOWN_REFERENCE');
    expect(network.audience('part', 'oem', 'oem-part')).toEqual(['oem']);
  });

  test('is the customer’s: a supplier reports lanes of its own, and never changes what was agreed', () => {
    network.say('oem', 'lane-agreed', lane);
    expect(network.say('tier1', 'lane-agreed', { ...lane, lane: 'lane-2', leadTimeDays: 9 })).toBe('ok');
    expect(network.rows.get('lane', 'oem', 'lane-2')).toMatchObject({ confirmed: false });
    expect(network.say('tier1', 'lane-agreed', { ...lane, leadTimeDays: 9 })).toBe('ID_TAKEN');
    expect(
      network.say('tier1', 'lane-ended', {
        lane: 'lane-1',
        supplier: 'tier1',
        customer: 'oem',
        endsOn: '2026-12-31',
      }),
    ).toBe('ID_TAKEN');
  });

  test('ends on a day, and only if it exists', () => {
    network.say('oem', 'lane-agreed', lane);
    const end = { lane: 'lane-1', supplier: 'tier1', customer: 'oem', endsOn: '2026-12-31' };
    expect(network.say('oem', 'lane-ended', { ...end, lane: 'lane-9' })).toBe('UNKNOWN_REFERENCE');
    expect(network.say('oem', 'lane-ended', end)).toBe('ok');
    expect(network.rows.get('lane', 'oem', 'lane-1')).toMatchObject({ ends_on: '2026-12-31' });
  });

  test.each([
    ['its own start', { to: 'tier1-site' }, 'INVALID'],
    ['a site that nobody registered', { to: 'nowhere' }, 'UNKNOWN_REFERENCE'],
    ['a site of somebody who has no part in it', { to: 'stranger-site' }, 'UNKNOWN_REFERENCE'],
  ])('cannot lead to %s', (_, change, outcome) => {
    expect(network.say('oem', 'lane-agreed', { ...lane, ...change })).toBe(outcome);
  });
});

describe('people and codes', () => {
  test('an organisation keeps one administrator', () => {
    const grant = (person: string, ...roles: ('administrator' | 'planner')[]) =>
      network.say('oem', 'roles-granted', { organisation: 'oem', person, roles });
    expect([grant('ada', 'administrator'), grant('ada', 'planner')]).toEqual(['ok', 'WRONG_STATE']);
    expect([grant('bob', 'administrator'), grant('ada')]).toEqual(['ok', 'ok']);
    expect(network.rows.get('membership', 'oem', 'ada')).toMatchObject({ roles: [], sites: [] });
  });

  test('only somebody who was there can be erased', () => {
    const erased = { organisation: 'oem', person: 'nobody', sequences: [] };
    expect(network.say('oem', 'person-erased', erased)).toBe('UNKNOWN_REFERENCE');
  });

  test('a party code means an organisation that is known; the last mapping holds', () => {
    const code = { owner: 'oem', partner: '*', scheme: 'party' as const, code: '4711', means: 'nobody' };
    expect(network.say('oem', 'identifier-mapped', code)).toBe('UNKNOWN_REFERENCE');
    network.say('oem', 'identifier-mapped', { ...code, means: 'carrier' });
    expect(network.say('oem', 'identifier-mapped', { ...code, means: 'tier1' })).toBe('ok');
    expect(network.rows.get('identifier', 'oem', '*', 'party', '4711')).toMatchObject({ means: 'tier1' });
  });
});
