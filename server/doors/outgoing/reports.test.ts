import { decode } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { record } from '../../record/testing.ts';
import { count, despatch, say } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import { speakNext } from './speak.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  await speakNext(doors.world.house);
});
afterAll(() => doors.close());

const profile = (who: string, partner: string, terms: object) =>
  doors.ask(who, {
    method: 'PUT',
    url: `/api/partner-profiles/${partner}`,
    payload: { format: 'edifact', channel: 'none', sends: [], acknowledges: true, test: false, ...terms },
  });

/** What the newest messages of somebody say, as their receivers read them. */
async function newest(who: string, most: number) {
  await speakNext(doors.world.house);
  const { body } = await doors.ask(who, { url: `/api/outgoing?limit=${most}` });
  return Promise.all(
    body.messages.map(async ({ id, type, partner, problem }: Record<string, string>) => {
      const { bytes } = await doors.ask(who, { url: `/api/outgoing/${id}/raw` });
      const answer = decode(bytes);
      const messages = answer.ok ? answer.interchanges.flatMap((interchange) => interchange.messages) : [];
      expect(messages.flatMap(({ errors }) => errors)).toEqual([]);
      return { type, partner, problem, statements: messages.flatMap(({ statements }) => statements) };
    }),
  );
}

describe('stock that was counted goes out to whom the part is traded with', () => {
  const counted = (quantity: number, status: 'available' | 'blocked' = 'available') =>
    say('stock-counted', count({ owner: 'oem', site: 'plant', part: 'a', quantity, status }));

  test('also what is committed while others are being written', async () => {
    await profile('oem', 's1', { format: 'edifact', sends: ['inventory'] });
    const { house } = doors.world;
    const ask = house.db.system.bind(house.db);
    const meanwhile = [201, 202, 203, 204, 205];
    const told: number[] = [];
    let isTelling = false;
    const spy = vi.spyOn(house.db, 'system').mockImplementation(async (work) => {
      const answer = await ask(work);
      if (isTelling || meanwhile.length === 0) return answer;
      isTelling = true;
      told.push(meanwhile.shift()!);
      await record(doors.world, 'oem', counted(told.at(-1)!));
      isTelling = false;
      return answer;
    });
    await speakNext(house).finally(() => spy.mockRestore());
    const messages = await newest('oem', told.length);
    const lines = messages.flatMap(({ statements }) => statements).flatMap((one) => ('lines' in one ? one.lines : []));
    const written = lines.map((line) => (line as { quantity?: number }).quantity);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((quantity) => !written.includes(quantity))).toEqual([]);
  });

  test.each([
    ['edifact', 'INVRPT'],
    ['x12', '846'],
  ])('in %s as %s, the counts of one breath together', async (format, type) => {
    await profile('oem', 's1', { format, sends: ['inventory'] });
    await profile('oem', 's2', { format, sends: ['inventory'] });
    await record(doors.world, 'oem', counted(120), counted(7, 'blocked'));
    const [report, ...others] = await newest('oem', 1);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ type, partner: 's1', problem: undefined });
    expect(report.statements).toHaveLength(1);
    expect(report.statements[0]).toMatchObject({
      kind: 'inventory',
      customer: { name: 'Company oem' },
      supplier: { name: 'Company s1' },
      site: { name: 'Site plant' },
      lines: [
        {
          part: { buyerNumber: 'A 100', supplierNumber: '4711' },
          measure: 'on-hand',
          status: 'available',
          quantity: 120,
        },
        { measure: 'on-hand', status: 'blocked', quantity: 7 },
      ],
    });
  });

  test('and not to partners who trade another part, nor where the profile does not ask for it', async () => {
    await profile('oem', 's1', { sends: ['schedule'] });
    const before = await newest('oem', 50);
    await record(doors.world, 'oem', counted(130));
    expect(await newest('oem', 50)).toHaveLength(before.length);
  });

  test('in quality inspection, which 846 cannot say, is kept with its reason', async () => {
    await profile('oem', 's1', { format: 'x12', sends: ['inventory'] });
    await record(
      doors.world,
      'oem',
      say('stock-counted', count({ owner: 'oem', site: 'plant', part: 'a', quantity: 3, status: 'in-quality' })),
    );
    const [report] = await newest('oem', 1);
    expect(report.problem).toContain('846 has no quantity for on-hand in-quality');
  });
});

