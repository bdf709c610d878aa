import { tagNumber } from './tags.ts';

/** A place in a message: a segment, or a group that its first segment opens. */
export interface Slot {
  tag: string;
  max: number;
  mandatory: boolean;
  /** What may follow the opening segment, in order. Absent for a plain segment. */
  group?: Slot[];
}

/** Slots made ready for walking: where each tag may stand, and which slots must be filled. */
export interface Layout {
  slots: Slot[];
  places: Map<string, number[]>;
  /** By a tag's number (see `tags.ts`) the one place where it may stand; `NOWHERE`, or `SEVERAL`, which `places` tells. */
  placeOf: Int16Array;
  mandatory: number[];
  /** Of each slot, what may follow it. */
  inside: (Layout | undefined)[];
}

export const NOWHERE = -1;
export const SEVERAL = -2;

const layouts = new WeakMap<Slot[], Layout>();

export function layoutOf(table: Slot[]): Layout {
  const known = layouts.get(table);
  if (known) return known;
  const places = new Map<string, number[]>();
  for (const [at, { tag }] of table.entries()) places.set(tag, [...(places.get(tag) ?? []), at]);
  const layout: Layout = {
    slots: table,
    places,
    placeOf: placesByNumber(places),
    mandatory: table.flatMap(({ mandatory }, at) => (mandatory ? [at] : [])),
    inside: table.map(({ group }) => group && layoutOf(group)),
  };
  layouts.set(table, layout);
  return layout;
}

function placesByNumber(places: Map<string, number[]>): Int16Array {
  const numbered = [...places].map(([tag, at]) => [tagNumber(tag), at.length > 1 ? SEVERAL : at[0]!] as const);
  const placeOf = new Int16Array(1 + Math.max(...numbered.map(([number]) => number))).fill(NOWHERE);
  for (const [number, place] of numbered) placeOf[number] = place;
  return placeOf;
}

const SLOT = /\s*([A-Z][A-Z0-9]{1,2})(?::(\d+|n))?(!)?\s*([()])?|\s*(\))/gy;

/**
 * Reads the notation of the message tables: `NAD:10!(LOC:5 RFF:10(DTM))` is a mandatory group that NAD opens, up to
 * ten times, holding up to five LOC and ten groups of RFF with one DTM. `:n` is without limit; no number means once.
 */
export function slots(notation: string): Slot[] {
  const stack: Slot[][] = [[]];
  SLOT.lastIndex = 0;
  const source = notation.trim();
  while (SLOT.lastIndex < source.length) {
    const at = SLOT.lastIndex;
    const found = SLOT.exec(source);
    if (!found) throw new Error(`Message table cannot be read at "${source.slice(at, at + 20)}"`);
    const [, tag, max, mandatory, bracket, close] = found;
    if (tag) {
      const slot: Slot = {
        tag,
        max: max === 'n' ? Number.POSITIVE_INFINITY : Number(max ?? 1),
        mandatory: mandatory === '!',
      };
      stack.at(-1)!.push(slot);
      if (bracket === '(') {
        slot.group = [];
        stack.push(slot.group);
      }
    }
    if (close || bracket === ')') stack.pop();
  }
  if (stack.length !== 1) throw new Error('Message table has unbalanced brackets');
  return stack[0]!;
}
