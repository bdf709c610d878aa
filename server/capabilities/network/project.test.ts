import type { EventData, EventType, RecordedEvent } from '@intakt/contract';
import { eventDefinition } from '@intakt/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Projection, union } from '../../record/projection.ts';
import { type Row, RowSet, type Tables } from '../../record/row-set.ts';
import { networkProjections } from './project.ts';

const KEYS: Record<string, string[]> = {
  organisation: ['owner'],
  site: ['owner', 'id'],
  packaging: ['owner', 'id'],
  part: ['owner', 'id'],
  part_number: ['owner', 'part'],
  bill_of_material: ['owner', 'parent'],
  lane: ['owner', 'id'],
  identifier: ['owner', 'partner', 'scheme', 'code'],
  agreement: ['owner', 'id'],
  agreement_grant: ['owner', 'viewer', 'agreement', 'term', 'site', 'part'],
  membership: ['owner', 'person'],
};
const TABLES: Tables = Object.fromEntries(
  Object.entries(KEYS).map(([table, key]) => [
    table,
    { key: key.map((column) => ({ column, type: 'text' })), columns: [] },
  ]),
);

/** The network as the projections see it, in memory. */
class Network {
  readonly rows = new RowSet(TABLES);
  #sequence = 0;

  /** The code of the refusal, or `ok`. */
  say<T extends EventType>(recordedBy: string, type: T, data: EventData<T>): string {
    const event = this.#event(recordedBy, type, data);
    const projection = networkProjections[type] as Projection;
    projection.needs(event, this.rows);
    const refusal = projection.check?.(event, this.rows);
    if (!refusal) projection.apply(event, this.rows);
    return refusal?.code ?? 'ok';
  }

  audience(table: string, ...key: string[]): string[] {
    return this.rows.get<Row & { audience: string[] }>(table, ...key)!.audience;
  }

  /** Every row of every table, apart from the place in the ledger of the event that last wrote it. */
  everything(): Record<string, unknown[]> {
    const tables = this.rows.changes().map(({ table, upserts }) => [table, upserts.map(withoutSequence)] as const);
    return Object.fromEntries(tables.sort(([a], [b]) => a.localeCompare(b)));
  }

  #event<T extends EventType>(recordedBy: string, type: T, data: EventData<T>): RecordedEvent {
    const definition = eventDefinition(type);
    const statedBy = definition.speaker(data);
    this.#sequence += 1;
    return {
      sequence: this.#sequence,
      eventId: `event-${this.#sequence}`,
      type,
      source: 'test',
      id: String(this.#sequence),
      recordedBy,
      statedBy,
      confirmed: recordedBy === statedBy,
      occurredAt: '2026-03-02T08:00:00.000Z',
      recordedAt: '2026-03-02T08:00:00.000Z',
      audience: union(definition.parties(data), [recordedBy, statedBy]),
      data: data as RecordedEvent['data'],
    };
  }
}

const withoutSequence = ({ sequence: _, ...row }: Row): Row => row;
const company = (organisation: string, name = organisation) => ({
  organisation,
  name,
  roles: [organisation === 'carrier' ? ('carrier' as const) : ('supplier' as const)],
});
const site = (owner: string, id = `${owner}-site`, name = id) => ({
  site: id,
  owner,
  name,
  kind: 'plant' as const,
  timeZone: 'Europe/Berlin',
});
const part = (owner: string, id = `${owner}-part`) => ({ part: id, owner, number: `N-${id}`, unit: 'H87' });
const lane = {
  lane: 'lane-1',
  supplier: 'tier1',
  customer: 'oem',
  part: 'oem-part',
  from: 'tier1-site',
  to: 'oem-site',
  carrier: 'carrier',
  mode: 'road' as const,
  leadTimeDays: 2,
};

let network: Network;
beforeEach(() => {
  network = foundedNetwork();
});

function foundedNetwork(): Network {
  const founded = new Network();
  for (const organisation of ['oem', 'tier1', 'carrier', 'stranger']) {
    founded.say(organisation, 'organisation-registered', company(organisation));
    founded.say(organisation, 'site-registered', site(organisation));
  }
  founded.say('oem', 'part-registered', part('oem'));
  return founded;
}

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
      'INVALID',
      'INVALID',
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
