import { DIESEL, type EnergyCarrier } from './energy-carriers.ts';

/** What a vehicle's use of energy follows from. */
export interface VehicleClass {
  tareKg: number;
  payloadKg: number;
  /** Drag coefficient × frontal area, m². */
  dragAreaM2: number;
  /** Resistance of the tyres, N per N of weight. */
  rollingCoefficient: number;
  /** Usual speed between stops, m/s. */
  metersPerSecond: number;
  /** How often per km its kinetic energy goes into the brakes; slopes are counted in. */
  stopsPerKm: number;
  /** Share of a diesel's energy that does work at the wheels. */
  dieselEfficiency: number;
}

const kmPerHour = (speed: number): number => speed / 3.6;

/**
 * Classes of lorries by their usual build. These are our own round figures for the physics below, not a table of anybody's
 * factors; who has measured ones states them instead.
 */
export const VEHICLE_CLASSES = {
  /** Up to 3.5 t. */
  van: {
    ...{ tareKg: 2300, payloadKg: 1200, dragAreaM2: 2.6, rollingCoefficient: 0.01 },
    ...{ metersPerSecond: kmPerHour(60), stopsPerKm: 0.5, dieselEfficiency: 0.28 },
  },
  /** Rigid, up to 12 t. */
  'rigid-12': {
    ...{ tareKg: 6500, payloadKg: 5500, dragAreaM2: 5.5, rollingCoefficient: 0.007 },
    ...{ metersPerSecond: kmPerHour(65), stopsPerKm: 0.6, dieselEfficiency: 0.34 },
  },
  /** Rigid with three axles, up to 26 t. */
  'rigid-26': {
    ...{ tareKg: 11_000, payloadKg: 15_000, dragAreaM2: 6, rollingCoefficient: 0.0065 },
    ...{ metersPerSecond: kmPerHour(70), stopsPerKm: 0.5, dieselEfficiency: 0.35 },
  },
  /** Articulated, up to 40 t. */
  'articulated-40': {
    ...{ tareKg: 15_000, payloadKg: 25_000, dragAreaM2: 6.5, rollingCoefficient: 0.006 },
    ...{ metersPerSecond: kmPerHour(80), stopsPerKm: 0.12, dieselEfficiency: 0.38 },
  },
} as const satisfies Record<string, VehicleClass>;

export type VehicleClassName = keyof typeof VEHICLE_CLASSES;

const GRAVITY = 9.81;
const AIR_KG_PER_M3 = 1.2;

/**
 * MJ of a carrier per km: rolling resistance c·m·g, drag ½·ρ·cA·v², and the kinetic energy ½·m·v² lost in braking, divided by the
 * drive's efficiency (Gillespie, Fundamentals of Vehicle Dynamics, 1992, chapters 2 and 4).
 *
 * @param payloadKg what is aboard; throws a RangeError when it is below 0 or more than the class carries
 * @example energyPerKm(VEHICLE_CLASSES['articulated-40'], { payloadKg: 12_000 }) / DIESEL.mjPerUnit // 0.32 l/km
 */
export function energyPerKm(
  vehicle: VehicleClass,
  { payloadKg, carrier = DIESEL }: { payloadKg: number; carrier?: EnergyCarrier },
): number {
  if (!(payloadKg >= 0 && payloadKg <= vehicle.payloadKg))
    throw new RangeError(`${payloadKg} kg on a vehicle that carries 0 to ${vehicle.payloadKg} kg. Split the load.`);
  const massKg = vehicle.tareKg + payloadKg;
  const squared = vehicle.metersPerSecond ** 2;
  const rolling = vehicle.rollingCoefficient * massKg * GRAVITY;
  const drag = 0.5 * AIR_KG_PER_M3 * vehicle.dragAreaM2 * squared;
  const braking = (0.5 * massKg * squared * vehicle.stopsPerKm) / 1000;
  // A newton over a kilometre is a kilojoule.
  return (rolling + drag + braking) / 1000 / (vehicle.dieselEfficiency * carrier.efficiencyRatio);
}
