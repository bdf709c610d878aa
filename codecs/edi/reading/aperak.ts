import type { ApplicationAdviceStatement, ApplicationError, DocumentReference, MessageVerdict } from '@intakt/contract';
import { peek, type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { instantUnder, readHeading } from './heading.ts';
import { compact, completed, pickParty, readNadParties } from './party.ts';
import { qualified, type Reading, readText } from './reading.ts';

/** What BGM says of the outcome, the plainest first: 4343 response, 1225 function, 1001 document. */
export const RESPONSES: Record<string, MessageVerdict> = {
  AP: 'accepted',
  AB: 'accepted',
  CA: 'accepted-with-errors',
  AC: 'accepted-with-errors',
  RE: 'rejected',
};
const FUNCTIONS: Record<string, MessageVerdict> = {
  '27': 'rejected',
  '29': 'accepted',
  '34': 'accepted-with-errors',
  '44': 'accepted',
  '45': 'accepted-with-errors',
  '48': 'rejected',
};
const DOCUMENTS: Record<string, MessageVerdict> = { '312': 'accepted', '313': 'rejected' };

/** APERAK: one statement on one document of the receiver's. */
export function readApplicationAdvice(message: Segment, reading: Reading): ApplicationAdviceStatement[] {
  const { at, number, document } = readHeading(message, reading, 'an advice number');
  const errors = children(message, 'ERC').map(readError);
  const stated = RESPONSES[text(at, 4) ?? ''] ?? FUNCTIONS[text(at, 3) ?? ''] ?? DOCUMENTS[document ?? ''];
  const parties = readNadParties(reading, message);
  return [
    compact({
      kind: 'application-advice' as const,
      position: reading.position(at),
      adviceNumber: number,
      outcome: stated ?? (errors.length > 0 ? ('rejected' as const) : ('accepted' as const)),
      advisedAt: instantUnder(readDates(reading, children(message, 'DTM')), reading, '137'),
      from: completed(pickParty(parties, 'MS', 'FR', 'VP'), reading.sender),
      to: completed(pickParty(parties, 'MR'), reading.receiver),
      subject: readSubject(message, reading),
      errors,
    }),
  ];
}

/** 1153 of the documents that the trade answers, with the message that each belongs to. */
const DOCUMENT_REFERENCES: [qualifier: string, type?: string][] = [
  ['AAK', 'DESADV'],
  ['AAU', 'DESADV'],
  ['DQ', 'DESADV'],
  ['AAN', 'DELFOR'],
  ['IV', 'INVOIC'],
  ['ON', 'ORDERS'],
  ['DM'],
];

/** DOC names type and number, RFF the number; ACW and AGO the message, INN the interchange. */
function readSubject(message: Segment, reading: Reading): DocumentReference {
  const doc = child(message, 'DOC');
  const under = (...qualifiers: string[]) => {
    const rff = qualified(message, 'RFF', ...qualifiers);
    take(rff, 1);
    return rff;
  };
  const [qualifier, type] = DOCUMENT_REFERENCES.find(([code]) => under(code)) ?? [];
  const own = doc ?? (qualifier ? under(qualifier) : undefined);
  const dates = readDates(reading, own ? children(own, 'DTM') : [], ['137', '171']);
  return compact({
    type: doc ? (text(doc, 1, 4) ?? text(doc, 1, 1)) : type,
    number: doc ? text(doc, 2, 1) : text(own, 1, 2),
    day: (dates.get('137') ?? dates.get('171'))?.day,
    interchange: text(under('INN'), 1, 2),
    message: text(under('ACW', 'AGO'), 1, 2),
  });
}

/** ERC with its text (FTX) and what it is about (RFF, with the sender's number for it). */
function readError(erc: Segment): ApplicationError {
  const ftx = child(erc, 'FTX');
  const rff = child(erc, 'RFF');
  take(ftx, 1);
  return compact({ code: text(erc, 1, 1), text: readText(ftx), reference: readReference(rff) });
}

function readReference(rff: Segment | undefined): string | undefined {
  const number = peek(rff, 1, 2);
  return number && [text(rff, 1, 1), text(rff, 1, 2), text(rff, 1, 3)].filter(Boolean).join(':');
}
