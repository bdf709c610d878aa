/** A place in a message: a segment, or a group that its first segment opens. */
export interface Slot {
  tag: string;
  max: number;
  mandatory: boolean;
  /** What may follow the opening segment, in order. Absent for a plain segment. */
  group?: Slot[];
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
