import type { DespatchLine, DespatchUnit } from '@intakt/contract';
import { has, peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { unitOf } from './despatch-unit.ts';
import { type Reading, readQuantity } from './reading.ts';
import { type Level, lineAbove, unitAbove } from './x12-856-levels.ts';

/** REF qualifiers of labels (LS bar-coded serial number, LA shipping label, LV licence plate) and MAN's (GM, AI SSCC; CP, AA …). */
const LABEL_REFERENCES = new Set(['LS', 'LA', 'LV']);
const LABEL_MARKS = new Set(['GM', 'AI', 'CP', 'AA', 'UC', 'W', 'R']);
/** REF*ZZ under this name states the label that a pack stands on where the HL tree cannot (see `encode856`). */
export const MASTER_LABEL = 'MASTER LABEL';

/** The packs so far, and the despatch note that names those without a label. */
interface Packs {
  units: DespatchUnit[];
  despatchNote: string;
}

/**
 * Packs of a ship notice: T and P levels, and the packs that an item itself lists (labels under I, PO4, CLD).
 * A pack holds a line where it stands under the item, or where one item alone stands under it.
 */
export function readUnits(levels: Level[], despatchNote: string, reading: Reading): DespatchUnit[] {
  const units: DespatchUnit[] = [];
  for (const level of levels) {
    if (level.kind === 'T' || level.kind === 'P') {
      const unit = readPack(level, { units, despatchNote }, reading);
      level.unit = unit.unit;
      units.push(unit);
    } else if (level.line) readItemPacks(level, level.line, { units, despatchNote }, reading);
  }
  return units;
}

/** Where nothing labels it, its name is the despatch note and its place in it. */
function readPack(level: Level, { units, despatchNote }: Packs, reading: Reading): DespatchUnit {
  const { sn1, pkg, td1, batch, master, mark, reference } = segmentsOf(level.node);
  const held = lineAbove(level);
  const below = held ? undefined : onlyItemBelow(level);
  take(sn1, 3);
  take(batch, 1);
  take(master, 1);
  take(master, 3);
  return unitOf(mark ?? reference ?? `${despatchNote}/${units.length + 1}`, {
    parent: text(master, 2) ?? unitAbove(level),
    packaging: packagingOf(pkg, td1),
    packagingCount: countOf(td1, reading),
    line: (held ?? below)?.line,
    quantity: (sn1 && readQuantity(reading, sn1, 2)) ?? below?.quantity,
    batch: text(batch, 2),
  });
}

/** What stands under a pack, the first of each. */
interface PackSegments {
  sn1: Segment | undefined;
  pkg: Segment | undefined;
  td1: Segment | undefined;
  batch: Segment | undefined;
  master: Segment | undefined;
  /** All labels are read; the first is the pack's name. */
  mark: string | undefined;
  reference: string | undefined;
}

/** Ship notices have packs by the thousand, so their segments are gone through once. */
function segmentsOf(node: Segment): PackSegments {
  let sn1: Segment | undefined;
  let pkg: Segment | undefined;
  let td1: Segment | undefined;
  let batch: Segment | undefined;
  let master: Segment | undefined;
  let mark: string | undefined;
  let reference: string | undefined;
  for (let at = node.inside; at; at = at.beside) {
    const { tag } = at;
    if (tag === 'SN1') sn1 ??= at;
    else if (tag === 'REF') {
      if (isReference(at)) reference = nameOr(reference, at);
      else if (peek(at, 1) === 'BT') batch ??= at;
      else if (peek(at, 1) === 'ZZ' && peek(at, 3) === MASTER_LABEL) master ??= at;
    } else if (tag === 'MAN') {
      if (isMark(at)) mark = nameOr(mark, at);
    } else if (tag === 'PKG') pkg ??= at;
    else if (tag === 'TD1') td1 ??= at;
  }
  return { sn1, pkg, td1, batch, master, mark, reference };
}

/** A pack whose only content is one item; an item that lists packs of its own is in those. */
function onlyItemBelow({ below, firstBelow: only }: Level): DespatchLine | undefined {
  if (below !== 1 || !only?.line || only.below > 0) return undefined;
  return labelsOf(only.node).length > 0 || child(only.node, 'CLD') ? undefined : only.line;
}

/** Packs that the item lists: labels with PO4's size, or CLD's loads. Labels without a size share the quantity if one. */
function readItemPacks(level: Level, line: DespatchLine, { units, despatchNote }: Packs, reading: Reading): void {
  const parent = unitAbove(level);
  const labels = labelsOf(level.node);
  if (labels.length > 0) {
    const po4 = child(level.node, 'PO4');
    const size = po4 && readQuantity(reading, po4, 2);
    if (po4) readQuantity(reading, po4, 1);
    take(po4, 3);
    const quantity = size ?? (labels.length === 1 ? line.quantity : undefined);
    for (const label of labels) units.push(unitOf(readLabel(label), { parent, line: line.line, quantity }));
    return;
  }
  const made = `${despatchNote}/${units.length + 1}`;
  let count = 0;
  for (let cld = child(level.node, 'CLD'); cld; cld = another(cld))
    units.push(readLoad(cld, { unit: `${made}.${++count}`, parent, line }, reading));
}

/** CLD: so many packs of one type, and what each holds. */
function readLoad(
  cld: Segment,
  { unit, parent, line }: { unit: string; parent: string | undefined; line: DespatchLine },
  reading: Reading,
): DespatchUnit {
  const packagingCount = readQuantity(reading, cld, 1) ?? 1;
  const each = readQuantity(reading, cld, 2);
  const quantity = each === undefined ? undefined : each * packagingCount;
  return unitOf(unit, { parent, packaging: text(cld, 3), packagingCount, line: line.line, quantity });
}

const isMark = (man: Segment) => LABEL_MARKS.has(peek(man, 1) ?? '') && has(man, 2);
const isReference = (ref: Segment) => LABEL_REFERENCES.has(peek(ref, 1) ?? '') && has(ref, 2);

/** MAN and REF that label a pack, MAN first. */
function labelsOf(node: Segment): Segment[] {
  return [...children(node, 'MAN').filter(isMark), ...children(node, 'REF').filter(isReference)];
}

function nameOr(known: string | undefined, label: Segment): string {
  const own = readLabel(label);
  return known ?? own;
}

function readLabel(label: Segment): string {
  take(label, 1);
  return text(label, 2)!;
}

/** PKG05 a partner's packaging name, else TD101 the packaging code. */
function packagingOf(pkg: Segment | undefined, td1: Segment | undefined): string | undefined {
  if (!pkg || !has(pkg, 5)) return text(td1, 1);
  take(pkg, 1);
  return text(pkg, 5);
}

function countOf(td1: Segment | undefined, reading: Reading): number | undefined {
  const count = td1 && readQuantity(reading, td1, 2);
  return count !== undefined && count > 1 ? count : undefined;
}
