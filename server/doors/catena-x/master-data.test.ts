import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import { derivedAsset } from './asset.ts';

let doors: Doors;
const UUID = '2dcfd7d4-c47f-4dec-8c5a-65e9cac0d410';
const ASSET_A = derivedAsset({ owner: 'oem', id: 'a' });

beforeAll(async () => {
  doors = await openDoors();
  for (const [id, bpn] of [
    ['oem', 'BPNL00000000OEM0'],
    ['s1', 'BPNL00000000SUP1'],
  ] as const) {
    const roles = [id === 'oem' ? ('oem' as const) : ('supplier' as const)];
    const data = { organisation: id, name: `Company ${id}`, roles, identifiers: { bpn } };
    await record(doors.world, id, say('organisation-registered', data));
  }
});
afterAll(() => doors.close());

const post = (who: string, rest: string, payload: object, query = '') =>
  doors.ask(who, { method: 'POST', url: `/api/catena-x/${rest}/submodel/$value${query}`, payload });
const get = (who: string, rest: string) => doors.ask(who, { url: `/api/catena-x/${rest}/submodel/$value` });

const partType = (manufacturerPartId: string, nameAtManufacturer: string, asset = UUID) => ({
  globalAssetId: `urn:uuid:${asset}`,
  partTypeInformation: { manufacturerPartId, nameAtManufacturer },
});
const bom = (asset: string, ...children: [string, number][]) => ({
  globalAssetId: `urn:uuid:${asset}`,
  childItems: children.map(([child, value]) => ({
    globalAssetId: `urn:uuid:${child}`,
    quantity: { value, unit: 'unit:piece' },
    businessPartner: 'BPNL00000000SUP1',
    createdOn: '2026-03-02T05:00:00.000Z',
  })),
});

describe('a part type', () => {
  test('registers a new part of ours in the unit that is asked for, once', async () => {
    const payload = partType('C 300', 'Cockpit');
    expect(await post('oem', 'part-type-information/C 300', payload)).toMatchObject({
      status: 200,
      body: { recorded: 2, known: 0 },
    });
    expect((await post('oem', 'part-type-information/C 300', payload)).body).toMatchObject({ recorded: 0, known: 1 });
    const { body } = await get('oem', `part-type-information/${UUID}`);
    expect(body).toMatchObject(payload);
  });

  test('changes the name of ours, keeps what it does not say, and may change it back', async () => {
    await record(
      doors.world,
      'oem',
      say('part-registered', {
        part: 'a',
        owner: 'oem',
        number: 'A 100',
        unit: 'H87',
        description: 'Bracket',
        massKg: 2,
      }),
    );
    for (const name of ['Bracket left', 'Bracket', 'Bracket left'])
      expect((await post('oem', 'part-type-information/a', partType('A 100', name, ASSET_A))).body.recorded).toBe(1);
    const [part] = await doors.world.db.system((tx) =>
      tx.query<object>(`select description, mass_kg from part where id = 'a'`),
    );
    expect(part).toEqual({ description: 'Bracket left', mass_kg: 2 });
  });

  test('of a customer’s part says the supplier’s number for it', async () => {
    expect((await post('s1', 'part-type-information/a', partType('HS.4711', 'Halter', ASSET_A))).body.recorded).toBe(1);
    const numbers = await doors.world.db.system((tx) =>
      tx.query<{ number: string }>(`select number from part_number where part = 'a' and owner = 's1'`),
    );
    expect(numbers).toEqual([{ number: 'HS.4711' }]);
    expect((await get('s1', 'part-type-information/HS.4711')).body.globalAssetId).toBe(`urn:uuid:${ASSET_A}`);
  });

  test('that lacks its number is refused with its path', async () => {
    const { status, body } = await post('oem', 'part-type-information/x', {
      globalAssetId: `urn:uuid:${UUID}`,
      partTypeInformation: {},
    });
    expect({ status, path: body.values.path }).toEqual({
      status: 422,
      path: '/partTypeInformation/manufacturerPartId',
    });
  });
});

describe('a bill of material as planned', () => {
  test('is recorded once, replaced by the next, and got again with the supplier of each child', async () => {
    const payload = bom(UUID, [ASSET_A, 2]);
    expect((await post('oem', 'single-level-bom-as-planned/C 300', payload)).body).toMatchObject({ recorded: 1 });
    expect((await post('oem', 'single-level-bom-as-planned/C 300', payload)).body).toMatchObject({
      recorded: 0,
      known: 1,
    });
    await post('oem', 'single-level-bom-as-planned/C 300', bom(UUID, [ASSET_A, 3]));
    const { body } = await get('oem', 'single-level-bom-as-planned/C 300');
    expect(body.childItems).toMatchObject([
      { globalAssetId: `urn:uuid:${ASSET_A}`, quantity: { value: 3 }, businessPartner: 'BPNL00000000SUP1' },
    ]);
  });

  test('is nobody else’s to see', async () => {
    expect((await get('s1', 'single-level-bom-as-planned/a')).status).toBe(404);
    expect((await get('s1', `single-level-bom-as-planned/${UUID}`)).status).toBe(404);
  });

  test('with a child that is not known is refused whole, naming it', async () => {
    const stranger = '48878d48-6f1d-47f5-8ded-a441d0d879df';
    const { status, body } = await post(
      'oem',
      'single-level-bom-as-planned/C 300',
      bom(UUID, [ASSET_A, 1], [stranger, 1]),
    );
    expect({ status, path: body.values.path }).toEqual({ status: 422, path: '/childItems/1/globalAssetId' });
    expect((await get('oem', 'single-level-bom-as-planned/C 300')).body.childItems[0].quantity.value).toBe(3);
  });

  test('under another part’s UUID is refused with the one that is meant', async () => {
    const { body } = await post('oem', 'single-level-bom-as-planned/C 300', bom(ASSET_A, [ASSET_A, 1]));
    expect(body.detail).toContain(UUID);
  });
});

describe.skipIf(!process.env.INTAKT_DATA)('the published schemas (need INTAKT_DATA)', () => {
  test.each([
    ['part_type_information/2.0.0/PartTypeInformation', 'part-type-information/C 300'],
    ['single_level_bom_as_planned/4.0.0/SingleLevelBomAsPlanned', 'single-level-bom-as-planned/C 300'],
  ])('%s is what we get at %s', async (model, address) => {
    const ajv = new Ajv.default({ strict: false });
    addFormats.default(ajv);
    const schema = readFileSync(`${process.env.INTAKT_DATA}/catenax/${model}-schema.json`, 'utf8');
    const isValid = ajv.compile(JSON.parse(schema) as object);
    const { body } = await get('oem', address);
    expect(isValid(body), JSON.stringify(isValid.errors)).toBe(true);
  });
});
