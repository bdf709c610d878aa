import type { Authorisation, PartyReference, ScheduleQuantity, ScheduleStatement } from '@intakt/contract';
import { AUTHORISATION_COMMITMENTS, edifactUnit, FUNCTION_BGM, HORIZON_COMMITMENTS } from '../codes.ts';
import { type Control, grouped } from './control.ts';
import {
  also,
  article,
  day,
  type EdifactMessage,
  type EdifactSegment,
  loc,
  nad,
  rff,
  writeEdifact,
} from './edifact.ts';
import { due, nothingDue, pac, perPack, qty, writePosition, writeUncounted } from './schedule-line.ts';

/**
 * DELFOR D.97A, or D.04A (the directory of VDA 4984), where GEI stands for GIS, or D.96A, where NAD opens the group and
 * SCC stands under each quantity: one message per document, one such group per ship-to, one LIN per statement.
 * Without a place in DELFOR: the cumulative quantity despatched; and in D.96A further codes of a party.
 */
export function encodeDelfor(statements: ScheduleStatement[], control: Control): Uint8Array {
  const documents = grouped(statements, (s) => [
    s.documentNumber,
    s.scheduleKind,
    s.function,
    s.customer,
    s.supplier,
    s.shipFrom,
    s.releasedOn,
    s.horizonStart,
    s.horizonEnd,
  ]);
  return writeEdifact(
    documents.map((document) => writeDocument(document, control)),
    control,
  );
}

function writeDocument(statements: ScheduleStatement[], control: Control): EdifactMessage {
  const head = statements[0]!;
  const groups = grouped(statements, ({ shipTo, unloadingPoint }) => [shipTo, unloadingPoint]);
  let number = 0;
  return {
    identifier: ['DELFOR', 'D', control.directory ?? '97A', 'UN'],
    segments: [
      [
        'BGM',
        head.scheduleKind === 'call-off' ? '242' : '241',
        head.documentNumber,
        head.function === 'unspecified' ? '' : FUNCTION_BGM[head.function],
      ],
      ...day('137', head.releasedOn),
      ...day('158', head.horizonStart),
      ...day('159', head.horizonEnd),
      ...writeParty('BY', head.customer, control),
      ...writeParty('SE', head.supplier, control),
      ...writeParty('SF', head.shipFrom, control),
      ...(is96A(control) ? [DETAIL] : []),
      ...groups.flatMap(([first, ...more]): EdifactSegment[] => [
        ...opening(control),
        ...nad('ST', first!.shipTo),
        ...loc('11', first!.unloadingPoint),
        ...furtherCodes(first!.shipTo, control),
        ...[first!, ...more].flatMap((statement) => writeArticle(statement, String(++number), control)),
      ]),
      ...(is96A(control) ? [SUMMARY] : []),
    ],
  };
}

const is96A = ({ directory }: Control): boolean => directory === '96A';
const DETAIL: EdifactSegment = ['UNS', 'D'];
const SUMMARY: EdifactSegment = ['UNS', 'S'];

/** What opens the articles of one ship-to. */
function opening({ directory }: Control): EdifactSegment[] {
  if (directory === '96A') return [];
  return [directory === '04A' ? ['GEI', '3', '37'] : ['GIS', '37']];
}

const writeParty = (role: string, party: PartyReference | undefined, control: Control): EdifactSegment[] => [
  ...nad(role, party),
  ...furtherCodes(party, control),
];

const furtherCodes = (party: PartyReference | undefined, control: Control): EdifactSegment[] =>
  is96A(control) ? [] : also(party);

function writeArticle(statement: ScheduleStatement, number: string, control: Control): EdifactSegment[] {
  const unit = edifactUnit(statement.unit);
  const { cumulative, release, releasedOn, previousRelease, orderReference, supplyArea } = statement;
  return [
    ...article(number, statement.part),
    ...loc('159', supplyArea),
    ...day('51', cumulative?.zeroedOn),
    ...day('52', cumulative?.asOf),
    ...rff('AAN', release),
    ...day('171', releasedOn),
    ...rff('AIF', previousRelease),
    ...rff('ON', orderReference),
    ...writeUncounted(cumulative),
    ...nothingDue(statement, unit),
    ...writePosition(cumulative, unit),
    ...writeQuantities(statement.quantities, unit, control),
    ...(statement.authorisations ?? []).flatMap((authorisation) => writeAuthorisation(authorisation, unit, control)),
    ...(statement.packaging ?? []).flatMap((packaging) => [pac(packaging), ...perPack(packaging.capacity, unit)]),
  ];
}

/** SCC opens the quantities of one horizon; in D.96A it stands under each. */
function writeQuantities(lines: ScheduleQuantity[], unit: string, control: Control): EdifactSegment[] {
  const commitment = (horizon: ScheduleQuantity['horizon']): EdifactSegment => ['SCC', HORIZON_COMMITMENTS[horizon]];
  if (is96A(control))
    return lines.flatMap((line) => writeQuantity(line, { unit, control, scc: [commitment(line.horizon)] }));
  return grouped(lines, ({ horizon }) => horizon).flatMap((together) => [
    commitment(together[0]!.horizon),
    ...together.flatMap((line) => writeQuantity(line, { unit, control, scc: [] })),
  ]);
}

function writeQuantity(
  line: ScheduleQuantity,
  { unit, control, scc }: { unit: string; control: Control; scc: EdifactSegment[] },
): EdifactSegment[] {
  const dates = due(line, control);
  const kind = line.horizon === 'backorder' ? '83' : '113';
  const cumulative = line.cumulative === undefined ? [] : [qty('3', line.cumulative, unit), ...scc, ...dates];
  return [qty(kind, line.quantity, unit), ...scc, ...dates, ...cumulative];
}

function writeAuthorisation(
  { kind, cumulative, from, until }: Authorisation,
  unit: string,
  control: Control,
): EdifactSegment[] {
  const scc: EdifactSegment = ['SCC', AUTHORISATION_COMMITMENTS[kind]];
  const amount = qty('3', cumulative, unit);
  return [...(is96A(control) ? [amount, scc] : [scc, amount]), ...day('51', from), ...day('52', until)];
}
