import type { DespatchLine, DespatchUnit } from '@intakt/contract';
import { peek, type Segment, text } from '../segment.ts';
import { children } from '../tree.ts';
import { unitOf } from './despatch-unit.ts';
import { qualified, type Reading, readNumber, readQuantity } from './reading.ts';

/**
 * 7405: ML marking or label number, BJ serial shipping container code, AW and AWE older names for it; VZ, WA and WB
 * transport units under ISO/IEC 15459.
 */
const LABELS = ['ML', 'BJ', 'AW', 'AWE', 'VZ', 'WA', 'WB'];
const BATCH = 'BX';
/** 1153: AAT master label number; ACI where Odette's global message names the outer label. */
const MASTER_LABELS = ['AAT', 'ACI'];
/** A label range longer than this is taken as two labels: no pallet holds so many packs. */
const LONGEST_RANGE = 5000;

interface Label {
  label: string;
  master?: string | undefined;
  batch?: string | undefined;
}

/**
 * The packaging tree of a despatch advice. CPS states levels, PAC packs of one type, PCI with GIN or GIR their labels.
 * A pack hangs under its master label, else under the first pack of the CPS that its own CPS names as parent.
 */
export function readPackaging(
  message: Segment,
  despatchNote: string,
  linesOf: Map<Segment, DespatchLine[]>,
  reading: Reading,
): { units: DespatchUnit[]; packages?: number } {
  const packing = new Packing(despatchNote, children(message, 'CPS'), reading);
  for (const cps of packing.sequences) packing.add(cps, linesOf.get(cps) ?? []);
  return { units: withMasters(packing.units), ...(packing.packages && { packages: packing.packages }) };
}

class Packing {
  readonly units: DespatchUnit[] = [];
  readonly sequences: Segment[];
  packages = 0;
  readonly #note: string;
  readonly #reading: Reading;
  /** CPS numbers that others name as their parent. */
  readonly #parents: Set<string | undefined>;
  /** CPS number → unit that its children hang under; a summary level passes on its own parent. */
  readonly #mains = new Map<string, string | undefined>();

  constructor(note: string, sequences: Segment[], reading: Reading) {
    this.#note = note;
    this.sequences = sequences;
    this.#parents = new Set(sequences.map((cps) => peek(cps, 2)));
    this.#reading = reading;
  }

  add(cps: Segment, lines: DespatchLine[]): void {
    const number = text(cps, 1) ?? '';
    const parent = this.#mains.get(text(cps, 2) ?? '');
    text(cps, 3);
    const pacs = children(cps, 'PAC');
    if (lines.length === 0 && this.#isSummary(number, pacs)) {
      for (const pac of pacs) this.packages += readNumber(this.#reading, pac, 1) ?? 0;
      for (const pac of pacs) readPackagingType(pac);
      this.#mains.set(number, parent);
      return;
    }
    const from = this.units.length;
    const line = lines.length === 1 ? lines[0] : undefined;
    this.#pack(pacs, parent, line);
    this.#mains.set(number, this.units[from]?.unit ?? parent);
  }

  /** "Two pallets", detailed by the CPS below it, is a count and no pack of its own. */
  #isSummary(number: string, pacs: Segment[]): boolean {
    const hasChildren = number !== '' && this.#parents.has(number);
    return (
      hasChildren &&
      pacs.every((pac) =>
        children(pac, 'PCI').every((pci) => children(pci, 'GIN').length + children(pci, 'GIR').length === 0),
      )
    );
  }

