import type { IsoDay, PartyReference, ScheduleStatement } from '@intakt/contract';
import { BGM_FUNCTIONS, unitOfEdifact } from '../codes.ts';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { peek, type Segment, text } from '../segment.ts';
import { children, type Node, segmentsOf } from '../walk.ts';
import { readDates } from './dates.ts';
import { readScheduleLine } from './delfor-line.ts';
import { readEdifactPart } from './part.ts';
import { compact, completed, type Parties, pickParty, readNadParties } from './party.ts';
import { qualified, type Reading, readUnit } from './reading.ts';

/** BGM 1001: 236 delivery forecast, 241 delivery schedule; 242 and VDA's FAB are call-offs of exact dates. */
const CALL_OFF_DOCUMENTS = ['242', 'FAB'];

/** What the header says for every article. */
interface Header {
  documentNumber: string;
  scheduleKind: ScheduleStatement['scheduleKind'];
  function: ScheduleStatement['function'];
  writtenOn?: IsoDay;
  horizonStart?: IsoDay;
  horizonEnd?: IsoDay;
  parties: Parties;
}

/** Where the goods go: a NAD group around the articles, or one inside an article. */
interface Destination {
  party: PartyReference;
  unloadingPoint?: string;
}

/** DELFOR: one statement per article and ship-to. */
export function readDeliveryForecast(message: Node, reading: Reading): ScheduleStatement[] {
  const header = readHeader(message, reading);
  const statements: ScheduleStatement[] = [];
  /* D.96A hangs articles under NAD or directly under the message; D.97A and D.04A hang both under GIS or GEI. */
  for (const group of children(message, 'GIS', 'GEI')) {
    text(group.segment, 1);
    text(group.segment, 2);
    const nad = children(group, 'NAD')[0];
    for (const lin of children(group, 'LIN'))
      statements.push(...readArticle(lin, header, destinationOf(nad, header, reading), reading));
  }
  for (const nad of children(message, 'NAD')) {
    for (const lin of children(nad, 'LIN'))
      statements.push(...readArticle(lin, header, destinationOf(nad, header, reading), reading));
  }
  for (const lin of children(message, 'LIN'))
    statements.push(...readArticle(lin, header, destinationOf(undefined, header, reading), reading));
  return statements;
}

function readHeader(message: Node, reading: Reading): Header {
  const bgm = segmentsOf(message, 'BGM')[0];
  const code = text(bgm, 1, 1);
  const kind = text(bgm, 1, 4);
  const documentNumber = text(bgm, 2) ?? '';
  if (bgm && !documentNumber) reading.report(ELEMENT_MISSING, bgm, { element: 2, expected: 'a document number' });
  const dates = readDates(reading, segmentsOf(message, 'DTM'));
  return compact({
    documentNumber,
    scheduleKind: CALL_OFF_DOCUMENTS.some((document) => document === code || document === kind)
      ? ('call-off' as const)
      : ('delivery-forecast' as const),
    function: readFunction(reading, bgm),
    writtenOn: dates.get('137')?.day,
    horizonStart: dates.get('158')?.day ?? dates.get('64')?.day,
    horizonEnd: dates.get('159')?.to ?? dates.get('159')?.day ?? dates.get('63')?.day,
    parties: readNadParties(reading, message),
  });
}

/** BGM 1225; VDA puts other codes there where partners agree on them. */
export function readFunction(reading: Reading, bgm: Segment | undefined): ScheduleStatement['function'] {
  const code = text(bgm, 3);
  if (code === undefined) return 'unspecified';
  const known = BGM_FUNCTIONS[code];
  if (!known) reading.report(CODE_DOUBTFUL, bgm!, { value: code, element: 3, expected: 'unspecified' });
  return known ?? 'unspecified';
}

/** The group's ship-to, filled up from the header's NAD of the same code, which carries name and address. */
function destinationOf(nad: Node | undefined, header: Header, reading: Reading): Destination {
  const inHeader = pickParty(header.parties, 'ST', 'CN', 'DP', 'BY');
  if (!nad) {
    const found = header.parties.get('ST') ?? header.parties.get('CN') ?? header.parties.get('DP');
    return { party: inHeader ?? reading.sender, ...(found && unloading(found.node)) };
  }
  const own = readNadParties(reading, { ...nad, children: [nad] })
    .values()
    .next().value!.party;
  const same = [...header.parties.values()].find(({ party }) => party.code !== undefined && party.code === own.code);
  return { party: { ...same?.party, ...own }, ...unloading(nad) };
}

