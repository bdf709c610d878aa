import type { Segment } from './segment.ts';

/**
 * The tree of a message is in its segments: `inside` is the first segment of the group that a segment opens, `beside`
 * the next one of the group that it stands in. `walk` makes it.
 */
const NONE: Segment[] = [];

/** The first segment with a tag directly under another. */
export function child(parent: Segment, tag: string): Segment | undefined {
  let at = parent.inside;
  while (at !== undefined && at.tag !== tag) at = at.beside;
  return at;
}

/** The next one with its tag beside a segment. */
export function another(segment: Segment): Segment | undefined {
  const { tag } = segment;
  let at = segment.beside;
  while (at !== undefined && at.tag !== tag) at = at.beside;
  return at;
}

/** All with one of the tags directly under a segment, in their order. */
export function children(parent: Segment, tag: string, otherTag?: string): Segment[] {
  let found = NONE;
  for (let at = parent.inside; at !== undefined; at = at.beside) {
    if (at.tag !== tag && at.tag !== otherTag) continue;
    if (found === NONE) found = [at];
    else found.push(at);
  }
  return found;
}
