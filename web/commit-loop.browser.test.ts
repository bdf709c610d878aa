import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type BrowserWorld, DAY, openBrowserWorld, PATIENCE_MS } from './browser-testing.ts';

const PLANNER = 'mara.lindner@aurin.example';
const ADMINISTRATOR = 'jonas.weidt@aurin.example';
const SUPPLIER = 'lukas.ferber@voltara.example';
/** Two weeks are firm, so the next one is the last that is frozen. */
const NEXT_WEEK = '2014-04-07';
const LAST_OF_IT = '20140413';

let world: BrowserWorld;
beforeAll(async () => {
  world = await openBrowserWorld(24820);
}, 240_000);
afterAll(() => world?.close(), 60_000);

interface Quantity {
  from: string;
  to?: string;
  quantity: number;
  horizon: string;
}
interface Relation {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  release: string;
  releaseEvent: string;
  weeks: { week: string; released: number; state?: string; committed?: number }[];
}
interface Schedule extends Relation {
  quantities: Quantity[];
  eventId: string;
}

const relationOf = async (page: Page, part: string): Promise<Relation> =>
  (await ask<{ relations: Relation[] }>(page, `/api/commits?supplier=org-voltara&customer=org-aurin&part=${part}`))
    .relations[0]!;

const compact = (day: string): string => day.replaceAll('-', '');

/** The customer's DELFOR D.97A of today: its last release with so many pieces more next week, in its own numbers. */
function delfor(
  { quantities, release }: Schedule,
  {
    gln,
    partNumber,
    more,
  }: { gln: Record<'customer' | 'supplier' | 'shipTo', string>; partNumber: string; more: number },
): string {
  const raised = quantities.findIndex(({ from }) => from >= NEXT_WEEK);
  const lines = quantities.flatMap(({ from, to, quantity, horizon }, i) => [
    `SCC+${horizon === 'firm' || horizon === 'backorder' ? 1 : horizon === 'production' ? 2 : 4}`,
    `QTY+113:${quantity + (i === raised ? more : 0)}:PCE`,
    to ? `DTM+64:${compact(from)}:102'DTM+63:${compact(to)}:102` : `DTM+2:${compact(from)}:102`,
  ]);
  const body = [
    'UNH+1+DELFOR:D:97A:UN',
    `BGM+241+${release}B+9`,
    `DTM+137:${compact(DAY)}:102`,
    `NAD+BY+${gln.customer}::9`,
    `NAD+SE+${gln.supplier}::9`,
    'GIS+37',
    `NAD+ST+${gln.shipTo}::9`,
    `LIN+1++${partNumber}:IN`,
    `RFF+AAN:${release}B`,
    `DTM+171:${compact(DAY)}:102`,
    ...lines,
  ];
  const count = body.join("'").split("'").length + 1;
  return `UNB+UNOC:3+${gln.customer}:14+${gln.supplier}:14+140403:0500+77'${body.join("'")}'UNT+${count}+1'UNZ+1+77'`;
}

async function sendDelfor(page: Page, part: string, more: number): Promise<void> {
  const relation = await relationOf(page, part);
  const search = new URLSearchParams({
    customer: relation.customer,
    supplier: relation.supplier,
    part,
    shipTo: relation.shipTo,
  });
  const { schedules } = await ask<{ schedules: Schedule[] }>(page, `/api/schedules?${search}`);
  type Known = { id: string; identifiers: { gln?: string } };
  const { organisations } = await ask<{ organisations: Known[] }>(page, '/api/organisations');
  const { sites } = await ask<{ sites: Known[] }>(page, '/api/sites');
  const { parts } = await ask<{ parts: { id: string; myNumber: string }[] }>(page, '/api/parts?limit=1000');
  const glnOf = (list: Known[], id: string): string => list.find((one) => one.id === id)!.identifiers.gln!;
  const gln = {
    customer: glnOf(organisations, relation.customer),
    supplier: glnOf(organisations, relation.supplier),
    shipTo: glnOf(sites, relation.shipTo),
  };
  const partNumber = parts.find(({ id }) => id === part)!.myNumber;
  await page.goto(`${world.base}/inbox`);
  const buffer = Buffer.from(delfor(schedules[0]!, { gln, partNumber, more }));
  await page
    .locator('section input[type=file]')
    .first()
    .setInputFiles({ name: 'delfor.edi', mimeType: 'application/edifact', buffer });
}

