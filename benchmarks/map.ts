import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { chanceOf } from './chance.ts';
import { median, type Options, percentile, progress, readOptions, report, rounded } from './options.ts';

const PORT = '24690';
const PLANNER = { email: 'mara.lindner@aurin.example', password: 'intakt-demo' };
/** What the screen bears is held against what it bears with next to nothing on it, in turns. */
const FULL = { many: 5000, few: 10, rounds: 3, seconds: 15 };
const QUICK = { many: 500, few: 10, rounds: 1, seconds: 4 };
/** A tenth of what moves is reported each time. */
const REPORTED_SHARE = 0.1;
const REPORT_EVERY_MS = 500;
const LEAST_SITES = 20;
/** As far as a truck drives in a minute, so that every report is a glide. */
const STEP_DEGREES = 0.02;
const EUROPE = { west: -5, east: 25, south: 42, north: 56 };
const ARGUMENTS = ['--no-sandbox', '--headless', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

interface Moving {
  owner: string;
  shipment: string;
  longitude: number;
  latitude: number;
  at: string;
}
/** What one watch of the moving map gave. */
interface Watched {
  framesPerSecond: number;
  longestTaskMs: number;
  longTasks: number;
  busyShare: number;
  /** Milliseconds of the page's thread that each report took until it was drawn. */
  reportMs: number[];
}

async function main(options: Options): Promise<void> {
  const { many, few, rounds, seconds } = options.quick ? QUICK : FULL;
  const server = await startDemonstration();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  try {
    const watched: Record<'many' | 'few', Watched[]> = { many: [], few: [] };
    for (let round = 0; round < rounds; round++)
      for (const [which, objects] of [
        ['few', few],
        ['many', many],
      ] as const) {
        const context = await browser.newContext({ baseURL: server.base, viewport: { width: 1440, height: 900 } });
        const page = await context.newPage();
        watched[which].push(await watchMap(page, { objects, seconds, seed: round }));
        progress(`${objects} objects: ${JSON.stringify({ ...watched[which].at(-1), reportMs: undefined })}`);
        await context.close();
      }
    await report(figuresOf(watched, many), options);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function figuresOf({ many, few }: Record<'many' | 'few', Watched[]>, objects: number): Record<string, unknown> {
  const middle = (list: Watched[], figure: (one: Watched) => number): number => median(list.map(figure));
  const [frames, framesOfFew] = [many, few].map((list) => middle(list, (one) => one.framesPerSecond)) as [
    number,
    number,
  ];
  const reports = many.flatMap(({ reportMs }) => reportMs);
  return {
    objects,
    frame_ratio: rounded(frames / framesOfFew, 2),
    frames_per_s: rounded(frames, 1),
    frames_per_s_of_few: rounded(framesOfFew, 1),
    longest_task_ms: rounded(middle(many, (one) => one.longestTaskMs)),
    longest_task_ms_of_few: rounded(middle(few, (one) => one.longestTaskMs)),
    long_tasks: middle(many, (one) => one.longTasks),
    page_busy_share: rounded(
      middle(many, (one) => one.busyShare),
      3,
    ),
    report_p50_ms: rounded(median(reports), 1),
    report_p95_ms: rounded(percentile(reports, 0.95), 1),
  };
}

/** A server over the demonstration network, told up to its sites; what moves is told to the page alone. */
async function startDemonstration(): Promise<{ base: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intakt-bench-map-'));
  const own = { INTAKT_DATA_DIR: folder, INTAKT_SIMULATOR: 'off', PORT, DATABASE_URL: '' };
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => server.kill());
  const base = await addressOf(server);
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  return { base, stop };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout!.on('data', (text) => {
      printed += text;
      const address = /Intakt serves (http:\S+)/.exec(printed);
      if (address) resolve(address[1]!);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)));
  });
}

