import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** A server of its own over the opened demonstration network at a standing hour, and a browser. */
export interface BrowserWorld {
  base: string;
  browser: Browser;
  signIn: (email: string) => Promise<{ context: BrowserContext; page: Page }>;
  close: () => Promise<void>;
}

/** The day of the DESADV that is dropped, a Thursday. */
export const DAY = '2014-04-03';
const NOW = `${DAY}T05:00:00.000Z`;
const PASSWORD = 'intakt-demo';
/** The demonstration may still be being told, and the machine busy with all else: this only ends a wait for what never comes. */
export const PATIENCE_MS = 180_000;
const ARGUMENTS = [
  '--no-sandbox',
  '--headless',
  '--disable-background-networking',
  '--disable-component-update',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export async function openBrowserWorld(port: number): Promise<BrowserWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intakt-browser-'));
  await cp(inject('openedDemonstration'), folder, { recursive: true });
  const { base, stop } = await startServer(folder, port);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  return {
    base,
    browser,
    signIn: (email) => signIn({ base, browser }, email),
    close: async () => {
      await browser.close();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A server over the demonstration network in the folder, which is opened where the folder is empty. */
export async function startServer(folder: string, port: number): Promise<{ base: string; stop: () => Promise<void> }> {
  const own = {
    INTAKT_DATA_DIR: folder,
    INTAKT_NOW: NOW,
    INTAKT_SIMULATOR: 'off',
    PORT: String(port),
    DATABASE_URL: '',
  };
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const base = await addressOf(server);
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  };
  return { base, stop };
}

/** The address is printed once it serves. */
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

async function signIn(
  { base, browser }: Pick<BrowserWorld, 'base' | 'browser'>,
  email: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(PASSWORD);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return { context, page };
}

const LOOKS = [
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 390 },
] as const;

/** What a route answers to whom the page is signed in as. */
export const ask = async <T>(page: Page, url: string): Promise<T> => (await page.request.get(url)).json() as Promise<T>;

/** What axe finds serious or critical on the screens, light and dark, wide and on a phone; two screens at a time. */
export async function seriousFindings(page: Page, base: string, screens: string[]): Promise<string[]> {
  const other = await page.context().newPage();
  const findings: string[] = [];
  const left = [...screens];
  const walk = async (tab: Page): Promise<void> => {
    for (let screen = left.shift(); screen !== undefined; screen = left.shift())
      findings.push(...(await findingsOf(tab, base, screen)));
  };
  await Promise.all([page, other].map(walk));
  await other.close();
  return findings;
}

async function findingsOf(page: Page, base: string, screen: string): Promise<string[]> {
  const findings: string[] = [];
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(base + screen);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: PATIENCE_MS });
    // The feed keeps the network busy for ever, so what is waited for is the skeletons' end.
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await page.evaluate(AxeBuilder.source);
    const serious = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof AxeBuilder }).axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
    });
    findings.push(...serious.map((finding) => `${screen} ${colorScheme} ${width}: ${finding}`));
  }
  return findings;
}
