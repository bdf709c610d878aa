import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASPECT_NAMES, ASPECTS, type Aspect, type AspectName, readAspect, writeAspect } from './index.ts';
import { payloads } from './payloads.test-data.ts';

const folder = `${process.env.INTAKT_DATA}/catenax`;

function load(name: AspectName, file: string): unknown {
  const [, model, version] = /io\.catenax\.(\w+):([\d.]+)#/.exec(ASPECTS[name].semanticId) ?? [];
  return JSON.parse(readFileSync(`${folder}/${model}/${version}/${name}${file}`, 'utf8'));
}

function schemaOf(name: AspectName) {
  const ajv = new Ajv.default({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(load(name, '-schema.json') as object);
}

/**
 * Where our verdict on a mutated example is not the schema's. The schemas' pattern for timestamps is not anchored and
 * knows no calendar, so it lets text through that merely contains a date and time.
 */
const STRICTER_THAN_SCHEMA = /"(noise 2024-01-10T12:00:00Z noise|2023-02-31T12:00:00Z)"$/;

describe.skipIf(!process.env.INTAKT_DATA)('the published aspect models (need INTAKT_DATA)', () => {
  test('we read the newest version of each model that is there', () => {
    for (const name of ASPECT_NAMES) {
      const [, model = '', version] = /io\.catenax\.(\w+):([\d.]+)#/.exec(ASPECTS[name].semanticId) ?? [];
      expect(readdirSync(`${folder}/${model}`).sort().at(-1), name).toBe(version);
    }
  });

  test.each(ASPECT_NAMES)(
    'the example of %s is accepted by us and by the schema, and so is what we write of it',
    (name) => {
      const isValid = schemaOf(name);
      const example = load(name, '.json');
      expect(isValid(example), JSON.stringify(isValid.errors)).toBe(true);
      const read = readAspect(name, example);
      if (!read.ok) throw new Error(read.errors[0]?.message);
      expect(read.warnings.filter(({ code }) => code === 'MEMBER_UNKNOWN')).toEqual([]);
      const written = writeAspect(name, read.aspect);
      if (!written.ok) throw new Error(written.errors[0]?.message);
      expect(isValid(written.payload), JSON.stringify(isValid.errors)).toBe(true);
      expect(readAspect(name, written.payload)).toMatchObject({ ok: true, aspect: read.aspect });
    },
  );

  test.each(ASPECT_NAMES)(
    'generated payloads of %s are valid by the schema, read, and written again the same',
    (name) => {
      const isValid = schemaOf(name);
      fc.assert(
        fc.property(payloads(ASPECTS[name].shape), (payload) => {
          expect(isValid(payload), JSON.stringify(isValid.errors)).toBe(true);
          const read = readAspect(name, payload);
          if (!read.ok) throw new Error(read.errors[0]?.message);
          const written = writeAspect(name, read.aspect as Aspect<AspectName>);
          if (!written.ok) throw new Error(written.errors[0]?.message);
          expect(isValid(written.payload), JSON.stringify(isValid.errors)).toBe(true);
          expect(readAspect(name, written.payload)).toMatchObject({ ok: true, aspect: read.aspect });
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(ASPECT_NAMES)('our verdict on mutated examples of %s is the schema’s, save for dates', (name) => {
    const isValid = schemaOf(name);
    const disagreements: string[] = [];
    let refused = 0;
    for (const { payload, what } of mutants(load(name, '.json'))) {
      const ours = readAspect(name, payload).ok;
      const theirs = isValid(payload);
      if (!ours && !theirs) refused++;
      if (ours !== theirs) disagreements.push(`${theirs ? 'only ours' : 'only the schema'} refuses ${what}`);
    }
    expect(refused).toBeGreaterThan(20);
    expect(disagreements.filter((text) => !(text.startsWith('only ours') && STRICTER_THAN_SCHEMA.test(text)))).toEqual(
      [],
    );
  });
});

const REPLACEMENTS: readonly unknown[] = [
  undefined,
  null,
  42,
  -1,
  1e19,
  true,
  '',
  'word',
  'unit:newton',
  'BPNS444444444XX',
  'bpns4444444444XX',
  'BPNL4444444444XX',
  'BPNS4444444444XX',
  '0157ba42-d2a8-4e28-8565-7b07830c1110',
  '2023-02-30',
  '2023-02-28',
  '2023-02-28T12:00:00Z',
  '2023-02-28T12:00:00',
  'noise 2024-01-10T12:00:00Z noise',
  '2023-02-31T12:00:00Z',
  [],
  {},
  ['a', 'a'],
];

/** Every member of the example left out or replaced, and every item of a list said twice, one at a time. */
function* mutants(example: unknown): Generator<{ payload: unknown; what: string }> {
  for (const steps of memberPaths(example)) {
    for (const replacement of REPLACEMENTS) {
      const payload = structuredClone(example);
      const value = parentOf(payload, steps);
      const last = steps.at(-1) ?? '';
      if (replacement !== undefined) value[last] = replacement;
      else if (Array.isArray(value)) value.splice(Number(last), 1);
      else delete value[last];
      yield { payload, what: `${steps.join('/')} = ${JSON.stringify(replacement)}` };
    }
    const payload = structuredClone(example);
    const list = parentOf(payload, steps);
    if (Array.isArray(list)) list.push(structuredClone(list[0]));
    yield { payload, what: `${steps.join('/')} repeated` };
  }
}

function parentOf(payload: unknown, steps: readonly string[]): Record<string, unknown> {
  return steps
    .slice(0, -1)
    .reduce((holder, step) => holder[step] as Record<string, unknown>, payload as Record<string, unknown>);
}

function memberPaths(value: unknown, steps: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [...steps, name],
    ...memberPaths(member, [...steps, name]),
  ]);
}