  #pack(pacs: Segment[], parent: string | undefined, line: DespatchLine | undefined): void {
    const contents = { line, left: line?.quantity ?? Number.POSITIVE_INFINITY };
    const first = this.units.length;
    for (const pac of pacs) {
      const count = readNumber(this.#reading, pac, 1) ?? 1;
      const packaging = readPackagingType(pac);
      const perPack = this.#perPack(pac);
      const labels = readLabels(pac);
      const main = this.units[first];
      if (labels.length === 0 && main) {
        /* Lids and layers, or the cartons on a pallet: packs without label beside the labelled one. */
        this.units.push(unitOf(this.#made(), { parent: main.unit, packaging, packagingCount: count }));
        continue;
      }
      const grouped = labels.length <= 1 ? count : 1;
      for (const { label, master, batch } of labels.length > 0 ? labels : [{ label: this.#made() } as Label]) {
        const quantity = take(contents, perPack === undefined ? undefined : perPack * grouped);
        const above = master && master !== label ? master : parent;
        const packagingCount = grouped > 1 ? grouped : undefined;
        this.units.push(unitOf(label, { parent: above, packaging, line: line?.line, packagingCount, quantity, batch }));
      }
      if (labels.length > 1 && labels.length < count) {
        const missing = count - labels.length;
        const quantity = take(contents, perPack === undefined ? undefined : perPack * missing);
        const rest = { parent, packaging, line: line?.line, packagingCount: missing, quantity };
        this.units.push(unitOf(this.#made(), rest));
      }
    }
    if (line) giveAll(this.units, first, line.quantity);
  }

  #perPack(pac: Segment): number | undefined {
    const qty = qualified(pac, 'QTY', '52');
    text(qty, 1);
    text(qty, 1, 3);
    return qty && readQuantity(this.#reading, qty, 1, 2);
  }

  /** Nothing labels this pack: its name is the despatch note and its place in it. */
  #made(): string {
    return `${this.#note}/${this.units.length + 1}`;
  }
}

/** One pack alone holds all of its line. */
function giveAll(units: DespatchUnit[], from: number, quantity: number): void {
  let holding: DespatchUnit | undefined;
  for (let at = from; at < units.length; at++) {
    if (units[at]!.line === undefined) continue;
    if (holding) return;
    holding = units[at];
  }
  if (holding && holding.quantity === undefined) holding.quantity = quantity;
}

/** QTY+52 states a full pack; the last pack of a line holds what is left. */
function take(
  contents: { line: DespatchLine | undefined; left: number },
  full: number | undefined,
): number | undefined {
  if (full === undefined || !contents.line) return full;
  const quantity = Math.min(full, contents.left);
  contents.left -= quantity;
  return quantity > 0 ? quantity : undefined;
}

/** PAC C202: the type as a code of the buyer (92), the supplier (91) or Recommendation 21, or as text. */
function readPackagingType(pac: Segment): string | undefined {
  text(pac, 3, 3);
  return text(pac, 3, 1) ?? text(pac, 3, 4);
}

function readLabels(pac: Segment): Label[] {
  const found: Label[] = [];
  for (const pci of children(pac, 'PCI')) {
    text(pci, 1);
    const rff = qualified(pci, 'RFF', ...MASTER_LABELS);
    text(rff, 1);
    const master = text(rff, 1, 2);
    const { labels, batch } = identities(pci);
    /* A master label without inner ones labels the packs themselves. */
    if (labels.length === 0 && master) found.push({ label: master, master: undefined, batch });
    for (const label of labels) found.push({ label, master, batch });
  }
  return found;
}

/** The labels of one PCI alone. */
export function readLabelNumbers(pci: Segment): string[] {
  text(pci, 1);
  return identities(pci).labels;
}

/** GIN: one qualifier, up to five ranges. GIR: a set of numbers, each with its qualifier. */
function identities(pci: Segment): { labels: string[]; batch: string | undefined } {
  const labels: string[] = [];
  let batch: string | undefined;
  for (const gin of children(pci, 'GIN')) {
    const kind = peek(gin, 1) ?? '';
    if (kind === BATCH) batch = text(gin, 2, 1);
    if (kind !== BATCH && !LABELS.includes(kind)) continue;
    text(gin, 1);
    for (let e = 2; kind !== BATCH && e <= gin.size; e++) addRange(labels, text(gin, e, 1), text(gin, e, 2));
  }
  for (const gir of children(pci, 'GIR')) {
    text(gir, 1);
    for (let e = 2; e <= gir.size; e++) {
      const kind = peek(gir, e, 2) ?? '';
      if (kind !== BATCH && !LABELS.includes(kind)) continue;
      text(gir, e, 2);
      if (kind === BATCH) batch = text(gir, e, 1);
      else addRange(labels, text(gir, e, 1), undefined);
    }
  }
  return { labels, batch };
}

/** `first:last` with a common beginning and running digits at the end. */
function addRange(labels: string[], first: string | undefined, last: string | undefined): void {
  if (!first) return;
  labels.push(first);
  if (last && last !== first) labels.push(...behind(first, last));
}

function behind(first: string, last: string): string[] {
  const digits = /\d{1,9}$/.exec(first)?.[0] ?? '';
  const head = first.slice(0, first.length - digits.length);
  const span = Number(last.slice(head.length)) - Number(digits);
  if (!digits || first.length !== last.length || !last.startsWith(head) || !(span > 0 && span < LONGEST_RANGE))
    return [last];
  return Array.from({ length: span }, (_, i) => head + String(Number(digits) + i + 1).padStart(digits.length, '0'));
}

/** A master label that no PAC describes is a unit all the same: its inner packs hang under it. */
function withMasters(units: DespatchUnit[]): DespatchUnit[] {
  const known = new Set<string>();
  for (const { unit } of units) known.add(unit);
  const all: DespatchUnit[] = [];
  for (const unit of units) {
    if (unit.parent !== undefined && !known.has(unit.parent)) {
      known.add(unit.parent);
      all.push({ unit: unit.parent });
    }
    all.push(unit);
  }
  return all;
}
