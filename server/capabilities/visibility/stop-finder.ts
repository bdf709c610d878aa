import type { IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { firstShiftOn } from '@intakt/material-flow';
import type { Deviation, Finder, Option, Scope } from '../../finder.ts';
import { expediteOptions } from './exception-options.ts';
import { type GoodsPlace, locateGoods } from './exception-store.ts';
import { findExcess } from './find-excess.ts';
import { findStops, type ShiftAt } from './find-stops.ts';
import { projectNodes } from './flow.ts';
import { stopProbabilities } from './explain-stop.ts';
import { type FlowFacts, partsTogether, readFlowFacts } from './flow-store.ts';
import { greatCircleKm } from './great-circle.ts';

const HORIZON_DAYS = 56;
/** The probability of a stop is told for this far ahead. */
const RISK_DAYS = 14;

/** A stop that moves has moved a projection; estimates of late goods may change what can be done without moving one. */
export const stopFinder: Finder = {
  kinds: ['delay', 'shortage', 'excess'],
  follows: ['runout-projected', 'arrival-estimated', 'stock-counted'],
  find: async (tx, scope) => {
    const view = await readView(tx, scope);
    const nodes = projectNodes(view.facts, view);
    const risks = stopProbabilities(nodes, view.facts, { ...view, withinDays: RISK_DAYS });
    const stops = findStops(nodes, { ...view, risks }).map((deviation) => ({
      ...deviation,
      options: () => optionsOf(deviation, view),
    }));
    return [...stops, ...findExcess(nodes)];
  },
};

/** What an organisation knows of its flow. */
interface View {
  organisation: string;
  today: IsoDay;
  now: string;
  horizonDays: number;
  facts: FlowFacts;
  goods: GoodsPlace[];
  shiftAt: ShiftAt;
}

async function readView(tx: Transaction, scope: Scope): Promise<View> {
  const facts = await readFlowFacts(tx, scope);
  const zones = new Map(facts.sites.map(({ id, timeZone }) => [id, timeZone]));
  return {
    ...scope,
    horizonDays: HORIZON_DAYS,
    facts,
    goods: await locateGoods(tx, [...new Set(facts.lines.map(({ shipment }) => shipment))]),
    shiftAt: (site, day) => firstShiftOn(day, zones.get(site) ?? 'UTC'),
  };
}

/** Each option by projecting the organisation's facts anew with it done. */
function optionsOf(deviation: Deviation, view: View): Option[] {
  const faster = waysToExpedite(deviation, view).filter(({ arrivesAt }) => arrivesAt! < deviation.cause!.expectedAt);
  return faster.map((option) => ({ ...option, stopAt: stopWith(option, deviation, view) }));
}

function waysToExpedite({ cause }: Deviation, { goods, now }: View): Option[] {
  const place = goods.find(({ shipment, supplier }) => cause?.shipment === shipment && cause.supplier === supplier);
  const { longitude, latitude, toLongitude, toLatitude, grossMassKg } = place ?? {};
  if (longitude == null || latitude == null || toLongitude == null || toLatitude == null) return [];
  const distanceKm = greatCircleKm({ longitude, latitude }, { longitude: toLongitude, latitude: toLatitude });
  return expediteOptions({ now, distanceKm, grossMassKg: grossMassKg ?? undefined });
}

/** Only the facts of what is hit are projected again: an alternative must not cost what all of the sites do. */
function stopWith({ arrivesAt }: Option, { cause, hits }: Deviation, view: View): string | undefined {
  const isMoved = ({ shipment, owner }: FlowFacts['lines'][number]): boolean =>
    shipment === cause?.shipment && owner === cause.supplier;
  const facts = ofParts(view.facts, partsTogether(view.facts.bills, new Set(hits.map(({ part }) => part))));
  const lines = facts.lines.map((line) => (isMoved(line) ? { ...line, expectedAt: arrivesAt! } : line));
  const stops = projectNodes({ ...facts, lines }, view)
    .filter(({ site, part }) => hits.some((hit) => hit.site === site && hit.part === part))
    .map(({ site, projection }) => projection.runsOutIfDelivered && view.shiftAt(site, projection.runsOutIfDelivered));
  return stops.filter((stop) => stop !== undefined).sort()[0];
}

function ofParts(facts: FlowFacts, parts: ReadonlySet<string>): FlowFacts {
  const isWanted = ({ part }: { part: string }): boolean => parts.has(part);
  return {
    stock: facts.stock.filter(isWanted),
    lines: facts.lines.filter(isWanted),
    schedules: facts.schedules.filter(isWanted),
    plans: facts.plans.filter(isWanted),
    lanes: facts.lanes.filter(isWanted),
    sites: facts.sites,
    claims: facts.claims.filter(isWanted),
    despatches: facts.despatches.filter(isWanted),
    bills: facts.bills,
    disclosed: facts.disclosed.filter(isWanted),
  };
}
