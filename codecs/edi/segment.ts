/** Where a token stands in the file: ordinal from 1, and the bytes it covers (blanks behind the terminator included). */
export interface TokenPosition {
  segment: number;
  offset: number;
  end: number;
}

/** One segment. Composites are split for EDIFACT; an X12 element is one component, see `tokenize`. */
export interface Segment {
  kind: 'segment';
  tag: string;
  elements: string[][];
  position: TokenPosition;
  terminated: boolean;
  /** Per element a bit set of the components that a mapper has read; what stays unread is reported as unmapped. */
  taken?: number[];
}

/** Bytes that are no segment: a comment behind a terminator, text before or after the interchange. */
export interface StrayText {
  kind: 'stray';
  text: string;
  /** A remark between two segments, as opposed to a piece that stands where a segment should. */
  comment: boolean;
  position: TokenPosition;
}

export type Token = Segment | StrayText;

/** Value of an element, counted from 1 as the standards do, marked as read. Blank counts as absent. */
export function text(segment: Segment | undefined, element: number, component = 1): string | undefined {
  const value = segment?.elements[element - 1]?.[component - 1]?.trim();
  if (!segment || !value) return undefined;
  segment.taken ??= [];
  segment.taken[element - 1] = (segment.taken[element - 1] ?? 0) | (1 << (component - 1));
  return value;
}

/** Same as `text`, but leaves the value unread: for looking before deciding. */
export function peek(segment: Segment | undefined, element: number, component = 1): string | undefined {
  return segment?.elements[element - 1]?.[component - 1]?.trim() || undefined;
}

/** For a segment whose every element the mapper understood, also those that only qualify others. */
export function takeAll(segment: Segment): void {
  segment.taken = segment.elements.map(() => -1);
}

/** The non-empty values that nothing has read. */
export function* unread(segment: Segment): Generator<{ element: number; component: number; value: string }> {
  for (let e = 0; e < segment.elements.length; e++) {
    const components = segment.elements[e]!;
    for (let c = 0; c < components.length; c++) {
      const value = components[c]!.trim();
      if (value && !((segment.taken?.[e] ?? 0) & (1 << c))) yield { element: e + 1, component: c + 1, value };
    }
  }
}
