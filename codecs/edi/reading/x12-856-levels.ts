import type { DespatchLine } from '@intakt/contract';
import { CODE_DOUBTFUL, VALUE_INVALID } from '../problems.ts';
import { type Segment, take, text } from '../segment.ts';
import { another, child } from '../tree.ts';
import type { Reading } from './reading.ts';

/** One hierarchical level of an 856. */
export interface Level {
  /** HL03: S shipment, O order, T tare (pallet), P pack, I item, and what else partners use. */
  kind: string;
  node: Segment;
  /** The level above, the number of levels below, and the first of these. */
  parent: Level | undefined;
  below: number;
  firstBelow: Level | undefined;
  /** PRF of the level, else of those above it. */
  order: Segment | undefined;
  /** The line that an item was read to, and the pack that a tare or pack was. */
  line: DespatchLine | undefined;
  unit: string | undefined;
}

const KINDS = ['S', 'O', 'T', 'P', 'I', 'E', 'Q', 'K', 'D'];

/** HL01 is the level's number, HL02 its parent's. A parent that was not stated before is an error in the message. */
export function levelsOf(message: Segment, reading: Reading): Level[] {
  const byNumber = new Map<string | number, Level>();
  const levels: Level[] = [];
  for (let hl = child(message, 'HL'); hl; hl = another(hl)) {
    const above = readNumber(hl, 2);
    const parent = above === undefined ? undefined : byNumber.get(above);
    if (above !== undefined && !parent)
      reading.report(VALUE_INVALID, hl, {
        value: String(above),
        element: 2,
        expected: 'the number of an HL before it',
      });
    const level = levelAt(hl, parent, reading);
    byNumber.set(readNumber(hl, 1) ?? '', level);
    levels.push(level);
  }
  return levels;
}

/** Numbers are looked up faster than their texts; one with zeros before it is another text. */
function readNumber(hl: Segment, element: number): string | number | undefined {
  const mark = hl.find(element, 1);
  if (mark < 0) return undefined;
  const number = hl.wholeAt(mark);
  if (number > 0 && number < 10_000 && hl.lengthAt(mark) === digitsOf(number)) {
    hl.take(mark);
    return number;
  }
  const value = text(hl, element);
  return value !== undefined && String(Number(value)) === value ? Number(value) : value;
}

const digitsOf = (number: number) => (number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : 4);

function levelAt(node: Segment, parent: Level | undefined, reading: Reading): Level {
  const kind = text(node, 3) ?? '';
  take(node, 4);
  if (!KINDS.includes(kind))
    reading.report(CODE_DOUBTFUL, node, {
      value: kind,
      element: 3,
      expected: 'a level without meaning of its own',
    });
  const order = child(node, 'PRF') ?? parent?.order;
  const [firstBelow, line, unit] = [undefined, undefined, undefined];
  const level: Level = { kind, node, parent, below: 0, firstBelow, order, line, unit };
  if (parent) {
    parent.below++;
    parent.firstBelow ??= level;
  }
  return level;
}

/** The line of the nearest level above that has one. Levels name parents before them, so the way up ends. */
export function lineAbove(level: Level): DespatchLine | undefined {
  let at = level.parent;
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at.line !== undefined) return at.line;
    at = at.parent;
  }
  return undefined;
}

/** The same of the pack. */
export function unitAbove(level: Level): string | undefined {
  let at = level.parent;
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at.unit !== undefined) return at.unit;
    at = at.parent;
  }
  return undefined;
}

/** HL nesting of real messages ends at five or six; a long chain must not cost a search of its length at every level. */
const DEEPEST = 12;
