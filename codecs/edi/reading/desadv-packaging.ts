import type { DespatchLine, DespatchUnit } from '@intakt/contract';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { unitOf } from './despatch-unit.ts';
import { qualified, type Reading, readNumber, readQuantity } from './reading.ts';

/**
 * 7405: ML marking or label number, BJ serial shipping container code, AW and AWE older names for it; VZ, WA and WB
 * transport units under ISO/IEC 15459.
 */
const LABELS = new Set(['ML', 'BJ', 'AW', 'AWE', 'VZ', 'WA', 'WB']);
const BATCH = 'BX';
/** 1153: AAT master label number; ACI where Odette's global message names the outer label. */
const MASTER_LABELS = ['AAT', 'ACI'];
/** A label range longer than this is taken as two labels: no pallet holds so many packs. */
const LONGEST_RANGE = 5000;

/** A CPS and the lines under it. */
export interface Sequence {
  cps: Segment;
  lines: DespatchLine[];
}

interface Label {
  label: string;
  master: string | undefined;
  batch: string | undefined;
}

/**
 * The packaging tree of a despatch advice. CPS states levels, PAC packs of one type, PCI with GIN or GIR their labels.
 * A pack hangs under its master label, else under the first pack of the CPS that its own CPS names as parent.
 */
export function readPackaging(
  sequences: Sequence[],
  despatchNote: string,
  reading: Reading,
): { units: DespatchUnit[]; packages?: number } {
  const packing = new Packing(despatchNote, sequences, reading);
  for (const { cps, lines } of sequences) packing.add(cps, lines);
  return { units: withMasters(packing.units), ...(packing.packages && { packages: packing.packages }) };
}

class Packing {
  readonly units: DespatchUnit[] = [];
  packages = 0;
  readonly #note: string;
  readonly #reading: Reading;
  /** CPS numbers that others name as their parent. */
  readonly #parents: Set<string | undefined>;
  /** CPS number → unit that its children hang under; a summary level passes on its own parent. */
  readonly #mains = new Map<string, string | undefined>();

  constructor(note: string, sequences: Sequence[], reading: Reading) {
    this.#note = note;
    this.#parents = new Set(sequences.map(({ cps }) => peek(cps, 2)));
    this.#reading = reading;
  }

