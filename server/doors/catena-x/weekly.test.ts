import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { type Answer, type Doors, openDoors } from '../testing.ts';

let doors: Doors;
const at = '2026-03-02T05:00:00.000Z';
const BPNL = { oem: 'BPNL00000000OEM0', s1: 'BPNL00000000SUP1' };
const WORKS = { bpn: 'BPNS00000000SUP1' };
const PLANT = { bpn: 'BPNS00000000OEM0' };
const TAKEN = { recorded: 1, known: 0, left: [] };

beforeAll(async () => {
  doors = await openDoors();
  for (const [id, bpn] of Object.entries(BPNL)) {
    const roles = [id === 'oem' ? ('oem' as const) : ('supplier' as const)];
    const data = { organisation: id, name: `Company ${id}`, roles, identifiers: { bpn } };
    await record(doors.world, id, say('organisation-registered', data));
  }
  for (const [site, owner, identifiers] of [
    ['plant', 'oem', PLANT],
    ['s1-works', 's1', WORKS],
  ] as const) {
    const data = { site, owner, name: site, kind: 'plant' as const, timeZone: 'Europe/Berlin', identifiers };
    await record(doors.world, owner, say('site-registered', data));
  }
}, 120_000);
afterAll(() => doors?.close());

const get = (who: string, rest: string): Promise<Answer> =>
  doors.ask(who, { url: `/api/catena-x/${rest}/submodel/$value` });
const post = (who: string, rest: string, payload: object): Promise<Answer> =>
  doors.ask(who, { method: 'POST', url: `/api/catena-x/${rest}/submodel/$value`, payload });

const weekly = (change: object = {}) => ({
  ...{ materialDemandId: 'urn:uuid:48878d48-6f1d-47f5-8ded-a441d0d879d1', customer: BPNL.oem, supplier: BPNL.s1 },
  ...{ materialNumberCustomer: 'A-100', materialDescriptionCustomer: 'Bracket', unitOfMeasure: 'unit:piece' },
  ...{ unitOfMeasureIsOmitted: false, materialDemandIsInactive: false, changedAt: at },
  demandSeries: [
    {
      customerLocation: PLANT.bpn,
      demandCategory: { demandCategoryCode: '0001' },
      demands: [
        { pointInTime: '2026-03-09', demand: 70 },
        { pointInTime: '2026-03-16', demand: 80 },
      ],
    },
  ],
  ...change,
});

describe('a week-based demand', () => {
  const address = 's1/week-based-material-demand/a';
  test('is the customer’s delivery forecast, seen by both sides and told again week by week', async () => {
    expect((await post('oem', address, weekly())).body).toMatchObject(TAKEN);
    expect((await post('oem', address, weekly())).body).toMatchObject({ recorded: 0, known: 1 });
    for (const [who, where] of [
      ['oem', address],
      ['s1', 'oem/week-based-material-demand/4711'],
    ] as const) {
      const { status, body } = await get(who, where);
      expect(status).toBe(200);
      expect(body.demandSeries).toEqual(weekly().demandSeries);
      expect(body).toMatchObject({ customer: BPNL.oem, supplier: BPNL.s1, materialNumberCustomer: 'A 100' });
    }
    const { schedules } = (await doors.ask('s1', { url: '/api/schedules?part=a&customer=oem' })).body;
    expect(schedules[0].quantities[0]).toMatchObject({ from: '2026-03-09', to: '2026-03-15', quantity: 70 });
  });
  test.each([
    ['of another supplier', { supplier: BPNL.oem }, '/supplier'],
    ['of another part', { materialNumberCustomer: 'B 200' }, '/materialNumberCustomer'],
  ])('%s than the address says is refused', async (_, change, path) => {
    const { status, body } = await post('oem', address, weekly(change));
    expect({ status, path: body.values.path }).toEqual({ status: 422, path });
  });
  test('that the supplier reports in the customer’s name does not replace the customer’s own word of that day', async () => {
    const [series] = weekly().demandSeries;
    const demands = [{ pointInTime: '2026-03-09', demand: 99 }];
    const reported = weekly({ changedAt: '2026-03-02T05:00:01.000Z', demandSeries: [{ ...series, demands }] });
    expect((await post('s1', 'oem/week-based-material-demand/a', reported)).body).toMatchObject(TAKEN);
    expect((await get('oem', address)).body.demandSeries).toEqual(weekly().demandSeries);
  });
});

const id = '48878d48-6f1d-47f5-8ded-a441d0d879d2';
const group = (change: object = {}) => ({
  ...{ capacityGroupId: `urn:uuid:${id}`, name: 'Press 4', customer: BPNL.oem, supplier: BPNL.s1, changedAt: at },
  ...{ unitOfMeasure: 'unit:piece', unitOfMeasureIsOmitted: false, capacityGroupIsInactive: false },
  supplierLocations: [WORKS.bpn],
  capacities: [{ pointInTime: '2026-03-09', actualCapacity: 60, maximumCapacity: 65, agreedCapacity: 60 }],
  linkedDemandSeries: [
    {
      ...{ materialNumberCustomer: 'A 100', customerLocation: PLANT.bpn, loadFactor: 1 },
      demandCategory: { demandCategoryCode: '0001' },
    },
  ],
  ...change,
});

