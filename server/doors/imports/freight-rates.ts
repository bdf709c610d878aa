import type { FullLoadRates, GroupageRates, Id, TourRates } from '@intakt/contract';
import { newId } from '../master-data/identity.ts';
import { withoutGaps } from './call-offs.ts';
import type { Cells, Column } from './columns.ts';
import type { DocumentKind } from './document-kind.ts';
import { number, required, text } from './kinds-of-master-data.ts';
import { day } from './kinds-of-trade.ts';
import { findOrganisation, findSite, type Network } from './network.ts';
import { resolveReferences, type SheetKind } from './sheet-kind.ts';

/** Rates as they are recorded; `terms` holds what is not common to both kinds. */
export interface KnownRates {
  kind: 'groupage' | 'full-load' | 'tour';
  tariff: Id;
  carrier: Id;
  customer: Id;
  name: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  terms: Record<string, unknown>;
}

const AGREED: Column[] = [
  text('tariff', 'Tariff', 'Intakt’s identifier; made from carrier and name when empty', 'Tarif', 'Tarifnummer'),
  required(text('carrier', 'Carrier', 'Id or name', 'Spediteur', 'Frachtführer')),
  text('customer', 'Customer', 'Id, name or DUNS; we when empty', 'Kunde', 'Abnehmer'),
  required(text('name', 'Name', 'What the rates are called', 'Bezeichnung')),
  text('currency', 'Currency', 'ISO 4217; EUR when empty', 'Währung'),
  required(day('validFrom', 'Valid from', 'First day', 'Gültig ab')),
  day('validTo', 'Valid to', 'Last day', 'Gültig bis'),
];
const FULL_LOAD_FIGURES = {
  ...{
    massKg: 'Mass kg',
    volumeCubicMeters: 'Volume m³',
    loadingMeters: 'Loading metres',
    palletPlaces: 'Pallet places',
  },
  ...{ base: 'Base price', perKm: 'Price per km', perStop: 'Price per stop', minimum: 'Minimum price' },
  ...{
    emptiesPercent: 'Empties percent',
    co2PerKmEmptyKg: 'CO2e kg per km empty',
    co2PerKmFullKg: 'CO2e kg per km full',
  },
} as const;

/** The rates of a row, by its tariff and its two parties. */
const identifyAs =
  (kind: KnownRates['kind']): SheetKind['identify'] =>
  (given, network) => {
    const { cells, errors } = agreed(given, network);
    const known = ratesOf(network, kind).find(isSame(cells));
    const present = known && rateCells(known);
    return { key: `${given.name} ${given.carrier}`, cells, ...(present && { present }), errors };
  };

/** Whole trucks by distance: one row for each rate. */
export const fullLoadRates: SheetKind = {
  keys: ['tariff', 'carrier', 'customer', 'name'],
  columns: [
    ...AGREED,
    required(text('vehicleName', 'Vehicle', 'Kind of truck', 'Fahrzeug', 'Fahrzeugart')),
    ...Object.entries(FULL_LOAD_FIGURES).map(([field, header]) => required(number(field, header, header))),
  ],
  identify: identifyAs('full-load'),
  toEvent: (merged) => ({ type: 'full-load-rates-agreed', data: merged as unknown as FullLoadRates }),
};

const TOUR_FIGURES = {
  ...{ perTour: 'Price per tour', perKm: 'Price per km', perHour: 'Price per hour', perStop: 'Price per stop' },
  ...{ minimum: 'Minimum price', fuelSurchargePercent: 'Fuel surcharge percent' },
} as const;

/** Tours by what is driven: one row for each rate. */
export const tourRates: SheetKind = {
  keys: ['tariff', 'carrier', 'customer', 'name'],
  columns: [
    ...AGREED,
    text('vehicleType', 'Vehicle type', 'Only for this kind of truck; any when empty', 'Fahrzeugtyp'),
    ...Object.entries(TOUR_FIGURES).map(([field, header]) => required(number(field, header, header))),
  ],
  identify: identifyAs('tour'),
  toEvent: (merged) => ({ type: 'tariff-agreed', data: merged as unknown as TourRates }),
};

const HEAD = ['tariff', 'carrier', 'customer', 'name', 'currency', 'validFrom', 'validTo'] as const;
const GROUPAGE_FIGURES = {
  ...{ minimum: 'Minimum price', kgPerCubicMeter: 'kg per m³', kgPerLoadingMeter: 'kg per loading metre' },
  ...{
    kgPerPalletPlace: 'kg per pallet place',
    mostKg: 'Most kg',
    emptiesPercent: 'Empties percent',
    transitDays: 'Transit days',
  },
} as const;

