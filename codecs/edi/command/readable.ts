import type { DecodedPart } from '../decode.ts';

const INDENT = '  ';

/** A part of a file as a person reads it. */
export function readable(part: DecodedPart): string {
  if (part.kind === 'unreadable') return `unreadable: ${part.error.message}\n`;
  if (part.kind === 'end') return part.errors.map((error) => `${error.severity}: ${error.message}\n`).join('');
  if (part.kind === 'interchange') {
    const { format, controlReference, preparedAt, sender, receiver, test, errors } = part.interchange;
    const parties = `${inline(sender)} to ${inline(receiver)}`;
    const head = `${format} interchange ${controlReference} from ${parties}${preparedAt ? ` at ${preparedAt}` : ''}`;
    return [`${head}${test ? ' (test)' : ''}`, ...errors.map(({ message }) => message)].join('\n').concat('\n');
  }
  const { type, reference, statements, errors, unmapped } = part.message;
  const lines = [
    `${type} ${reference}`,
    ...statements.flatMap(({ kind, position: _, ...statement }) => [`${INDENT}${kind}`, ...linesOf(statement, 2)]),
    ...errors.map(
      ({ severity, message, position }) => `${INDENT}${severity} in segment ${position.segment}: ${message}`,
    ),
    ...(unmapped.length > 0 ? [`${INDENT}unmapped ${unmapped.map(placeOf).join(', ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const placeOf = ({ position, value }: { position: { tag: string; element?: number }; value: string }): string =>
  `${position.tag}/${position.element ?? ''} "${value}"`;

/** Members one a line; what fits on a line stands behind its name, lists of such things line by line. */
function linesOf(value: object, depth: number): string[] {
  return Object.entries(value).flatMap(([name, member]) => memberLines(name, member, depth));
}

function memberLines(name: string, member: unknown, depth: number): string[] {
  const start = INDENT.repeat(depth) + name;
  if (member === undefined || (Array.isArray(member) && member.length === 0)) return [];
  if (!Array.isArray(member))
    return isFlat(member) ? [`${start} ${inline(member)}`] : [start, ...linesOf(member as object, depth + 1)];
  if (member.every(isFlat)) return [start, ...member.map((item) => INDENT.repeat(depth + 1) + inline(item))];
  return member.flatMap((item: object) => [start, ...linesOf(withoutPosition(item), depth + 1)]);
}

function withoutPosition(item: object): object {
  const { position: _, ...rest } = item as { position?: unknown };
  return rest;
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isFlat = (value: unknown): boolean =>
  isScalar(value) ||
  (!Array.isArray(value) && Object.values(value as object).every((member) => isScalar(member) || isParty(member)));
const isParty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isScalar);

/** `name value` pairs behind each other; parties and parts in brackets. */
function inline(value: unknown): string {
  if (isScalar(value)) return String(value);
  const pairs = Object.entries(value as object).map(([name, member]) =>
    isScalar(member) ? `${name} ${member}` : `${name} (${inline(member)})`,
  );
  return pairs.join(', ') || 'nobody named';
}
