import type { DespatchLine, DespatchStatement, DespatchUnit } from '@intakt/contract';
import { edifactUnit, FUNCTION_BGM, MODE_8067 } from '../codes.ts';
import { type Control, decimal } from './control.ts';
import {
  also,
  article,
  type EdifactMessage,
  type EdifactSegment,
  loc,
  moment,
  nad,
  rff,
  writeEdifact,
} from './edifact.ts';

/**
 * DESADV D.97A, D.96A or D.07A (the directory of VDA 4987): one message per statement. Packs without a line (pallets) each get a CPS, nested as they are;
 * each line gets a CPS with its packs, whose master label (RFF+AAT) names the pack they stand on.
 */
export function encodeDesadv(statements: DespatchStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeAdvice(statement, control)),
    control,
  );
}

function writeAdvice(statement: DespatchStatement, control: Control): EdifactMessage {
  const {
    despatchNote,
    function: kind,
    grossMassKg,
    packages,
    vehicle,
    mode,
    shipTo,
    customer,
    supplier,
    shipFrom,
    carrier,
  } = statement;
  return {
    identifier: ['DESADV', 'D', control.directory ?? '97A', 'UN'],
    segments: [
      ['BGM', '351', despatchNote, kind === 'unspecified' ? '' : FUNCTION_BGM[kind]],
      ...moment('137', statement.documentAt, control),
      ...moment('11', statement.despatchedAt, control),
      ...moment('132', statement.expectedAt, control),
      ...(grossMassKg === undefined ? [] : [mass('AAX', 'AAD', grossMassKg)]),
      ...rff('CRN', statement.transportReference),
      ...nad('BY', customer),
      ...also(customer),
      ...nad('SE', supplier),
      ...also(supplier),
      ...nad('ST', shipTo),
      ...loc('11', statement.unloadingPoint),
      ...also(shipTo),
      ...nad('SF', shipFrom),
      ...also(shipFrom),
      ...nad('CA', carrier),
      ...also(carrier),
      ...(mode ? [['TDT', '12', '', MODE_8067[mode]] as EdifactSegment] : []),
      ...(vehicle ? [['EQD', 'TE', vehicle] as EdifactSegment] : []),
      ...writeContents(statement),
      ...(packages === undefined ? [] : [['CNT', ['11', decimal(packages)]] as EdifactSegment]),
    ],
  };
}

const mass = (purpose: string, kind: string, kilograms: number): EdifactSegment => [
  'MEA',
  purpose,
  kind,
  ['KGM', decimal(kilograms)],
];
function writeContents({ lines, units }: DespatchStatement): EdifactSegment[] {
  const sequences = new Map<string, string>();
  const segments: EdifactSegment[] = [];
  const lineNumbers = new Set(lines.map(({ line }) => line));
  const loose = units.filter(({ line }) => line === undefined || !lineNumbers.has(line));
  for (const unit of parentsFirst(loose)) {
    const number = String(sequences.size + 1);
    const above = unit.parent === undefined ? undefined : sequences.get(unit.parent);
    sequences.set(unit.unit, number);
    segments.push(['CPS', number, above ?? '', '3'], ...writePack(unit, undefined, above === undefined));
  }
  lines.forEach((line, index) => {
    const packs = units.filter((unit) => unit.line === line.line);
    segments.push(['CPS', String(sequences.size + index + 1), '', packs.length > 0 ? '1' : '4']);
    for (const pack of packs) segments.push(...writePack(pack, line, true));
    segments.push(...writeLine(line));
  });
  return segments;
}

/** A CPS may only name a parent that stands before it. */
function parentsFirst(units: DespatchUnit[]): DespatchUnit[] {
  const names = new Set(units.map(({ unit }) => unit));
  const done = new Set<string>();
  const ordered: DespatchUnit[] = [];
  let waiting = units;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent === undefined || !names.has(parent) || done.has(parent));
    /* Packs that stand on each other in a circle have no order; they are written as they come. */
    const next = ready.length > 0 ? ready : waiting;
    for (const unit of next) done.add(unit.unit);
    ordered.push(...next);
    waiting = waiting.filter((unit) => !next.includes(unit));
  }
  return ordered;
}

function writePack(pack: DespatchUnit, line: DespatchLine | undefined, nameParent: boolean): EdifactSegment[] {
  const count = pack.packagingCount ?? 1;
  const segments: EdifactSegment[] = [['PAC', decimal(count), '', [pack.packaging, '', pack.packaging ? '92' : '']]];
  if (pack.quantity !== undefined)
    segments.push(['QTY', ['52', decimal(pack.quantity / count), line ? edifactUnit(line.unit) : 'PCE']]);
  segments.push(['PCI', '17']);
  if (nameParent) segments.push(...rff('AAT', pack.parent));
  if (pack.batch) segments.push(['GIN', 'BX', pack.batch]);
  segments.push(['GIN', 'ML', pack.unit]);
  return segments;
}

function writeLine(line: DespatchLine): EdifactSegment[] {
  const unit = edifactUnit(line.unit);
  const segments = article(String(line.line), line.part);
  if (line.netMassKg !== undefined) segments.push(mass('AAY', 'AAL', line.netMassKg));
  segments.push(['QTY', ['12', decimal(line.quantity), unit]]);
  if (line.cumulative !== undefined) segments.push(['QTY', ['3', decimal(line.cumulative), unit]]);
  if (line.countryOfOrigin) segments.push(['ALI', line.countryOfOrigin]);
  if (line.batch) segments.push(['GIN', 'BX', line.batch]);
  return [...segments, ...rff('ON', line.orderReference), ...loc('159', line.unloadingPoint)];
}
