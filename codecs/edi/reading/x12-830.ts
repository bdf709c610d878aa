import type { IsoDay, ScheduleStatement } from '@intakt/contract';
import { unitOfX12 } from '../codes.ts';
import { ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { checkTotals } from './control-totals.ts';
import { readX12Item } from './part.ts';
import { compact, completed, type Parties, pickParty, readN1Parties } from './party.ts';
import { type Reading, readUnit, readX12Date } from './reading.ts';
import { type ReleaseBasis, readReleaseLine } from './x12-830-line.ts';
import { releaseOf } from './schedule-statement.ts';
import { numberUnder, readPurpose } from './x12-header.ts';
import { namedNumber, PREVIOUS_RELEASE, readPackaging } from './x12-packaging.ts';

export interface ReleaseHeader extends ReleaseBasis {
  documentNumber: string;
  scheduleKind: ScheduleStatement['scheduleKind'];
  release: string;
  function: ScheduleStatement['function'];
  horizonStart?: IsoDay;
  horizonEnd?: IsoDay;
  releasedOn?: IsoDay;
  orderReference?: string;
  parties: Parties;
}

/** 830: one statement per LIN loop; the ship-to is the loop's own N1 or the header's. REF*DK is its dock, REF*LF its place at the line. */
export function readPlanningSchedule(message: Segment, reading: Reading): ScheduleStatement[] {
  return readRelease(message, readHeader(message, reading), reading);
}

/** The lines under the header of an 830 or 862. */
export function readRelease(message: Segment, header: ReleaseHeader, reading: Reading): ScheduleStatement[] {
  const lines = children(message, 'LIN');
  const statements = lines.map((lin) => readLine(lin, header, reading));
  checkTotals(reading, message, { lines: lines.length, lineTag: 'LIN', hash: () => sumOf(lines) });
  return statements;
}

/**
 * BFR: purpose, reference, release, basis (DL delivery, SH shipment), quantities (A actual, C cumulative), horizon
 * start and end, generated, updated, contract, order.
 */
function readHeader(message: Segment, reading: Reading): ReleaseHeader {
  const bfr = child(message, 'BFR');
  const date = (element: number) => (bfr ? readX12Date(reading, bfr, element) : undefined);
  const [reference, release] = [text(bfr, 2), text(bfr, 3)];
  if (bfr && !reference && !release)
    reading.report(ELEMENT_MISSING, bfr, { element: 2, expected: 'a reference (BFR02) or release number (BFR03)' });
  return {
    documentNumber: reference ?? release ?? '',
    scheduleKind: 'delivery-forecast',
    release: release ?? reference ?? '',
    function: readPurpose(reading, bfr),
    byShipment: text(bfr, 4) === 'SH',
    cumulative: text(bfr, 5) === 'C',
    ...compact({ horizonStart: date(6), horizonEnd: date(7), releasedOn: date(9) ?? date(8) }),
    ...compact({ orderReference: text(bfr, 11) ?? text(bfr, 10) }),
    parties: readN1Parties(reading, message),
  };
}

function readLine(lin: Segment, header: ReleaseHeader, reading: Reading): ScheduleStatement {
  const item = readX12Item(reading, lin, lin);
  if (!item.part.buyerNumber && !item.part.supplierNumber && !item.part.gtin)
    reading.report(ELEMENT_MISSING, lin, { element: 3, expected: 'an article number' });
  const own = readN1Parties(reading, lin);
  const party = (...roles: string[]) => pickParty(own, ...roles) ?? pickParty(header.parties, ...roles);
  const customer = completed(party('BY', 'MI', 'BT'), reading.sender);
  const line = readReleaseLine(lin, header, reading);
  const { documentNumber, scheduleKind } = header;
  return releaseOf({
    ...{ position: reading.position(lin), documentNumber, scheduleKind, function: header.function, customer },
    supplier: completed(party('SU', 'SE', 'VN'), reading.receiver),
    shipTo: party('ST') ?? customer,
    shipFrom: party('SF'),
    unloadingPoint: numberUnder(lin, 'DK', 'LU'),
    supplyArea: numberUnder(lin, 'LF'),
    part: item.part,
    release: header.release,
    releasedOn: header.releasedOn ?? header.horizonStart ?? '',
    horizonStart: header.horizonStart,
    horizonEnd: header.horizonEnd,
    unit: readLineUnit(lin, reading),
    quantities: line.quantities,
    cumulative: line.cumulative,
    authorisations: line.authorisations,
    orderReference: item.order ?? header.orderReference,
    previousRelease: namedNumber(lin, PREVIOUS_RELEASE),
    packaging: readPackaging(lin, reading),
  });
}

/** UIT01; the segment was called UNT in 002001. */
function readLineUnit(lin: Segment, reading: Reading): string {
  const unit = child(lin, 'UIT') ?? child(lin, 'UNT');
  return unit ? readUnit(reading, unit, 1, unitOfX12) : 'H87';
}

/** FST01 of all lines, those under SDP too. */
function sumOf(lines: Segment[]): number {
  let sum = 0;
  const add = (parent: Segment) => {
    for (let fst = child(parent, 'FST'); fst; fst = another(fst)) sum += Number(peek(fst, 1)) || 0;
  };
  for (const lin of lines) {
    add(lin);
    for (let sdp = child(lin, 'SDP'); sdp; sdp = another(sdp)) add(sdp);
  }
  return sum;
}
