import type { Rates } from './season-queries.ts';

export type RatesKind = Rates['kind'];
type Field = number | string;

/** The amounts of each kind of rates, in the order in which they are asked for. */
export const AMOUNTS = {
  tour: ['perTour', 'perKm', 'perHour', 'perStop', 'minimum', 'fuelSurchargePercent'],
  'full-load': [
    ...['massKg', 'volumeCubicMeters', 'loadingMeters', 'palletPlaces'],
    ...['base', 'perKm', 'perStop', 'minimum', 'emptiesPercent', 'co2PerKmEmptyKg', 'co2PerKmFullKg'],
  ],
  groupage: [
    ...['minimum', 'mostKg', 'kgPerCubicMeter', 'kgPerLoadingMeter', 'kgPerPalletPlace'],
    ...['emptiesPercent', 'transitDays'],
  ],
} as const satisfies Record<RatesKind, readonly string[]>;

/** Prices of 100 kg: a row for each weight class from so many kg on, a column for each band up to so many km. */
export interface Grid {
  fromKg: Field[];
  upToKm: Field[];
  per100Kg: Field[][];
}

export interface RatesValues {
  name: string;
  partner: string | null;
  currency: string;
  validFrom: string | null;
  validTo: string | null;
  amounts: Record<string, Field>;
  /** The kind of truck: by its name for whole trucks, by its id, or any, for tours. */
  vehicleName: string;
  vehicleType: string | null;
  hub: string | null;
  grid: Grid;
}

const EMPTY_GRID: Grid = { fromKg: [0], upToKm: [100], per100Kg: [[0]] };

export function valuesOf(kind: RatesKind, rates: Rates | undefined, isCarrier: boolean): RatesValues {
  const terms = (rates?.terms ?? {}) as Record<string, unknown>;
  const { fromKg, upToKm, per100Kg } = terms as unknown as Partial<Grid>;
  return {
    name: rates?.name ?? '',
    partner: (isCarrier ? rates?.customer : rates?.carrier) ?? null,
    currency: rates?.currency ?? 'EUR',
    validFrom: rates?.validFrom ?? null,
    validTo: rates?.validTo ?? null,
    amounts: Object.fromEntries(AMOUNTS[kind].map((amount) => [amount, Number(terms[amount] ?? 0)])),
    vehicleName: String(terms.vehicleName ?? ''),
    vehicleType: (terms.vehicleType as string | undefined) ?? null,
    hub: (terms.hub as string | undefined) ?? null,
    grid: fromKg && upToKm && per100Kg ? { fromKg, upToKm, per100Kg } : EMPTY_GRID,
  };
}

/** What is recorded of the form, but for the two parties. */
export function statedOf(kind: RatesKind, values: RatesValues) {
  const { name, currency, validFrom, validTo, vehicleType, vehicleName, hub, grid } = values;
  const numbers = (fields: Field[]): number[] => fields.map(Number);
  return {
    ...{ name: name.trim(), currency: currency.trim(), validFrom: validFrom ?? '' },
    ...(validTo && { validTo }),
    ...Object.fromEntries(AMOUNTS[kind].map((amount) => [amount, Number(values.amounts[amount])])),
    ...(kind === 'tour' && vehicleType && { vehicleType }),
    ...(kind === 'full-load' && { vehicleName: vehicleName.trim() }),
    ...(kind === 'groupage' && {
      ...{ hub: hub ?? '', fromKg: numbers(grid.fromKg), upToKm: numbers(grid.upToKm) },
      per100Kg: grid.per100Kg.map(numbers),
    }),
  };
}

/** Fields that hold nothing that could be recorded, with the key of the word that says why. */
export function wrongIn(kind: RatesKind, values: RatesValues): Record<string, string> {
  const { validFrom, validTo, hub, vehicleName, grid, amounts } = values;
  const isNumber = (field: Field | undefined): boolean => field !== '' && Number(field) >= 0;
  const isAscending = (fields: Field[]): boolean =>
    fields.every((field, i) => i === 0 || Number(field) > Number(fields[i - 1]));
  const missing = {
    ...{ name: !values.name.trim(), partner: !values.partner, validFrom: !validFrom },
    ...(kind === 'full-load' && { vehicleName: !vehicleName.trim() }),
    ...(kind === 'groupage' && { hub: !hub }),
    ...Object.fromEntries(AMOUNTS[kind].map((amount) => [`amounts.${amount}`, !isNumber(amounts[amount])])),
  };
  const wrong = Object.fromEntries(
    Object.entries(missing).flatMap(([field, isMissing]) => (isMissing ? [[field, 'error.required']] : [])),
  );
  if (!/^[A-Z]{3}$/.test(values.currency.trim())) wrong.currency = 'freight.wrongCurrency';
  if (validFrom && validTo && validTo < validFrom) wrong.validTo = 'freight.wrongPeriod';
  if (kind === 'groupage' && !(Number(grid.fromKg[0]) === 0 && isAscending(grid.fromKg) && isAscending(grid.upToKm)))
    wrong.grid = 'freight.wrongClasses';
  else if (kind === 'groupage' && !grid.per100Kg.flat().every(isNumber)) wrong.grid = 'freight.wrongPrices';
  return wrong;
}

export const withRow = ({ fromKg, upToKm, per100Kg }: Grid): Grid => ({
  fromKg: [...fromKg, Number(fromKg.at(-1)) + 100],
  upToKm,
  per100Kg: [...per100Kg, per100Kg.at(-1) ?? []],
});
export const withColumn = ({ fromKg, upToKm, per100Kg }: Grid): Grid => ({
  fromKg,
  upToKm: [...upToKm, Number(upToKm.at(-1)) + 100],
  per100Kg: per100Kg.map((row) => [...row, row.at(-1) ?? 0]),
});
const without = <T>(list: T[], at: number): T[] => list.filter((_, i) => i !== at);
export const withoutRow = ({ fromKg, upToKm, per100Kg }: Grid, at: number): Grid => ({
  ...{ fromKg: without(fromKg, at), upToKm, per100Kg: without(per100Kg, at) },
});
export const withoutColumn = ({ fromKg, upToKm, per100Kg }: Grid, at: number): Grid => ({
  ...{ fromKg, upToKm: without(upToKm, at), per100Kg: per100Kg.map((row) => without(row, at)) },
});
