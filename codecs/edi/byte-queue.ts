/** Bytes in the order in which they came, in pieces as they came. */
export class ByteQueue {
  /** Whether all bytes have come. */
  isComplete = false;
  length = 0;
  #pieces: Uint8Array[] = [];

  push(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#pieces.push(bytes);
    this.length += bytes.length;
  }

  /** Puts bytes back before the others. */
  unshift(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#pieces.unshift(bytes);
    this.length += bytes.length;
  }

  /** A copy of the first bytes, as many as there are up to `count`, taken out, with `before` in front of them. */
  take(count: number, before: Uint8Array = NONE): Uint8Array {
    const taken = this.#copy(count, before);
    this.skip(count);
    return taken;
  }

  peek(count: number): Uint8Array {
    return this.#copy(count, NONE);
  }

  skip(count: number): void {
    let left = Math.min(count, this.length);
    this.length -= left;
    while (left > 0) {
      const first = this.#pieces[0]!;
      if (first.length > left) this.#pieces[0] = first.subarray(left);
      else this.#pieces.shift();
      left -= Math.min(left, first.length);
    }
  }

  #copy(count: number, before: Uint8Array): Uint8Array {
    const copy = new Uint8Array(before.length + Math.min(count, this.length));
    copy.set(before);
    let at = before.length;
    for (const piece of this.#pieces) {
      if (at >= copy.length) break;
      const part = piece.subarray(0, copy.length - at);
      copy.set(part, at);
      at += part.length;
    }
    return copy;
  }
}

const NONE = new Uint8Array(0);
