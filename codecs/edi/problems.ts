import type { MessageError, MessagePosition } from '@intakt/contract';
import type { Segment } from './segment.ts';

/** A kind of problem: its stable code, whether it stops the message, and how it reads. */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  /** `{tag}`, `{value}` and `{expected}` are filled in. */
  text: string;
}

const problem = (code: string, severity: 'error' | 'warning', text: string): Problem => ({ code, severity, text });

export const UNREADABLE = problem('UNREADABLE', 'error', 'The file begins with "{value}"; expected {expected}.');
export const ENVELOPE_MISSING = problem(
  'ENVELOPE_MISSING',
  'error',
  'The file begins with {value}; its envelope is missing: expected {expected}.',
);
export const TRAILER_MISSING = problem(
  'TRAILER_MISSING',
  'error',
  'The data ends behind {tag} without its trailer; expected {expected}.',
);
export const CHARSET_UNKNOWN = problem(
  'CHARSET_UNKNOWN',
  'warning',
  'The character set {value} is not read, and letters beyond ASCII may be wrong; expected {expected}.',
);
export const HEADER_MISSING = problem(
  'HEADER_MISSING',
  'error',
  '{tag} stands outside of any message; expected {expected}.',
);
export const COUNT_MISMATCH = problem('COUNT_MISMATCH', 'error', '{tag} counts {value}; expected {expected}.');
export const TOTAL_MISMATCH = problem('TOTAL_MISMATCH', 'warning', '{tag} totals {value}; expected {expected}.');
export const REFERENCE_MISMATCH = problem(
  'REFERENCE_MISMATCH',
  'error',
  '{tag} refers to "{value}"; expected "{expected}".',
);
export const REFERENCE_REPEATED = problem(
  'REFERENCE_REPEATED',
  'warning',
  'The reference "{value}" occurs again; expected {expected}.',
);
export const MESSAGE_UNKNOWN = problem('MESSAGE_UNKNOWN', 'error', '{value} is not read; expected {expected}.');
export const MESSAGE_TOO_LONG = problem(
  'MESSAGE_TOO_LONG',
  'error',
  'The message is longer than {value} bytes here and is not read; expected {expected}.',
);
export const VERSION_UNKNOWN = problem(
  'VERSION_UNKNOWN',
  'warning',
  '{value} has no table of its own and is read as {expected}.',
);
export const RECEIVER_UNEXPECTED = problem(
  'RECEIVER_UNEXPECTED',
  'error',
  'The interchange is addressed to "{value}"; expected {expected}.',
);
export const GROUP_MISMATCH = problem(
  'GROUP_MISMATCH',
  'warning',
  'The functional group says "{value}"; expected {expected}.',
);
export const TERMINATOR_MISSING = problem(
  'TERMINATOR_MISSING',
  'warning',
  'The last segment {tag} has no terminator; expected {expected}.',
);
export const STRAY_TEXT = problem('STRAY_TEXT', 'warning', 'Text outside of segments: "{value}"; expected {expected}.');
export const SEGMENT_UNREADABLE = problem(
  'SEGMENT_UNREADABLE',
  'error',
  '"{value}" is no segment; expected {expected}.',
);
export const SERVICE_SEGMENT = problem(
  'SERVICE_SEGMENT',
  'warning',
  'The service segment {value} is not read; expected {expected}.',
);
export const MISSING = problem('SEGMENT_MISSING', 'error', 'A segment is missing before {tag}: expected {expected}.');
export const UNEXPECTED = problem('SEGMENT_UNEXPECTED', 'error', '{tag} does not belong here; expected {expected}.');
export const MISPLACED = problem('SEGMENT_MISPLACED', 'warning', '{tag} stands out of order; expected {expected}.');
export const TOO_MANY = problem(
  'SEGMENT_TOO_MANY',
  'warning',
  '{tag} occurs for the {value}th time; expected {expected}.',
);
export const ELEMENT_MISSING = problem('ELEMENT_MISSING', 'error', '{tag} lacks a value; expected {expected}.');
export const ELEMENT_EMPTY = problem('ELEMENT_EMPTY', 'warning', '{tag} carries no value; expected {expected}.');
export const DATE_INVALID = problem('DATE_INVALID', 'error', '"{value}" is no date; expected {expected}.');
export const DATE_FORMAT_UNKNOWN = problem(
  'DATE_FORMAT_UNKNOWN',
  'error',
  'The date format "{value}" is unknown; expected {expected}.',
);
export const DATE_FORMAT_MISMATCH = problem(
  'DATE_FORMAT_MISMATCH',
  'warning',
  '"{value}" is a date, but not in the format that it names; expected {expected}.',
);
export const NUMBER_INVALID = problem('NUMBER_INVALID', 'error', '"{value}" is no number; expected {expected}.');
export const NUMBER_NEGATIVE = problem('NUMBER_NEGATIVE', 'error', '{value} is negative; expected {expected}.');
export const QUALIFIER_UNKNOWN = problem(
  'QUALIFIER_UNKNOWN',
  'warning',
  'The qualifier "{value}" in {tag} is unknown and its data is not mapped; expected {expected}.',
);
export const CODE_DOUBTFUL = problem(
  'CODE_DOUBTFUL',
  'warning',
  'The code "{value}" has no agreed meaning; read as {expected}.',
);
export const VALUE_INVALID = problem(
  'VALUE_INVALID',
  'warning',
  '"{value}" in {tag} is not valid; expected {expected}.',
);
export const PARTY_REPEATED = problem(
  'PARTY_REPEATED',
  'warning',
  'The party {value} is named again; expected {expected}.',
);
export const REFERENCE_MISSING = problem(
  'REFERENCE_MISSING',
  'error',
  '{tag} lacks a reference that its guideline requires; expected {expected}.',
);

export const RECORD_UNKNOWN = problem(
  'RECORD_UNKNOWN',
  'error',
  'The record {value} is not read; expected {expected}.',
);
export const RECORD_VERSION_UNKNOWN = problem(
  'RECORD_VERSION_UNKNOWN',
  'error',
  'The field positions of {tag} in version {value} are not settled; expected version {expected}.',
);
export const RECORD_TOO_LONG = problem(
  'RECORD_TOO_LONG',
  'error',
  'The record {tag} goes on with "{value}"; expected {expected}.',
);
export const MESSAGE_UNSETTLED = problem(
  'MESSAGE_UNSETTLED',
  'error',
  '{value} is recognised and not read, because its field positions could not be settled; expected {expected}.',
);

export interface Details {
  value?: string;
  expected: string;
  element?: number;
  component?: number;
}

/** Notes a problem at a segment. */
export type Report = (problem: Problem, at: Segment, details: Details) => void;

export function describe(problem: Problem, position: MessagePosition, details: Details): MessageError {
  const { value, expected, element, component } = details;
  const where = { ...position, ...(element && { element }), ...(component && { component }) };
  const values: Record<string, string> = { tag: position.tag, value: shorten(value ?? ''), expected };
  const message = problem.text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return {
    position: where,
    code: problem.code,
    ...(value !== undefined && { value: shorten(value) }),
    expected,
    message,
    severity: problem.severity,
  };
}

const shorten = (value: string) => (value.length > 120 ? `${value.slice(0, 117)}...` : value);
