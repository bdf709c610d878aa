import type { BillOfMaterial, Part } from '@intakt/contract';
import { averageUse } from './build-plan.ts';
import { PLANT } from './data/companies.ts';
import { CATALOGUE_PARTS, DRAWING_PARTS } from './data/components.ts';
import { MATERIALS } from './data/materials.ts';
import { PLANT_PARTS, type PlantPartRow, VEHICLES } from './data/plant-parts.ts';
import type { Usage } from './network-shape.ts';
import { organisationId } from './partners.ts';
import { slug } from './slug.ts';

/** One supplier's share of one customer's need of a part. */
export interface Flow {
  part: string;
  supplier: string;
  customer: string;
  share: number;
  usage: Usage;
}

/** A part that somebody makes, with all it takes to say what goes into it. */
interface Made {
  part: string;
  item: string;
  usage: Usage;
  /** False for a second source, which makes the part from catalogue components only. */
  first: boolean;
  materials: Record<string, number>;
}

/** Parts, numbers, bills and flows of the whole network, built from the plant down to the raw material. */
export class PartsCatalogue {
  readonly parts: Part[] = [];
  readonly partNumbers: { part: string; owner: string; organisation: string; number: string }[] = [];
  readonly flows: Flow[] = [];
  readonly #bills = new Map<string, BillOfMaterial>();
  /** What each company makes, by its slug. */
  readonly #made = new Map<string, Made[]>();
  readonly #grades = new Map<string, number>();

  constructor() {
    this.#addPlantParts();
    this.#addDrawingParts();
    this.#addCatalogueParts();
    this.#addMaterials();
    this.#fitPacksToUse();
  }

  get bills(): BillOfMaterial[] {
    return [...this.#bills.values()];
  }

  #addPlantParts(): void {
    for (const { slug: model, name, massKg } of VEHICLES) {
      this.#add({ company: PLANT.slug, text: model, description: name, unit: 'H87', massKg, family: 'Vehicles' });
    }
    for (const row of PLANT_PARTS) for (const position of row.positions) this.#addPlantPart(row, position);
  }

