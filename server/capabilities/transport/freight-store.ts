import type { FreightLine, Id, Instant, IsoDay, ShareRule } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { AgreedRule } from './share-tour.ts';

export interface TenderRow {
  customer: Id;
  id: Id;
  carrier: Id;
  tour: Id;
  round: number;
  state: string;
  respondBy: Instant;
  priceAsked: number | null;
  priceAnswered: number | null;
  priceAwarded: number | null;
  reason: string | null;
  currency: string;
  terms: {
    vehicleName: string;
    departsAt: Instant;
    arrivesAt: Instant;
    distanceKm: number;
    massKg: number;
    loadingMeters: number;
    sites: Id[];
  };
  openedAt: Instant;
  answeredAt: Instant | null;
}
export const listTenders = (tx: Transaction, { tender, tour }: { tender?: Id; tour?: Id } = {}): Promise<TenderRow[]> =>
  tx.query<TenderRow>(
    `select owner as customer, id, carrier, tour, round, state, respond_by as "respondBy", price_asked as "priceAsked", price_answered as "priceAnswered",
       price_awarded as "priceAwarded", reason, currency, terms, opened_at as "openedAt", answered_at as "answeredAt"
     from tender where ($1::text is null or id = $1) and ($2::text is null or tour = $2) order by opened_at desc, id, carrier limit 2000`,
    [tender ?? null, tour ?? null],
  );

export interface FreightRow {
  customer: Id;
  tour: Id;
  carrier: Id;
  basis: 'planned' | 'driven';
  agreedBy: Id | null;
  currency: string;
  lines: FreightLine[];
  planned: number | null;
  driven: number | null;
  day: IsoDay;
  invoiced: number;
  invoice: Id | null;
  sequence: number;
}
export const listFreight = (tx: Transaction, tours?: readonly Id[]): Promise<FreightRow[]> =>
  tx.query<FreightRow>(
    `select owner as customer, tour, carrier, basis, agreed_by as "agreedBy", currency, lines, planned, driven, day, invoiced, invoice, sequence
     from freight where $1::text[] is null or tour = any($1) order by day desc, tour limit 5000`,
    [tours ?? null],
  );

export interface InvoiceRow {
  carrier: Id;
  id: Id;
  customer: Id;
  number: string;
  invoicedOn: IsoDay;
  currency: string;
  lines: { tour: Id; amount: number; text?: string }[];
  total: number;
  state: string;
  reason: string | null;
}
export const listInvoices = (tx: Transaction, id?: Id): Promise<InvoiceRow[]> =>
  tx.query<InvoiceRow>(
    `select owner as carrier, id, customer, number, invoiced_on as "invoicedOn", currency, lines, total, state, reason
     from freight_invoice where $1::text is null or id = $1 order by invoiced_on desc, id limit 1000`,
    [id ?? null],
  );

export interface ClaimRow {
  by: Id;
  id: Id;
  customer: Id;
  carrier: Id;
  tour: Id;
  kind: string;
  amount: number;
  currency: string;
  text: string;
  state: string;
  settled: number | null;
  reason: string | null;
  raisedAt: Instant;
}
export const listClaims = (tx: Transaction, id?: Id): Promise<ClaimRow[]> =>
  tx.query<ClaimRow>(
    `select owner as by, id, customer, carrier, tour, kind, amount, currency, description as text, state, settled, reason, raised_at as "raisedAt"
     from claim where $1::text is null or id = $1 order by raised_at desc, id limit 1000`,
    [id ?? null],
  );

export interface RuleRow extends AgreedRule {
  owner: Id;
  reason: string | null;
}
export const listRules = (tx: Transaction): Promise<RuleRow[]> =>
  tx.query<RuleRow>(
    `select owner, id as rule, partner, kind, valid_from as "validFrom", state, reason from share_rule order by valid_from desc, id, partner limit 5000`,
  );

export interface ShareRow {
  owner: Id;
  tour: Id;
  partner: Id;
  rule: Id;
  kind: ShareRule;
  day: IsoDay;
  cost: number;
  co2Kg: number;
  aloneCost: number;
  aloneCo2Kg: number;
  totalCost: number;
  totalCo2Kg: number;
  partners: number;
}
export const listShares = (tx: Transaction, tours?: readonly Id[]): Promise<ShareRow[]> =>
  tx.query<ShareRow>(
    `select owner, tour, partner, rule, kind, day, cost, co2_kg as "co2Kg", alone_cost as "aloneCost", alone_co2_kg as "aloneCo2Kg", total_cost as "totalCost",
       total_co2_kg as "totalCo2Kg", partners
     from tour_share where $1::text[] is null or tour = any($1) order by day desc, tour, partner limit 5000`,
    [tours ?? null],
  );
