import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eventHash, readCapture } from './index.ts';

const folder = `${process.env.INTAKT_DATA}/epcis`;
const LISTING = fileURLToPath(new URL('golden/corpus.txt', import.meta.url));
/** As the corpus test names them. */
const NOT_CAPTURES = /gs1-schema\/(?!test\/[A-Z])|gs1-rest|gs1-context|Query\/Queries|epcis-profiles/;

/**
 * What every file of the corpus gives, for a reviewer to read: what happened when by which step, with the CBV hash of the
 * event, and each mistake by its place. The files themselves, which are others', are not repeated.
 */
test.skipIf(!process.env.INTAKT_DATA)('the corpus says what the listing says (needs INTAKT_DATA)', async () => {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = all.filter((path) => /\.json(ld)?$/.test(path) && !NOT_CAPTURES.test(path)).sort();
  expect(files.length).toBeGreaterThan(120);
  await expect(files.map(linesOf).join('\n')).toMatchFileSnapshot(LISTING);
});

function linesOf(file: string): string {
  const { kind, accepted, events, errors, warnings, eventCount } = readCapture(
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
  );
  const lines = [
    `${kind}, ${accepted ? 'accepted' : 'refused'}, ${events.length} of ${eventCount} events`,
    ...events.map((event) => {
      const { eventTime, bizStep, disposition, bizTransactions, source } = event;
      const hash = eventHash(event, (bytes) => createHash('sha256').update(bytes).digest()).slice(15, 27);
      const said = [source.type, source.action, eventTime, bizStep, disposition].filter(Boolean).join(' ');
      return `  ${said}, ${bizTransactions.length} transactions · ${hash}`;
    }),
    ...errors.map(({ path, expected }) => `  error at ${path || 'the document'}: expected ${expected}`),
    ...warnings.map(({ path }) => `  warning at ${path}`),
  ];
  return [file, ...lines].join('\n  ').concat('\n');
}