  #addPlantPart(row: PlantPartRow, position: string): void {
    const text = `${row.item} ${position}`.trim();
    const part = this.#add({ ...row, company: PLANT.slug, text, description: text, unit: 'H87' });
    const usage = VEHICLES.map((_, index) =>
      row.variants === '*' || row.variants.includes(String(index + 1)) ? row.perCar : 0,
    );
    for (const [index, perCar] of usage.entries()) {
      if (perCar > 0) this.#addToBill(PLANT.slug, this.parts[index]!.part, part, perCar);
    }
    this.#supply(part, PLANT.slug, row.supplier, usage, 1 - (row.second?.share ?? 0), { item: row.item });
    if (row.second) {
      this.#supply(part, PLANT.slug, row.second.supplier, usage, row.second.share, { item: row.item, first: false });
    }
  }

  #addDrawingParts(): void {
    for (const row of DRAWING_PARTS) {
      const parents = this.#madeBy(row.customer).filter(({ first, item }) => first && item.startsWith(row.into));
      for (const position of row.positions) {
        const text = `${row.item} ${position}`.trim();
        const part = this.#add({ ...row, company: row.customer, text, description: text, unit: 'H87' });
        const usage = this.#putInto(row.customer, parents, part, row.perParent);
        this.#supply(part, row.customer, row.supplier, usage, 1, { item: row.item, materials: row.materials });
      }
    }
  }

  #addCatalogueParts(): void {
    for (const row of CATALOGUE_PARTS) {
      for (const [index, position] of row.positions.entries()) {
        const text = `${row.item} ${position}`;
        const part = this.#add({ ...row, company: row.supplier, text, description: text, unit: 'H87' });
        for (const [customer, perParent] of Object.entries(row.customers)) {
          const parents = everyNth(this.#madeBy(customer), index, row.positions.length);
          const usage = this.#putInto(customer, parents, part, perParent);
          this.#supply(part, customer, row.supplier, usage, 1, { item: row.item, materials: row.materials });
        }
      }
    }
  }

  /** Tier 3: each component takes the next grade of the material it is made of. */
  #addMaterials(): void {
    const components = [...new Set([...DRAWING_PARTS, ...CATALOGUE_PARTS].map(({ supplier }) => supplier))];
    for (const row of MATERIALS) {
      for (const grade of row.grades) {
        const description = `${row.name} ${grade}`;
        this.#add({
          ...row,
          company: row.supplier,
          text: description,
          description,
          massKg: row.unit === 'KGM' ? 1 : 0.05,
        });
      }
    }
    for (const company of components) {
      const perMaterial = new Map<string, { supplier: string; usage: Usage }>();
      for (const made of merged(this.#madeBy(company))) this.#takeMaterials(company, made, perMaterial);
      for (const [part, { supplier, usage }] of perMaterial)
        this.#supply(part, company, supplier, usage, 1, { item: part });
    }
  }

  #takeMaterials(company: string, made: Made, perMaterial: Map<string, { supplier: string; usage: Usage }>): void {
    for (const [material, quantity] of Object.entries(made.materials)) {
      const row = MATERIALS.find((candidate) => candidate.material === material)!;
      const next = this.#grades.get(material) ?? 0;
      this.#grades.set(material, next + 1);
      const part = partId(row.supplier, `${row.name} ${row.grades[next % row.grades.length]}`);
      this.#addToBill(company, made.part, part, quantity, row.unit);
      const before = perMaterial.get(part)?.usage;
      perMaterial.set(part, { supplier: row.supplier, usage: plus(before, times(made.usage, quantity)) });
    }
  }

  #madeBy(company: string): Made[] {
    return this.#made.get(company) ?? [];
  }

  #putInto(owner: string, parents: Made[], part: string, perParent: number): Usage {
    let usage: Usage | undefined;
    for (const parent of parents) {
      this.#addToBill(owner, parent.part, part, perParent);
      usage = plus(usage, times(parent.usage, perParent));
    }
    if (!usage) throw new Error(`${owner} makes nothing that takes ${part}.`);
    return usage;
  }

  #addToBill(owner: string, parent: string, part: string, quantity: number, unit = 'H87'): void {
    const key = `${owner}|${parent}`;
    let bill = this.#bills.get(key);
    if (!bill) {
      bill = { owner: organisationId(owner), parent, components: [] };
      this.#bills.set(key, bill);
    }
    bill.components.push({ part, quantity, unit });
  }

  #supply(
    part: string,
    customer: string,
    supplier: string,
    usage: Usage,
    share: number,
    made: { item: string; first?: boolean; materials?: Record<string, number> },
  ): void {
    this.flows.push({ part, supplier, customer, share, usage });
    const list = this.#madeBy(supplier);
    list.push({ first: true, materials: {}, ...made, part, usage: times(usage, share) });
    this.#made.set(supplier, list);
    this.#number(part, this.#ownerOf(part) === organisationId(supplier) ? customer : supplier);
  }

  /** The other side's own number for the part. */
  #number(part: string, company: string): void {
    const count = this.partNumbers.filter(({ organisation }) => organisation === organisationId(company)).length;
    const number = `${company.slice(0, 3).toUpperCase()}-${10_000 + count * 17}.${String((count % 9) + 1).padStart(2, '0')}`;
    this.partNumbers.push({ part, owner: this.#ownerOf(part), organisation: organisationId(company), number });
  }

  #ownerOf(part: string): string {
    return this.#byId.get(part)!.owner;
  }

  readonly #byId = new Map<string, Part>();

  #add(row: {
    company: string;
    text: string;
    description: string;
    unit: string;
    massKg: number;
    family?: string;
    packaging?: string;
    perPack?: number;
  }): string {
    const part: Part = {
      part: partId(row.company, row.text),
      owner: organisationId(row.company),
      number: ownNumber(row.company, this.parts.length),
      description: row.description,
      unit: row.unit,
      massKg: row.massKg,
      ...(row.packaging && { packaging: `pack-${row.packaging}`, quantityPerPack: row.perPack }),
      ...(row.family && { family: row.family }),
    };
    if (this.#byId.has(part.part)) throw new Error(`Two parts would be called ${part.part}.`);
    this.#byId.set(part.part, part);
    this.parts.push(part);
    return part.part;
  }

  /** A full container should last no longer than two or three days at its slowest customer. */
  #fitPacksToUse(): void {
    const slowest = new Map<string, number>();
    for (const { part, usage, share } of this.flows) {
      slowest.set(part, Math.min(slowest.get(part) ?? Number.POSITIVE_INFINITY, averageUse(usage) * share));
    }
    for (const part of this.parts) {
      const use = slowest.get(part.part);
      if (use && part.quantityPerPack) part.quantityPerPack = Math.min(part.quantityPerPack, handyQuantity(use * 2.5));
    }
  }
}

export function partId(company: string, text: string): string {
  return company === PLANT.slug ? `part-${slug(text)}` : `part-${company}-${slug(text)}`;
}

/** The plant numbers in groups of three, its suppliers with their initials. */
function ownNumber(company: string, index: number): string {
  const serial = String(index * 3 + 101).padStart(4, '0');
  if (company !== PLANT.slug)
    return `${company.slice(0, 2).toUpperCase()} ${serial} ${String(200 + ((index * 7) % 700))}`;
  const group = String(100 + ((index * 37) % 800));
  return `7V${serial.slice(0, 1)} ${group} ${serial.slice(1)} ${'ABCDE'[index % 5]}`;
}

/** The largest of 1, 2, 5, 10, 20, 50 … that does not exceed the quantity. */
function handyQuantity(quantity: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, quantity)));
  return power * ([5, 2, 1].find((step) => step * power <= quantity) ?? 1);
}

/** Shares a customer's parts among the variants of one component, so that each variant is used. */
function everyNth(parents: Made[], index: number, count: number): Made[] {
  const own = parents.filter((_, position) => position % count === index);
  return own.length > 0 ? own : parents.slice(index % parents.length, (index % parents.length) + 1);
}

/** One entry per part, however many customers take it. */
function merged(made: Made[]): Made[] {
  const perPart = new Map<string, Made>();
  for (const one of made) perPart.set(one.part, { ...one, usage: plus(perPart.get(one.part)?.usage, one.usage) });
  return [...perPart.values()];
}

const times = (usage: Usage, factor: number): Usage => usage.map((perCar) => perCar * factor);
const plus = (one: Usage | undefined, other: Usage): Usage =>
  one ? other.map((perCar, index) => perCar + one[index]!) : other;
