import { CODE_DOUBTFUL, VALUE_INVALID } from '../problems.ts';
import { type Segment, text } from '../segment.ts';
import { children } from '../tree.ts';
import type { Reading } from './reading.ts';

/** One hierarchical level of an 856. */
export interface Level {
  number: string;
  /** HL03: S shipment, O order, T tare (pallet), P pack, I item, and what else partners use. */
  kind: string;
  node: Segment;
  parent?: Level;
  children: Level[];
}

const KINDS = ['S', 'O', 'T', 'P', 'I', 'E', 'Q', 'K', 'D'];

/** HL nesting of real messages ends at five or six; a chain without end must not cost a search without end. */
const DEEPEST = 12;

/** The level itself and those above it. */
export function* upwards(level: Level | undefined): Generator<Level> {
  let at = level;
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    yield at;
    at = at.parent;
  }
}

/** HL01 is the level's number, HL02 its parent's. A parent that was not stated before is an error in the message. */
export function levelsOf(message: Segment, reading: Reading): Level[] {
  const byNumber = new Map<string, Level>();
  return children(message, 'HL').map((node) => {
    const number = text(node, 1) ?? '';
    const above = text(node, 2);
    const kind = text(node, 3) ?? '';
    text(node, 4);
    const parent = above === undefined ? undefined : byNumber.get(above);
    if (above !== undefined && !parent)
      reading.report(VALUE_INVALID, node, {
        value: above,
        element: 2,
        expected: 'the number of an HL before it',
      });
    if (!KINDS.includes(kind))
      reading.report(CODE_DOUBTFUL, node, {
        value: kind,
        element: 3,
        expected: 'a level without meaning of its own',
      });
    const level: Level = { number, kind, node, children: [], ...(parent && { parent }) };
    parent?.children.push(level);
    byNumber.set(number, level);
    return level;
  });
}
