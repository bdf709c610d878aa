/** Numbers of the lines of one despatch advice: each is used once. */
export class LineNumbers {
  readonly #taken = new Set<number>();
  #highest = 0;

  /** The line's own number where it is one and not taken, else the next free. */
  take(stated: string | undefined): number {
    const own = stated === undefined ? 0 : positionOf(stated);
    const isFree = own > this.#highest || (own > 0 && !this.#taken.has(own));
    const number = isFree ? own : this.#highest + 1;
    this.#taken.add(number);
    this.#highest = Math.max(this.#highest, number);
    return number;
  }
}

/** The number of up to nine digits; 0 for anything else. */
function positionOf(text: string): number {
  if (text.length > 9) return 0;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}