describe('what a carrier reports goes out to both whose goods they are', () => {
  const milestone = (change: object) => {
    const consignment = { shipment: 'sh1', supplier: 's1', customer: 'oem', carrier: 'c1', by: 'c1' };
    const happened = { milestone: 'picked-up' as const, certainty: 'actual' as const, at: '2026-03-02T09:00:00.000Z' };
    return say('transport-milestone-reported', { ...consignment, ...happened, ...change });
  };

  beforeAll(async () => {
    const { shipment, supplier, customer, carrier, from, to, expectedAt, despatchedAt } = despatch({
      shipment: 'sh1',
      carrier: 'c1',
    });
    await record(doors.world, 's1', say('shipment-despatched', despatch({ shipment: 'sh1', carrier: 'c1' })));
    const handed = { shipment, supplier, customer, carrier: carrier!, from, to, collectAt: despatchedAt, expectedAt };
    await record(
      doors.world,
      's1',
      say('consignment-handed-over', { ...handed, transportReference: 'WB-7', despatchNote: 'N7' }),
    );
  });

  test.each([
    ['edifact', 'IFTSTA', 'collected', 'WB-7'],
    ['x12', '214', 'departed', 'WB-7'],
  ])('in %s as %s', async (format, type, status, consignment) => {
    await profile('c1', 'oem', { format, sends: ['status'] });
    await profile('c1', 's1', { format, sends: ['status'] });
    await record(doors.world, 'c1', milestone({ place: { name: 'Dresden' } }));
    const said = await newest('c1', 2);
    expect(said.map(({ partner }) => partner).sort()).toEqual(['oem', 's1']);
    expect(said[0]).toMatchObject({ type, problem: undefined });
    expect(said[0].statements[0]).toMatchObject({
      kind: 'transport-status',
      consignment,
      despatchNotes: ['N7'],
      carrier: { name: 'Company c1' },
      happenings: [{ status, at: expect.stringContaining('2026-03-02T'), place: { name: 'Dresden' } }],
    });
  });

  test('an estimate says when it is expected, and a plan is not sent', async () => {
    await profile('c1', 's1', { sends: [] });
    await profile('c1', 'oem', { sends: ['status'] });
    await record(
      doors.world,
      'c1',
      milestone({ milestone: 'arrived', certainty: 'estimated', at: '2026-03-03T05:00:00.000Z' }),
    );
    const [estimate] = await newest('c1', 1);
    expect(estimate.statements[0].happenings[0].expectedAt).toContain('2026-03-03T');
    const before = await newest('c1', 50);
    await record(doors.world, 'c1', milestone({ milestone: 'arrived', certainty: 'planned' }));
    expect(await newest('c1', 50)).toHaveLength(before.length);
  });
});

describe('a sequence call-off of the customer’s system', () => {
  const sequence = (change: object = {}) => ({
    partner: 's1',
    documentNumber: 'JIS-1',
    function: 'original',
    binding: 'call',
    shipTo: 'plant',
    unloadingPoint: 'TOR 3',
    issuedAt: '2026-03-02T05:00:00.000Z',
    calls: [
      {
        action: 'call',
        sequenceNumber: '0998',
        productionNumber: 'F7712',
        vin: 'WVWZZZ1KZAW000001',
        dueAt: '2026-03-02T07:05:00.000Z',
        items: [{ part: 'a', quantity: 1, unit: 'H87' }],
      },
    ],
    ...change,
  });
  const send = (payload: object, who = 'oem') =>
    doors.ask(who, { method: 'POST', url: '/api/outgoing/sequences', payload });

  test.each([
    ['edifact', 'DELJIT'],
    ['x12', '866'],
  ])('goes out in %s as %s, once', async (format, type) => {
    await profile('oem', 's1', { format });
    const documentNumber = `JIS-${type}`;
    const { status, body } = await send(sequence({ documentNumber }));
    expect({ status, type: body.type, state: body.state }).toEqual({ status: 200, type, state: 'kept' });
    expect((await send(sequence({ documentNumber }))).body.id).toBe(body.id);
    const [message] = await newest('oem', 1);
    expect(message.statements[0]).toMatchObject({
      kind: 'sequence',
      documentNumber,
      binding: 'call',
      supplier: { name: 'Company s1' },
      calls: [
        { sequenceNumber: '0998', vin: 'WVWZZZ1KZAW000001', items: [{ part: { buyerNumber: 'A 100' }, quantity: 1 }] },
      ],
    });
  });

  test.each([
    ['x12', { documentNumber: 'P', binding: 'preview' }, '866 only calls'],
    ['vda', { documentNumber: 'V' }, 'VDA 4916 is not written'],
  ])('that %s cannot say is refused with the reason', async (format, change, reason) => {
    await profile('oem', 's1', { format });
    expect(await send(sequence(change))).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining(reason) },
    });
  });

  test('to somebody who is not known is refused', async () => {
    expect((await send(sequence({ partner: 'nobody' }))).status).toBe(404);
  });
});
