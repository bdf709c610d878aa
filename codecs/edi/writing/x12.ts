import type { Instant, PartReference, PartyReference } from '@intakt/contract';
import { localDigits } from '../moments.ts';
import type { Control } from './control.ts';

export type X12Segment = [tag: string, ...values: (string | undefined)[]];

export interface X12Set {
  /** ST01. */
  type: string;
  /** GS01. */
  functionalGroup: string;
  segments: X12Segment[];
}

/** X12 has no escape: each delimiter is the first of its candidates that no value contains. */
const DELIMITERS = { element: ['*', '|', '\u001d'], component: ['>', ':', '\u001f'], terminator: ['~', '!', '\u001c'] };

/** One interchange of 004010 with one functional group per kind of set. */
export function writeX12(sets: X12Set[], control: Control): Uint8Array {
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
    ...groups,
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
      '004010',
    ],
    ...own.flatMap(({ type, segments }, index): X12Segment[] => {
      const number = String(index + 1).padStart(4, '0');
      return [['ST', type, number], ...segments, ['SE', String(segments.length + 2), number]];
    }),
    ['GE', String(own.length), reference],
  ];
}

function isa(
  { sender, receiver, preparedAt, test, timeZoneOffsetMinutes = 0 }: Control,
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
    'U',
    '00401',
    number,
    '0',
    test ? 'T' : 'P',
    component,
  ];
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
