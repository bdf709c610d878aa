import type { FreightLine } from '@intakt/contract';

export interface TariffTerms {
  id: string;
  vehicleType: string | null;
  validFrom: string;
  validTo: string | null;
  currency: string;
  perTour: number;
  perKm: number;
  perHour: number;
  perStop: number;
  minimum: number;
  fuelSurchargePercent: number;
  confirmed: boolean;
}

/** What of a tour is paid for. */
export interface DrivenTour {
  day: string;
  vehicleType: string;
  distanceKm: number;
  hours: number;
  stops: number;
}

/** The tariff of the day: the one for the kind of truck before the general one, the carrier's own word before a report, the newest first. */
export function tariffFor<T extends TariffTerms>(tariffs: readonly T[], tour: DrivenTour): T | undefined {
  return tariffs
    .filter(
      ({ validFrom, validTo, vehicleType }) =>
        validFrom <= tour.day &&
        (validTo === null || validTo >= tour.day) &&
        (vehicleType === null || vehicleType === tour.vehicleType),
    )
    .sort(
      (a, b) =>
        Number(b.vehicleType !== null) - Number(a.vehicleType !== null) ||
        Number(b.confirmed) - Number(a.confirmed) ||
        (a.validFrom < b.validFrom ? 1 : -1),
    )[0];
}

/**
 * The freight of a tour line by line: per tour, kilometre, hour and stop; at least the minimum; and the fuel surcharge on what is not
 * the minimum's top-up. Amounts to the cent.
 */
export function freightOf(tariff: TariffTerms, tour: DrivenTour): { lines: FreightLine[]; total: number } {
  const base = [
    line('tour', 1, tariff.perTour),
    line('distance', tour.distanceKm, tariff.perKm),
    line('time', tour.hours, tariff.perHour),
    line('stops', tour.stops, tariff.perStop),
  ].filter(({ amount }) => amount !== 0);
  const sum = total(base);
  const lines = [...base];
  if (tariff.fuelSurchargePercent > 0)
    lines.push({
      kind: 'fuel',
      quantity: sum,
      rate: tariff.fuelSurchargePercent / 100,
      amount: cents((sum * tariff.fuelSurchargePercent) / 100),
    });
  const reached = total(lines);
  if (reached < tariff.minimum) lines.push(line('minimum', 1, cents(tariff.minimum - reached)));
  return { lines, total: total(lines) };
}

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
