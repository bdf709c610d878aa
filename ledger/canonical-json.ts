/**
 * RFC 8785, JSON Canonicalization Scheme: one value, one text, so that two parties hash the same bytes.
 * Members are sorted by UTF-16 code units, numbers and strings are written as ECMAScript writes them.
 */

/** A cycle or a hostile depth must end in a clear error and not in an exhausted stack. */
export const MAX_DEPTH = 500;

/** Characters that need JSON's own escaping, and surrogates without their other half; the rest is copied. */
const NEEDS_CARE = /["\\\p{Cc}\ud800-\udfff]/u;

export class CanonicalJsonError extends TypeError {
  override readonly name = 'CanonicalJsonError';
}

/**
 * The canonical text of a JSON value. Members that are undefined are left out, as JSON.stringify does;
 * anything else that JSON cannot hold (NaN, bigint, a Date, a lone surrogate, undefined in an array) is an
 * error that names the member, because a silently changed value would be proved as something nobody said.
 *
 * @example canonicalJson({ b: 1.50, a: 'ü' }) // '{"a":"ü","b":1.5}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value as Record<string, unknown>, depth);
    default:
      throw new CanonicalJsonError(
        `A value of type ${typeof value} has no place in JSON; leave it out or write a text`,
      );
  }
}

function writeString(text: string): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  if (text.isWellFormed()) return JSON.stringify(text);
  throw new CanonicalJsonError(`The text ${JSON.stringify(text)} holds half a surrogate pair and has no UTF-8 form`);
}

function writeNumber(value: number): string {
  if (Number.isFinite(value)) return `${value}`;
  throw new CanonicalJsonError(`${value} is not a JSON number; leave the member out when there is no number`);
}

function writeArray(items: readonly unknown[], depth: number): string {
  refuseDepth(depth);
  let text = '[';
  for (let index = 0; index < items.length; index++) {
    if (index > 0) text += ',';
    text += writeMember(items[index], index, depth);
  }
  return `${text}]`;
}

function writeObject(members: Record<string, unknown>, depth: number): string {
  refuseDepth(depth);
  refuseInstance(members);
  let text = '';
  for (const name of sortedNames(members)) {
    const value = members[name];
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}${writeString(name)}:${writeMember(value, name, depth)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function writeMember(value: unknown, name: string | number, depth: number): string {
  try {
    return write(value, depth + 1);
  } catch (error) {
    if (error instanceof CanonicalJsonError) error.message = `${name}: ${error.message}`;
    throw error;
  }
}

/** Without a comparer, sort() orders by UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for. */
function sortedNames(members: Record<string, unknown>): string[] {
  const names = Object.keys(members);
  for (let index = 1; index < names.length; index++) {
    if (names[index - 1]! > names[index]!) return names.sort();
  }
  return names;
}

function refuseDepth(depth: number): void {
  if (depth < MAX_DEPTH) return;
  throw new CanonicalJsonError(`The value is nested deeper than ${MAX_DEPTH} levels or refers to itself`);
}

/** A Date or a Map would be written as {}: only plain objects, of whichever realm, are let through. */
function refuseInstance(value: object): void {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null) return;
  throw new CanonicalJsonError(`A ${value.constructor.name} is not a plain object; convert it to JSON first`);
}
