import { toUtc } from './instant.ts';
import { isObject, pointer } from './json.ts';
import type { ObjectShape, Shape } from './shapes.ts';
import { isUri, readTerm, VOCABULARIES } from './vocabulary.ts';

export interface EpcisError {
  /** JSON pointer into the captured document. */
  path: string;
  value: unknown;
  expected: string;
  message: string;
}

/** Judges a value by its shape and returns every mistake, not only the first. */
export function checkShape(value: unknown, shape: Shape, path: string): EpcisError[] {
  if (typeof shape === 'string') return checkScalar(value, shape, path);
  if ('vocabulary' in shape) return checkTerm(value, shape.vocabulary, path);
  return 'list' in shape ? checkList(value, shape, path) : checkObject(value, shape, path);
}

export function mistake(path: string, value: unknown, expected: string): EpcisError {
  return { path, value, expected, message: `${path || 'The document'} holds ${show(value)}; expected ${expected}.` };
}

const LONGEST_SHOWN = 120;

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

type ScalarName = Extract<Shape, string>;

const SCALARS: Readonly<Record<ScalarName, { expected: string; accepts: (value: unknown) => boolean }>> = {
  uri: { expected: 'a URI', accepts: (value) => typeof value === 'string' && isUri(value) },
  time: {
    expected: 'a date and time with time zone (RFC 3339)',
    accepts: (value) => typeof value === 'string' && toUtc(value) !== undefined,
  },
  'zone-offset': {
    expected: 'a time zone offset such as +01:00, at most 14:00',
    accepts: matches(/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/),
  },
  action: { expected: 'ADD, OBSERVE or DELETE', accepts: matches(/^(?:ADD|OBSERVE|DELETE)$/) },
  text: { expected: 'text', accepts: (value) => typeof value === 'string' },
  number: { expected: 'a number', accepts: (value) => typeof value === 'number' },
  boolean: { expected: 'true or false', accepts: (value) => typeof value === 'boolean' },
  hex: { expected: 'hexadecimal digits', accepts: matches(/^[A-Fa-f0-9]+$/) },
  unit: { expected: 'a Recommendation 20 unit of 2 or 3 characters', accepts: matches(/^[A-Z0-9]{2,3}$/) },
  version: { expected: 'a version such as 2.0', accepts: matches(/^\d+(?:\.\d+)*$/) },
  context: { expected: 'JSON-LD contexts: addresses or objects, each once', accepts: isContext },
  elsewhere: { expected: '', accepts: () => true },
  'uri-or-uris': {
    expected: 'a URI or a list of URIs',
    accepts: (value) => (Array.isArray(value) ? value : [value]).every((uri) => typeof uri === 'string' && isUri(uri)),
  },
};

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function isContext(value: unknown): boolean {
  if (Array.isArray(value))
    return areDistinct(value) && value.every((entry) => !Array.isArray(entry) && isContext(entry));
  return isObject(value) || (typeof value === 'string' && isUri(value));
}

function areDistinct(list: readonly unknown[]): boolean {
  return new Set(list.map((entry) => JSON.stringify(entry))).size === list.length;
}

function checkScalar(value: unknown, name: ScalarName, path: string): EpcisError[] {
  return SCALARS[name].accepts(value) ? [] : [mistake(path, value, SCALARS[name].expected)];
}

const LONGEST_LISTED = 16;

function checkTerm(value: unknown, name: keyof typeof VOCABULARIES, path: string): EpcisError[] {
  if (typeof value === 'string' && readTerm(name, value) !== undefined) return [];
  const terms = [...VOCABULARIES[name].terms];
  const some = terms.slice(0, LONGEST_LISTED).join(', ') + (terms.length > LONGEST_LISTED ? ' …' : '');
  return [mistake(path, value, `a CBV 2.0 ${name} (${some}) or a URI of one's own`)];
}

function checkList(value: unknown, shape: Extract<Shape, { list: Shape }>, path: string): EpcisError[] {
  if (!Array.isArray(value)) return [mistake(path, value, 'a list')];
  const errors = value.flatMap((item, index) => checkShape(item, shape.list, pointer(path, index)));
  if (value.length < (shape.atLeast ?? 0)) errors.push(mistake(path, value, 'a list that is not empty'));
  if (shape.unique) errors.push(...repeated(value, path));
  return errors;
}

function repeated(list: readonly unknown[], path: string): EpcisError[] {
  const seen = new Set<unknown>();
  const errors: EpcisError[] = [];
  for (const [index, item] of list.entries()) {
    if (seen.has(item)) errors.push(mistake(pointer(path, index), item, 'each value once'));
    seen.add(item);
  }
  return errors;
}

function checkObject(value: unknown, shape: ObjectShape, path: string): EpcisError[] {
  if (!isObject(value)) return [mistake(path, value, 'an object')];
  const missing = (shape.required ?? []).filter((name) => value[name] === undefined);
  const errors = missing.map((name) => mistake(pointer(path, name), undefined, `${name}, which is required`));
  for (const [name, member] of Object.entries(value)) errors.push(...checkMember(member, name, shape, path));
  return errors;
}

function checkMember(member: unknown, name: string, shape: ObjectShape, path: string): EpcisError[] {
  const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
  if (known !== undefined) return checkShape(member, known, pointer(path, name));
  if (shape.others === 'any' || (shape.others === 'extensions' && isUri(name))) return checkDepth(member, name, path);
  const names = Object.keys(shape.members).filter((candidate) => !candidate.startsWith('@'));
  const own = shape.others === 'extensions' ? ', or an extension with a namespace prefix' : '';
  return [mistake(pointer(path, name), member, `one of ${names.join(', ')}${own}`)];
}

/** Nothing in the trade nests this deep, and whatever walks the event afterwards may rely on it. */
const DEEPEST = 32;

function checkDepth(member: unknown, name: string, path: string): EpcisError[] {
  if (!isDeeperThan(member, DEEPEST)) return [];
  return [
    {
      ...mistake(pointer(path, name), undefined, `at most ${DEEPEST} levels of nesting`),
      message: `${pointer(path, name)} nests deeper than ${DEEPEST} levels.`,
    },
  ];
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}