describe('a week-based capacity group', () => {
  const address = `oem/week-based-capacity-group/${id}`;

  test('becomes a capacity group that both sides match with demand, and is told again as it came', async () => {
    expect((await post('s1', address, group())).body).toMatchObject(TAKEN);
    const [known] = (await doors.ask('oem', { url: '/api/capacity-groups' })).body.groups;
    expect(known).toMatchObject({ owner: 's1', group: id, name: 'Press 4', site: 's1-works', unit: 'H87' });
    expect(known.weeks.find(({ week }: { week: string }) => week === '2026-03-09')).toMatchObject({
      ...{ demand: 70, maximum: 65, state: 'bottleneck' },
    });
    for (const [who, where] of [
      ['s1', address],
      ['oem', `s1/week-based-capacity-group/${id}`],
    ] as const)
      expect((await get(who, where)).body).toEqual(group());
  });
  test('is withdrawn when it is inactive', async () => {
    const change = { capacityGroupIsInactive: true, changedAt: '2026-03-02T05:30:00.000Z' };
    expect((await post('s1', address, group(change))).body).toMatchObject(TAKEN);
    expect((await get('s1', address)).status).toBe(404);
  });
  test('of one that the address does not name is refused', async () => {
    const { status, body } = await post('s1', 'oem/week-based-capacity-group/press', group());
    expect({ status, path: body.values.path }).toEqual({ status: 422, path: '/capacityGroupId' });
  });
});

describe('asking by ids for what has been stated before', () => {
  const other = '48878d48-6f1d-47f5-8ded-a441d0d879d3';
  const capacity = group({ capacityGroupId: `urn:uuid:${other}`, name: 'Press 5' });
  const groupAddress = (partner: string) => `${partner}/week-based-capacity-group/${other}`;
  const address = (partner: string) => `${partner}/id-based-request-for-update`;
  const demandId = async () => {
    const { body } = await get('s1', 'oem/week-based-material-demand/a');
    return { materialDemandId: body.materialDemandId, changedAt: body.changedAt };
  };
  test('a supplier asks for a demand, its customer sees which, and the demand that it posts closes it', async () => {
    const entry = await demandId();
    const asked = await post('s1', address(BPNL.oem), { weekBasedMaterialDemand: [entry] });
    expect(asked).toMatchObject({
      status: 202,
      body: { newer: [], requests: [{ partner: 'oem', aspect: 'week-based-material-demand', part: 'a' }] },
    });
    expect((await get('oem', address('s1'))).body).toEqual({
      weekBasedMaterialDemand: [{ materialDemandId: entry.materialDemandId }],
    });
    const [request] = asked.body.requests;
    const payload = weekly({ changedAt: '2026-03-02T06:00:00.000Z' });
    expect((await doors.ask('oem', { method: 'POST', url: request.answerAt, payload })).body).toMatchObject(TAKEN);
    expect((await get('oem', address('s1'))).status).toBe(404);
  });

  test('what was stated since the moment that the entry names is there to get and not asked for', async () => {
    const { materialDemandId } = await demandId();
    const entry = { materialDemandId, changedAt: '2020-01-01T00:00:00.000Z' };
    const { body } = await post('s1', address('oem'), { weekBasedMaterialDemand: [entry] });
    expect(body).toMatchObject({ requests: [], newer: [{ aspect: 'week-based-material-demand', part: 'a' }] });
    expect((await doors.ask('s1', { url: body.newer[0].readAt })).body.materialDemandId).toBe(materialDemandId);
    expect((await get('oem', address('s1'))).status).toBe(404);
  });

  test('a customer asks for a capacity group, which the supplier’s next statement of it closes', async () => {
    expect((await post('s1', groupAddress('oem'), capacity)).body).toMatchObject(TAKEN);
    const asked = await post('oem', address('s1'), {
      weekBasedCapacityGroup: [{ capacityGroupId: `urn:uuid:${other}` }],
    });
    expect(asked.body.requests).toMatchObject([{ partner: 's1', aspect: 'week-based-capacity-group', part: other }]);
    expect((await get('s1', address('oem'))).body).toEqual({
      weekBasedCapacityGroup: [{ capacityGroupId: `urn:uuid:${other}` }],
    });
    const { answerAt } = asked.body.requests[0];
    expect((await doors.ask('s1', { method: 'POST', url: answerAt, payload: capacity })).body.known).toBe(1);
    expect((await get('s1', address('oem'))).status).toBe(404);
  });

  test.each([
    ['an empty payload asks for all of both kinds', {}, ['week-based-capacity-group']],
    ['an empty list for all of its kind', { weekBasedCapacityGroup: [] }, ['week-based-capacity-group']],
  ])('%s', async (_, payload, aspects) => {
    const { body } = await post('oem', address('s1'), payload);
    expect([...new Set(body.requests.map(({ aspect }: { aspect: string }) => aspect))]).toEqual(aspects);
  });

  test.each([
    ['an id that the partner does not state', 'oem', { weekBasedMaterialDemand: [{ materialDemandId: other }] }, 422],
    ['what is no id', 'oem', { weekBasedMaterialDemand: [{ materialDemandId: 'A 100' }] }, 422],
    ['all of what the partner does not state', 's1', { weekBasedMaterialDemand: [] }, 404],
  ])('%s is refused, and nothing is asked', async (_, partner, payload, status) => {
    const who = partner === 'oem' ? 's1' : 'oem';
    const answer = await post(who, address(partner), payload);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.values.path).toBe('/weekBasedMaterialDemand/0/materialDemandId');
  });
});
