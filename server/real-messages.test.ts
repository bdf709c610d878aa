import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { watchRunout } from './capabilities/visibility/index.ts';
import { type Doors, openDoors, sendEdi } from './doors/testing.ts';
import { record } from './record/testing.ts';
import { count, say } from './record/tiny-world.ts';

const CORPUS = process.env.INTAKT_DATA;
const corpus = CORPUS ? describe : describe.skip;
const read = (file: string): Promise<Buffer> => readFile(path.join(CORPUS!, 'edi', file));

let doors: Doors;
afterEach(() => doors.close());

interface Proposal {
  unknown: string;
  kind: string;
  role: string;
  code: string;
  recommended: unknown;
}

/** Decides a mapping task: what the chooser names is existing, the rest as proposed. */
async function decide(who: string, message: { id: string }, choose: (proposal: Proposal) => string | undefined) {
  const task = (await doors.ask(who, { url: `/api/inbox/${message.id}` })).body as { proposals: Proposal[] };
  const decisions = task.proposals.map((proposal) => {
    const id = choose(proposal);
    return id ? { unknown: proposal.unknown, use: 'existing', id } : proposal.recommended;
  });
  const { status, body } = await doors.ask(who, {
    method: 'POST',
    url: `/api/inbox/${message.id}/resolve`,
    payload: { decisions },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.messages[0];
}

const existing: Record<string, string> = {
  customer: 'oem',
  supplier: 's1',
  'ship-to': 'plant',
  'ship-from': 's1-works',
};
/** Part 765M54577R of the files is part a of the tiny world; what else they name is new. */
const intoTinyWorld = ({ kind, role, unknown }: Proposal): string | undefined =>
  kind === 'part' && unknown.includes('765M54577R') ? 'a' : existing[role];

/** Ten pieces of part a are there, five are needed each working day from Thursday 3 April 2014. */
async function openOnThatDay(): Promise<void> {
  doors = await openDoors({}, '2014-04-03T14:30:00.000Z');
  const days = ['2014-04-03', '2014-04-04', '2014-04-07', '2014-04-08', '2014-04-09', '2014-04-10', '2014-04-11'];
  await record(
    doors.world,
    'oem',
    say('stock-counted', count({ quantity: 10, countedAt: '2014-04-03T00:00:00.000Z' })),
    say('requirement-planned', {
      owner: 'oem',
      site: 'plant',
      part: 'a',
      unit: 'H87',
      from: days[0]!,
      to: days.at(-1)!,
      quantities: days.map((day) => ({ day, quantity: 5 })),
    }),
  );
}
const node = async () => (await doors.ask('oem', { url: '/api/projection/plant/a' })).body.node;

corpus('real messages (needs INTAKT_DATA)', () => {
  test('a Renault DESADV of 2014 from its supplier moves the goods in transit and the day the customer runs out', async () => {
    await openOnThatDay();
    expect(await node()).toMatchObject({ onHand: 10, inTransit: 0, runsOutOn: '2014-04-07' });
    const { body } = await sendEdi(doors, 's1', await read('edifact-desadv/desadv_valid.edi'));
    expect(body.messages[0].state).toBe('waiting');
    const message = await decide('s1', body.messages[0], intoTinyWorld);
    expect(message).toMatchObject({
      state: 'recorded',
      events: expect.arrayContaining([expect.objectContaining({ type: 'shipment-despatched', confirmed: true })]),
    });
    const after = await node();
    expect(after).toMatchObject({ onHand: 10, inTransit: 42 });
    expect(after.runsOutOn).toBeUndefined();
    const { shipments } = (await doors.ask('oem', { url: '/api/shipments' })).body;
    expect(shipments[0]).toMatchObject({
      despatchNote: '44833',
      supplier: 's1',
      to: 'plant',
      vehicle: '157AWG51',
      confirmed: true,
    });
    const detail = (await doors.ask('oem', { url: `/api/shipments/${shipments[0].id}` })).body;
    expect(detail.units.map((unit: { unit: string }) => unit.unit)).toEqual(
      expect.arrayContaining(['0100657443', '0100657444']),
    );
    await doors.ask('oem', {
      method: 'POST',
      url: '/api/receipts',
      payload: {
        supplier: 's1',
        site: 'plant',
        shipment: shipments[0].id,
        despatchNote: '44833',
        closesShipment: true,
        lines: [{ part: 'a', quantity: 40, unit: 'H87' }],
      },
    });
    expect(await node()).toMatchObject({ onHand: 50, inTransit: 0 });
    const [receipt] = (await doors.ask('oem', { url: '/api/receipts' })).body.receipts;
    expect(receipt.differences).toContainEqual({ part: 'a', expected: 42, received: 40, difference: -2 });
  });

  test('the same DESADV sent by its customer in the supplier’s name is a reported fact, unconfirmed on both screens, until the supplier sends it', async () => {
    await openOnThatDay();
    const file = await read('edifact-desadv/desadv_valid.edi');
    const reported = (await sendEdi(doors, 'oem', file)).body;
    const message = await decide('oem', reported.messages[0], intoTinyWorld);
    expect(message).toMatchObject({
      state: 'recorded',
      events: expect.arrayContaining([expect.objectContaining({ type: 'shipment-despatched', confirmed: false })]),
    });
    for (const who of ['oem', 's1']) {
      const { shipments } = (await doors.ask(who, { url: '/api/shipments' })).body;
      expect(shipments[0], who).toMatchObject({ confirmed: false, recordedBy: 'oem', supplier: 's1' });
    }
    const own = (await sendEdi(doors, 's1', file)).body;
    await decide('s1', own.messages[0], (proposal) => intoTinyWorld(proposal));
    const { shipments } = (await doors.ask('oem', { url: '/api/shipments' })).body;
    expect(shipments).toHaveLength(1);
    expect(shipments[0]).toMatchObject({ confirmed: true, recordedBy: 's1' });
  });

  test('everything a Renault DESADV names can be created from its mapping task in one step', async () => {
    doors = await openDoors({}, '2014-04-03T14:30:00.000Z');
    const { body } = await sendEdi(doors, 'oem', await read('edifact-desadv/renault_desadv0.edi'));
    const message = await decide('oem', body.messages[0], () => undefined);
    expect(message.state).toBe('recorded');
    const { shipments } = (await doors.ask('oem', { url: '/api/shipments' })).body;
    expect(shipments[0]).toMatchObject({ despatchNote: '44833', customer: 'oem', confirmed: false });
    const { organisations } = (await doors.ask('oem', { url: '/api/organisations' })).body;
    expect(organisations.map((o: { name: string }) => o.name).join()).toMatch(/CEVA/);
  });

  test('a Nissan 830 becomes the schedule on both sides, with its authorisations', async () => {
    doors = await openDoors({}, '2007-01-01T12:00:00.000Z');
    const { body } = await sendEdi(doors, 'oem', await read('x12-830/nissan_830_002001_ath.edi'));
    const message = await decide('oem', body.messages[0], ({ kind, role }) => (kind === 'part' ? 'a' : existing[role]));
    expect(message).toMatchObject({ state: 'recorded' });
    for (const who of ['oem', 's1']) {
      const { schedules } = (await doors.ask(who, { url: '/api/schedules' })).body;
      expect(schedules[0], who).toMatchObject({ customer: 'oem', supplier: 's1', part: 'a', shipTo: 'plant' });
      expect(schedules[0].quantities.reduce((sum: number, q: { quantity: number }) => sum + q.quantity, 0)).toBe(
        6 * 1176,
      );
      expect(schedules[0].authorisations.map((a: { cumulative: number }) => a.cumulative)).toEqual([3528, 10584]);
    }
  });

  test('a Nissan 856 becomes two shipments with their licence plates', async () => {
    doors = await openDoors({}, '2007-01-01T12:00:00.000Z');
    const { body } = await sendEdi(doors, 's1', await read('x12-856/nissan_856_002001_stip.edi'));
    for (const message of body.messages) {
      const { body: now } = await doors.ask('s1', { url: `/api/inbox/${message.id}` });
      if (now.state === 'waiting') await decide('s1', message, ({ role }) => existing[role]);
    }
    const { shipments } = (await doors.ask('oem', { url: '/api/shipments' })).body;
    expect(shipments.map((s: { despatchNote: string }) => s.despatchNote).sort()).toEqual(['02', '35100']);
    const detail = (
      await doors.ask('oem', {
        url: `/api/shipments/${shipments.find((s: { despatchNote: string }) => s.despatchNote === '35100').id}`,
      })
    ).body;
    expect(detail.units.map((unit: { unit: string }) => unit.unit)).toEqual(
      expect.arrayContaining(['S125', 'S126', 'ML13479']),
    );
  });

  test('an EPCIS receiving event moves stock the same way, once with the receipt of the same goods', async () => {
    await openOnThatDay();
    const capture = {
      '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: '2014-04-03T14:00:00.000Z',
      epcisBody: {
        eventList: [
          {
            type: 'ObjectEvent',
            eventTime: '2014-04-03T14:20:00.000Z',
            eventTimeZoneOffset: '+00:00',
            action: 'OBSERVE',
            bizStep: 'receiving',
            bizLocation: { id: 'urn:epc:id:sgln:4012345.00001.0' },
            quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L1', quantity: 25, uom: 'H87' }],
          },
        ],
      },
    };
    await record(
      doors.world,
      'oem',
      say('identifier-mapped', { owner: 'oem', partner: '*', scheme: 'site', code: '4012345000016', means: 'plant' }),
      say('identifier-mapped', { owner: 'oem', partner: '*', scheme: 'part', code: '04012345123456', means: 'a' }),
    );
    const { status, headers } = await doors.ask('oem', { method: 'POST', url: '/epcis/capture', payload: capture });
    expect(status).toBe(202);
    await expect
      .poll(async () => (await doors.ask('oem', { url: String(headers.location) })).body.success, { timeout: 10_000 })
      .toBe(true);
    await expect.poll(async () => (await node()).onHand, { timeout: 5_000 }).toBe(35);
  });

  test('the moved day is told to whom it concerns, as an event of its own', async () => {
    await openOnThatDay();
    const stop = watchRunout(doors.world.house);
    const told = async () =>
      (await doors.ask('oem', { url: '/api/events?type=runout-projected&limit=100' })).body.events
        .filter((e: { data: { part: string } }) => e.data.part === 'a')
        .at(-1)?.data.runsOutOn;
    await expect.poll(told, { timeout: 10_000 }).toBe('2014-04-07');
    const { body } = await sendEdi(doors, 's1', await read('edifact-desadv/desadv_valid.edi'));
    await decide('s1', body.messages[0], intoTinyWorld);
    await expect.poll(told, { timeout: 10_000 }).toBeUndefined();
    await stop();
  });
});
