import type { IsoDay, ScheduleStatement } from '@intakt/contract';
import { PURPOSE_FUNCTIONS, unitOfX12 } from '../codes.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, text } from '../segment.ts';
import { children, type Node, segmentsOf } from '../walk.ts';
import { checkTotals } from './control-totals.ts';
import { readX12Item } from './part.ts';
import { compact, completed, type Parties, pickParty, readN1Parties } from './party.ts';
import { qualified, type Reading, readUnit, readX12Date } from './reading.ts';
import { type ReleaseBasis, readReleaseLine } from './x12-830-line.ts';

interface Header extends ReleaseBasis {
  documentNumber: string;
  release: string;
  function: ScheduleStatement['function'];
  horizonStart?: IsoDay;
  horizonEnd?: IsoDay;
  releasedOn?: IsoDay;
  orderReference?: string;
  parties: Parties;
}

/** 830: one statement per LIN loop; the ship-to is the loop's own N1 or the header's. */
export function readPlanningSchedule(message: Node, reading: Reading): ScheduleStatement[] {
  const header = readHeader(message, reading);
  const lines = children(message, 'LIN');
  const statements = lines.map((lin) => readLine(lin, header, reading));
  checkTotals(reading, message, { lines: lines.length, lineTag: 'LIN', hash: sumOf(lines) });
  return statements;
}

/**
 * BFR: purpose, reference, release, basis (DL delivery, SH shipment), quantities (A actual, C cumulative), horizon
 * start and end, generated, updated, contract, order.
 */
function readHeader(message: Node, reading: Reading): Header {
  const bfr = segmentsOf(message, 'BFR')[0];
  const date = (element: number) => (bfr ? readX12Date(reading, bfr, element) : undefined);
  const [reference, release] = [text(bfr, 2), text(bfr, 3)];
  if (bfr && !reference && !release)
    reading.report(ELEMENT_MISSING, bfr, { element: 2, expected: 'a reference (BFR02) or release number (BFR03)' });
  return {
    documentNumber: reference ?? release ?? '',
    release: release ?? reference ?? '',
    function: readPurpose(reading, bfr),
    byShipment: text(bfr, 4) === 'SH',
    cumulative: text(bfr, 5) === 'C',
    ...compact({ horizonStart: date(6), horizonEnd: date(7), releasedOn: date(9) ?? date(8) }),
    ...compact({ orderReference: text(bfr, 11) ?? text(bfr, 10) }),
    parties: readN1Parties(reading, message),
  };
}

/** Data element 353, transaction set purpose. */
export function readPurpose(
  reading: Reading,
  segment: Segment | undefined,
  element = 1,
): ScheduleStatement['function'] {
  const code = text(segment, element);
  if (code === undefined) return 'unspecified';
  const known = PURPOSE_FUNCTIONS[code];
  if (!known) reading.report(CODE_DOUBTFUL, segment!, { value: code, element, expected: 'unspecified' });
  return known ?? 'unspecified';
}

function readLine(lin: Node, header: Header, reading: Reading): ScheduleStatement {
  const item = readX12Item(reading, lin.segment, lin);
  if (!item.part.buyerNumber && !item.part.supplierNumber && !item.part.gtin)
    reading.report(ELEMENT_MISSING, lin.segment, { element: 3, expected: 'an article number' });
  const own = readN1Parties(reading, lin);
  const party = (...roles: string[]) => pickParty(own, ...roles) ?? pickParty(header.parties, ...roles);
  const customer = completed(party('BY', 'MI', 'BT'), reading.sender);
  const line = readReleaseLine(lin, header, reading);
  return compact({
    kind: 'schedule' as const,
    position: reading.position(lin.segment),
    documentNumber: header.documentNumber,
    scheduleKind: 'delivery-forecast' as const,
    function: header.function,
    customer,
    supplier: completed(party('SU', 'SE', 'VN'), reading.receiver),
    shipTo: party('ST') ?? customer,
    shipFrom: party('SF'),
    unloadingPoint: readDock(lin),
    part: item.part,
    release: header.release,
    releasedOn: header.releasedOn ?? header.horizonStart ?? '',
    horizonStart: header.horizonStart,
    horizonEnd: header.horizonEnd,
    unit: readLineUnit(lin, reading),
    ...line,
    orderReference: item.order ?? header.orderReference,
  });
}

/** REF qualifiers DK dock and LU location. */
function readDock(lin: Node): string | undefined {
  const ref = qualified(segmentsOf(lin, 'REF'), 'DK', 'LU');
  text(ref, 1);
  return text(ref, 2);
}

/** UIT01; the segment was called UNT in 002001. */
function readLineUnit(lin: Node, reading: Reading): string {
  const unit = [...segmentsOf(lin, 'UIT'), ...segmentsOf(lin, 'UNT')][0];
  return unit ? readUnit(reading, unit, 1, unitOfX12) : 'H87';
}

function sumOf(lines: Node[]): number {
  const forecasts = lines.flatMap((lin) => [
    ...children(lin, 'FST'),
    ...children(lin, 'SDP').flatMap((sdp) => children(sdp, 'FST')),
  ]);
  return forecasts.reduce((sum, fst) => sum + (Number(peek(fst.segment, 1)) || 0), 0);
}
