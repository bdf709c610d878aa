/** What is wrong or odd in a payload, and where. */
export interface AspectProblem {
  /** JSON pointer into the payload. */
  path: string;
  code: ProblemCode;
  value: unknown;
  expected: string;
  message: string;
}

export type ProblemCode =
  | 'VALUE_INVALID'
  | 'MEMBER_MISSING'
  | 'MEMBER_UNKNOWN'
  | 'ITEM_REPEATED'
  | 'RULE_BROKEN'
  | 'UNIT_UNKNOWN'
  | 'PLACE_UNKNOWN'
  | 'ASPECT_UNKNOWN';

const LONGEST_SHOWN = 120;

export function problem(code: ProblemCode, path: string, value: unknown, expected: string): AspectProblem {
  const message = `${path || 'The payload'} holds ${show(value)}; expected ${expected}.`;
  return { path, code, value, expected, message };
}

/** Appends a member name or index to a JSON pointer (RFC 6901). */
export function pointer(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Never deeper than one level: whoever sent nothing but brackets must not make us recurse. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `an object of ${Object.keys(value).length} members`;
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