/** The cell of a line and a week of the first part shown. */
const cell = (page: Page, line: number, column: number) =>
  page
    .getByRole('row')
    .nth(1 + line)
    .getByRole('gridcell')
    .nth(column);
const LINE = { released: 0, previous: 1, delta: 2, committed: 3, proposed: 4 };

type Signed = Awaited<ReturnType<BrowserWorld['signIn']>>;
const EVERY = '/api/commits?supplier=org-voltara&customer=org-aurin';

/** Releases of the customer go out to the supplier as DELFOR, and are kept to be looked at. */
async function sendSchedules({ page }: Signed): Promise<void> {
  const data = { format: 'edifact', channel: 'none', sends: ['schedule'], acknowledges: true, test: false };
  const url = `${world.base}/api/partner-profiles/org-voltara`;
  const set = await page.request.put(url, { data, headers: { 'sec-fetch-site': 'same-origin' } });
  expect(set.status(), await set.text()).toBe(200);
}

async function counterPropose(page: Page, offered: number): Promise<void> {
  await cell(page, LINE.proposed, 1).click();
  await page.keyboard.press('Enter');
  await page.getByLabel('We commit').fill(String(offered));
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Capacity' }).click();
  await page.getByLabel('What would make it possible').fill('A Saturday shift');
  await page.getByRole('button', { name: 'Send counter-proposal' }).click();
}

async function accept(page: Page): Promise<void> {
  const proposals = page.getByRole('region', { name: 'Open counter-proposals' });
  await proposals.getByText('A Saturday shift').waitFor();
  await proposals.getByRole('button', { name: 'Accept' }).click();
}

const shows = (page: Page, line: number, quantity: number): Promise<void> =>
  cell(page, line, 1).getByText(quantity.toLocaleString('en-GB')).waitFor();

describe('the commit loop in two browsers', () => {
  test('a DELFOR raises a week inside the frozen zone; the counter-proposal that the OEM accepts stands on both screens and in the message', async () => {
    const oem = await world.signIn(PLANNER);
    const supplier = await world.signIn(SUPPLIER);
    const administrator = await world.signIn(ADMINISTRATOR);
    await sendSchedules(administrator);
    const { part } = (await ask<{ relations: Relation[] }>(oem.page, EVERY)).relations[0]!;
    const before = (await relationOf(oem.page, part)).weeks.find(({ week }) => week === NEXT_WEEK)!.released;
    for (const { page } of [oem, supplier]) {
      await page.goto(`${world.base}/commits?part=${part}`);
      await shows(page, LINE.released, before);
    }
    let navigations = 0;
    for (const { page } of [oem, supplier]) page.on('framenavigated', () => navigations++);
    await sendDelfor(await oem.context.newPage(), part, 400);

    await cell(supplier.page, LINE.delta, 1).getByText('+400').waitFor();
    expect(await cell(supplier.page, LINE.delta, 1).getAttribute('data-frozen')).toBe('true');
    const exception = supplier.page.getByRole('region', { name: 'Change inside the frozen horizon' });
    await exception.waitFor();

    const offered = before + 150;
    await counterPropose(supplier.page, offered);
    await accept(oem.page);
    for (const { page } of [oem, supplier])
      for (const line of [LINE.released, LINE.committed]) await shows(page, line, offered);
    await exception.waitFor({ state: 'detached' });
    expect(navigations).toBe(0);
    expect(await messageQuantity(oem.page, part)).toBe(offered);
    for (const { context } of [administrator, oem, supplier]) await context.close();
  }, 1_800_000);
});

/** Pieces of next week in the DELFOR that says the current release. */
async function messageQuantity(page: Page, part: string): Promise<number> {
  const { releaseEvent } = await relationOf(page, part);
  const find = async () =>
    (await ask<{ messages: { id: string }[] }>(page, `/api/outgoing?event=${releaseEvent}`)).messages[0];
  await expect.poll(find, { timeout: PATIENCE_MS, interval: 500 }).toBeDefined();
  const message = (await find())!;
  const raw = await (await page.request.get(`${world.base}/api/outgoing/${message.id}/raw`)).text();
  const called = [...raw.matchAll(/QTY\+113:(\d+):PCE'\s*DTM\+(?:2|64):(\d{8}):102/g)];
  const inWeek = called.filter(([, , day]) => day! >= compact(NEXT_WEEK) && day! <= LAST_OF_IT);
  return inWeek.reduce((sum, [, quantity]) => sum + Number(quantity), 0);
}
