import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type BrowserWorld, DAY, openBrowserWorld, PATIENCE_MS } from './browser-testing.ts';

const CORPUS = process.env.INTAKT_DATA;
const PLANNER = 'mara.lindner@aurin.example';
const SUPPLIER = 'lukas.ferber@voltara.example';

let world: BrowserWorld;
let base: string;
beforeAll(async () => {
  world = await openBrowserWorld(24800);
  base = world.base;
}, 240_000);
afterAll(() => world?.close(), 60_000);
const signIn = (email: string) => world.signIn(email);

const sameSite = { 'sec-fetch-site': 'same-origin' };

interface Lane {
  part: string;
  from: string;
  to: string;
}
interface Part {
  id: string;
  myNumber: string;
}

/** What is needed of the lane's part where it goes, day by day from today. */
async function demandOf(planner: Page, lane: Lane): Promise<number[]> {
  const { nodes } = await ask<{ nodes: { site: string; part: string; demand: number[] }[] }>(
    planner,
    '/api/projection',
  );
  return nodes.find(({ site, part }) => site === lane.to && part === lane.part)!.demand;
}

/** A part of this supplier of which one piece is missing on Monday: it runs out then. */
async function makeScarce(planner: Page): Promise<{ part: Part; lane: Lane }> {
  const { lanes } = await ask<{ lanes: Lane[] }>(planner, '/api/lanes?supplier=org-voltara');
  const lane = lanes[0]!;
  const { parts } = await ask<{ parts: Part[] }>(planner, '/api/parts?limit=1000');
  const part = parts.find(({ id }) => id === lane.part)!;
  const untilMonday = (await demandOf(planner, lane)).slice(0, 5).reduce((sum, needed) => sum + needed, 0);
  const answer = await planner.request.post(`${base}/api/stock-counts`, {
    data: { site: lane.to, part: part.id, status: 'available', quantity: untilMonday - 1, unit: 'H87' },
    headers: sameSite,
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return { part, lane };
}

/** Chooses an existing object for one unknown of the mapping task, by what its row says. */
async function choose(page: Page, row: RegExp, option: RegExp): Promise<void> {
  const unknown = page.locator('[class*="unknowns"] > div').filter({ hasText: row }).first();
  await unknown.getByText('Choose existing', { exact: false }).first().click();
  const select = unknown.getByRole('combobox').or(unknown.locator('input[placeholder]')).first();
  await select.click();
  await page.getByRole('option', { name: option }).first().click();
}

const withCorpus = CORPUS ? describe : describe.skip;
withCorpus('two partners in two browsers (needs INTAKT_DATA)', () => {
  test('a DESADV dropped by the supplier appears at its customer, with the moved runout day, without a reload', async () => {
    const planner = await signIn(PLANNER);
    const supplier = await signIn(SUPPLIER);
    const { part, lane } = await makeScarce(planner.page);
    const sites = await ask<{ sites: { id: string; name: string }[] }>(planner.page, '/api/sites');
    const siteName = (id: string): string => sites.sites.find((site) => site.id === id)!.name;
    const supplierParts = await ask<{ parts: Part[] }>(supplier.page, '/api/parts?limit=1000');
    const supplierNumber = supplierParts.parts.find(({ id }) => id === part.id)!.myNumber;

    await planner.page.goto(`${base}/grid?text=${encodeURIComponent(part.myNumber)}`);
    await planner.page.getByText('In transit only', { exact: true }).click();
    await planner.page.getByText('runs out 7 Apr').first().waitFor();
    const shipments = await planner.context.newPage();
    await shipments.goto(`${base}/shipments`);
    await shipments.getByRole('heading', { name: 'Shipments', level: 1 }).waitFor();
    expect(await shipments.getByText('44833').count()).toBe(0);
    let navigations = 0;
    for (const page of [planner.page, shipments]) page.on('framenavigated', () => navigations++);

    await supplier.page.goto(`${base}/inbox`);
    await supplier.page
      .locator('section input[type=file]')
      .first()
      .setInputFiles(path.join(CORPUS!, 'edi/edifact-desadv/desadv_valid.edi'));
    await supplier.page.getByRole('button', { name: /create and take in/i }).waitFor();
    await choose(supplier.page, /customer/i, /Aurin Motors/);
    await choose(supplier.page, /Supplier/, /Voltara/);
    await choose(supplier.page, /ship-to|ships to|Place of delivery/i, new RegExp(siteName(lane.to)));
    await choose(supplier.page, /765M54577R/, new RegExp(supplierNumber.replace(/[.+*()]/g, '\\$&')));
    await supplier.page.getByRole('button', { name: /create and take in/i }).click();

    await shipments.getByText('44833').first().waitFor();
    await planner.page.getByText('runs out 7 Apr').waitFor({ state: 'detached' });
    expect(navigations).toBe(0);
    await planner.context.close();
    await supplier.context.close();
  }, 1_800_000);
});

const CARRIER_EVENT = {
  eventType: 'SHIPMENT',
  shipmentEventTypeCode: 'HOLD',
  eventClassifierCode: 'ACT',
  documentTypeCode: 'CUS',
  reason: 'Customs inspection',
};
/** The first is the slowest: nothing of it has run before. */
const TRIES = 3;
/** Stock for Thursday only; what is needed on Friday is on the ship, so that with it nothing stops before Monday. */
const [HELD_STOP, LATER_STOP] = ['4 Apr', '7 Apr'];

interface Ship {
  lane: Lane;
  reference: string;
  /** Either side's own number of the part, in the order of the pages. */
  numbers: string[];
}

/** Goods by ship that come on the day on which the part would run out: they put the stop off to the next working day. */
async function sendShip(planner: Page, supplier: Page, index: number): Promise<Ship> {
  const { lanes } = await ask<{ lanes: (Lane & { carrier: string })[] }>(planner, '/api/lanes?supplier=org-sedana');
  const lane = lanes[index]!;
  const numberOf = async (page: Page): Promise<string> =>
    (await ask<{ parts: Part[] }>(page, '/api/parts?limit=1000')).parts.find(({ id }) => id === lane.part)!.myNumber;
  const numbers = [await numberOf(planner), await numberOf(supplier)];
  const { nodes } = await ask<{ nodes: { site: string; part: string; demand: number[] }[] }>(
    planner,
    '/api/projection',
  );
  const { demand } = nodes.find(({ site, part }) => site === lane.to && part === lane.part)!;
  const reference = `HELD${index}`;
  const shipment = `ship-${index}`;
  const parties = { shipment, supplier: 'org-sedana', customer: 'org-aurin', from: lane.from, to: lane.to };
  const arrival = { expectedAt: '2014-04-04T06:00:00.000Z', transportReference: reference, mode: 'sea' };
  const event = (type: string, data: object) => ({
    type,
    source: 'test',
    id: `${type}-${index}`,
    occurredAt: `${DAY}T04:00:00.000Z`,
    data,
  });
  await post(planner, '/api/events', {
    events: [
      event('schedule-released', {
        customer: 'org-aurin',
        supplier: 'org-sedana',
        part: lane.part,
        shipTo: lane.to,
        release: `R-${reference}`,
        releasedOn: DAY,
        kind: 'delivery-forecast',
        unit: 'H87',
        quantities: [{ from: '2014-06-20', quantity: 1, horizon: 'forecast' }],
      }),
      event('stock-counted', {
        owner: 'org-aurin',
        site: lane.to,
        part: lane.part,
        status: 'available',
        quantity: demand[0],
        unit: 'H87',
        countedAt: `${DAY}T04:30:00.000Z`,
      }),
    ],
  });
  await post(supplier, '/api/events', {
    events: [
      event('shipment-despatched', {
        ...parties,
        ...arrival,
        despatchNote: reference,
        despatchedAt: `${DAY}T03:00:00.000Z`,
        carrier: lane.carrier,
        grossMassKg: 400,
        lines: [{ line: 1, part: lane.part, quantity: demand[1], unit: 'H87' }],
      }),
      event('consignment-handed-over', {
        ...parties,
        ...arrival,
        carrier: lane.carrier,
        collectAt: `${DAY}T03:00:00.000Z`,
      }),
    ],
  });
  return { lane, reference, numbers };
}

async function post(page: Page, url: string, data: object): Promise<void> {
  const answer = await page.request.post(base + url, { data, headers: sameSite });
  const text = await answer.text();
  expect(answer.ok(), text).toBe(true);
  expect(text).not.toContain('"refused"');
}

const BOARD = 'Line-stop board';
const boardOf = (page: Page) => page.getByRole('region', { name: BOARD });
const rowOf = (page: Page, number: string, text = '') =>
  boardOf(page).getByRole('listitem').filter({ hasText: number }).filter({ hasText: text });

/** A busy server may be silent for a moment. */
const QUIET_LOOKS = 4;

/** Nothing is recorded any more: what the network opens with has been reckoned with, so that it is not measured too. */
async function settled(page: Page): Promise<void> {
  let before = '';
  let looks = 0;
  const isQuiet = async (): Promise<boolean> => {
    const checkpoint = await (await page.request.get(`${base}/api/ledger/checkpoint`)).text();
    // Origin, then size, then root: the signatures below them come and go by themselves.
    const [, size = ''] = checkpoint.split('\n');
    looks = size === before ? looks + 1 : 0;
    before = size;
    return looks >= QUIET_LOOKS;
  };
  await expect.poll(isQuiet, { timeout: 600_000, interval: 1000 }).toBe(true);
}

/** Notes in the page itself when a row of the board shows both texts and has been painted, in milliseconds since 1970. */
const watchFor = (page: Page, texts: string[]): Promise<number> =>
  page.evaluate(
    ([board, ...wanted]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const rows = document.querySelectorAll(`section[aria-label="${board}"] li`);
          if (![...rows].some((row) => wanted.every((text) => row.textContent!.includes(text)))) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    [BOARD, ...texts],
  );

describe('a ship held at a port', () => {
  test('shows its stop hour at the OEM and at the tier-1 at once, and the option that one chooses moves it at both', async () => {
    const oem = await signIn(PLANNER);
    const tier1 = await signIn('petra.novakova@sedana.example');
    const pages = [oem.page, tier1.page];
    const ships: Ship[] = [];
    for (let index = 0; index < TRIES; index++) ships.push(await sendShip(oem.page, tier1.page, index));
    await settled(oem.page);
    for (const [at, page] of pages.entries()) {
      await boardOf(page)
        .getByRole('button', { name: /^Show all/ })
        .click();
      for (const { numbers } of ships) await rowOf(page, numbers[at]!, LATER_STOP).waitFor();
    }
    let navigations = 0;
    for (const page of pages) page.on('framenavigated', () => navigations++);

    const times: number[] = [];
    for (const [index, { reference, numbers }] of ships.entries()) {
      const seen = pages.map((page, at) => watchFor(page, [numbers[at]!, HELD_STOP]));
      // Sent before it is recorded: what is measured is never less than what is claimed.
      const sent = Date.now();
      await post(tier1.page, '/api/dcsa/events', {
        ...CARRIER_EVENT,
        eventID: `hold-${index}`,
        eventCreatedDateTime: `${DAY}T05:00:00Z`,
        eventDateTime: `${DAY}T05:00:00Z`,
        documentID: reference,
      });
      times.push(Math.max(...(await Promise.all(seen))) - sent);
      await settled(oem.page);
    }
    // The aim is a second, and is reported, not tested; this only fails where it would not be called live.
    console.log(`Shown at both after ${times.join(', ')} ms.`);
    expect(Math.min(...times)).toBeLessThan(10_000);

    const [{ numbers }] = ships as [Ship];
    await rowOf(oem.page, numbers[0]!, HELD_STOP).getByRole('button', { name: 'Van, direct' }).click();
    await oem.page.getByRole('button', { name: 'Choose: Van, direct' }).click();
    for (const [at, page] of pages.entries()) {
      await rowOf(page, numbers[at]!, LATER_STOP).waitFor();
      await rowOf(page, numbers[at]!, HELD_STOP).waitFor({ state: 'detached' });
    }
    expect(navigations).toBe(0);
    await oem.context.close();
    await tier1.context.close();
  }, 1_200_000);
});

test('ten tabs of one browser share one feed', async () => {
  const { context, page } = await signIn(PLANNER);
  for (let tab = 0; tab < 9; tab++) await (await context.newPage()).goto(`${base}/shipments`);
  const openFeeds = async (): Promise<string | undefined> => {
    const metrics = await (await page.request.get(`${base}/metrics`)).text();
    return /^intakt_open_feeds (\d+)/m.exec(metrics)?.[1];
  };
  await expect.poll(openFeeds, { timeout: PATIENCE_MS, interval: 500 }).toBe('1');
  await page.waitForTimeout(2000);
  expect(await openFeeds()).toBe('1');
  await context.close();
}, 600_000);
