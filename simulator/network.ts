import type { Lane, Site } from '@intakt/contract';
import { agreementsOf } from './agreements.ts';
import { chance } from './chance.ts';
import { PLANT, SUPPLIERS } from './data/companies.ts';
import { VEHICLES } from './data/plant-parts.ts';
import type { DemonstrationNetwork, Need, Output, SupplyLane } from './network-shape.ts';
import { organisationId, partners, siteId } from './partners.ts';
import { type Flow, PartsCatalogue, partId } from './parts.ts';
import { relationsOf } from './relations.ts';

/** How long before the car is built each tier makes its part of it: whole weeks, so that weekdays match. */
const DAYS_AHEAD = { 0: 0, 1: 7, 2: 21, 3: 35 } as const;

/**
 * The demonstration network: one plant for battery-electric cars, its suppliers in three tiers, carriers, a cross-dock
 * and a port. The same seed gives the same network, to the last digit.
 *
 * @example demonstrationNetwork(1).organisations[0].name // 'Aurin Motors AG'
 */
export function demonstrationNetwork(seed = 1): DemonstrationNetwork {
  const { organisations, sites, packaging, people, channels } = partners(seed);
  const siteOf = new Map(sites.map((site) => [site.owner, site]));
  const catalogue = new PartsCatalogue();
  const units = new Map(catalogue.parts.map(({ part, unit }) => [part, unit]));
  const packs = new Map(catalogue.parts.map(({ part, quantityPerPack }) => [part, quantityPerPack ?? 1]));
  const needs = needsOf(seed, catalogue.flows, siteOf, units);
  const relations = relationsOf(
    seed,
    catalogue.flows,
    siteOf,
    (flow) => needs.get(needKey(flow))!,
    (part) => packs.get(part)!,
  );
  return {
    seed,
    plant: { organisation: organisationId(PLANT.slug), site: siteId(PLANT.slug, PLANT.city) },
    vehicles: VEHICLES.map(({ slug, perDay }) => ({ part: partId(PLANT.slug, slug), perDay })),
    organisations,
    sites,
    packaging,
    parts: catalogue.parts,
    partNumbers: catalogue.partNumbers,
    bills: catalogue.bills,
    lanes: relations.flatMap(({ lanes }) => lanes.map(agreedLane)),
    agreements: agreementsOf(seed, relations, organisationId(PLANT.slug)),
    people,
    channels,
    needs: [...needs.values()],
    outputs: outputsOf(catalogue.flows, siteOf, units),
    relations,
  };
}

const needKey = ({ customer, part }: Flow): string => `${customer}|${part}`;

function needsOf(seed: number, flows: Flow[], sites: Map<string, Site>, units: Map<string, string>): Map<string, Need> {
  const needs = new Map<string, Need>();
  for (const flow of flows) {
    const owner = organisationId(flow.customer);
    needs.set(needKey(flow), {
      owner,
      site: sites.get(owner)!.site,
      part: flow.part,
      unit: units.get(flow.part)!,
      usage: flow.usage,
      daysAhead: DAYS_AHEAD[tierOf(flow.customer)],
      safetyDays: 9 + 3 * chance(seed, 'safety', flow.customer, flow.part),
    });
  }
  return needs;
}

function outputsOf(flows: Flow[], sites: Map<string, Site>, units: Map<string, string>): Output[] {
  const perPart = Map.groupBy(flows, ({ supplier, part }) => `${supplier}|${part}`);
  return [...perPart.values()].map((group) => {
    const { supplier, part, usage } = group[0]!;
    const owner = organisationId(supplier);
    const total = usage.map((_, vehicle) => group.reduce((sum, flow) => sum + flow.usage[vehicle]! * flow.share, 0));
    const daysAhead = DAYS_AHEAD[tierOf(supplier)];
    return { owner, site: sites.get(owner)!.site, part, unit: units.get(part)!, usage: total, daysAhead };
  });
}

const TIERS = new Map(SUPPLIERS.map(({ slug, tier }) => [slug, tier!]));
const tierOf = (company: string): 0 | 1 | 2 | 3 => TIERS.get(company) ?? 0;

function agreedLane({ need: _need, share: _share, pack: _pack, ...lane }: SupplyLane): Lane {
  return lane;
}
