import type { Body } from './body.ts';
import { MISPLACED, MISSING, type Report, TOO_MANY, UNEXPECTED } from './problems.ts';
import type { Segment } from './segment.ts';
import { tagName } from './tags.ts';
import { type Layout, layoutOf, NOWHERE, SEVERAL, type Slot } from './table.ts';

/** A group that is being filled. Levels are used again and again, one per depth. */
interface Level {
  layout: Layout;
  /** Slot that was filled last, and how often each slot has been. */
  at: number;
  counts: number[];
  head: Segment;
  /** The segment that hangs under the head so far as the last one. */
  last: Segment | undefined;
}

/**
 * Hangs the segments of a message into the groups of its table. Every segment ends up in the tree: one that stands
 * out of order where the table would allow it elsewhere is taken with a warning, one that the message does not know
 * at all hangs under the group before it and is reported as an error.
 */
export function walk(head: Segment, { segments, count }: Body, table: Slot[], report: Report): void {
  const walker = new Walker(layoutOf(table), head, report);
  for (let at = 0; at < count; at++) walker.take(segments[at]!);
  walker.close(0, count > 0 ? segments[count - 1]! : head);
}

class Walker {
  readonly #report: Report;
  readonly #levels: Level[] = [];
  /** Levels from here on are not open. */
  #depth = 0;

  constructor(layout: Layout, head: Segment, report: Report) {
    this.#report = report;
    this.#open(layout, head);
  }

  take(segment: Segment): void {
    if (this.#inOrder(segment) || this.#outOfOrder(segment)) return;
    this.#report(UNEXPECTED, segment, { expected: expectedTags(this.#levels.slice(0, this.#depth)) });
    hang(this.#levels[this.#depth - 1]!, segment);
  }

  /** Closes the innermost levels until only so many are open. */
  close(depth: number, at: Segment): void {
    while (this.#depth > depth) {
      const level = this.#levels[--this.#depth]!;
      const { mandatory, slots } = level.layout;
      if (mandatory.length > 0) this.#reportMissing(level, slots.length, at);
    }
  }

  #open(layout: Layout, head: Segment): void {
    const level = this.#levels[this.#depth];
    if (level) {
      level.layout = layout;
      level.at = 0;
      level.head = head;
      level.last = undefined;
      for (let i = 0; i < layout.slots.length; i++) level.counts[i] = 0;
    } else this.#levels.push({ layout, at: 0, counts: layout.slots.map(() => 0), head, last: undefined });
    this.#depth++;
  }

  /** The innermost level that can take the segment at or behind its present place takes it. */
  #inOrder(segment: Segment): boolean {
    const { tagNumber } = segment;
    const levels = this.#levels;
    const innermost = this.#depth - 1;
    for (let depth = innermost; depth >= 0; depth--) {
      const level = levels[depth]!;
      const slot = placeFor(level, tagNumber);
      if (slot < 0) continue;
      if (depth < innermost) this.close(depth + 1, segment);
      if (level.layout.mandatory.length > 0) this.#reportMissing(level, slot, segment);
      this.#attach(level, slot, segment);
      return true;
    }
    return false;
  }

  #outOfOrder(segment: Segment): boolean {
    for (let depth = this.#depth - 1; depth >= 0; depth--) {
      const level = this.#levels[depth]!;
      const slot = level.layout.places.get(segment.tag)?.[0];
      if (slot === undefined) continue;
      const ahead = level.layout.slots.slice(level.at).map(({ tag }) => tag);
      this.#report(MISPLACED, segment, { expected: ahead.join(', ') || 'the next group' });
      /* The groups inside stay open: what follows usually continues them. */
      this.#attach(level, slot, segment);
      return true;
    }
    return false;
  }

  #attach(level: Level, at: number, segment: Segment): void {
    const slot = level.layout.slots[at]!;
    const count = level.counts[at]! + 1;
    level.counts[at] = count;
    if (at > level.at) level.at = at;
    if (count === slot.max + 1)
      this.#report(TOO_MANY, segment, { value: String(count), expected: `at most ${slot.max} ${slot.tag}` });
    hang(level, segment);
    const inside = level.layout.inside[at];
    if (inside) this.#open(inside, segment);
  }

  #reportMissing(level: Level, until: number, at: Segment): void {
    for (const place of level.layout.mandatory) {
      if (place < level.at || place >= until || level.counts[place]! > 0) continue;
      this.#report(MISSING, at, { expected: `${level.layout.slots[place]!.tag} after ${level.head.tag}` });
      level.counts[place] = 1;
    }
  }
}

/** Most tags have one place in a group; the few that have several are looked for. */
function placeFor(level: Level, tagNumber: number): number {
  const { placeOf, places } = level.layout;
  const place = tagNumber < placeOf.length ? placeOf[tagNumber]! : NOWHERE;
  if (place === SEVERAL) return placeAhead(level, places.get(tagName(tagNumber))!);
  return place >= level.at ? place : NOWHERE;
}

/** A full slot is passed over where a later one has the same tag (DELFOR D.96A has UNS and LIN twice). */
function placeAhead({ layout, at, counts }: Level, places: number[]): number {
  let full = -1;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (place < at) continue;
    if (counts[place]! < layout.slots[place]!.max) return place;
    full = place;
  }
  return full === at ? full : -1;
}

function hang(level: Level, segment: Segment): void {
  if (level.last) level.last.beside = segment;
  else level.head.inside = segment;
  level.last = segment;
}

function expectedTags(levels: Level[]): string {
  const tags = levels.toReversed().flatMap(({ layout, at }) => layout.slots.slice(at).map(({ tag }) => tag));
  return [...new Set(tags)].join(', ') || 'the end of the message';
}
