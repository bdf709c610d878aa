import type { DespatchLine, DespatchUnit } from '@intakt/contract';
import { peek, type Segment, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { unitOf } from './despatch-unit.ts';
import { type Reading, readQuantity } from './reading.ts';
import { type Level, upwards } from './x12-856-levels.ts';

/** REF qualifiers of labels (LS bar-coded serial number, LA shipping label, LV licence plate) and MAN's (GM, AI SSCC; CP, AA …). */
const LABEL_REFERENCES = ['LS', 'LA', 'LV'];
const LABEL_MARKS = ['GM', 'AI', 'CP', 'AA', 'UC', 'W', 'R'];
/** REF*ZZ under this name states the label that a pack stands on where the HL tree cannot (see `encode856`). */
export const MASTER_LABEL = 'MASTER LABEL';

/**
 * Packs of a ship notice: T and P levels, and the packs that an item itself lists (labels under I, PO4, CLD).
 * A pack holds a line where it stands under the item, or where one item alone stands under it.
 */
export function readUnits(
  levels: Level[],
  items: Map<Level, DespatchLine>,
  despatchNote: string,
  reading: Reading,
): DespatchUnit[] {
  const units: DespatchUnit[] = [];
  const names = new Map<Level, string>();
  const made = () => `${despatchNote}/${units.length + 1}`;
  for (const level of levels) {
    const parent = packAbove(level, names);
    if (level.kind === 'T' || level.kind === 'P') {
      const unit = readPack(level, { parent, items, made }, reading);
      names.set(level, unit.unit);
      units.push(unit);
    }
    const line = items.get(level);
    if (line) units.push(...readItemPacks(level, { parent, line, made }, reading));
  }
  return units;
}

function packAbove(level: Level, names: Map<Level, string>): string | undefined {
  for (const at of upwards(level.parent)) if (names.has(at)) return names.get(at);
  return undefined;
}

interface PackContext {
  parent: string | undefined;
  items: Map<Level, DespatchLine>;
  made: () => string;
}

function readPack(level: Level, { parent, items, made }: PackContext, reading: Reading): DespatchUnit {
  const [label] = labelsOf(level.node);
  const sn1 = child(level.node, 'SN1');
  const above = itemAbove(level, items);
  const below = above ? undefined : onlyItemBelow(level, items);
  text(sn1, 3);
  const master = masterOf(level.node);
  const batch = children(level.node, 'REF').find((ref) => peek(ref, 1) === 'BT');
  text(batch, 1);
  return unitOf(label ?? made(), {
    parent: master ?? parent,
    packaging: packagingOf(level.node),
    packagingCount: countOf(level.node, reading),
    line: (above ?? below)?.line,
    quantity: (sn1 && readQuantity(reading, sn1, 2)) ?? below?.quantity,
    batch: text(batch, 2),
  });
}

function itemAbove(level: Level, items: Map<Level, DespatchLine>): DespatchLine | undefined {
  for (const at of upwards(level.parent)) if (items.has(at)) return items.get(at);
  return undefined;
}

/** A pack whose only content is one item; an item that lists packs of its own is in those. */
function onlyItemBelow(level: Level, items: Map<Level, DespatchLine>): DespatchLine | undefined {
  const [only, ...others] = level.children;
  if (!only || others.length > 0 || !items.has(only)) return undefined;
  const listed =
    only.children.length > 0 || labelsPeeked(only.node).length > 0 || children(only.node, 'CLD').length > 0;
  return listed ? undefined : items.get(only);
}

interface ItemContext {
  parent: string | undefined;
  line: DespatchLine;
  made: () => string;
}

/** Packs that the item lists: labels with PO4's size, or CLD's loads. Labels without a size share the quantity if one. */
function readItemPacks(level: Level, { parent, line, made }: ItemContext, reading: Reading): DespatchUnit[] {
  const labels = labelsOf(level.node);
  const po4 = child(level.node, 'PO4');
  const size = labels.length > 0 && po4 ? readQuantity(reading, po4, 2) : undefined;
  if (labels.length > 0) {
    if (po4) readQuantity(reading, po4, 1);
    text(po4, 3);
    const perPack = size ?? (labels.length === 1 ? line.quantity : undefined);
    return labels.map((unit) => unitOf(unit, { parent, line: line.line, quantity: perPack }));
  }
  const packs: DespatchUnit[] = [];
  for (const cld of children(level.node, 'CLD')) {
    const count = readQuantity(reading, cld, 1) ?? 1;
    const each = readQuantity(reading, cld, 2);
    packs.push(
      unitOf(`${made()}.${packs.length + 1}`, {
        parent,
        packaging: text(cld, 3),
        packagingCount: count,
        line: line.line,
        quantity: each === undefined ? undefined : each * count,
      }),
    );
  }
  return packs;
}

function labelsOf(node: Segment): string[] {
  return labelSegments(node).map((segment) => {
    text(segment, 1);
    return text(segment, 2)!;
  });
}

const labelsPeeked = (node: Segment) => labelSegments(node);

function labelSegments(node: Segment): Segment[] {
  const references = children(node, 'REF').filter(
    (ref) => LABEL_REFERENCES.includes(peek(ref, 1) ?? '') && peek(ref, 2),
  );
  const marks = children(node, 'MAN').filter((man) => LABEL_MARKS.includes(peek(man, 1) ?? '') && peek(man, 2));
  return [...marks, ...references];
}

function masterOf(node: Segment): string | undefined {
  const ref = children(node, 'REF').find((segment) => peek(segment, 1) === 'ZZ' && peek(segment, 3) === MASTER_LABEL);
  text(ref, 1);
  text(ref, 3);
  return text(ref, 2);
}

/** PKG05 a partner's packaging name, else TD101 the packaging code. */
function packagingOf(node: Segment): string | undefined {
  const pkg = child(node, 'PKG');
  if (pkg && peek(pkg, 5)) {
    text(pkg, 1);
    return text(pkg, 5);
  }
  return text(child(node, 'TD1'), 1);
}

function countOf(node: Segment, reading: Reading): number | undefined {
  const td1 = child(node, 'TD1');
  const count = td1 && readQuantity(reading, td1, 2);
  return count !== undefined && count > 1 ? count : undefined;
}
