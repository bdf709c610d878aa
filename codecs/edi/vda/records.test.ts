import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RECORD_LENGTH } from './record-table.ts';
import { VDA_MESSAGES } from './records.ts';

const records = VDA_MESSAGES.flatMap(({ records: own }) => own);

test.each(records)('the fields of $type follow each other and end within the record', ({ fields }) => {
  let place = 1;
  for (const { name, start, length } of fields) {
    expect(start, name).toBeGreaterThanOrEqual(place);
    place = start + length;
  }
  expect(place - 1).toBeLessThanOrEqual(RECORD_LENGTH);
});

test('every parent, header, trailer and message record has a table', () => {
  for (const { records: own, parents, header, trailer, message, needs } of VDA_MESSAGES) {
    const types = own.map(({ type }) => type);
    const named = [...Object.entries(parents), ...Object.entries(needs)].flat();
    expect(types).toEqual(expect.arrayContaining([header, trailer, message, ...named]));
  }
});

test.skipIf(!process.env.INTAKT_DATA)(
  'each field stands where the published tables have it (needs INTAKT_DATA)',
  () => {
    const published = readFileSync(`${process.env.INTAKT_DATA}/edi/vda-4905-4913-fields.txt`, 'utf8');
    const tables = new Map(published.split(/^## /m).map((part) => [part.slice(0, 3), part]));
    expect(records.map(({ type }) => type).filter((type) => !tables.has(type))).toEqual([]);
    for (const { type, fields } of records) {
      const theirs = [...tables.get(type)!.matchAll(/(\d+)-(\d+) ([^;[*\n]+)/g)].filter(
        ([, , , name]) => !name!.startsWith('Empty'),
      );
      const ours = fields.slice(1).map(({ start, length }) => `${start}-${start + length - 1}`);
      expect(ours, type).toEqual(theirs.map(([, from, to]) => `${from}-${to}`));
    }
  },
);