/** LOC 3227: 11 place of discharge, 7 place of delivery (VDA 4984: unloading point). */
function unloading(nad: Node): { unloadingPoint?: string } {
  const loc = qualified(segmentsOf(nad, 'LOC'), '11', '7', '159');
  text(loc, 1);
  const point = text(loc, 2, 1) ?? text(loc, 2, 4);
  return point ? { unloadingPoint: point } : {};
}

function readArticle(lin: Node, header: Header, destination: Destination, reading: Reading): ScheduleStatement[] {
  text(lin.segment, 1);
  text(lin.segment, 2);
  const part = readEdifactPart(reading, lin);
  if (!part.buyerNumber && !part.supplierNumber && !part.gtin)
    reading.report(ELEMENT_MISSING, lin.segment, { element: 3, expected: 'an article number (LIN or PIA)' });
  const shared = { ...readReferences(lin, reading), ...unloading(lin) };
  const statement = (at: Node, where: Destination): ScheduleStatement => {
    const { parties, writtenOn, ...common } = header;
    const line = readScheduleLine(at, reading, shared.releasedOn ?? writtenOn);
    return compact({
      kind: 'schedule' as const,
      position: reading.position(lin.segment),
      ...common,
      customer: completed(pickParty(parties, 'BY', 'MI'), reading.sender),
      supplier: completed(pickParty(parties, 'SE', 'SU'), reading.receiver),
      shipFrom: pickParty(parties, 'SF', 'CZ'),
      shipTo: where.party,
      part,
      unit: unitOf(at, reading),
      unloadingPoint: shared.unloadingPoint ?? where.unloadingPoint,
      release: shared.release ?? common.documentNumber,
      previousRelease: shared.previousRelease,
      releasedOn: shared.releasedOn ?? writtenOn ?? '',
      orderReference: shared.orderReference,
      quantities: line.quantities,
      cumulative: merged(shared.lastDespatch, line.cumulative),
      authorisations: line.authorisations,
    });
  };
  const inside = children(lin, 'NAD').filter((nad) => children(nad, 'QTY', 'SCC').length > 0);
  const own = children(lin, 'QTY', 'SCC').length > 0 || inside.length === 0 ? [statement(lin, destination)] : [];
  return [...own, ...inside.map((nad) => statement(nad, destinationOf(nad, header, reading)))];
}

function merged(
  lastDespatch: { reference?: string; day?: IsoDay } | undefined,
  cumulative: ScheduleStatement['cumulative'],
) {
  if (!lastDespatch) return cumulative;
  return { ...cumulative, lastDespatch: { ...lastDespatch, ...cumulative?.lastDespatch } };
}

/** The unit of the first quantity: a schedule has one. */
function unitOf(at: Node, reading: Reading): string {
  const first = [...children(at, 'QTY'), ...children(at, 'SCC').flatMap((scc) => children(scc, 'QTY'))].find((qty) =>
    peek(qty.segment, 1, 3),
  );
  return first ? readUnit(reading, first.segment, 1, unitOfEdifact, 3) : 'H87';
}

/** RFF 1153: AAN delivery schedule, AIF previous delivery schedule, ON order, AAK/AAU/DQ last despatch. */
function readReferences(lin: Node, reading: Reading) {
  const found: {
    release?: string;
    releasedOn?: IsoDay;
    previousRelease?: string;
    orderReference?: string;
    lastDespatch?: { reference?: string; day?: IsoDay };
  } = {};
  for (const rff of children(lin, 'RFF')) {
    const kind = peek(rff.segment, 1, 1) ?? '';
    if (!REFERENCES.includes(kind)) continue;
    text(rff.segment, 1, 1);
    const number = text(rff.segment, 1, 2);
    const dates = readDates(reading, segmentsOf(rff, 'DTM'), ['171', '11']);
    const day = (dates.get('171') ?? dates.get('11'))?.day;
    if (kind === 'AAN') Object.assign(found, compact({ release: number, releasedOn: day }));
    else if (kind === 'AIF') found.previousRelease = number;
    else if (kind === 'ON') found.orderReference ??= withLine(number, text(rff.segment, 1, 3));
    else found.lastDespatch ??= compact({ reference: number, day });
  }
  return found;
}

const REFERENCES = ['AAN', 'AIF', 'ON', 'AAK', 'AAU', 'DQ'];

/** Order and order line as partners write them in one field: `5500043574/00010`. */
export const withLine = (number: string | undefined, line: string | undefined) =>
  number && line ? `${number}/${line}` : number;
