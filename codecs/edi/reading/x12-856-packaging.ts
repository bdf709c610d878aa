import type { DespatchLine, DespatchUnit } from '@intakt/contract';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { unitOf } from './despatch-unit.ts';
import { qualified, type Reading, readQuantity } from './reading.ts';
import { above, type Level } from './x12-856-levels.ts';

/** REF qualifiers of labels (LS bar-coded serial number, LA shipping label, LV licence plate) and MAN's (GM, AI SSCC; CP, AA …). */
const LABEL_REFERENCES = ['LS', 'LA', 'LV'];
const LABEL_MARKS = ['GM', 'AI', 'CP', 'AA', 'UC', 'W', 'R'];
/** REF*ZZ under this name states the label that a pack stands on where the HL tree cannot (see `encode856`). */
export const MASTER_LABEL = 'MASTER LABEL';

/**
 * Packs of a ship notice: T and P levels, and the packs that an item itself lists (labels under I, PO4, CLD).
 * A pack holds a line where it stands under the item, or where one item alone stands under it.
 */
export function readUnits(levels: Level[], despatchNote: string, reading: Reading): DespatchUnit[] {
  const units: DespatchUnit[] = [];
  for (const level of levels) {
    if (level.kind === 'T' || level.kind === 'P') {
      const unit = readPack(level, `${despatchNote}/${units.length + 1}`, reading);
      level.unit = unit.unit;
      units.push(unit);
    } else if (level.line) readItemPacks(level, level.line, { units, despatchNote }, reading);
  }
  return units;
}

/** `made` is its name where nothing labels it. */
function readPack(level: Level, made: string, reading: Reading): DespatchUnit {
  const { node } = level;
  const sn1 = child(node, 'SN1');
  const held = above(level, 'line');
  const below = held ? undefined : onlyItemBelow(level);
  take(sn1, 3);
  const batch = qualified(node, 'REF', 'BT');
  take(batch, 1);
  return unitOf(firstLabel(node) ?? made, {
    parent: masterOf(node) ?? above(level, 'unit'),
    packaging: packagingOf(node),
    packagingCount: countOf(node, reading),
    line: (held ?? below)?.line,
    quantity: (sn1 && readQuantity(reading, sn1, 2)) ?? below?.quantity,
    batch: text(batch, 2),
  });
}

/** A pack whose only content is one item; an item that lists packs of its own is in those. */
function onlyItemBelow({ below, firstBelow: only }: Level): DespatchLine | undefined {
  if (below !== 1 || !only?.line || only.below > 0) return undefined;
  return labelsOf(only.node).length > 0 || child(only.node, 'CLD') ? undefined : only.line;
}

/** Packs that the item lists: labels with PO4's size, or CLD's loads. Labels without a size share the quantity if one. */
function readItemPacks(
  level: Level,
  line: DespatchLine,
  { units, despatchNote }: { units: DespatchUnit[]; despatchNote: string },
  reading: Reading,
): void {
  const parent = above(level, 'unit');
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

const isMark = (man: Segment) => LABEL_MARKS.includes(peek(man, 1) ?? '') && peek(man, 2) !== undefined;
const isReference = (ref: Segment) => LABEL_REFERENCES.includes(peek(ref, 1) ?? '') && peek(ref, 2) !== undefined;

/** MAN and REF that label a pack, MAN first. */
function labelsOf(node: Segment): Segment[] {
  return [...children(node, 'MAN').filter(isMark), ...children(node, 'REF').filter(isReference)];
}

/** All labels are read; the first is the pack's name. */
function firstLabel(node: Segment): string | undefined {
  let name: string | undefined;
  for (let man = child(node, 'MAN'); man; man = another(man)) if (isMark(man)) name = nameOr(name, man);
  for (let ref = child(node, 'REF'); ref; ref = another(ref)) if (isReference(ref)) name = nameOr(name, ref);
  return name;
}

function nameOr(known: string | undefined, label: Segment): string {
  const own = readLabel(label);
  return known ?? own;
}

function readLabel(label: Segment): string {
  take(label, 1);
  return text(label, 2)!;
}

function masterOf(node: Segment): string | undefined {
  for (let ref = child(node, 'REF'); ref; ref = another(ref)) {
    if (peek(ref, 1) !== 'ZZ' || peek(ref, 3) !== MASTER_LABEL) continue;
    take(ref, 1);
    take(ref, 3);
    return text(ref, 2);
  }
  return undefined;
}

/** PKG05 a partner's packaging name, else TD101 the packaging code. */
function packagingOf(node: Segment): string | undefined {
  const pkg = child(node, 'PKG');
  if (pkg && peek(pkg, 5)) {
    take(pkg, 1);
    return text(pkg, 5);
  }
  return text(child(node, 'TD1'), 1);
}

function countOf(node: Segment, reading: Reading): number | undefined {
  const td1 = child(node, 'TD1');
  const count = td1 && readQuantity(reading, td1, 2);
  return count !== undefined && count > 1 ? count : undefined;
}
