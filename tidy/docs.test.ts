import { EVENT_TYPES, REFUSALS } from '@intakt/contract';
import { expect, test } from 'vitest';
import { GENERATED_DOCS } from './generated-docs.ts';
import { addressesNamedIn, anchorsOf, linksOf, PAGES, pathsNamedIn, scriptsNamedIn } from './markdown.ts';
import { FILES, isTest, linesOf, read, SOURCES } from './repository.ts';

const ARCHITECTURE_LIMIT = 150;
const DECISION_LIMIT = 25;
const DECISIONS = PAGES.filter((page) => page.startsWith('docs/decisions/'));

test.each(Object.keys(GENERATED_DOCS))('%s says what the contract says', (page) => {
  expect(read(page), 'run: npm run generate --workspace tidy').toBe(GENERATED_DOCS[page]!());
});

test('every event and every refusal has its section', () => {
  expect(anchorsOf('docs/events.md')).toEqual(expect.arrayContaining(EVENT_TYPES));
  for (const code of Object.keys(REFUSALS)) expect(read('docs/refusals.md')).toContain(`\`${code}\` · HTTP`);
});

test('every link leads somewhere', () => {
  const links = PAGES.flatMap(linksOf);
  expect(links.length).toBeGreaterThan(20);
  const folders = new Set(FILES.map((file) => file.split('/').slice(0, -1).join('/')));
  const isThere = ({ file, anchor }: { file: string; anchor?: string }): boolean =>
    (FILES.includes(file) && (!anchor || !file.endsWith('.md') || anchorsOf(file).includes(anchor))) ||
    folders.has(file.replace(/\/$/, ''));
  expect(links.filter((link) => !isThere(link)).map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
});

test('every command that a page names is there', () => {
  const named = PAGES.flatMap((page) => scriptsNamedIn(page).map((command) => ({ page, ...command })));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ script, manifest }) => !(script in scriptsOf(manifest)))).toEqual([]);
});

test('every file that a page names is there', () => {
  const named = PAGES.flatMap((page) => pathsNamedIn(page).map((path) => ({ page, path })));
  expect(named.length).toBeGreaterThan(20);
  const isThere = (path: string): boolean => FILES.some((file) => file === path || file.startsWith(`${path}/`));
  const exact = named.filter(({ path }) => !/[*<]|NNNN/.test(path));
  expect(exact.filter(({ path }) => !isThere(path))).toEqual([]);
});

test('every address that a page names is a route of the server', () => {
  const server = SOURCES.filter((file) => file.startsWith('server/') && !isTest(file)).map(read);
  const named = PAGES.flatMap((page) => addressesNamedIn(page).map((address) => ({ page, address })));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter(({ address }) => !server.some((text) => text.includes(`'${address}'`)))).toEqual([]);
});

test('every script starts a file that is there', () => {
  const started = Object.values(scriptsOf('package.json')).flatMap((script) => [
    ...script.matchAll(/node ([\w/.-]+\.ts)/g),
  ]);
  expect(started.map(([, file]) => file!).filter((file) => !FILES.includes(file))).toEqual([]);
});

test('the table of settings names every variable that the server reads, and no other', () => {
  const asked = [...read('server/config.ts').matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name!);
  const told = [...read('docs/operation.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name!);
  expect([...new Set(told)].sort()).toEqual([...new Set(asked)].sort());
});

test(`ARCHITECTURE.md stays below ${ARCHITECTURE_LIMIT} lines`, () => {
  expect(linesOf(read('ARCHITECTURE.md'))).toBeLessThan(ARCHITECTURE_LIMIT);
});

test('decisions are numbered without a gap, short, and say what was decided and why', () => {
  const numbers = DECISIONS.map((page) => Number(/(\d{4})-[a-z0-9-]+\.md$/.exec(page)?.[1]));
  expect(numbers).toEqual(DECISIONS.map((_, i) => i + 1));
  expect(DECISIONS.filter((page) => linesOf(read(page)) > DECISION_LIMIT)).toEqual([]);
  for (const page of DECISIONS)
    expect(anchorsOf(page), page).toEqual(expect.arrayContaining(['the-obvious-way', 'what-we-do', 'what-it-costs']));
});

test('the glossary is in order, each term once, each with a sentence', () => {
  const terms = [...read('docs/glossary.md').matchAll(/^\| \*\*(.+?)\*\* \| (.+?) \| (.*?) \|$/gm)];
  const names = terms.map(([, term]) => term!);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(names).toEqual([...new Set(names)].sort(new Intl.Collator('en').compare));
  expect(terms.filter(([, , sentence]) => !sentence!.endsWith('.')).map(([, term]) => term)).toEqual([]);
});

const scriptsOf = (manifest: string): Record<string, string> =>
  (JSON.parse(read(manifest)) as { scripts: Record<string, string> }).scripts;
