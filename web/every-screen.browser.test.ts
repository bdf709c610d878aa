import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserWorld, openBrowserWorld, seriousFindings } from './browser-testing.ts';

const BY_ADMINISTRATOR = [
  '/',
  '/grid',
  '/map',
  '/schedules',
  '/commits',
  '/capacity',
  '/accuracy',
  '/shipments',
  '/stock',
  '/containers',
  '/inbox',
  '/import',
  '/interfaces?tab=requests',
  '/feed',
  '/partners',
  '/master-data',
  '/administration',
];
const BY_PLANNER = ['/planning', '/tours', '/tours?tab=arrivals', '/drive'];

let world: BrowserWorld;
beforeAll(async () => {
  world = await openBrowserWorld(24830);
}, 240_000);
afterAll(() => world?.close(), 60_000);

test.each([
  ['jonas.weidt@aurin.example', BY_ADMINISTRATOR],
  ['mara.lindner@aurin.example', BY_PLANNER],
])(
  'no screen of %s has a serious axe finding, light and dark, wide and on a phone',
  async (email, screens) => {
    const { context, page } = await world.signIn(email);
    expect(await seriousFindings(page, world.base, screens)).toEqual([]);
    await context.close();
  },
  600_000,
);
