import type { PlaceReference, TransportHappening, TransportStatusStatement } from '@intakt/contract';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { NORMAL_STATUS, X12_ESTIMATES, X12_STATUSES } from '../transport-codes.ts';
import { child, children } from '../tree.ts';
import { compact, pickParty, readN1Parties } from './party.ts';
import { type Reading, readNumber, readX12Moment } from './reading.ts';

/** L1102 (128): the shipper's despatch note, the order that carries it, the carrier's own number. */
const DESPATCH_NOTES = ['SI', 'PK', 'SID', '2I'];
const TRANSPORT_REFERENCES = ['BM', 'MB', 'CN', 'LO'];

/** 214: one statement per set. B10: the carrier's number, the shipper's number, the carrier's code. */
export function readCarrierStatus(message: Segment, reading: Reading): TransportStatusStatement[] {
  const b10 = child(message, 'B10');
  const consignment = text(b10, 1);
  const shipment = text(b10, 2);
  if (b10 && !consignment && !shipment)
    reading.report(ELEMENT_MISSING, b10, { element: 1, expected: 'a reference (B1001) or shipment (B1002)' });
  const parties = readN1Parties(reading, message);
  const levels = [message, ...children(message, 'LX')];
  const scac = text(b10, 3);
  const numbers = levels.flatMap((level) => children(level, 'L11'));
  const events = levels.flatMap((level) => children(level, 'AT7'));
  if (events.length === 0) reading.report(ELEMENT_MISSING, b10 ?? message, { expected: 'a status (AT7)' });
  for (const lx of levels.slice(1)) take(lx, 1);
  return [
    compact({
      kind: 'transport-status' as const,
      position: reading.position(b10 ?? message),
      reportNumber: peek(message, 2) ?? '',
      function: 'original' as const,
      consignment,
      transportReference: numberedAs(numbers, TRANSPORT_REFERENCES)[0] ?? shipment,
      despatchNotes: numberedAs(numbers, DESPATCH_NOTES),
      carrier: pickParty(parties, 'CA') ?? (scac === undefined ? undefined : { code: scac, agency: '2' }),
      consignor: pickParty(parties, 'SH', 'SF'),
      consignee: pickParty(parties, 'CN'),
      shipTo: pickParty(parties, 'ST'),
      vehicle: vehicleOf(events),
      happenings: events.map((at7) => readHappening(at7, reading)),
    }),
  ];
}

function numberedAs(l11s: Segment[], qualifiers: string[]): string[] {
  return l11s.flatMap((l11) => {
    if (!qualifiers.includes(peek(l11, 2) ?? '')) return [];
    take(l11, 2);
    return text(l11, 1) ?? [];
  });
}

/** MS2: owner and number of the equipment. */
function vehicleOf(events: Segment[]): string | undefined {
  for (const ms2 of events.flatMap((at7) => children(at7, 'MS2'))) {
    const number = text(ms2, 2);
    if (number) return [text(ms2, 1), number].filter(Boolean).join('');
  }
  return undefined;
}

/** AT7: status (1650) with its reason (1651), or appointment (1652) with its reason; date, time, zone. */
function readHappening(at7: Segment, reading: Reading): TransportHappening {
  const element = peek(at7, 1) ? 1 : 3;
  const code = text(at7, element) ?? '';
  const status = X12_STATUSES[code];
  if (!status) reading.report(CODE_DOUBTFUL, at7, { value: code, element, expected: 'another status' });
  const moment = readX12Moment(reading, at7, [5, 6, 7]);
  const isEstimate = X12_ESTIMATES.includes(code);
  return compact({
    position: reading.position(at7),
    status: status ?? ('other' as const),
    code,
    reason: readReason(at7, element + 1),
    at: isEstimate ? undefined : moment,
    expectedAt: isEstimate ? moment : undefined,
    place: readPlace(child(at7, 'MS1'), reading),
    units: [],
  });
}

function readReason(at7: Segment, element: number): string | undefined {
  const reason = text(at7, element);
  return reason === NORMAL_STATUS ? undefined : reason;
}

/** MS1: city, state, country, then longitude and latitude with their hemispheres. */
function readPlace(ms1: Segment | undefined, reading: Reading): PlaceReference | undefined {
  if (!ms1) return undefined;
  const name = [text(ms1, 1), text(ms1, 2)].filter(Boolean).join(', ') || undefined;
  const [longitude, latitude] = [readNumber(reading, ms1, 4), readNumber(reading, ms1, 5)];
  const east = text(ms1, 6) === 'W' ? -1 : 1;
  const north = text(ms1, 7) === 'S' ? -1 : 1;
  const position =
    longitude === undefined || latitude === undefined
      ? undefined
      : { longitude: east * longitude, latitude: north * latitude };
  return compact({ name, country: text(ms1, 3), position });
}
