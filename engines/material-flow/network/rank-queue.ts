/** Nodes waiting to be projected, the most upstream first, each once: a binary heap of ranks. */
export class RankQueue {
  readonly #rank: Int32Array;
  readonly #order: Int32Array;
  readonly #heap: number[] = [];
  readonly #waiting = new Set<number>();

  constructor({ rank, order }: { rank: Int32Array; order: Int32Array }) {
    this.#rank = rank;
    this.#order = order;
  }

  add(node: number): void {
    if (this.#waiting.has(node)) return;
    this.#waiting.add(node);
    const heap = this.#heap;
    const rank = this.#rank[node]!;
    let at = heap.push(rank) - 1;
    while (at > 0 && heap[(at - 1) >> 1]! > rank) {
      heap[at] = heap[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    heap[at] = rank;
  }

  /** The most upstream node that waits, or undefined when none does. */
  take(): number | undefined {
    const first = this.#heap[0];
    if (first === undefined) return undefined;
    const last = this.#heap.pop()!;
    if (this.#heap.length > 0) this.#sink(last);
    const node = this.#order[first]!;
    this.#waiting.delete(node);
    return node;
  }

  #sink(rank: number): void {
    const heap = this.#heap;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= rank) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = rank;
  }
}
