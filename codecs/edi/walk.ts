import { MISPLACED, MISSING, type Report, TOO_MANY, UNEXPECTED } from './problems.ts';
import type { Segment } from './segment.ts';
import type { Slot } from './table.ts';

/** A segment with what belongs to it. */
export interface Node {
  tag: string;
  segment: Segment;
  children: Node[];
}

interface Level {
  slots: Slot[];
  /** Slot that was filled last, and how often each slot has been. */
  at: number;
  counts: number[];
  node: Node;
}

/**
 * Hangs the segments of a message into the groups of its table. Every segment ends up in the tree: one that stands
 * out of order where the table would allow it elsewhere is taken with a warning, one that the message does not know
 * at all hangs under the group before it and is reported as an error.
 */
export function walk(head: Segment, body: Segment[], table: Slot[], report: Report): Node {
  const root: Node = { tag: head.tag, segment: head, children: [] };
  const levels: Level[] = [open(table, root)];
  for (const segment of body) {
    if (inOrder(levels, segment, report) || outOfOrder(levels, segment, report)) continue;
    report(UNEXPECTED, segment, { expected: expectedTags(levels) });
    levels.at(-1)!.node.children.push({ tag: segment.tag, segment, children: [] });
  }
  const last = body.at(-1) ?? head;
  while (levels.length > 0) close(levels, last, report);
  return root;
}

function open(slots: Slot[], node: Node): Level {
  return { slots, at: 0, counts: new Array(slots.length).fill(0), node };
}

/** The innermost level that can take the segment at or behind its present place takes it. */
function inOrder(levels: Level[], segment: Segment, report: Report): boolean {
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const slot = placeAhead(levels[depth]!, segment.tag);
    if (slot < 0) continue;
    while (levels.length - 1 > depth) close(levels, segment, report);
    reportMissing(levels[depth]!, slot, segment, report);
    attach(levels, levels[depth]!, slot, segment, report);
    return true;
  }
  return false;
}

/** A full slot is passed over where a later one has the same tag (DELFOR D.96A has UNS and LIN twice). */
function placeAhead({ slots, at, counts }: Level, tag: string): number {
  let full = -1;
  for (let i = at; i < slots.length; i++) {
    if (slots[i]!.tag !== tag) continue;
    if (counts[i]! < slots[i]!.max) return i;
    full = i;
  }
  return full === at ? full : -1;
}

function outOfOrder(levels: Level[], segment: Segment, report: Report): boolean {
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const slot = levels[depth]!.slots.findIndex((s) => s.tag === segment.tag);
    if (slot < 0) continue;
    const level = levels[depth]!;
    report(MISPLACED, segment, {
      expected:
        level.slots
          .slice(level.at)
          .map((s) => s.tag)
          .join(', ') || 'the next group',
    });
    /* The groups inside stay open: what follows usually continues them. */
    attach(levels, level, slot, segment, report);
    return true;
  }
  return false;
}

function attach(levels: Level[], level: Level, at: number, segment: Segment, report: Report): void {
  const slot = level.slots[at]!;
  level.counts[at]!++;
  level.at = Math.max(level.at, at);
  if (level.counts[at] === slot.max + 1) {
    report(TOO_MANY, segment, { value: String(level.counts[at]), expected: `at most ${slot.max} ${slot.tag}` });
  }
  const node: Node = { tag: segment.tag, segment, children: [] };
  level.node.children.push(node);
  if (slot.group) levels.push(open(slot.group, node));
}

function close(levels: Level[], at: Segment, report: Report): void {
  const level = levels.pop()!;
  reportMissing(level, level.slots.length, at, report);
}

function reportMissing(level: Level, until: number, at: Segment, report: Report): void {
  for (let i = level.at; i < until; i++) {
    const slot = level.slots[i]!;
    if (!slot.mandatory || level.counts[i]! > 0) continue;
    report(MISSING, at, { expected: `${slot.tag} after ${level.node.tag}` });
    level.counts[i] = 1;
  }
}

function expectedTags(levels: Level[]): string {
  const tags = levels.toReversed().flatMap((level) => level.slots.slice(level.at).map((slot) => slot.tag));
  return [...new Set(tags)].join(', ') || 'the end of the message';
}

/** The children with one of the tags, in their order. */
export function children(node: Node, ...tags: string[]): Node[] {
  return node.children.filter((child) => tags.includes(child.tag));
}

export function segmentsOf(node: Node, tag: string): Segment[] {
  return children(node, tag).map((child) => child.segment);
}
