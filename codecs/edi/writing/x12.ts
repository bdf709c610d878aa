import type { Instant, PartReference, PartyReference } from '@intakt/contract';
import { localDigits } from '../moments.ts';
import type { Control } from './control.ts';

export type X12Segment = [tag: string, ...values: (string | undefined)[]];

export interface X12Set {
  /** ST01. */
  type: string;
  /** GS01. */
  functionalGroup: string;
  /** ST03, from 005010 on. */
  implementation?: string;
  segments: X12Segment[];
}

/** X12 has no escape: each delimiter is the first of its candidates that no value contains. */
const DELIMITERS = { element: ['*', '|', '\u001d'], component: ['>', ':', '\u001f'], terminator: ['~', '!', '\u001c'] };

/**
 * Date elements of the segments that we write. Up to 003070 they have six digits, from 004010 on eight; those of ISA
 * and TA1 always have six.
 */
const DATES: Record<string, number[]> = {
  AT7: [5],
  ATH: [2, 5],
  BFR: [6, 7, 8],
  BGN: [3],
  BIA: [4],
  BRA: [2],
  BSN: [3],
  BSS: [3, 5, 6],
  DTM: [2],
  FST: [4, 5],
  GS: [4],
  OTI: [6],
  SHP: [4, 6],
};

/**
 * One interchange with one functional group per kind of set. `envelope` stands before the groups (TA1).
 *
 * @throws where the control reference is not up to nine digits, or the release is none
 */
export function writeX12(sets: X12Set[], control: Control, envelope: X12Segment[] = []): Uint8Array {
  const release = control.x12Release ?? '004010';
  if (!/^00[2-6]\d\d\d/.test(release)) throw new Error(`An X12 release reads like 004010; got "${release}"`);
  const number = control.reference.padStart(9, '0');
  if (!/^\d{9}$/.test(number))
    throw new Error(`X12 control numbers have at most nine digits; got "${control.reference}"`);
  const all =
    sets.flatMap(({ segments }) => segments.flat()).join('') + JSON.stringify([control.sender, control.receiver]);
  const pick = (candidates: string[]) => candidates.find((sign) => !all.includes(sign)) ?? candidates.at(-1)!;
  const signs = {
    element: pick(DELIMITERS.element),
    component: pick(DELIMITERS.component),
    terminator: pick(DELIMITERS.terminator),
  };
  const kinds = [...new Set(sets.map(({ functionalGroup }) => functionalGroup))];
  const groups = kinds.flatMap((kind, index) =>
    writeGroup(kind, sets, { control, reference: String(Number(number) + index) }),
  );
  const segments: X12Segment[] = [
    isa(control, number, signs.component),
    ...envelope,
    ...(release < '004' ? groups.map(withShortDates) : groups),
    ['IEA', String(kinds.length), number],
  ];
  return new TextEncoder().encode(segments.map((segment) => line(segment, signs)).join('\n'));
}

function writeGroup(
  kind: string,
  sets: X12Set[],
  { control, reference }: { control: Control; reference: string },
): X12Segment[] {
  const own = sets.filter(({ functionalGroup }) => functionalGroup === kind);
  const digits = localDigits(control.preparedAt, control.timeZoneOffsetMinutes ?? 0);
  return [
    [
      'GS',
      kind,
      control.sender.code,
      control.receiver.code,
      digits.slice(0, 8),
      digits.slice(8, 12),
      reference,
      'X',
      control.x12Release ?? '004010',
    ],
    ...own.flatMap(({ type, implementation, segments }, index): X12Segment[] => {
      const number = String(index + 1).padStart(4, '0');
      return [['ST', type, number, implementation], ...segments, ['SE', String(segments.length + 2), number]];
    }),
    ['GE', String(own.length), reference],
  ];
}

function isa(
  { sender, receiver, preparedAt, test, timeZoneOffsetMinutes = 0, x12Release = '004010' }: Control,
  number: string,
  component: string,
): X12Segment {
  const digits = localDigits(preparedAt, timeZoneOffsetMinutes);
  const address = ({ agency, code }: PartyReference) => [(agency ?? 'ZZ').padEnd(2), (code ?? '').padEnd(15)] as const;
  return [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    ...address(sender),
    ...address(receiver),
    digits.slice(2, 8),
    digits.slice(8, 12),
    x12Release < '00402' ? 'U' : REPETITION,
    x12Release.slice(0, 5),
    number,
    '0',
    test ? 'T' : 'P',
    component,
  ];
}

/** ISA11 holds a standards identifier up to 004010, a repetition separator from 004020 on. */
const REPETITION = '^';

function withShortDates(segment: X12Segment): X12Segment {
  const dates = DATES[segment[0]];
  if (!dates) return segment;
  return segment.map((value, at) => (dates.includes(at) ? value?.slice(-6) : value)) as X12Segment;
}

function line(values: X12Segment, { element, terminator }: { element: string; terminator: string }): string {
  const plain =
    values[0] === 'ISA' ? (values as string[]) : values.map((value) => (value ?? '').replace(/[\r\n]+/g, ' ').trim());
  let last = plain.length;
  while (last > 1 && plain[last - 1] === '') last--;
  return plain.slice(0, last).join(element) + terminator;
}

export const day8 = (isoDay: string | undefined) => isoDay?.replaceAll('-', '');

/** Date and time elements; seconds only where they count. */
export function dateAndTime(instant: Instant, { timeZoneOffsetMinutes = 0 }: Control): [string, string] {
  const digits = localDigits(instant, timeZoneOffsetMinutes);
  return [digits.slice(0, 8), digits.endsWith('00') ? digits.slice(8, 12) : digits.slice(8)];
}

export function moment(qualifier: string, instant: Instant | undefined, control: Control): X12Segment[] {
  return instant ? [['DTM', qualifier, ...dateAndTime(instant, control)]] : [];
}

export function ref(qualifier: string, number: string | undefined): X12Segment[] {
  return number ? [['REF', qualifier, number]] : [];
}

/** N1 loop. A code needs an agency in X12; ZZ (mutually defined) stands in. */
export function n1(role: string, party: PartyReference | undefined): X12Segment[] {
  if (!party || Object.keys(party).length === 0) return [];
  const { code, agency, name, street, city, postalCode, country, also } = party;
  const segments: X12Segment[] = [['N1', role, name, code ? (agency ?? 'ZZ') : undefined, code]];
  if (street) segments.push(['N3', street]);
  if (city || postalCode || country) segments.push(['N4', city, '', postalCode, country]);
  for (const reference of also ?? []) {
    const [qualifier, ...number] = reference.split(':');
    segments.push(['REF', qualifier, number.join(':')]);
  }
  return segments;
}

const GTIN_KINDS: Record<number, string> = { 8: 'EN', 12: 'UP', 13: 'EN', 14: 'UK' };

/** LIN's pairs of kind and number. */
export function lin(
  assigned: string | undefined,
  part: PartReference,
  ...further: [string, string | undefined][]
): X12Segment {
  const pairs: [string, string | undefined][] = [
    ['BP', part.buyerNumber],
    ['VP', part.supplierNumber],
    [GTIN_KINDS[part.gtin?.length ?? 0] ?? 'UP', part.gtin],
    ...further,
  ];
  return ['LIN', assigned, ...pairs.filter(([, number]) => number).flat()];
}

export const pid = (description: string | undefined): X12Segment[] =>
  description ? [['PID', 'F', '', '', '', description]] : [];
