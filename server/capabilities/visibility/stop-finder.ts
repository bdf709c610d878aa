import type { Finder, Option } from '../../finder.ts';
import { stopProbabilities } from './explain-stop.ts';
import { findExcess } from './find-excess.ts';
import { findStops } from './find-stops.ts';
import { projectNodes } from './flow.ts';
import { type FlowFacts, partsBehind } from './flow-store.ts';
import { readFlow, type View, withWays } from './stop-view.ts';
import { waysOfGoods } from './ways-of-goods.ts';
import { type Trouble, type WayOut, waysOut } from './ways-out.ts';

/** The probability of a stop is told for this far ahead. */
const RISK_DAYS = 14;

/** A stop that moves has moved a projection; estimates of late goods may change what can be done without moving one. */
export const stopFinder: Finder = {
  kinds: ['delay', 'shortage', 'excess'],
  follows: ['runout-projected', 'arrival-estimated', 'stock-counted'],
  find: async (tx, scope) => {
    const flow = await readFlow(tx, scope);
    const risks = stopProbabilities(flow.nodes, flow.facts, { ...flow, withinDays: RISK_DAYS });
    const stops = findStops(flow.nodes, { ...flow, risks });
    const excess = findExcess(flow.nodes);
    if (stops.length === 0) return excess;
    const view = await withWays(tx, flow);
    return [...stops.map((stop) => ({ ...stop, options: () => optionsOf(stop, view) })), ...excess];
  },
};

/** Each option by projecting the organisation's facts anew with it done; what does not put the stop off is none. */
function optionsOf(trouble: Trouble, view: View): Option[] {
  const nowStops = trouble.hits[0]?.stopAt;
  const hurried = waysOfGoods(trouble, view).map((way) => ({ ...way.option, stopAt: stopWith(way, trouble, view) }));
  const others = waysOut(trouble, view)
    .map((way) => ({ ...way.option, stopAt: stopWith(way, trouble, view) }))
    .filter(({ stopAt }) => !stopAt || !nowStops || stopAt > nowStops);
  return [...hurried, ...others];
}

/** Only the facts of what is hit are projected again: an alternative must not cost what all of the sites do. */
function stopWith(way: Pick<WayOut, 'facts' | 'takesFrom'>, { hits }: Trouble, view: View): string | undefined {
  const concerned = [...hits, ...way.takesFrom];
  const facts = ofParts(way.facts, partsBehind(way.facts.bills, new Set(concerned.map(({ part }) => part))));
  const isConcerned = ({ site, part }: { site: string; part: string }): boolean =>
    concerned.some((one) => one.site === site && one.part === part);
  return projectNodes(facts, view)
    .filter(isConcerned)
    .flatMap(({ site, projection: { runsOutIfDelivered: day } }) => (day ? [view.shiftAt(site, day)] : []))
    .sort()[0];
}

function ofParts(facts: FlowFacts, parts: ReadonlySet<string>): FlowFacts {
  const isWanted = ({ part }: { part: string }): boolean => parts.has(part);
  return {
    ...facts,
    stock: facts.stock.filter(isWanted),
    lines: facts.lines.filter(isWanted),
    schedules: facts.schedules.filter(isWanted),
    plans: facts.plans.filter(isWanted),
    lanes: facts.lanes.filter(isWanted),
    claims: facts.claims.filter(isWanted),
    despatches: facts.despatches.filter(isWanted),
    disclosed: facts.disclosed.filter(isWanted),
    transfers: facts.transfers.filter(isWanted),
  };
}