/** Opens the map with so many objects on it, and moves a tenth of them twice a second. */
async function watchMap(
  page: Page,
  { objects, seconds, seed }: { objects: number; seconds: number; seed: number },
): Promise<Watched> {
  const chance = chanceOf(seed);
  const moving = Array.from(
    { length: objects },
    (_, at): Moving => ({
      owner: 'bench',
      shipment: `moving-${at}`,
      longitude: EUROPE.west + chance() * (EUROPE.east - EUROPE.west),
      latitude: EUROPE.south + chance() * (EUROPE.north - EUROPE.south),
      at: new Date().toISOString(),
    }),
  );
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await replaceFeed(page);
  await signIn(page);
  await untilToldOfSites(page);
  await replaceMap(page, moving);
  await page.goto('/map');
  await page.locator('canvas.maplibregl-canvas').waitFor();
  await wait(4000);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await page.evaluate(watchFrames);
  const before = await busySeconds(client);
  const started = performance.now();
  for (let turn = 0; performance.now() - started < seconds * 1000; turn++) {
    const reported = Math.max(1, Math.round(objects * REPORTED_SHARE));
    const batch = Array.from({ length: reported }, (_, at) => moving[(turn * reported + at) % objects]!);
    for (const one of batch) {
      one.longitude += (chance() - 0.5) * STEP_DEGREES;
      one.latitude += (chance() - 0.5) * STEP_DEGREES;
      one.at = new Date().toISOString();
    }
    await page.evaluate((data) => window.told(data), JSON.stringify(batch));
    await wait(Math.max(0, started + (turn + 1) * REPORT_EVERY_MS - performance.now()));
  }
  const elapsed = (performance.now() - started) / 1000;
  const busy = (await busySeconds(client)) - before;
  const { frames, tasks, reportMs } = await page.evaluate(() => window.watched);
  if (errors.length > 0)
    throw new AggregateError(errors, 'The page with the map failed, so that nothing was measured.');
  return {
    framesPerSecond: frames / elapsed,
    longestTaskMs: Math.max(0, ...tasks),
    longTasks: tasks.length,
    busyShare: busy / elapsed,
    reportMs,
  };
}

/** What runs in the page has these at hand; this program has not. */
declare const window: {
  told: (batch: string) => void;
  watched: { frames: number; tasks: number[]; reportMs: number[] };
};
declare const requestAnimationFrame: (draw: () => void) => number;

/** The feed of the page is ours: the browser's own EventSource would only hear of the demonstration. */
const replaceFeed = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Reflect.deleteProperty(window, 'SharedWorker');
    const feeds: EventTarget[] = [];
    class Feed extends EventTarget {
      onopen: (() => void) | null = null;
      readyState = 1;
      constructor() {
        super();
        feeds.push(this);
        setTimeout(() => this.onopen?.());
      }
      close(): void {}
    }
    Object.assign(window, {
      EventSource: Feed,
      watched: { frames: 0, tasks: [], reportMs: [] },
      told: (data: string) => {
        const began = performance.now();
        for (const feed of feeds) feed.dispatchEvent(new MessageEvent('moved', { data }));
        // What React does of it, it does in tasks of its own before the next frame.
        requestAnimationFrame(() => window.watched.reportMs.push(performance.now() - began));
      },
    });
  });

function watchFrames(): void {
  const count = (): void => {
    window.watched.frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.watched.tasks.push(duration);
  }).observe({ type: 'longtask' as 'measure' });
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/e-mail/i).fill(PLANNER.email);
  await page.getByLabel(/^password/i).fill(PLANNER.password);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
}

/** The demonstration is told behind the first page that is served. */
async function untilToldOfSites(page: Page): Promise<void> {
  for (let looks = 0; looks < 120; looks++) {
    const { sites } = await (await page.request.get('/api/map')).json();
    if (sites.length >= LEAST_SITES) return;
    await wait(1000);
  }
  throw new Error(`The demonstration did not have ${LEAST_SITES} sites within two minutes.`);
}

/** The sites and lanes of the demonstration, and on them what moves here. */
async function replaceMap(page: Page, moving: Moving[]): Promise<void> {
  await page.route('**/api/map', async (route) => {
    const answer = await (await route.fetch()).json();
    const [from, to] = answer.sites;
    const consignments = moving.map(({ owner, shipment, longitude, latitude, at }) => ({
      shipment,
      supplier: owner,
      customer: to.owner,
      carrier: null,
      packages: null,
      grossMassKg: null,
      vehicle: null,
      mode: null,
      collectAt: at,
      positionAt: at,
      departedAt: at,
      arrivedAt: null,
      heldAt: null,
      heldReason: null,
      transportReference: null,
      despatchNote: null,
      longitude,
      latitude,
      expectedAt: new Date(Date.now() + 86_400_000).toISOString(),
      from: from.id,
      to: to.id,
      state: 'moving',
    }));
    await route.fulfill({ json: { ...answer, consignments } });
  });
}

async function busySeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value;
}

await main(readOptions(process.argv.slice(2)));