/** Part loads by weight and distance: one row for each price of 100 kg; the rows of one tariff are one table. */
export const groupageRates: DocumentKind = {
  keys: ['fromKg', 'upToKm'],
  shared: [{ fields: ['name', 'currency', 'validFrom', 'validTo', 'hub', ...Object.keys(GROUPAGE_FIGURES)] }],
  columns: [
    ...AGREED,
    required(text('hub', 'Cross-dock', 'Site of the carrier over which the goods come', 'Umschlagpunkt', 'Hub')),
    required(number('fromKg', 'From kg', 'Lower end of the weight class; the lowest is 0', 'Ab kg')),
    required(number('upToKm', 'Up to km', 'Upper end of the distance band', 'Bis km')),
    required(number('per100Kg', 'Price per 100 kg', 'Of a consignment in this class and band', 'Preis je 100 kg')),
    ...Object.entries(GROUPAGE_FIGURES).map(([field, header]) => required(number(field, header, header))),
  ],
  resolve: (given, network) => {
    const { cells, errors } = agreed(given, network);
    for (const field of ['fromKg', 'upToKm', 'per100Kg'])
      if (Number(cells[field]) < 0) errors.push({ field, value: String(cells[field]), message: 'must not be below 0' });
    return { document: documentOf(cells), key: `${given.name} ${given.fromKg} ${given.upToKm}`, cells, errors };
  },
  recorded: (network) =>
    ratesOf(network, 'groupage').flatMap((rates) =>
      groupageCells(rates).map((cells) => ({ document: documentOf(cells), cells })),
    ),
  toCommands: (rows, network) => [
    { type: 'groupage-rates-agreed', occurredAt: network.now, data: toTable(rows) as GroupageRates as never },
  ],
};

const documentOf = ({ carrier, customer, tariff }: Cells): string => JSON.stringify([carrier, customer, tariff]);
const ratesOf = ({ rates }: Network, kind: KnownRates['kind']): KnownRates[] =>
  rates.filter((known) => known.kind === kind);
const isSame = (cells: Cells) => (known: KnownRates) =>
  known.tariff === cells.tariff && known.carrier === cells.carrier && known.customer === cells.customer;

function agreed(given: Cells, network: Network) {
  const resolved = resolveReferences(
    { customer: network.own, currency: 'EUR', ...given },
    {
      carrier: (name) => findOrganisation(network, name),
      customer: (name) => findOrganisation(network, name),
      hub: (name) => findSite(network, name),
    },
  );
  const { carrier, name } = resolved.cells;
  const tariff = resolved.cells.tariff ?? newId('tariff', String(carrier), String(name));
  return { cells: { ...resolved.cells, tariff } as Cells, errors: resolved.errors };
}

const headOf = ({ tariff, carrier, customer, name, currency, validFrom, validTo }: KnownRates) => ({
  ...{ tariff, carrier, customer, name, currency, validFrom, validTo: validTo ?? undefined },
});

export const rateCells = (rates: KnownRates): Cells => withoutGaps({ ...headOf(rates), ...(rates.terms as Cells) });

export function groupageCells(rates: KnownRates): Cells[] {
  const { fromKg, upToKm, per100Kg, ...figures } = rates.terms as unknown as GroupageRates;
  return fromKg.flatMap((from, i) =>
    upToKm.map((to, j) =>
      withoutGaps({
        ...headOf(rates),
        ...(figures as unknown as Cells),
        fromKg: from,
        upToKm: to,
        per100Kg: per100Kg[i]![j]!,
      }),
    ),
  );
}

/** A class and band without a price leaves a hole, which the contract refuses with its place. */
function toTable(rows: Cells[]): Record<string, unknown> {
  const axis = (field: 'fromKg' | 'upToKm') =>
    [...new Set(rows.map((row) => Number(row[field])))].sort((a, b) => a - b);
  const [fromKg, upToKm] = [axis('fromKg'), axis('upToKm')];
  const priceAt = (from: number, to: number) => rows.find((row) => row.fromKg === from && row.upToKm === to)?.per100Kg;
  const head = rows[0]!;
  return {
    ...withoutGaps(
      Object.fromEntries([...HEAD, 'hub', ...Object.keys(GROUPAGE_FIGURES)].map((field) => [field, head[field]])),
    ),
    ...{ fromKg, upToKm, per100Kg: fromKg.map((from) => upToKm.map((to) => priceAt(from, to) as number)) },
  };
}
