import { clockHoursFor } from '@intakt/eta';
import type { Option } from '../../finder.ts';

/** What expediting starts from: where the goods are and where they are needed. */
export interface ExpediteFrom {
  now: string;
  distanceKm: number;
  grossMassKg?: number;
}

/**
 * Assumed until tariffs of one's own are agreed; docs/visibility.md names them. Roads are a quarter longer than straight
 * lines. CO2e: UK Government conversion factors 2025, vans (average) and short-haul freight flights.
 */
const ROAD_FACTOR = 1.25;
const VAN = { speedKmh: 70, loadingHours: 2, payloadKg: 1200, euroPerKm: 1.3, co2KgPerTkm: 0.782 };
const AIR = { speedKmh: 700, handlingHours: 10, euroPerKg: 4, leastEuro: 600, co2KgPerTkm: 1.278 };
const HOUR_MS = 3_600_000;

/** Ways to bring goods faster, with the time that a driver must rest by the EU rules in it. Pure. */
export function expediteOptions({ now, distanceKm, grossMassKg }: ExpediteFrom): Option[] {
  const roadKm = distanceKm * ROAD_FACTOR;
  const van = VAN.loadingHours + clockHoursFor(roadKm / VAN.speedKmh);
  const air = AIR.handlingHours + distanceKm / AIR.speedKmh;
  const vans = Math.max(1, Math.ceil((grossMassKg ?? 0) / VAN.payloadKg));
  return [
    {
      option: 'expedite-van',
      arrivesAt: later(now, van),
      costEuro: Math.round(vans * roadKm * VAN.euroPerKm),
      ...co2(grossMassKg, roadKm, VAN.co2KgPerTkm),
    },
    {
      option: 'expedite-air',
      arrivesAt: later(now, air),
      ...(grossMassKg && { costEuro: Math.round(Math.max(AIR.leastEuro, grossMassKg * AIR.euroPerKg)) }),
      ...co2(grossMassKg, distanceKm, AIR.co2KgPerTkm),
    },
  ];
}

/** The later the stop that remains the better, none best; of two alike the cheaper, and doing nothing before paying. */
export function rankOptions(options: readonly Option[]): Option[] {
  const stop = ({ stopAt }: Option): number => (stopAt ? Date.parse(stopAt) : Number.MAX_SAFE_INTEGER);
  const cost = ({ option, costEuro = Number.MAX_SAFE_INTEGER }: Option): number => (option === 'accept' ? 0 : costEuro);
  return options.toSorted((a, b) => stop(b) - stop(a) || cost(a) - cost(b));
}

const later = (now: string, hours: number): string =>
  new Date(Math.ceil(Date.parse(now) + hours * HOUR_MS)).toISOString();

const co2 = (grossMassKg: number | undefined, km: number, kgPerTkm: number): Pick<Option, 'co2Kg'> =>
  grossMassKg ? { co2Kg: Math.round((grossMassKg / 1000) * km * kgPerTkm) } : {};
