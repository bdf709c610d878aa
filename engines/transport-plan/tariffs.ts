import type { FullLoadTariff, GroupageTariff } from './network.ts';

/** Mass, volume, loading metres and places, in the order of `DIMENSIONS`. */
export type Amounts = Float64Array;

/** What a consignment counts as: its mass, or what its volume, loading metres or places stand for, whichever is most. */
export function chargeableKg(tariff: GroupageTariff, amounts: ArrayLike<number>): number {
  return Math.max(
    amounts[0]!,
    amounts[1]! * tariff.kgPerM3,
    amounts[2]! * tariff.kgPerLoadingMeter,
    amounts[3]! * tariff.kgPerPlace,
  );
}

/**
 * Price of one consignment by groupage. Where the next weight class is cheaper at its lower end, that is what is charged.
 * Infinite beyond the last distance band or `mostKg`; nothing for nothing.
 *
 * @param kg chargeable mass
 * @param km by road from the supplier to the plant
 * @example groupagePrice(tariff, { kg: 950, km: 180 })
 */
export function groupagePrice(tariff: GroupageTariff, { kg, km }: { kg: number; km: number }): number {
  if (kg <= 0) return 0;
  const band = tariff.upToKm.findIndex((end) => km <= end);
  if (band < 0 || kg > tariff.mostKg) return Number.POSITIVE_INFINITY;
  let price = Number.POSITIVE_INFINITY;
  for (let weight = tariff.fromKg.length - 1; weight >= 0; weight--) {
    const from = tariff.fromKg[weight]!;
    price = Math.min(price, (Math.max(kg, from) / 100) * tariff.per100Kg[weight]![band]!);
    if (from <= kg) break;
  }
  return Math.max(tariff.minimum, price);
}

/** Price of one truck for one load, with or without its empties on the way back. */
export function fullLoadPrice(tariff: FullLoadTariff, km: number, withEmpties: boolean): number {
  const out = Math.max(tariff.minimum, tariff.base + tariff.perKm * km);
  return withEmpties ? out * (1 + tariff.emptiesShare) : out;
}
