import type { Cells, Column } from './columns.ts';
import type { DocumentKind } from './document-kind.ts';
import { groupageCells, rateCells } from './freight-rates.ts';
import { SHEET_KINDS, type SheetKindName } from './kinds.ts';
import { findById } from './look-up.ts';
import { orderCells } from './transport-orders.ts';
import { type Found, findOrganisation, findPart, findSite, type Network, type Row } from './network.ts';

/** What is recorded, in the columns of the kind: the sheet read again changes nothing. */
export function exportRows(kind: SheetKindName, network: Network): Cells[] {
  const { columns }: { columns: Column[] } = SHEET_KINDS[kind];
  return ROWS[kind](network).map((row) => {
    const cells = columns.map(({ field }) => [field, readable(network, field, row[field])] as const);
    return Object.fromEntries(cells.filter((entry) => entry[1] !== undefined)) as Cells;
  });
}

type DocumentKindName = {
  [Name in SheetKindName]: (typeof SHEET_KINDS)[Name] extends DocumentKind ? Name : never;
}[SheetKindName];
const recordedRows = (kind: DocumentKindName, network: Network): Cells[] =>
  (SHEET_KINDS[kind] as DocumentKind).recorded(network).map(({ cells }) => cells);

const ROWS: Record<SheetKindName, (network: Network) => Cells[]> = {
  organisations: ({ organisations }) => organisations,
  sites: ({ sites, own }) => sites.filter(({ owner }) => owner === own),
  packagings: ({ packagings, own }) => packagings.filter(({ owner }) => owner === own),
  parts: ({ parts, own }) => parts.filter(({ owner }) => owner === own),
  'part-numbers': ({ numbers }) =>
    numbers.map((row) => ({ part: row.part!, organisation: row.owner, number: row.number! })),
  lanes: ({ lanes }) => lanes,
  'bills-of-material': ({ bills }) =>
    bills.flatMap(({ parent, components }) =>
      components.map(({ part, ...component }) => ({ ...component, parent, component: part }) as Cells),
    ),
  stock: ({ stock }) => stock.map(({ countedAt: _, ...row }) => row as Cells),
  'call-offs': (network) => recordedRows('call-offs', network),
  'demand-history': (network) => recordedRows('demand-history', network),
  'demand-commits': (network) => recordedRows('demand-commits', network),
  capacity: (network) => recordedRows('capacity', network),
  'tour-rates': ({ rates }) => rates.filter(({ kind }) => kind === 'tour').map(rateCells),
  'full-load-rates': ({ rates }) => rates.filter(({ kind }) => kind === 'full-load').map(rateCells),
  'groupage-rates': ({ rates }) => rates.filter(({ kind }) => kind === 'groupage').flatMap(groupageCells),
  'despatch-advices': (network) => recordedRows('despatch-advices', network),
  'transport-orders': ({ orders }) => orders.filter(({ state }) => state === 'ordered').map(orderCells),
};

interface Reference {
  rows: (network: Network) => Row[];
  name: string;
  find: (network: Network, text: string) => Found;
}
const ORGANISATION: Reference = { rows: (n) => n.organisations, name: 'name', find: findOrganisation };
const SITE: Reference = { rows: (n) => n.sites, name: 'name', find: findSite };
const PART: Reference = { rows: (n) => n.parts, name: 'number', find: (n, text) => findPart(n, text) };
const REFERENCES: Record<string, Reference> = {
  ...{ supplier: ORGANISATION, customer: ORGANISATION, carrier: ORGANISATION },
  ...{ owner: ORGANISATION, organisation: ORGANISATION },
  ...{ site: SITE, from: SITE, to: SITE, shipTo: SITE, hub: SITE },
  ...{ part: PART, parent: PART, component: PART },
};

/** A name where it finds the same object again, else the id. */
function readable(network: Network, field: string, value: Cells[string] | undefined): Cells[string] | undefined {
  const reference = typeof value === 'string' ? REFERENCES[field] : undefined;
  if (!reference) return value;
  const name = findById(reference.rows(network), String(value))?.[reference.name];
  if (typeof name !== 'string') return value;
  const found = reference.find(network, name);
  return found.ok && found.id === value ? name : value;
}
