import { describe, expect, test } from 'vitest';
import { emptyMasterData, type MasterData, withOrganisation, withPart, withSite } from '../master-data/master-data.ts';
import { jaroWinkler, similarity } from '../master-data/similarity.ts';
import { despatchStatement, scheduleStatement } from '../testing.ts';
import { asRecommended, workOut } from './mapping-task.ts';
import type { InboxMessage } from './message.ts';

/** A message and the network as its reader `own` sees it, which knows nobody but itself. */
function alone(own: string, roles: string[]): MasterData {
  const data = withOrganisation(emptyMasterData(own), { id: own, name: `Company ${own}`, roles, identifiers: {} });
  return withSite(data, {
    id: `${own}-plant`,
    owner: own,
    name: 'Plant',
    kind: 'plant',
    timeZone: 'Europe/Berlin',
    identifiers: {},
  });
}

const message = (statement: object, sender = 'THEM'): InboxMessage => ({
  id: 'm1',
  file: 'f1',
  organisation: 'us',
  audience: ['us'],
  position: 1,
  format: 'edifact',
  type: 'DESADV D.96A',
  state: 'waiting',
  errors: [],
  unmapped: [],
  unknowns: [],
  content: {
    envelope: {
      unit: '1',
      interchange: 1,
      controlReference: '1',
      test: false,
      sender: { code: sender },
      receiver: { code: 'US-CODE' },
    },
    list: [statement],
    hash: '',
  },
  events: [],
  receivedAt: '2026-03-02T09:00:00.000Z',
});
const parties = {
  customer: { code: 'CU', name: 'Plant Co' },
  supplier: { code: 'SU', name: 'Maker Co' },
  shipTo: { code: 'GATE' },
};

describe('a mapping task', () => {
  test('takes us for the customer of a despatch advice that we received', () => {
    const { proposals } = workOut([message(despatchStatement(parties))], alone('us', ['oem']), asRecommended);
    expect(proposals.find(({ role }) => role === 'customer')?.recommended).toMatchObject({ use: 'existing', id: 'us' });
    expect(proposals.find(({ role }) => role === 'supplier')?.recommended).toMatchObject({
      use: 'new',
      data: { name: 'Maker Co' },
    });
  });

  test('takes us for the supplier of a delivery forecast that we received, and the part for ours', () => {
    const { proposals, groundwork } = workOut(
      [message(scheduleStatement(parties))],
      alone('us', ['supplier']),
      asRecommended,
    );
    expect(proposals.find(({ role }) => role === 'supplier')?.recommended).toMatchObject({ use: 'existing', id: 'us' });
    const part = groundwork.find(({ type }) => type === 'part-registered')!.data as { owner: string; part: string };
    expect(part.owner).toBe('us');
    expect(groundwork.find(({ type }) => type === 'part-numbered')?.data).toMatchObject({
      part: part.part,
      number: 'A-100',
    });
  });

  test('ends with nothing open when every recommendation is taken', () => {
    const { readings } = workOut([message(despatchStatement(parties))], alone('us', ['oem']), asRecommended);
    expect(readings.map(({ unknowns, errors }) => [...unknowns, ...errors])).toEqual([[]]);
    expect(readings[0]!.commands.map(({ type }) => type)).toEqual(['shipment-despatched']);
  });

  test('derives a lane’s lead time from the message’s own dates, and says what it assumed', () => {
    const statement = despatchStatement({ ...parties, expectedAt: '2026-03-04T20:00:00.000Z' });
    const { proposals } = workOut([message(statement)], alone('us', ['oem']), asRecommended);
    expect(proposals.find(({ kind }) => kind === 'lane')).toMatchObject({
      create: { leadTimeDays: 2.5, mode: 'road' },
      assumed: ['mode'],
    });
  });

  test('makes no lane from a place to itself, although somebody decided how it goes before both places were', () => {
    const there = despatchStatement({ ...parties, shipFrom: { code: 'DOCK' } });
    const { groundwork } = workOut([message(there)], alone('us', ['oem']), (proposal) => {
      if (proposal.kind === 'site') return { unknown: proposal.unknown, use: 'existing', id: 'us-plant' };
      if (proposal.kind !== 'lane') return proposal.recommended;
      return { unknown: proposal.unknown, use: 'new', data: { mode: 'road', leadTimeDays: 1 } };
    });
    expect(groundwork.map(({ type }) => type)).toContain('part-registered');
    expect(groundwork.map(({ type }) => type)).not.toContain('lane-agreed');
  });

  test('offers the part whose number only looks different, before making a new one', () => {
    let data = alone('us', ['oem']);
    data = withPart(data, { id: 'o', owner: 'us', number: '00A1OO', unit: 'H87' });
    data = withPart(data, { id: 'far', owner: 'us', number: 'ZZ999', unit: 'H87' });
    const lines = [{ line: 1, part: { buyerNumber: 'A100' }, quantity: 1, unit: 'H87' }];
    const [proposal] = workOut(
      [message(despatchStatement({ ...parties, lines }))],
      data,
      asRecommended,
    ).proposals.filter(({ kind }) => kind === 'part');
    expect(proposal!.candidates.map(({ id }) => id)).toEqual(['o']);
    expect(proposal!.recommended).toMatchObject({ use: 'new' });
  });

  test('of a thousand unknown parts among five thousand is worked out in seconds', () => {
    let data = alone('us', ['oem']);
    data = {
      ...data,
      parts: Array.from({ length: 5000 }, (_, i) => ({
        id: `p${i}`,
        owner: 'us',
        number: `7${i * 37}K`,
        unit: 'H87',
        description: 'Clip',
      })),
    };
    const lines = Array.from({ length: 1000 }, (_, i) => ({
      line: i + 1,
      part: { buyerNumber: `7${i * 41}X`, description: 'Clip' },
      quantity: 1,
      unit: 'H87',
    }));
    const began = performance.now();
    const { readings } = workOut([message(despatchStatement({ ...parties, lines }))], data, asRecommended);
    expect(readings[0]!.commands).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('likeness of names', () => {
  test.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DIXON', 'DICKSONX', 0.813],
    ['DWAYNE', 'DUANE', 0.84],
  ])('%s and %s: %d, as Winkler (1990) gives it', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 2);
  });

  test('does not mind word order, legal forms and accents', () => {
    expect(similarity('SOCIETE RENAULT DOUAI', 'Douai, Rénault SAS')).toBe(1);
    expect(similarity('Renault', 'Bosch')).toBeLessThan(0.6);
  });
});
