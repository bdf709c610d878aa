import { beforeEach, describe, expect, test } from 'vitest';
import { foundedNetwork, type Network } from './testing.ts';

let network: Network;
beforeEach(() => {
  network = foundedNetwork();
});

describe('a sharing agreement', () => {
  const terms = [
    { giver: 'tier1', kind: 'stock' as const, depth: 'exact' as const, sites: ['tier1-site'], parts: ['p1', 'p2'] },
    { giver: 'oem', kind: 'projection' as const, depth: 'light' as const },
  ];
  const proposal = {
    agreement: 'a1',
    proposer: 'oem',
    counterparty: 'tier1',
    title: 'Stock for lights',
    terms,
    coversFrom: '2026-01-01',
  };
  const step = { agreement: 'a1', proposer: 'oem', counterparty: 'tier1' };
  const grants = () => [
    ...network.rows.list('agreement_grant', 'tier1', 'oem'),
    ...network.rows.list('agreement_grant', 'oem', 'tier1'),
  ];

  test('grants nothing until the other side accepts, then one row per term, site and part', () => {
    expect(network.say('oem', 'agreement-proposed', proposal)).toBe('ok');
    expect(grants()).toEqual([]);
    expect(network.say('tier1', 'agreement-accepted', { ...step, by: 'tier1' })).toBe('ok');
    expect(
      grants().map(({ owner, viewer, kind, depth, site, part }) => [owner, viewer, kind, depth, site, part]),
    ).toEqual([
      ['tier1', 'oem', 'stock', 'exact', 'tier1-site', 'p1'],
      ['tier1', 'oem', 'stock', 'exact', 'tier1-site', 'p2'],
      ['oem', 'tier1', 'projection', 'light', '', ''],
    ]);
  });

  test('introduces the proposer at once and the other side by accepting', () => {
    network.say('oem', 'agreement-proposed', proposal);
    expect(network.audience('organisation', 'oem')).toEqual(['oem', 'tier1']);
    expect(network.audience('organisation', 'tier1')).toEqual(['tier1']);
    network.say('tier1', 'agreement-accepted', { ...step, by: 'tier1' });
    expect(network.audience('organisation', 'tier1')).toEqual(['oem', 'tier1']);
  });

  test.each(['oem', 'tier1'])('is revoked by %s, and all its grants with it', (by) => {
    network.say('oem', 'agreement-proposed', proposal);
    network.say('tier1', 'agreement-accepted', { ...step, by: 'tier1' });
    expect(network.say(by, 'agreement-revoked', { ...step, by, reason: 'enough' })).toBe('ok');
    expect(grants()).toEqual([]);
    expect(network.rows.get('agreement', 'oem', 'a1')).toMatchObject({ state: 'revoked', revoked_by: by });
  });

  test('leaves the grants of other agreements alone when it is revoked', () => {
    network.say('oem', 'agreement-proposed', proposal);
    network.say('oem', 'agreement-proposed', { ...proposal, agreement: 'a2' });
    network.say('tier1', 'agreement-accepted', { ...step, by: 'tier1' });
    network.say('tier1', 'agreement-accepted', { ...step, agreement: 'a2', by: 'tier1' });
    network.say('oem', 'agreement-revoked', { ...step, by: 'oem' });
    expect(grants().map(({ agreement }) => agreement)).toEqual(['a2', 'a2', 'a2']);
  });

  test('goes from proposed to accepted to revoked and nowhere else', () => {
    const accept = () => network.say('tier1', 'agreement-accepted', { ...step, by: 'tier1' });
    const revoke = () => network.say('oem', 'agreement-revoked', { ...step, by: 'oem' });
    expect(accept()).toBe('UNKNOWN_REFERENCE');
    network.say('oem', 'agreement-proposed', proposal);
    expect(network.say('oem', 'agreement-proposed', proposal)).toBe('WRONG_STATE');
    expect([accept(), accept()]).toEqual(['ok', 'WRONG_STATE']);
    expect([revoke(), revoke(), accept()]).toEqual(['ok', 'WRONG_STATE', 'WRONG_STATE']);
  });

  test('is not accepted or revoked in somebody else’s name', () => {
    network.say('oem', 'agreement-proposed', proposal);
    expect(network.say('tier1', 'agreement-accepted', { ...step, by: 'oem' })).toBe('INVALID');
    expect(network.say('tier1', 'agreement-revoked', { ...step, by: 'stranger' })).toBe('INVALID');
    expect(network.say('stranger', 'agreement-revoked', { ...step, counterparty: 'stranger', by: 'stranger' })).toBe(
      'UNKNOWN_REFERENCE',
    );
  });

  test.each([
    ['a giver that is neither of the two', { terms: [{ ...terms[0]!, giver: 'stranger' }] }, 'INVALID'],
    ['a light on stock', { terms: [{ ...terms[0]!, depth: 'light' as const }] }, 'INVALID'],
    ['itself as the other side', { counterparty: 'oem' }, 'INVALID'],
    ['an unknown other side', { counterparty: 'nobody', terms: [terms[1]!] }, 'UNKNOWN_REFERENCE'],
  ])('with %s is refused', (_, change, outcome) => {
    expect(network.say('oem', 'agreement-proposed', { ...proposal, ...change })).toBe(outcome);
  });
});
