import type { DespatchLine, DespatchStatement, DespatchUnit } from '@intakt/contract';
import { FUNCTION_PURPOSES, MODE_91, x12Unit } from '../codes.ts';
import { MASTER_LABEL } from '../reading/x12-856-packaging.ts';
import { type Control, decimal } from './control.ts';
import { dateAndTime, lin, moment, n1, pid, ref, writeX12, type X12Segment, type X12Set } from './x12.ts';

/**
 * 856 in 004010, one set per statement: shipment, packs without a line as tares, items, and each item's packs under it.
 * An item whose packs share one tare stands under that tare; else each pack names the label it stands on.
 * X12 cannot say a function that is unspecified, nor leave out the document's time (the interchange's stands in).
 */
export function encode856(statements: DespatchStatement[], control: Control): Uint8Array {
  return writeX12(
    statements.map((statement) => writeNotice(statement, control)),
    control,
  );
}

function writeNotice(statement: DespatchStatement, control: Control): X12Set {
  const purpose = statement.function === 'unspecified' ? '00' : FUNCTION_PURPOSES[statement.function];
  const tree = new HierarchyWriter(statement);
  tree.write(writeShipment(statement, control));
  const hash = statement.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    type: '856',
    functionalGroup: 'SH',
    segments: [
      ['BSN', purpose, statement.despatchNote, ...dateAndTime(statement.documentAt ?? control.preparedAt, control)],
      ...tree.segments,
      ['CTT', String(tree.levels), decimal(hash)],
    ],
  };
}

function writeShipment(statement: DespatchStatement, control: Control): X12Segment[] {
  const { grossMassKg, packages, mode, vehicle } = statement;
  const segments: X12Segment[] = [];
  if (grossMassKg !== undefined) segments.push(['MEA', 'PD', 'G', decimal(grossMassKg), 'KG']);
  if (packages !== undefined) segments.push(['TD1', '', decimal(packages)]);
  if (mode) segments.push(['TD5', '', '', '', MODE_91[mode]]);
  if (vehicle) segments.push(['TD3', 'TL', '', vehicle]);
  return [
    ...segments,
    ...ref('BM', statement.transportReference),
    ...ref('DK', statement.unloadingPoint),
    ...moment('011', statement.despatchedAt, control),
    ...moment('017', statement.expectedAt, control),
    ...n1('BY', statement.customer),
    ...n1('SU', statement.supplier),
    ...n1('ST', statement.shipTo),
    ...n1('SF', statement.shipFrom),
    ...n1('CA', statement.carrier),
  ];
}

/** Numbers the levels as it writes them. */
class HierarchyWriter {
  readonly segments: X12Segment[] = [];
  levels = 0;
  readonly #statement: DespatchStatement;
  readonly #tares = new Map<string, string>();

  constructor(statement: DespatchStatement) {
    this.#statement = statement;
  }

  write(shipment: X12Segment[]): void {
    const { lines, units } = this.#statement;
    const top = this.#open('S', undefined, shipment);
    const numbers = new Set(lines.map(({ line }) => line));
    let waiting = units.filter(({ line }) => line === undefined || !numbers.has(line));
    while (waiting.length > 0) {
      const names = new Set(waiting.map(({ unit }) => unit));
      const ready = waiting.filter(({ parent }) => parent === undefined || !names.has(parent));
      const next = ready.length > 0 ? ready : waiting;
      for (const unit of next) this.#tare(unit, top);
      waiting = waiting.filter((unit) => !next.includes(unit));
    }
    for (const line of lines) this.#item(line, top);
  }

  #open(kind: string, parent: string | undefined, segments: X12Segment[]): string {
    const number = String(++this.levels);
    this.segments.push(['HL', number, parent, kind], ...segments);
    return number;
  }

  #tare(unit: DespatchUnit, top: string): void {
    const above = unit.parent === undefined ? undefined : this.#tares.get(unit.parent);
    const number = this.#open('T', above ?? top, writePack(unit, undefined, above === undefined));
    this.#tares.set(unit.unit, number);
  }

  #item(line: DespatchLine, top: string): void {
    const packs = this.#statement.units.filter((unit) => unit.line === line.line);
    const parents = new Set(packs.map(({ parent }) => parent));
    const [only] = parents;
    const above = parents.size === 1 && only !== undefined ? this.#tares.get(only) : undefined;
    const item = this.#open('I', above ?? top, writeItem(line));
    for (const pack of packs) this.#open('P', item, writePack(pack, line, above === undefined));
  }
}

function writePack(pack: DespatchUnit, line: DespatchLine | undefined, nameParent: boolean): X12Segment[] {
  const segments: X12Segment[] = [];
  if (pack.quantity !== undefined) segments.push(['SN1', '', decimal(pack.quantity), x12Unit(line?.unit ?? 'H87')]);
  if (pack.packaging) segments.push(['PKG', 'F', '', '', '', pack.packaging]);
  if (pack.packagingCount !== undefined) segments.push(['TD1', '', decimal(pack.packagingCount)]);
  const isSscc = /^(00)?\d{18}$/.test(pack.unit);
  if (!isSscc) segments.push(['REF', 'LS', pack.unit]);
  segments.push(...ref('BT', pack.batch));
  if (nameParent && pack.parent) segments.push(['REF', 'ZZ', pack.parent, MASTER_LABEL]);
  if (isSscc) segments.push(['MAN', 'GM', pack.unit]);
  return segments;
}

function writeItem(line: DespatchLine): X12Segment[] {
  const cumulative = line.cumulative === undefined ? undefined : decimal(line.cumulative);
  return [
    lin(String(line.line), line.part, ['PO', line.orderReference], ['CH', line.countryOfOrigin]),
    ['SN1', '', decimal(line.quantity), x12Unit(line.unit), cumulative],
    ...pid(line.part.description),
    ...(line.netMassKg === undefined ? [] : [['MEA', 'PD', 'N', decimal(line.netMassKg), 'KG'] as X12Segment]),
    ...ref('BT', line.batch),
    ...ref('DK', line.unloadingPoint),
  ];
}
