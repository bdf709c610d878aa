import type { FreightLine } from '@intakt/contract';
import type { FullLoadRatesRow, RatesRow, TourRatesRow } from './price-store.ts';

/** What of a tour is paid for. */
export interface DrivenTour {
  day: string;
  vehicleType: string;
  vehicleName: string;
  distanceKm: number;
  hours: number;
  stops: number;
}

type TourPrice = TourRatesRow | FullLoadRatesRow;
/** What was agreed, apart from who agreed to it. */
export type Priced = Pick<TourRatesRow, 'kind' | 'terms'> | Pick<FullLoadRatesRow, 'kind' | 'terms'>;
type OfPrice = Pick<RatesRow, 'kind' | 'validFrom' | 'validTo' | 'confirmed'> & { terms: object };

/**
 * The rates of the day: those for the kind of truck before those of any, tours before whole trucks, the carrier's own word before a report,
 * the newest first.
 */
export function ratesFor<T extends OfPrice>(
  rates: readonly T[],
  tour: Pick<DrivenTour, 'day' | 'vehicleType' | 'vehicleName'>,
) {
  return rates
    .filter((one): one is T & TourPrice => one.kind !== 'groupage')
    .filter(
      (one) =>
        one.validFrom <= tour.day &&
        (one.validTo === null || one.validTo >= tour.day) &&
        (one.kind === 'tour'
          ? (one.terms.vehicleType ?? tour.vehicleType) === tour.vehicleType
          : one.terms.vehicleName === tour.vehicleName),
    )
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) || Number(b.confirmed) - Number(a.confirmed) || (a.validFrom < b.validFrom ? 1 : -1),
    )[0];
}

const rankOf = (rates: TourPrice): number => (rates.kind === 'full-load' ? 2 : rates.terms.vehicleType ? 0 : 1);

/** A whole truck has its loading and its unloading place in its price; what it calls at besides is paid by the stop. */
const PLACES_OF_A_LOAD = 2;

/**
 * The freight of a tour line by line: per tour, kilometre, hour and stop; at least the minimum; and the fuel surcharge on what is not
 * the minimum's top-up. Amounts to the cent. The board shows it, it is accrued, and invoices are checked against it.
 */
export function freightOf(
  rates: Priced,
  tour: Pick<DrivenTour, 'distanceKm' | 'hours' | 'stops'>,
): { lines: FreightLine[]; total: number } {
  const priced = rates.kind === 'tour' ? rates.terms : asTour(rates);
  const stops = rates.kind === 'tour' ? tour.stops : Math.max(0, tour.stops - PLACES_OF_A_LOAD);
  const base = [
    line('tour', 1, priced.perTour),
    line('distance', tour.distanceKm, priced.perKm),
    line('time', tour.hours, priced.perHour),
    line('stops', stops, priced.perStop),
  ].filter(({ amount }) => amount !== 0);
  const sum = total(base);
  const lines = [...base];
  if (priced.fuelSurchargePercent > 0)
    lines.push({
      kind: 'fuel',
      quantity: sum,
      rate: priced.fuelSurchargePercent / 100,
      amount: cents((sum * priced.fuelSurchargePercent) / 100),
    });
  const reached = total(lines);
  if (reached < priced.minimum) lines.push(line('minimum', 1, cents(priced.minimum - reached)));
  return { lines, total: total(lines) };
}

const asTour = ({ terms: { base, perKm, perStop, minimum } }: Pick<FullLoadRatesRow, 'terms'>) => ({
  ...{ perTour: base, perKm, perHour: 0, perStop, minimum, fuelSurchargePercent: 0 },
});

interface Costed {
  id: string;
  name: string;
  carrier: string | null;
  roundTrip: boolean;
  costPerTour: number;
  costPerKm: number;
  costPerHour: number;
  costPerStop: number;
}

/** Kinds of truck at what their carrier charges for them, fuel surcharge included, where that is agreed; else at what they are registered with. */
export const atAgreedPrices = <T extends Costed>(
  vehicles: readonly T[],
  rates: readonly RatesRow[],
  day: string,
): T[] =>
  vehicles.map((vehicle) => ({ ...vehicle, ...agreedCosts(vehicle, rates, { carrier: vehicle.carrier, day })?.costs }));

/** What a carrier charges for a kind of truck, fuel surcharge included, and by which rates. A truck that comes back is no full load. */
export function agreedCosts(
  { id, name, roundTrip }: Pick<Costed, 'id' | 'name' | 'roundTrip'>,
  rates: readonly RatesRow[],
  { carrier, day }: { carrier: string | null; day: string },
) {
  const own = rates.filter((one) => one.carrier === carrier && !(roundTrip && one.kind === 'full-load'));
  const agreed = ratesFor(own, { day, vehicleType: id, vehicleName: name });
  if (!agreed) return undefined;
  const priced = agreed.kind === 'tour' ? agreed.terms : asTour(agreed);
  const withFuel = (price: number): number => price * (1 + priced.fuelSurchargePercent / 100);
  const costs = {
    costPerTour: withFuel(priced.perTour),
    costPerKm: withFuel(priced.perKm),
    costPerHour: withFuel(priced.perHour),
    costPerStop: withFuel(priced.perStop),
  };
  return { tariff: agreed.tariff, name: agreed.name, costs, rates: pricedOf(agreed) };
}

const pricedOf = (rates: TourPrice): Priced =>
  rates.kind === 'tour' ? { kind: rates.kind, terms: rates.terms } : { kind: rates.kind, terms: rates.terms };

const line = (kind: FreightLine['kind'], quantity: number, rate: number): FreightLine => ({
  kind,
  quantity: Math.round(quantity * 1000) / 1000,
  rate,
  amount: cents(quantity * rate),
});
export const cents = (amount: number): number => Math.round(amount * 100) / 100;
const total = (lines: readonly FreightLine[]): number => cents(lines.reduce((sum, { amount }) => sum + amount, 0));

export interface Expected {
  tour: string;
  currency: string;
  /** What was driven, where that is known; else what was planned. */
  expected: number;
  /** On all invoices together, this one among them. */
  invoiced: number;
}

export type LineVerdict = 'matches' | 'differs' | 'not-expected' | 'twice' | 'other-currency';
export interface CheckedLine {
  tour: string;
  amount: number;
  expected: number | null;
  difference: number | null;
  verdict: LineVerdict;
}

/** Rounding of rates and kilometres, in money; below it an invoice line is what was expected. */
const TOLERANCE = 0.05;
const TOLERANCE_SHARE = 0.005;

/** Each line of an invoice against what the two agreed to: what is to be paid without a look, and what is not. */
export function checkInvoice(
  invoice: { currency: string; lines: readonly { tour: string; amount: number }[] },
  accrued: readonly Expected[],
): CheckedLine[] {
  return invoice.lines.map(({ tour, amount }) => {
    const known = accrued.find((one) => one.tour === tour);
    if (!known) return { tour, amount, expected: null, difference: null, verdict: 'not-expected' };
    const difference = cents(amount - known.expected);
    const found = { tour, amount, expected: known.expected, difference };
    if (known.currency !== invoice.currency) return { ...found, verdict: 'other-currency' };
    const allowed = Math.max(TOLERANCE, known.expected * TOLERANCE_SHARE);
    if (cents(known.invoiced - amount) > TOLERANCE) return { ...found, verdict: 'twice' };
    return { ...found, verdict: Math.abs(difference) <= allowed ? 'matches' : 'differs' };
  });
}
