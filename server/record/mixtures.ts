/** A piece of a statement over parameters of its own, `$1` and up; `slot` names what it is about. */
export interface Part {
  slot: string;
  text: string;
  values: (string | null)[];
}

/** A connection keeps each statement with its plan, some hundred kilobytes. */
const MAX_MIXTURES = 16;

/**
 * Statements put together of parts. Few mixtures come again and again, and have texts of their own; beyond them a
 * statement is made of every part that there ever was, and those that this one does not need run on nulls.
 */
export class Mixtures {
  readonly #join: (texts: string[]) => string;
  readonly #fixedValues: number;
  readonly #parts = new Map<string, { text: string; width: number }>();
  readonly #texts = new Map<string, string>();

  /** `fixedValues` parameters come before those of the parts. */
  constructor(join: (texts: string[]) => string, { fixedValues = 0 } = {}) {
    this.#join = join;
    this.#fixedValues = fixedValues;
  }

  statement(parts: Part[]): { text: string; values: (string | null)[] } {
    for (const { slot, text, values } of parts) this.#parts.set(slot, { text, width: values.length });
    const given = new Map(parts.map(({ slot, values }) => [slot, values]));
    const slots = this.#choose([...given.keys()]);
    const values = slots.flatMap((slot) => given.get(slot) ?? new Array(this.#parts.get(slot)!.width).fill(null));
    return { text: this.#textOf(slots), values };
  }

  #choose(wanted: string[]): string[] {
    wanted.sort();
    if (this.#texts.has(wanted.join()) || this.#texts.size < MAX_MIXTURES) return wanted;
    return [...this.#parts.keys()].sort();
  }

  #textOf(slots: string[]): string {
    const mixture = slots.join();
    let text = this.#texts.get(mixture);
    if (!text) {
      text = this.#makeText(slots);
      this.#texts.set(mixture, text);
    }
    return text;
  }

  #makeText(slots: string[]): string {
    let taken = this.#fixedValues;
    const texts = slots.map((slot) => {
      const { text, width } = this.#parts.get(slot)!;
      const own = text.replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + taken}`);
      taken += width;
      return own;
    });
    return this.#join(texts);
  }
}
