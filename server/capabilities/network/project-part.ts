import type { Id, RecordedEvent } from '@intakt/contract';
import { need, type Projection, union } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { disclose } from './project-partner.ts';

export interface PartRow extends Row {
  owner: Id;
  id: Id;
  packaging: Id | null;
  audience: Id[];
}

export const packagingRegistered: Projection<'packaging-registered'> = {
  needs: ({ data }) => [need('organisation', data.owner), need('packaging', data.owner, data.packaging)],
  check: ({ data }, rows) => unknownOrganisation(rows, data.owner),
  apply: (event, rows) => {
    const { owner, packaging, code, kind, returnable, tareKg, lengthMm, widthMm, heightMm } = event.data;
    rows.put('packaging', {
      owner,
      id: packaging,
      code,
      kind,
      returnable,
      tare_kg: tareKg ?? null,
      length_mm: lengthMm ?? null,
      width_mm: widthMm ?? null,
      height_mm: heightMm ?? null,
      audience: union(rows.get<PartRow>('packaging', owner, packaging)?.audience, event.audience),
      sequence: event.sequence,
    });
  },
};

export const partRegistered: Projection<'part-registered'> = {
  needs: ({ data }) => [
    need('organisation', data.owner),
    need('part', data.owner, data.part),
    ...(data.packaging ? [need('packaging', data.owner, data.packaging)] : []),
  ],
  check: ({ data }, rows) => unknownOrganisation(rows, data.owner),
  apply: (event, rows) => {
    const { owner, part, number, description, unit, massKg, packaging, quantityPerPack, family, temperature } =
      event.data;
    const audience = union(rows.get<PartRow>('part', owner, part)?.audience, event.audience);
    rows.put('part', {
      owner,
      id: part,
      number,
      description: description ?? null,
      unit,
      mass_kg: massKg ?? null,
      packaging: packaging ?? null,
      quantity_per_pack: quantityPerPack ?? null,
      family: family ?? null,
      lowest_c: temperature?.lowestC ?? null,
      highest_c: temperature?.highestC ?? null,
      audience,
      sequence: event.sequence,
    });
    if (packaging) disclose(rows, 'packaging', rows.get('packaging', owner, packaging), audience);
  },
};

/** The owner discloses its part by numbering it for a partner; the partner can number only what it knows already. */
export const partNumbered: Projection<'part-numbered'> = {
  needs: ({ data }, rows) => {
    const part = rows.get<PartRow>('part', data.owner, data.part);
    return [
      need('part', data.owner, data.part),
      need('part_number', data.organisation, data.part),
      ...(part?.packaging ? [need('packaging', data.owner, part.packaging)] : []),
    ];
  },
  check: (event, rows) => {
    const { owner, part, organisation } = event.data;
    if (!isKnownTo(event.recordedBy, rows.get<PartRow>('part', owner, part))) {
      return new Refusal('UNKNOWN_REFERENCE', { what: 'part', id: part });
    }
    const other = rows.get<Row & { part_owner: Id }>('part_number', organisation, part);
    if (!other || other.part_owner === owner) return undefined;
    return new Refusal('ID_TAKEN', { what: 'part', id: part, owner: other.part_owner });
  },
  apply: (event, rows) => {
    const { owner, part, organisation, number } = event.data;
    const known = rows.get<PartRow>('part_number', organisation, part)?.audience;
    rows.put('part_number', {
      owner: organisation,
      part,
      part_owner: owner,
      number,
      audience: union(known, event.audience),
      sequence: event.sequence,
    });
    disclosePart(rows, rows.get<PartRow>('part', owner, part), [owner, organisation]);
  },
};

/** A supplier keeps the bill of what it makes, also where the article is its customer's and it only has a number for it. */
export const billOfMaterialRegistered: Projection<'bill-of-material-registered'> = {
  needs: (event, rows) => [
    need('part', event.data.owner, event.data.parent),
    need('part_number', event.data.owner, event.data.parent),
    ...componentsBelow(event, rows).map((part) => need('bill_of_material', event.data.owner, part)),
    need('bill_of_material', event.data.owner, event.data.parent),
  ],
  check: (event, rows) => {
    const { owner, parent } = event.data;
    const known = rows.get('part', owner, parent) ?? rows.get('part_number', owner, parent);
    if (!known) return new Refusal('UNKNOWN_REFERENCE', { what: 'part', id: parent });
    const cycle = cycleOf(event, rows);
    return cycle && new Refusal('BILL_CYCLE', { cycle: cycle.join(' → ') });
  },
  apply: (event, rows) => {
    const { owner, parent, components } = event.data;
    rows.put('bill_of_material', { owner, parent, components, audience: event.audience, sequence: event.sequence });
  },
};

/** The way from the parent through its components back to itself. */
function cycleOf({ data }: RecordedEvent<'bill-of-material-registered'>, rows: RowSet): Id[] | undefined {
  const from = new Map<Id, Id>(data.components.map(({ part }) => [part, data.parent]));
  for (const [part] of from) {
    if (part === data.parent) return wayTo(part, from);
    const below = rows.get<Row & { components: { part: Id }[] }>('bill_of_material', data.owner, part);
    for (const component of below?.components ?? []) if (!from.has(component.part)) from.set(component.part, part);
  }
  return undefined;
}

function wayTo(part: Id, from: ReadonlyMap<Id, Id>): Id[] {
  const way = [part];
  do way.unshift(from.get(way[0]!)!);
  while (way[0] !== part);
  return way;
}

/** Every part that the bill reaches through the owner's bills loaded so far, each once. */
function componentsBelow({ data }: RecordedEvent<'bill-of-material-registered'>, rows: RowSet): Id[] {
  const found = new Set(data.components.map((component) => component.part));
  for (const part of found) {
    if (part === data.parent) continue;
    const below = rows.get<Row & { components: { part: Id }[] }>('bill_of_material', data.owner, part);
    for (const component of below?.components ?? []) found.add(component.part);
  }
  return [...found];
}

export const isKnownTo = (reader: Id, row: Row | undefined): boolean =>
  row !== undefined && (row.audience as Id[]).includes(reader);

/** Who may read a part may read how it is packed. */
export function disclosePart(rows: RowSet, part: PartRow | undefined, readers: Id[]): void {
  if (!part) return;
  disclose(rows, 'part', part, readers);
  if (part.packaging) disclose(rows, 'packaging', rows.get('packaging', part.owner, part.packaging), readers);
}

/** Wherever the part's packaging may be registered: by its owner, or by who prescribes it. */
export const packagingOf = (part: PartRow | undefined, owners: Id[]): Need[] => {
  const packaging = part?.packaging;
  return packaging ? owners.map((owner) => need('packaging', owner, packaging)) : [];
};

export function unknownOrganisation(rows: RowSet, ...organisations: (Id | undefined)[]): Refusal | undefined {
  const id = organisations.find((each) => each !== undefined && !rows.get('organisation', each));
  return id === undefined ? undefined : new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id });
}
