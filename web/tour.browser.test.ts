import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type BrowserWorld, openBrowserWorld, PATIENCE_MS } from './browser-testing.ts';

const PLANNER = 'mara.lindner@aurin.example';
const SUPPLIER = 'lukas.ferber@voltara.example';
const CARRIER = 'kai.petersen@nordlinie.example';
const SUPPLIERS_SITE = 'site-voltara-arnstadt';
/** On the way from there to the plant. */
const NEIGHBOURS_SITE = 'site-cockpitek-chemnitz';

let world: BrowserWorld;
beforeAll(async () => {
  world = await openBrowserWorld(24810);
}, 600_000);
afterAll(() => world?.close(), 60_000);

const costOn = async (page: Page): Promise<number> =>
  Number(((await page.locator('[data-figure="cost"] strong').textContent()) ?? '').replace(/[^\d]/g, ''));

async function beginPlan(page: Page): Promise<void> {
  await page.goto(`${world.base}/planning`);
  await page.getByRole('button', { name: 'Orders from call-offs' }).click();
  const begin = page.getByRole('button', { name: 'New plan' });
  await expect.poll(() => begin.isEnabled(), { timeout: PATIENCE_MS }).toBe(true);
  await begin.click();
  await page.getByRole('region', { name: 'Not planned' }).locator('[data-order]').first().waitFor();
}

interface OpenPlan {
  orders: { id: string; from: string; goods: { loadingMeters: number } }[];
}

/** What fills the least of a truck of all that a site has open on the plan. */
async function smallestOf(page: Page, site: string): Promise<string> {
  const { plans } = await ask<{ plans: { id: string }[] }>(page, '/api/transport-plans');
  const { orders } = await ask<OpenPlan>(page, `/api/transport-plans/${plans[0]!.id}`);
  const own = orders.filter(({ from }) => from === site);
  return own.sort((a, b) => a.goods.loadingMeters - b.goods.loadingMeters)[0]!.id;
}

/** Two orders by menu and by mouse onto one new tour, and the second away again: each time the figures follow. */
async function dragAStop(page: Page): Promise<void> {
  const open = page.getByRole('region', { name: 'Not planned' });
  const first = await smallestOf(page, SUPPLIERS_SITE);
  await open.locator(`[data-order="${first}"]`).getByRole('button', { name: 'Move order' }).click();
  await page.getByRole('menuitem', { name: 'Mega trailer 13.6 m' }).click();
  const track = page.locator('[data-tour]').first().locator('> div').last();
  await track.waitFor();
  const before = await costOn(page);
  expect(before).toBeGreaterThan(0);

  const second = await smallestOf(page, NEIGHBOURS_SITE);
  await open.locator(`[data-order="${second}"]`).dragTo(track);
  await page.locator(`[data-tour] [data-order="${second}"]`).waitFor();
  await expect.poll(() => costOn(page), { timeout: PATIENCE_MS }).toBeGreaterThan(before);

  // By its left edge: the next stop is near and lies over the rest.
  await page.locator(`[data-tour] [data-order="${second}"]`).dragTo(open, { sourcePosition: { x: 3, y: 8 } });
  await expect.poll(() => costOn(page), { timeout: PATIENCE_MS }).toBe(before);
}

async function optimise(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Seconds to search' }).click();
  await page.getByRole('option', { name: '5 s', exact: true }).click();
  await page.getByRole('button', { name: 'Optimise' }).click();
  await page.getByRole('progressbar').or(page.getByLabel('Progress')).first().waitFor();
  await page.getByText('Done', { exact: true }).waitFor();
  await expect.poll(() => page.locator('[data-tour]').count(), { timeout: PATIENCE_MS }).toBeGreaterThan(5);
}

interface Answer {
  tours: { id: string }[];
  stops: { tour: string; site: string; expectedAt: string; plannedArrival: string }[];
}

test('a stop is dragged, the search runs, the plan is published, and a pick-up on the driver’s phone moves the plant’s arrival', async () => {
  const planner = await world.signIn(PLANNER);
  await beginPlan(planner.page);
  await dragAStop(planner.page);
  await optimise(planner.page);

  const supplier = await world.signIn(SUPPLIER);
  await supplier.page.goto(`${world.base}/tours`);
  await supplier.page.getByRole('heading', { name: 'Tours', level: 1 }).waitFor();
  expect((await ask<Answer>(supplier.page, '/api/tours')).stops).toEqual([]);
  await planner.page.getByRole('button', { name: 'Publish' }).click();
  await planner.page.getByText(/tours published/).waitFor();

  // Without a reload: the supplier's own stop, and nobody else's.
  await supplier.page.getByRole('table', { name: 'Stops' }).getByText('Voltara Arnstadt').first().waitFor();
  const theirs = await ask<Answer>(supplier.page, '/api/tours');
  expect(new Set(theirs.stops.map(({ site }) => site))).toEqual(new Set([SUPPLIERS_SITE]));
  expect(theirs.tours).toEqual([]);

  const carrier = await world.signIn(CARRIER);
  const all = await ask<Answer>(carrier.page, '/api/tours');
  const tour = theirs.stops[0]!.tour;
  expect(all.tours.map(({ id }) => id)).toContain(tour);
  await carrier.page.goto(`${world.base}/tours?tour=${tour}`);
  await carrier.page.getByRole('button', { name: 'Link for the driver' }).click();
  const link = await carrier.page.locator('[data-driver-link]').inputValue();

  const gate = await planner.context.newPage();
  await gate.goto(`${world.base}/tours?tab=arrivals`);
  await gate.getByRole('table', { name: 'Expected arrivals' }).waitFor();
  const arrival = async () =>
    (await ask<{ arrivals: Answer['stops'] }>(gate, '/api/arrivals')).arrivals.find((stop) => stop.tour === tour)!
      .expectedAt;
  const expectedBefore = await arrival();

  await drive(link);
  await expect.poll(arrival, { timeout: PATIENCE_MS }).not.toBe(expectedBefore);
  await gate
    .getByText(/^1 of \d+$/)
    .first()
    .waitFor();
  for (const { context } of [planner, supplier, carrier]) await context.close();
}, 2_400_000);

/** The phone loses its network between arriving and the pick-up, and sends what was done when it is back. */
async function drive(link: string): Promise<void> {
  const phone = await world.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  phone.setDefaultTimeout(PATIENCE_MS);
  const page = await phone.newPage();
  await page.goto(link);
  const first = page.locator('[aria-current="step"]');
  await first.waitFor();
  await first.getByRole('button', { name: 'I have arrived' }).click();
  await page.getByText('At the gate').waitFor();
  await phone.setOffline(true);
  await first.getByRole('button', { name: /Confirm pick-up/ }).click();
  await page.getByLabel('Name of who signs').fill('A. Beispiel');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByText(/No network/).waitFor();
  await phone.setOffline(false);
  await page.getByText(/No network|Sending/).waitFor({ state: 'detached' });
  await phone.close();
}
