import type { TruckType } from './queries.ts';

type Field = number | string;

/** What a truck carries; each is needed, for goods are measured in all of them. */
export const CAPACITIES = ['massKg', 'volumeCubicMeters', 'loadingMeters', 'palletPlaces'] as const;
export const COSTS = ['costPerTour', 'costPerKm', 'costPerHour', 'costPerStop'] as const;
export const EMISSIONS = ['co2PerKmEmptyKg', 'co2PerKmFullKg'] as const;
/** Empty: no limit. */
export const LIMITS = ['maxStops', 'maxDistanceKm'] as const;
type Figure = (typeof CAPACITIES | typeof COSTS | typeof EMISSIONS | typeof LIMITS)[number] | 'count';

export interface TruckValues {
  name: string;
  carrier: string | null;
  roundTrip: boolean;
  driverHours: boolean;
  skills: string[];
  figures: Record<Figure, Field>;
}

export function truckValues(truck: TruckType | undefined): TruckValues {
  const figures = {
    ...Object.fromEntries(CAPACITIES.map((field) => [field, truck?.capacity[field] ?? ''])),
    ...Object.fromEntries([...COSTS, ...EMISSIONS, ...LIMITS].map((field) => [field, truck?.[field] ?? ''])),
    count: truck?.count ?? 1,
  } as TruckValues['figures'];
  const { name = '', carrier = null, roundTrip = false, driverHours = true, skills = [] } = truck ?? {};
  return { name, carrier, roundTrip, driverHours, skills, figures };
}

export function truckStated({ name, carrier, roundTrip, driverHours, skills, figures }: TruckValues) {
  const pick = <F extends Figure>(fields: readonly F[]): Record<F, number> =>
    Object.fromEntries(fields.map((field) => [field, Number(figures[field])])) as Record<F, number>;
  return {
    ...{ name: name.trim(), roundTrip, driverHours, skills, count: Number(figures.count) },
    ...pick(COSTS),
    ...pick(EMISSIONS),
    ...pick(LIMITS.filter((limit) => figures[limit] !== '')),
    capacity: pick(CAPACITIES),
    ...(carrier && { carrier }),
  };
}

/** Fields that hold nothing that could be recorded, with the key of the word that says why. */
export function wrongInTruck({ name, figures }: TruckValues): Record<string, string> {
  const wrong: Record<string, string> = name.trim() ? {} : { name: 'error.required' };
  for (const field of CAPACITIES) if (!(Number(figures[field]) > 0)) wrong[`figures.${field}`] = 'trucks.aboveZero';
  for (const field of [...COSTS, ...EMISSIONS, 'count'] as const)
    if (figures[field] === '' || !(Number(figures[field]) >= 0)) wrong[`figures.${field}`] = 'error.required';
  if (Number(figures.co2PerKmFullKg) < Number(figures.co2PerKmEmptyKg))
    wrong['figures.co2PerKmFullKg'] = 'trucks.fullBelowEmpty';
  return wrong;
}
