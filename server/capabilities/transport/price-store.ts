import type { FullLoadRates, GroupageRates, Id, IsoDay, RATE_KINDS, TourRates } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

type Agreed = 'tariff' | 'carrier' | 'customer' | 'name' | 'currency' | 'validFrom' | 'validTo';

/** One entry of the price list that a carrier and one customer agreed on. */
interface RatesOf<K extends (typeof RATE_KINDS)[number], Terms> {
  carrier: Id;
  tariff: Id;
  customer: Id;
  kind: K;
  name: string;
  currency: string;
  validFrom: IsoDay;
  validTo: IsoDay | null;
  terms: Omit<Terms, Agreed>;
  confirmed: boolean;
}
export type TourRatesRow = RatesOf<'tour', TourRates>;
export type FullLoadRatesRow = RatesOf<'full-load', FullLoadRates>;
export type GroupageRatesRow = RatesOf<'groupage', GroupageRates>;
export type RatesRow = TourRatesRow | FullLoadRatesRow | GroupageRatesRow;

/** Those that are valid on a day, or all; of one carrier, or of all. */
export const listRates = (
  tx: Transaction,
  { day, carrier }: { day?: IsoDay; carrier?: Id } = {},
): Promise<RatesRow[]> =>
  tx.query<RatesRow>(
    `select owner as carrier, id as tariff, customer, kind, name, currency, valid_from as "validFrom", valid_to as "validTo", terms, confirmed
     from price_list where ($1::date is null or (valid_from <= $1::date and (valid_to is null or valid_to >= $1::date))) and ($2::text is null or owner = $2)
     order by kind, owner, id limit 4000`,
    [day ?? null, carrier ?? null],
  );
