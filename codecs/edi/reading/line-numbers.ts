/** Numbers of the lines of one despatch advice: each is used once. */
export class LineNumbers {
  readonly #taken = new Set<number>();
  #highest = 0;

  /** The line's own number where it is one and not taken, else the next free. */
  take(stated: string | undefined): number {
    const own = stated && /^\d{1,9}$/.test(stated) ? Number(stated) : 0;
    const number = own > 0 && !this.#taken.has(own) ? own : this.#highest + 1;
    this.#taken.add(number);
    this.#highest = Math.max(this.#highest, number);
    return number;
  }
}
