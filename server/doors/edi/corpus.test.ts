import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Doors, openDoors, sendEdi } from '../testing.ts';

const CORPUS = process.env.INTAKT_DATA && path.join(process.env.INTAKT_DATA, 'edi');
const fileOf = (...parts: string[]): Buffer => readFileSync(path.join(CORPUS!, ...parts));

let doors: Doors;
beforeAll(async () => {
  if (CORPUS) doors = await openDoors();
});
afterAll(() => doors?.close());

const rows = (text: string, values: unknown[] = []) => doors.world.db.system((tx) => tx.query(text, values));

/** What a planner does who takes every recommendation of the mapping task. */
async function resolveAsRecommended(id: string): Promise<Answer> {
  const url = `/api/inbox/${id}`;
  const { body } = await doors.ask('oem', { url });
  const decisions = body.proposals.flatMap((proposal: { recommended?: unknown }) => proposal.recommended ?? []);
  return doors.ask('oem', { method: 'POST', url: `${url}/resolve`, payload: { decisions } });
}

describe.skipIf(!CORPUS)('files that others wrote (needs INTAKT_DATA)', () => {
  test('Renault’s despatch advice goes in with its unknown supplier, places, parts and lanes in one step', async () => {
    const { body } = await sendEdi(doors, 'oem', fileOf('edifact-desadv', 'renault_desadv0.edi'));
    expect(body.messages[0].state).toBe('waiting');
    const settled = await resolveAsRecommended(body.messages[0].id);
    expect(settled.body.messages[0]).toMatchObject({
      state: 'recorded',
      events: [{ type: 'shipment-despatched', confirmed: false }],
    });
    const [shipment] = await rows(`select * from shipment where despatch_note = '44833'`);
    expect(shipment).toMatchObject({
      customer: 'oem',
      site_to: 'plant',
      transport_reference: 'R080220001',
      vehicle: '157AWG51',
      gross_mass_kg: 2000,
    });
    expect([shipment.despatched_at, shipment.expected_at]).toEqual([
      '2014-04-04T12:26:00.000Z',
      '2014-06-24T08:00:00.000Z',
    ]);
    const lines = await rows(
      'select p.number, l.quantity, l.unit from shipment_line l join part p on p.id = l.part where shipment = $1 order by line',
      [shipment.id],
    );
    expect(lines).toEqual([
      { number: '765M54577R', quantity: 42, unit: 'H87' },
      { number: '765M48087R', quantity: 42, unit: 'H87' },
    ]);
    const numbers = await rows('select number from part_number where owner = $1 order by number', [shipment.owner]);
    expect(numbers.map((row) => row.number)).toEqual(['967.837', '967.838']);
    const units = await rows('select unit from handling_unit where shipment = $1', [shipment.id]);
    expect(units.map((row) => row.unit)).toEqual(
      expect.arrayContaining(['0100657443', '0100657446', '0100657448', '0100657449']),
    );
  });

  test('Nissan’s two ship notices of one interchange go in together', async () => {
    const { body } = await sendEdi(doors, 'oem', fileOf('x12-856', 'nissan_856_002001_stip.edi'));
    expect(body.messages.map((message: { state: string }) => message.state)).toEqual(['waiting', 'waiting']);
    const settled = await resolveAsRecommended(body.messages[0].id);
    expect(settled.body.messages.map((message: { state: string }) => message.state)).toEqual(['recorded', 'recorded']);
    const [sum] = await rows(
      `select sum(quantity) as sum from shipment_line l join shipment s on s.id = l.shipment where s.despatch_note in ('35100', '02')`,
    );
    expect(sum.sum).toBe(1432 + 259);
  });

  test('Nissan’s planning schedule reaches the supplier as its customer’s release with authorisations', async () => {
    /* The examples all carry the control number 1, which their sender would not use twice. */
    const example = fileOf('x12-830', 'nissan_830_002001_ath.edi').toString('latin1');
    const { body } = await sendEdi(doors, 'oem', Buffer.from(example.replaceAll('000000001', '000000002'), 'latin1'));
    const settled = await resolveAsRecommended(body.messages[0].id);
    expect(settled.body.messages[0].state).toBe('recorded');
    const [schedule] = await rows(`select * from schedule where supplier = 'oem'`);
    expect(schedule.quantities).toHaveLength(6);
    expect(schedule.authorisations).toEqual([
      expect.objectContaining({ kind: 'finished', cumulative: 3528 }),
      expect.objectContaining({ kind: 'material', cumulative: 10584 }),
    ]);
  });

  const MALFORMED = ['edifact-desadv-malformed', 'edifact-malformed', 'x12-malformed'];
  test('malformed files are all kept and answered; none of them stops the door', async () => {
    for (const folder of MALFORMED) {
      for (const name of readdirSync(path.join(CORPUS!, folder))) {
        const bytes = fileOf(folder, name);
        const { status, body } = await sendEdi(doors, 'oem', bytes, name);
        expect(status, name).toBe(202);
        expect(body.messages.length, name).toBeGreaterThan(0);
        const raw = await doors.ask('oem', { url: `/api/inbox/${body.messages[0].id}/raw` });
        expect(raw.bytes.equals(bytes), name).toBe(true);
        for (const message of body.messages.filter((each: { state: string }) => each.state === 'rejected'))
          expect(
            message.errors.some(
              (error: { severity: string; expected: string }) => error.severity === 'error' && error.expected,
            ),
            name,
          ).toBe(true);
      }
    }
  });
});
