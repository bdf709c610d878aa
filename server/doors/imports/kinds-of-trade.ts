import { INCOTERMS, STOCK_STATUSES, TRANSPORT_MODES } from '@intakt/contract';
import { convertQuantity } from '@intakt/identifiers';
import { newId } from '../master-data/identity.ts';
import type { CellError, Cells, Column } from './columns.ts';
import { number, required, text, withUnit } from './kinds-of-master-data.ts';
import { findByFields, findById } from './look-up.ts';
import { type BillComponent, findOrganisation, findPart, findSite, type Network } from './network.ts';
import { pick, resolveReferences, type SheetKind } from './sheet-kind.ts';

export const PART = required(
  text('part', 'Part', 'Part number or id', 'Part number', 'Teilenummer', 'Sachnummer', 'Teil'),
);

export const lanes: SheetKind = {
  keys: ['id', 'supplier', 'customer', 'part', 'from', 'to'],
  columns: [
    text('id', 'Id', 'Intakt’s identifier of the lane', 'Kennung'),
    required(text('supplier', 'Supplier', 'Id, name or DUNS', 'Lieferant')),
    text('customer', 'Customer', 'Id, name or DUNS; we when empty', 'Kunde', 'Abnehmer'),
    PART,
    required(text('from', 'From', 'Site of despatch', 'Von', 'Versandort', 'Lieferwerk')),
    required(text('to', 'To', 'Site of delivery', 'Nach', 'Empfangsort', 'Empfängerwerk')),
    text('carrier', 'Carrier', 'Id or name', 'Spediteur', 'Frachtführer'),
    { ...text('mode', 'Mode', TRANSPORT_MODES.join(', '), 'Verkehrsträger', 'Transportart'), values: TRANSPORT_MODES },
    number(
      'leadTimeDays',
      'Lead time days',
      'Days from despatch to arrival',
      'Laufzeit',
      'Laufzeit Tage',
      'Transportzeit',
    ),
    { ...text('incoterm', 'Incoterm', INCOTERMS.join(', '), 'Lieferbedingung'), values: INCOTERMS },
    number('minimumQuantity', 'Minimum quantity', 'Least quantity of a delivery', 'Mindestmenge'),
    number('roundingQuantity', 'Rounding quantity', 'Deliveries are multiples of it', 'Rundungswert', 'Rundungsmenge'),
  ],
  identify: (given, network) => {
    const { cells, errors } = resolveReferences(
      { customer: network.own, ...given },
      {
        supplier: (name) => findOrganisation(network, name),
        customer: (name) => findOrganisation(network, name),
        carrier: (name) => findOrganisation(network, name),
        part: (code) => findPart(network, code),
        from: (name) => findSite(network, name),
        to: (name) => findSite(network, name),
      },
    );
    const way = ['supplier', 'customer', 'part', 'from', 'to'];
    const present = cells.id ? findById(network.lanes, String(cells.id)) : findByFields(network.lanes, way, cells);
    const id = present?.id ?? String(cells.id ?? newId('lane', ...way.map((field) => String(cells[field]))));
    if (!present && cells.leadTimeDays === undefined)
      errors.push({ field: 'leadTimeDays', value: '', message: 'A new lane needs its lead time' });
    const assumed: Cells = present ? {} : { mode: 'road' };
    return { key: `${given.part} ${given.from} → ${given.to}`, cells: { ...assumed, ...cells, id }, present, errors };
  },
  toEvent: (merged) => ({
    type: 'lane-agreed',
    data: {
      lane: merged.id,
      ...pick(
        merged,
        'supplier',
        'customer',
        'part',
        'from',
        'to',
        'carrier',
        'mode',
        'leadTimeDays',
        'incoterm',
        'minimumQuantity',
        'roundingQuantity',
      ),
      ...(Array.isArray(merged.quota) && merged.quota.length > 0 ? { quota: merged.quota } : {}),
    } as never,
  }),
};

export const partNumbers: SheetKind = {
  keys: ['part', 'organisation'],
  columns: [
    PART,
    text('organisation', 'Organisation', 'Whose number it is; ours when empty', 'Partner', 'Lieferant', 'Kunde'),
    required(
      text(
        'number',
        'Number',
        'Its number for the part',
        'Nummer',
        'Partnernummer',
        'Lieferantenteilenummer',
        'Kundenteilenummer',
      ),
    ),
  ],
  identify: (given, network) => {
    const { cells, errors } = resolveReferences(
      { organisation: network.own, ...given },
      {
        part: (code) => findPart(network, code),
        organisation: (name) => findOrganisation(network, name),
      },
    );
    const present = findByFields(network.numbers, ['part', 'owner'], { ...cells, owner: cells.organisation ?? '' });
    return { key: `${given.part} ${cells.organisation}`, cells, present, errors };
  },
  toEvent: (merged, network) => {
    const part = findById(network.parts, String(merged.part));
    return {
      type: 'part-numbered',
      data: { part: merged.part, owner: part?.owner, ...pick(merged, 'organisation', 'number') } as never,
    };
  },
};

export const day = (field: string, header: string, about: string, ...aliases: string[]): Column => ({
  field,
  header,
  aliases,
  kind: 'day',
  about,
});