  add(cps: Segment, lines: DespatchLine[]): void {
    const number = text(cps, 1) ?? '';
    const parent = this.#mains.get(text(cps, 2) ?? '');
    take(cps, 3);
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
      hasChildren && pacs.every((pac) => children(pac, 'PCI').every((pci) => !child(pci, 'GIN') && !child(pci, 'GIR')))
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
      if (labels.length === 0) labels.push({ label: this.#made(), master: undefined, batch: undefined });
      for (const { label, master, batch } of labels) {
        const quantity = packOff(contents, perPack === undefined ? undefined : perPack * grouped);
        const above = master && master !== label ? master : parent;
        const packagingCount = grouped > 1 ? grouped : undefined;
        this.units.push(unitOf(label, { parent: above, packaging, line: line?.line, packagingCount, quantity, batch }));
      }
      if (labels.length > 1 && labels.length < count) {
        const missing = count - labels.length;
        const quantity = packOff(contents, perPack === undefined ? undefined : perPack * missing);
        const rest = { parent, packaging, line: line?.line, packagingCount: missing, quantity };
        this.units.push(unitOf(this.#made(), rest));
      }
    }
    if (line) giveAll(this.units, first, line.quantity);
  }

  #perPack(pac: Segment): number | undefined {
    const qty = qualified(pac, 'QTY', '52');
    take(qty, 1);
    take(qty, 1, 3);
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
function packOff(
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
  take(pac, 3, 3);
  return text(pac, 3, 1) ?? text(pac, 3, 4);
}

function readLabels(pac: Segment): Label[] {
  const found: Label[] = [];
  for (let pci = child(pac, 'PCI'); pci; pci = another(pci)) {
    take(pci, 1);
    const rff = qualified(pci, 'RFF', ...MASTER_LABELS);
    take(rff, 1);
    const master = text(rff, 1, 2);
    const { labels, batch } = readNumbers(pci);
    for (const label of labels) found.push({ label, master, batch });
    /* A master label without inner ones labels the packs themselves. */
    if (labels.length === 0 && master) found.push({ label: master, master: undefined, batch });
  }
  return found;
}

/** The labels of one PCI alone. */
export function readLabelNumbers(pci: Segment): string[] {
  take(pci, 1);
  return readNumbers(pci).labels;
}

interface Numbers {
  labels: string[];
  /** Of the packs that the PCI labels; where several are named, the last. */
  batch: string | undefined;
}

/** GIN: one qualifier, up to five ranges. GIR: a set of numbers, each with its qualifier. */
function readNumbers(pci: Segment): Numbers {
  const found: Numbers = { labels: [], batch: undefined };
  for (let gin = child(pci, 'GIN'); gin; gin = another(gin)) readGin(gin, found);
  for (let gir = child(pci, 'GIR'); gir; gir = another(gir)) readGir(gir, found);
  return found;
}

function readGin(gin: Segment, found: Numbers): void {
  const kind = peek(gin, 1) ?? '';
  if (kind === BATCH) {
    take(gin, 1);
    found.batch = text(gin, 2, 1);
  } else if (LABELS.has(kind)) {
    take(gin, 1);
    for (let element = 2; gin.find(element, 1) >= 0; element++)
      addRange(text(gin, element, 1), text(gin, element, 2), found.labels);
  }
}

function readGir(gir: Segment, found: Numbers): void {
  take(gir, 1);
  for (let element = 2; gir.find(element, 1) >= 0; element++) {
    const kind = peek(gir, element, 2) ?? '';
    if (kind !== BATCH && !LABELS.has(kind)) continue;
    take(gir, element, 2);
    const number = text(gir, element, 1);
    if (kind === BATCH) found.batch = number;
    else addRange(number, undefined, found.labels);
  }
}

/** `first:last` with a common beginning and running digits at the end. */
function addRange(first: string | undefined, last: string | undefined, labels: string[]): void {
  if (!first) return;
  labels.push(first);
  if (last && last !== first) for (const label of behind(first, last)) labels.push(label);
}

function behind(first: string, last: string): string[] {
  const digits = /\d{1,9}$/.exec(first)?.[0] ?? '';
  const head = first.slice(0, first.length - digits.length);
  const span = Number(last.slice(head.length)) - Number(digits);
  if (!digits || first.length !== last.length || !last.startsWith(head) || !(span > 0 && span < LONGEST_RANGE))
    return [last];
  return Array.from({ length: span }, (_, i) => head + String(Number(digits) + i + 1).padStart(digits.length, '0'));
}

/**
 * A master label that no PAC describes is a unit all the same: its inner packs hang under it. Packs of one master stand
 * together, so that each is looked up once.
 */
function withMasters(units: DespatchUnit[]): DespatchUnit[] {
  const masters = new Set<string>();
  const endings = new Uint8Array(ENDINGS);
  let last: string | undefined;
  for (const { parent } of units) {
    if (parent !== undefined && parent !== last) {
      masters.add(parent);
      endings[endingOf(parent)] = 1;
    }
    last = parent;
  }
  if (masters.size === 0) return units;
  for (const { unit } of units) if (endings[endingOf(unit)] === 1) masters.delete(unit);
  if (masters.size === 0) return units;
  const all: DespatchUnit[] = [];
  last = undefined;
  for (const unit of units) {
    const { parent } = unit;
    if (parent !== undefined && parent !== last && masters.delete(parent)) all.push({ unit: parent });
    last = parent;
    all.push(unit);
  }
  return all;
}

/** Most packs end otherwise than every master, and need no looking up: a set reads the whole of each label. */
const ENDINGS = 1 << 15;
function endingOf(label: string): number {
  let ending = label.length;
  for (let at = Math.max(0, label.length - 5); at < label.length; at++) ending = ending * 11 + label.charCodeAt(at);
  return ending & (ENDINGS - 1);
}
