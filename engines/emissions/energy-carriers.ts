/** Greenhouse gases as grams of CO2 equivalent: from the tank to the wheel, before it, and both. */
export interface Grams {
  ttw: number;
  wtt: number;
  wtw: number;
}

/** What drives a vehicle, and what a megajoule of it emits. `source` says where the figures are from. */
export interface EnergyCarrier {
  id: string;
  /** g CO2e per MJ that is used up in the vehicle. */
  ttwGramsPerMj: number;
  /** g CO2e per MJ for making it and bringing it there. */
  wttGramsPerMj: number;
  /** MJ in one unit that is bought: a litre, a kWh. */
  mjPerUnit: number;
  unit: 'l' | 'kWh' | 'kg';
  /** How much of it becomes work at the wheels, relative to a diesel engine's share. */
  efficiencyRatio: number;
  source: string;
}

const CARBON_SHARE_OF_DIESEL = 0.862;
const CO2_PER_CARBON = 44.01 / 12.011;
const DIESEL_MJ_PER_KG = 43;
/** Directive (EU) 2018/2001, annex V, part C, point 19: the fossil fuel comparator for transport. */
const FOSSIL_COMPARATOR_GRAMS_PER_MJ = 94;

const burnt = (CARBON_SHARE_OF_DIESEL * CO2_PER_CARBON * 1000) / DIESEL_MJ_PER_KG;

/** Fossil diesel: burning it follows from its carbon, the whole from the comparator of the directive. */
export const DIESEL: EnergyCarrier = {
  id: 'diesel',
  ttwGramsPerMj: burnt,
  wttGramsPerMj: FOSSIL_COMPARATOR_GRAMS_PER_MJ - burnt,
  mjPerUnit: 36,
  unit: 'l',
  efficiencyRatio: 1,
  source:
    'Carbon share 86.2 %, 43 MJ/kg and 36 MJ/l (Directive (EU) 2018/2001, annex III); comparator 94 g CO2e/MJ (annex V)',
};

/**
 * Electricity of a grid or a contract, whose figure the caller states: nobody's average is shipped.
 *
 * @param gramsPerKwh g CO2e per kWh at the plug, with its making and the losses of the grid
 * @example electricity({ gramsPerKwh: 360, source: 'Contract of the depot, 2026' }).wttGramsPerMj // 100
 */
export function electricity({ gramsPerKwh, source }: { gramsPerKwh: number; source: string }): EnergyCarrier {
  if (!(gramsPerKwh >= 0)) throw new RangeError(`${gramsPerKwh} g/kWh: state 0 or more.`);
  return {
    id: 'electricity',
    ttwGramsPerMj: 0,
    wttGramsPerMj: gramsPerKwh / 3.6,
    mjPerUnit: 3.6,
    unit: 'kWh',
    // About 0.85 from the plug to the wheels, where a diesel engine of a lorry brings 0.36.
    efficiencyRatio: 0.85 / 0.36,
    source,
  };
}

/** What so many MJ of a carrier emit. */
export function grams({ ttwGramsPerMj, wttGramsPerMj }: EnergyCarrier, megajoules: number): Grams {
  const [ttw, wtt] = [ttwGramsPerMj * megajoules, wttGramsPerMj * megajoules];
  return { ttw, wtt, wtw: ttw + wtt };
}
