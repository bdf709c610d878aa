import { Segment } from './segment.ts';

/** More segments than this are not kept for the next message. */
const MOST_KEPT = 1 << 14;

/**
 * The segments of the message at hand, between header and trailer. One message is read after the other, so the next
 * one's are written over them: thousands of objects per message need not be made and cleared away.
 */
export class Body {
  readonly segments: Segment[] = [];
  /** Segments of this message; those behind them are spare. */
  count = 0;

  /** Where the next segment may be written. */
  spare(): Segment {
    const { segments, count } = this;
    const known = segments[count];
    if (known) return known;
    const made = new Segment();
    segments[count] = made;
    return made;
  }

  add(segment: Segment): void {
    this.segments[this.count++] = segment;
  }

  /** A spare segment that came to something else than a part of this message stays as it is. */
  setApart(): void {
    this.segments[this.count] = new Segment();
  }

  /** The message is over: nobody looks at its segments any more. */
  clear(): void {
    const { segments, count } = this;
    for (let at = 0; at < count; at++) segments[at]!.leave();
    if (segments.length > MOST_KEPT) segments.length = MOST_KEPT;
    this.count = 0;
  }
}
