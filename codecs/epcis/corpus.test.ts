import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readCapture } from './index.ts';

const folder = `${process.env.INTAKT_DATA}/epcis`;

/** Files that look like captures and are not: queries, schemas, contexts, the REST binding. */
const NOT_CAPTURES = /gs1-schema\/(?!test\/[A-Z])|gs1-rest|gs1-context|Query\/Queries|epcis-profiles/;

/** Documents among the valid examples that are wrong by EPCIS 2.0 and GS1's schema alike, with the reason. */
const WRONG_EXAMPLES: Readonly<Record<string, string>> = {
  'openepcis/epcis2js-hashing/epcisDocWithSingleEvent.json': 'a draft of EPCIS 2.0 had `event` instead of `eventList`',
};

/** Accepted with a warning although the schema refuses them; each reason is a row of TOLERANCES. */
const TOLERATED_EXAMPLES = [
  'openepcis/epcis2js-hashing/epcisDocHavingEventWithComment.json',
  'openepcis/epcis2js-hashing/epcisDocWithCustomSchemaInContext.json',
  'openepcis/epcis2js-hashing/epcisDocWithDefaultSchemaInContext.json',
  'openepcis/epcis2js-hashing/event-hash-reference-document3.json',
  'openepcis/test-resources/2.0/EPCIS/JSON/Capture/Documents/AggregationEvent_with_persistentDisposition.json',
  'openepcis/test-resources/2.0/EPCIS/JSON/Capture/Documents/SensorData_with_combined_events.json',
  'openepcis/test-resources/2.0/EPCIS/JSON/Query/TransactionEvent_with_userExtensions.json',
];

function captures(): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return all.filter((path) => /\.json(ld)?$/.test(path) && !NOT_CAPTURES.test(path)).sort();
}

function load(path: string): unknown {
  return JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'));
}

function schema() {
  const ajv = new Ajv.default({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(load('gs1-schema/EPCIS-JSON-Schema.json') as object);
}

describe.skipIf(!process.env.INTAKT_DATA)('the published examples (need INTAKT_DATA)', () => {
  test('the valid ones are accepted, the invalid ones rejected', () => {
    const valid = captures().filter((path) => !path.includes('Invalid/'));
    const invalid = captures().filter((path) => path.includes('Invalid/'));
    expect(valid.length).toBeGreaterThan(120);
    expect(invalid.length).toBe(12);
    expect(valid.filter((path) => !readCapture(load(path)).accepted)).toEqual(Object.keys(WRONG_EXAMPLES));
    expect(invalid.filter((path) => readCapture(load(path)).accepted)).toEqual([]);
  });

  test('our verdict without tolerance is that of GS1’s schema on every file', () => {
    const isValid = schema();
    const verdicts = captures().map((path) => ({ path, ours: strictVerdict(load(path)), theirs: isValid(load(path)) }));
    expect(verdicts.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
    const tolerated = verdicts.filter(({ path, theirs }) => !theirs && readCapture(load(path)).accepted);
    expect(tolerated.map(({ path }) => path)).toEqual(TOLERATED_EXAMPLES);
  });

  test('every event of an accepted file is read', () => {
    for (const path of captures()) {
      const capture = readCapture(load(path));
      if (capture.accepted) expect(capture.events.length, path).toBe(capture.eventCount);
    }
  });

  test('our verdict is the schema’s on mutated events too, save for what the standard says beyond the schema', {
    timeout: 120_000,
  }, () => {
    const isValid = schema();
    const disagreements = new Map<string, number>();
    for (const path of captures().filter((name) =>
      /^gs1-examples\/(With(Full|Error)|Example)|Documents\/AggregationEvent_with_sensorData/.test(name),
    )) {
      for (const mutant of mutants(load(path))) {
        if (strictVerdict(mutant.json) === isValid(mutant.json)) continue;
        const reason = `${isValid(mutant.json) ? 'only ours rejects' : 'only the schema rejects'}: ${mutant.what}`;
        disagreements.set(reason, (disagreements.get(reason) ?? 0) + 1);
      }
    }
    // EPCIS 2.0, section 7.4.3: an aggregation that is added or deleted names its parent; the schema does not ask.
    expect([...disagreements.keys()]).toEqual(['only ours rejects: epcisBody/eventList/parentID = undefined']);
  });
});

function strictVerdict(json: unknown): boolean {
  const { accepted, warnings } = readCapture(json);
  return accepted && warnings.length === 0;
}

const REPLACEMENTS: readonly unknown[] = [
  undefined,
  42,
  'word',
  'https://example.com/x',
  '',
  null,
  [],
  {},
  ['a:b', 'a:b'],
];

/** Every member of the document and of its first events, left out or replaced, one at a time. */
function* mutants(document: unknown): Generator<{ json: unknown; what: string }> {
  for (const steps of memberPaths(document)) {
    for (const replacement of REPLACEMENTS) {
      const json = structuredClone(document);
      replaceMember(json, steps, replacement);
      yield {
        json,
        what: `${steps.filter((step) => Number.isNaN(Number(step))).join('/')} = ${JSON.stringify(replacement)}`,
      };
    }
  }
}

function memberPaths(value: unknown, steps: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || steps[0] === '@context') return [];
  const entries = Object.entries(value).slice(0, Array.isArray(value) ? 2 : undefined);
  return entries.flatMap(([name, member]) => [[...steps, name], ...memberPaths(member, [...steps, name])]);
}

function replaceMember(json: unknown, steps: readonly string[], replacement: unknown): void {
  const parent = steps.slice(0, -1).reduce((holder, step) => (holder as Record<string, unknown>)[step], json);
  const last = steps.at(-1) ?? '';
  if (replacement !== undefined) (parent as Record<string, unknown>)[last] = replacement;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string, unknown>)[last];
}
