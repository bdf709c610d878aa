import type { EventData, Id, ShareRule } from '@intakt/contract';
import { greatCircleMeters, massDistanceShares, shapleyShares, standAloneShares } from '@intakt/routing';
import type { Draft, DraftTour } from './draft.ts';
import { aloneTour, judgeTour } from './judge-draft.ts';

/** What a partner agreed to. */
export interface AgreedRule {
  rule: Id;
  kind: ShareRule;
  partner: Id;
  validFrom: string;
  state: string;
}

export type Share = Omit<EventData<'tour-share-computed'>, 'owner' | 'day'>;
export type Shared = { shares: Share[] } | { problem: string };

/**
 * Splits a shared tour's cost and CO2 among its suppliers by the rule that all of them accepted. What each would have caused alone is
 * the cheapest truck of the same plan for its goods only: the baseline that the rule names. Nothing is split by a rule that one of
 * them has not accepted. Pure.
 */
export function shareTour(draft: Draft, tour: DraftTour, rules: readonly AgreedRule[]): Shared {
  const partners = partnersOf(draft, tour);
  if (partners.length < 2) return { shares: [] };
  const rule = commonRule(draft.facts.day, partners, rules);
  if ('problem' in rule) return rule;
  const alone = partners.map((partner) => aloneOf(draft, tour, partner));
  const weighed = {
    draft,
    tour,
    partners,
    alone,
    costOf: coalitionPrices(draft, tour, partners, alone),
  };
  const cost = split(rule.kind, tour.planned!.cost, weighed, (price) => price.cost);
  const co2 = split(rule.kind, tour.co2Kg, weighed, (price) => price.co2Kg);
  return {
    shares: partners.map((partner, i) => ({
      tour: tour.id,
      partner,
      rule: rule.rule,
      kind: rule.kind,
      cost: round(cost[i]!),
      co2Kg: round(co2[i]!),
      aloneCost: round(alone[i]!.cost),
      aloneCo2Kg: round(alone[i]!.co2Kg),
      totalCost: round(tour.planned!.cost),
      totalCo2Kg: round(tour.co2Kg),
      partners: partners.length,
    })),
  };
}

interface Price {
  cost: number;
  co2Kg: number;
}
interface Weighed {
  draft: Draft;
  tour: DraftTour;
  partners: readonly Id[];
  alone: readonly Price[];
  costOf: (members: readonly number[]) => Price;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export const partnersOf = ({ facts }: Draft, { stops }: DraftTour): Id[] =>
  [...new Set(stops.map(({ order }) => facts.orders[order]!.supplier))].sort();

/** One rule that every partner has accepted by then; of several, the youngest. */
function commonRule(
  day: string,
  partners: readonly Id[],
  rules: readonly AgreedRule[],
): { rule: Id; kind: ShareRule } | { problem: string } {
  const accepted = rules.filter(({ state, validFrom }) => state === 'accepted' && validFrom <= day);
  const ids = [...new Set(accepted.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)).map(({ rule }) => rule))];
  const common = ids.find((id) =>
    partners.every((partner) => accepted.some((one) => one.rule === id && one.partner === partner)),
  );
  if (common) return { rule: common, kind: accepted.find(({ rule }) => rule === common)!.kind };
  const without = partners.filter((partner) => !accepted.some((one) => one.partner === partner));
  return {
    problem: `No rule is accepted by all who share the tour${without.length > 0 ? `; ${without.join(', ')} accepted none` : ''}.`,
  };
}

function split(kind: ShareRule, total: number, weighed: Weighed, of: (price: Price) => number): number[] {
  const { partners, alone, costOf } = weighed;
  if (kind === 'stand-alone') return standAloneShares(total, alone.map(of));
  if (kind === 'mass-distance')
    return massDistanceShares(
      total,
      partners.map((partner) => activityOf(weighed, partner)),
    );
  return shapleyShares(partners.length, (members) => (members.length === 0 ? 0 : of(costOf(members))), { seed: 1 });
}

/** Mass and the direct way of a partner's goods, weighed by mass where it has several. */
function activityOf({ draft: { facts }, tour }: Weighed, partner: Id): { massKg: number; directMeters: number } {
  const orders = ordersOf(tour)
    .map((id) => facts.orders[id]!)
    .filter(({ supplier }) => supplier === partner);
  const massKg = orders.reduce((sum, { goods }) => sum + goods.massKg, 0);
  const work = orders.reduce(
    (sum, { goods, from, to }) => sum + goods.massKg * greatCircleMeters(facts.sites[from]!, facts.sites[to]!),
    0,
  );
  return { massKg, directMeters: massKg > 0 ? work / massKg : 0 };
}

const ordersOf = ({ stops }: DraftTour): Id[] => [...new Set(stops.map(({ order }) => order))];

/** The cheapest truck for each of a partner's orders: what it would cause without the others. */
function aloneOf(draft: Draft, tour: DraftTour, partner: Id): Price {
  const orders = ordersOf(tour).filter((order) => draft.facts.orders[order]!.supplier === partner);
  const together = judgeTour(draft, { ...tour, stops: tour.stops.filter(({ order }) => orders.includes(order)) });
  const apart = orders.map((order) => aloneTour(draft, order));
  const sum = apart.every((one) => one?.planned)
    ? {
        cost: apart.reduce((all, one) => all + one!.planned!.cost, 0),
        co2Kg: apart.reduce((all, one) => all + one!.co2Kg, 0),
      }
    : undefined;
  const joint = together.planned && { cost: together.planned.cost, co2Kg: together.co2Kg };
  return cheaper(joint, sum) ?? { cost: 0, co2Kg: 0 };
}

const cheaper = (a: Price | undefined, b: Price | undefined): Price | undefined =>
  a && b ? (a.cost <= b.cost ? a : b) : (a ?? b);

/** What some of them would pay together: the same tour without the others' stops, or each alone where that is cheaper. */
function coalitionPrices(draft: Draft, tour: DraftTour, partners: readonly Id[], alone: readonly Price[]) {
  const known = new Map<string, Price>();
  return (members: readonly number[]): Price => {
    const key = members.join(',');
    const before = known.get(key);
    if (before) return before;
    const price = priceOf(draft, tour, { partners, alone, members });
    known.set(key, price);
    return price;
  };
}

function priceOf(
  draft: Draft,
  tour: DraftTour,
  { partners, alone, members }: { partners: readonly Id[]; alone: readonly Price[]; members: readonly number[] },
): Price {
  if (members.length === partners.length) return { cost: tour.planned!.cost, co2Kg: tour.co2Kg };
  const apart = members.reduce((sum, i) => ({ cost: sum.cost + alone[i]!.cost, co2Kg: sum.co2Kg + alone[i]!.co2Kg }), {
    cost: 0,
    co2Kg: 0,
  });
  if (members.length === 1) return apart;
  const inside = new Set(members.map((i) => partners[i]));
  const stops = tour.stops.filter(({ order }) => inside.has(draft.facts.orders[order]!.supplier));
  const joint = judgeTour(draft, { ...tour, stops });
  return joint.planned && joint.planned.cost < apart.cost ? { cost: joint.planned.cost, co2Kg: joint.co2Kg } : apart;
}