/** One row per component. Components that the sheet does not name stay in the bill. */
export const billsOfMaterial: SheetKind = {
  keys: ['parent', 'component', 'validFrom'],
  columns: [
    required(
      text('parent', 'Parent', 'Part number or id of the assembly', 'Oberteil', 'Baugruppe', 'Übergeordnetes Teil'),
    ),
    required(text('component', 'Component', 'Part number or id', 'Komponente', 'Unterteil', 'Teil')),
    required(number('quantity', 'Quantity', 'Per unit of the parent', 'Menge')),
    text('unit', 'Unit', 'Unit; the component’s when empty', 'Einheit', 'ME'),
    day('validFrom', 'Valid from', 'First day', 'Gültig ab', 'Gültig von'),
    day('validTo', 'Valid to', 'Last day', 'Gültig bis'),
    number('leadTimeOffsetDays', 'Lead time offset days', 'Days before the parent is made', 'Vorlaufverschiebung'),
  ],
  identify: (given, network) => {
    const resolved = resolveReferences(given, {
      parent: (code) => findPart(network, code, network.own),
      component: (code) => findPart(network, code),
    });
    const { cells, errors } = withUnit(resolved.cells);
    const part = findById(network.parts, String(cells.component));
    const bill = network.bills.find((row) => row.parent === cells.parent);
    const present = bill?.components.find((component) => isSameComponent(component, cells)) as
      | (BillComponent & Cells)
      | undefined;
    const unit: Cells = present ? {} : { unit: String(part?.unit ?? 'H87') };
    return {
      key: `${given.parent} ← ${given.component}`,
      cells: { ...unit, ...cells },
      present,
      errors: [...resolved.errors, ...errors],
    };
  },
  toEvent: (merged, network) => {
    const parent = String(merged.parent);
    const bill = network.bills.find((row) => row.parent === parent)?.components ?? [];
    const component = {
      part: merged.component,
      ...pick(merged, 'quantity', 'unit', 'validFrom', 'validTo', 'leadTimeOffsetDays'),
    } as BillComponent;
    const others = bill.filter((row) => !isSameComponent(row, merged));
    return {
      type: 'bill-of-material-registered',
      data: { owner: network.own, parent, components: [...others, component] } as never,
    };
  },
};

const isSameComponent = (component: BillComponent, cells: Cells): boolean =>
  component.part === cells.component && (component.validFrom ?? '') === (cells.validFrom ?? '');

/** Counts. The same count again says nothing new. */
export const stock: SheetKind = {
  keys: ['site', 'part', 'status'],
  columns: [
    required(text('site', 'Site', 'Id or name of the site', 'Werk', 'Standort', 'Lager', 'Lagerort')),
    PART,
    {
      ...text('status', 'Status', `${STOCK_STATUSES.join(', ')}; available when empty`, 'Bestandsart'),
      values: STOCK_STATUSES,
    },
    required(number('quantity', 'Quantity', 'What was counted', 'Menge', 'Bestand')),
    text('unit', 'Unit', 'Unit; the part’s when empty', 'Einheit', 'ME'),
    day('countedAt', 'Counted on', 'Day of the count; now when empty', 'Gezählt am', 'Zähldatum', 'Stichtag'),
  ],
  identify: (given, network) => {
    const resolved = resolveReferences(
      { status: 'available', ...given },
      { site: (name) => findSite(network, name), part: (code) => findPart(network, code) },
    );
    const measured = withUnit(resolved.cells);
    const { cells, errors } = inPartUnit(measured.cells, network);
    const known = findByFields(network.stock, ['site', 'part', 'status'], cells);
    const present = known && {
      ...known,
      ...(known.countedAt ? { countedAt: String(known.countedAt).slice(0, 10) } : {}),
    };
    return {
      key: `${given.site} ${given.part} ${cells.status}`,
      cells,
      present,
      errors: [...resolved.errors, ...measured.errors, ...errors],
    };
  },
  toEvent: (merged, network) => ({
    type: 'stock-counted',
    data: {
      owner: network.own,
      ...pick(merged, 'site', 'part', 'status', 'quantity', 'unit'),
      countedAt: countedAt(merged, network),
    } as never,
  }),
};

/** A count without a time of day is from the end of its day, as far as that has come. */
function countedAt({ countedAt: day }: Cells, { now, today }: Network): string {
  return typeof day !== 'string' || day >= today ? now : `${day}T23:59:59.000Z`;
}

/** Quantities are kept in the part's unit, whatever the sheet counts in. */
export function inPartUnit(
  cells: Cells,
  network: Network,
  fields = ['quantity'],
): { cells: Cells; errors: CellError[] } {
  const unit = findById(network.parts, String(cells.part))?.unit;
  if (typeof unit !== 'string') return { cells, errors: [] };
  const converted: Cells = { ...cells, unit };
  for (const field of fields) {
    const quantity = cells[field];
    if (typeof quantity !== 'number' || typeof cells.unit !== 'string') continue;
    const result = convertQuantity(quantity, cells.unit, unit);
    if (result.kind !== 'converted')
      return { cells, errors: [{ field: 'unit', value: cells.unit, message: result.reason }] };
    converted[field] = result.quantity;
  }
  return { cells: converted, errors: [] };
}
