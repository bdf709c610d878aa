import { type AspectProblem, type ProblemCode, pointer, problem } from './problem.ts';
import { SCALARS } from './scalars.ts';
import type { ObjectShape, ScalarName, SetShape, Shape } from './shape.ts';

type Json = { [name: string]: unknown };

/** A walk over a value along its shape, collecting every mistake and doubt on the way. */
export interface Walk {
  direction: 'read' | 'write';
  errors: AspectProblem[];
  warnings: AspectProblem[];
}

/**
 * Judges a value by its shape and turns it from the payload's form into the statement's, or back: UUIDs lose `urn:uuid:`,
 * business partner numbers become upper case, units Recommendation 20 codes and timestamps UTC.
 */
export function walkValue(walk: Walk, value: unknown, shape: Shape, path: string): unknown {
  if (typeof shape === 'string') return walkScalar(walk, value, shape, path);
  if ('oneOf' in shape) {
    const fits = typeof value === 'string' && shape.oneOf.includes(value);
    return fits ? value : refuse(walk, path, value, `one of ${shape.oneOf.join(', ')}`);
  }
  if ('from' in shape) {
    const fits = typeof value === 'number' && value >= shape.from && value <= shape.to;
    return fits ? value : refuse(walk, path, value, `a number from ${shape.from} to ${shape.to}`);
  }
  if ('longest' in shape) {
    const fits = typeof value === 'string' && [...value].length <= shape.longest;
    return fits ? value : refuse(walk, path, value, `text of at most ${shape.longest} characters`);
  }
  return 'set' in shape ? walkSet(walk, value, shape, path) : walkObject(walk, value, shape, path);
}

function refuse(walk: Walk, path: string, value: unknown, expected: string, code: ProblemCode = 'VALUE_INVALID') {
  walk.errors.push(problem(code, path, value, expected));
  return undefined;
}

function walkScalar(walk: Walk, value: unknown, name: ScalarName, path: string): unknown {
  const { expected, read, write, doubt } = SCALARS[name];
  if (walk.direction === 'write' && write) {
    const written = typeof value === 'string' ? write(value) : undefined;
    if (written !== undefined && read(written) !== undefined) return written;
    return refuse(walk, path, value, expected, name === 'unit' ? 'UNIT_UNKNOWN' : 'VALUE_INVALID');
  }
  const meaning = read(value);
  if (meaning === undefined) return refuse(walk, path, value, expected);
  const better = typeof value === 'string' ? doubt?.(value) : undefined;
  if (better !== undefined) walk.warnings.push(problem('VALUE_INVALID', path, value, better));
  return meaning;
}

function walkSet(walk: Walk, value: unknown, { set, atLeast = 0, atMost }: SetShape, path: string): unknown {
  if (!Array.isArray(value)) return refuse(walk, path, value, 'a list');
  if (value.length < atLeast) refuse(walk, path, value, `at least ${atLeast}`);
  if (value.length > (atMost ?? value.length)) refuse(walk, path, value, `at most ${atMost}`);
  const seen = new Set<string>();
  return value.map((item, index) => {
    const at = pointer(path, index);
    const key = canonical(item);
    if (seen.has(key)) refuse(walk, at, item, 'each item once', 'ITEM_REPEATED');
    seen.add(key);
    return walkValue(walk, item, set, at);
  });
}

function walkObject(walk: Walk, value: unknown, shape: ObjectShape, path: string): unknown {
  if (!isObject(value)) return refuse(walk, path, value, 'an object');
  const result: Json = {};
  for (const [name, member] of Object.entries(shape.required)) {
    const at = pointer(path, name);
    if (value[name] === undefined) refuse(walk, at, undefined, `${name}, which is required`, 'MEMBER_MISSING');
    else result[name] = walkValue(walk, value[name], member, at);
  }
  for (const [name, member] of Object.entries(shape.optional))
    if (value[name] !== undefined) result[name] = walkValue(walk, value[name], member, pointer(path, name));
  noteUnknown(walk, value, shape, path);
  return result;
}

/** The schemas let members through that they do not name; nobody reads them, and the sender should hear of it. */
function noteUnknown(walk: Walk, value: Json, { required, optional }: ObjectShape, path: string): void {
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(required, name) || Object.hasOwn(optional, name) || value[name] === undefined) continue;
    const known = Object.keys({ ...required, ...optional }).join(', ');
    walk.warnings.push(problem('MEMBER_UNKNOWN', pointer(path, name), value[name], `only ${known}`));
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Aspects nest six levels at most; what lies deeper is no aspect's and plays no part in comparing. */
const DEEPEST = 16;

/** Equal for equal JSON values, whatever the order of their members. */
function canonical(value: unknown, depth = 0): string {
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? '';
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name], depth + 1)}`).join(',')}}`;
}
