import type { Instant, PartyReference } from '@intakt/contract';
import type { Format } from './delimiters.ts';
import { instantOf, parsePeriod } from './moments.ts';
import { compact } from './reading/party.ts';
import { peek, type Segment } from './segment.ts';

/** A pair of service segments: the trailer counts what is inside (element 1) and repeats the reference (element 2). */
export interface Bracket {
  open: string;
  close: string;
  /** Element of the opening segment with the reference. */
  reference: number;
}

export interface EnvelopeTags {
  interchange: Bracket;
  group: Bracket;
  message: Bracket;
  /** Service segments that may stand between the brackets and carry no business data. */
  services: string[];
}

export const ENVELOPES: Record<Format, EnvelopeTags> = {
  edifact: {
    interchange: { open: 'UNB', close: 'UNZ', reference: 5 },
    group: { open: 'UNG', close: 'UNE', reference: 5 },
    message: { open: 'UNH', close: 'UNT', reference: 1 },
    services: ['USH', 'USA', 'USR', 'UST'],
  },
  x12: {
    interchange: { open: 'ISA', close: 'IEA', reference: 13 },
    group: { open: 'GS', close: 'GE', reference: 6 },
    message: { open: 'ST', close: 'SE', reference: 2 },
    services: ['ISB', 'ISE', 'TA1', 'TA3', 'S3A', 'S3E'],
  },
};

export interface InterchangeHeader {
  sender: PartyReference;
  receiver: PartyReference;
  controlReference: string;
  preparedAt?: Instant;
  /** The date as written, where it is none. */
  invalidDate?: string;
  test: boolean;
}

export function readInterchangeHeader(format: Format, header: Segment, offsetMinutes: number): InterchangeHeader {
  return format === 'edifact' ? readUnb(header, offsetMinutes) : readIsa(header, offsetMinutes);
}

/** UNB: syntax, sender, receiver, date and time, reference …, 11 test indicator. */
function readUnb(unb: Segment, offsetMinutes: number): InterchangeHeader {
  const party = (element: number) =>
    compact<PartyReference>({ code: peek(unb, element, 1), agency: peek(unb, element, 2) });
  return {
    sender: party(2),
    receiver: party(3),
    controlReference: peek(unb, 5) ?? '',
    ...prepared(peek(unb, 4, 1), peek(unb, 4, 2), offsetMinutes),
    test: peek(unb, 11) === '1',
  };
}

/** ISA: 05/06 sender, 07/08 receiver, 09 date, 10 time, 13 control number, 15 usage. */
function readIsa(isa: Segment, offsetMinutes: number): InterchangeHeader {
  const party = (element: number) =>
    compact<PartyReference>({ agency: peek(isa, element), code: peek(isa, element + 1) });
  return {
    sender: party(5),
    receiver: party(7),
    controlReference: peek(isa, 13) ?? '',
    ...prepared(peek(isa, 9), peek(isa, 10), offsetMinutes),
    test: peek(isa, 15) === 'T',
  };
}

function prepared(date: string | undefined, time: string | undefined, offsetMinutes: number) {
  if (!date) return {};
  const pattern = `${date.length === 8 ? 'CCYYMMDD' : 'YYMMDD'}${time?.length === 4 ? 'hhmm' : ''}`;
  const period = parsePeriod(date + (time?.length === 4 ? time : ''), pattern);
  return period ? { preparedAt: instantOf(period, offsetMinutes) } : { invalidDate: `${date} ${time ?? ''}`.trim() };
}

/** UNH S009, or ST01 with the release from GS08. */
export interface MessageIdentity {
  reference: string;
  name: string;
  version: string;
  association?: string;
  /** As people write it: `DELFOR D.04A GAVB11`, `856 002001`. */
  label: string;
}

export function readMessageIdentity(format: Format, header: Segment, group: Segment | undefined): MessageIdentity {
  if (format === 'x12') {
    const [name, version] = [peek(header, 1) ?? '', peek(group, 8) ?? ''];
    return { reference: peek(header, 2) ?? '', name, version, label: `${name} ${version}`.trim() };
  }
  /* Some write all of UNH in lower case. */
  const part = (component: number) => peek(header, 2, component)?.toUpperCase();
  const [name = '', controller = '', version = ''] = [part(1), part(2), part(3)];
  const association = part(5);
  const label = [name, `${controller}.${version}`, association].filter(Boolean).join(' ');
  return { reference: peek(header, 1) ?? '', name, version, label, ...(association && { association }) };
}
