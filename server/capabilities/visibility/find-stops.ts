import type { IsoDay } from '@intakt/contract';
import { beyond, type Deviation, type DeviationHit } from '../../finder.ts';
import type { Contribution, FlowNode } from './flow.ts';
import { GIVE_UP_AFTER_DAYS } from './netting.ts';

/** A stop this near is raised; one that was raised is withdrawn only once it is further away than that. */
const RAISE_WITHIN_DAYS = 10;
const KEEP_WITHIN_DAYS = 14;

/** Start of the shift with which a day begins at a site. */
export type ShiftAt = (site: string, day: IsoDay) => string;

/**
 * What stops at an organisation's sites, one deviation per cause and not one per part: goods under way that come after the
 * stop they could have prevented, or, where there are none, that nothing is on its way. Pure.
 */
export function findStops(
  nodes: readonly FlowNode[],
  { today, shiftAt, risks }: { today: IsoDay; shiftAt: ShiftAt; risks?: ReadonlyMap<FlowNode, number> },
): Deviation[] {
  const deviations = new Map<string, Deviation>();
  for (const node of nodes) {
    const stopOn = node.projection.runsOutIfDelivered;
    const near = stopOn && beyond(-daysUntil(today, stopOn), { raise: -RAISE_WITHIN_DAYS, keep: -KEEP_WITHIN_DAYS });
    if (!near) continue;
    const found = causeOf(node, stopOn);
    const key = [found.kind, ...found.key].join('\u0000');
    const deviation: Deviation = deviations.get(key) ?? { ...found, hits: [] };
    const risk = risks?.get(node);
    deviation.hits.push({
      ...hitOf(node, { stopOn, stopAt: shiftAt(node.site, stopOn), raises: near === 'raise' }),
      // In steps of a twentieth, so that chance alone is not said anew.
      ...(risk !== undefined && { stopProbability: Math.round(risk * 20) / 20 }),
    });
    deviations.set(key, deviation);
  }
  for (const { hits } of deviations.values())
    hits.sort((a, b) => compare(a.stopAt!, b.stopAt!) || compare(a.site + a.part, b.site + b.part));
  return [...deviations.values()];
}

const daysUntil = (today: IsoDay, day: IsoDay): number => (Date.parse(day) - Date.parse(today)) / 86_400_000;

/** Of what comes too late the first: it is what can be hurried. */
function causeOf({ site, part, contributions }: FlowNode, stopOn: IsoDay): Omit<Deviation, 'hits'> {
  const [late] = contributions
    .filter((one) => one.kind === 'shipment' && one.shipment && isTooLate(one, stopOn))
    .sort((a, b) => compare(a.day!, b.day!) || compare(a.shipment!.id, b.shipment!.id));
  if (!late) return { kind: 'shortage', key: [site, part] };
  const { id: shipment, expectedAt } = late.shipment!;
  const cause = {
    supplier: late.partner!,
    shipment,
    despatchNote: late.reference,
    expectedAt: new Date(expectedAt).toISOString(),
  };
  return { kind: 'delay', key: [cause.supplier, shipment], cause, partner: cause.supplier };
}

const isTooLate = ({ day, overdueDays = 0 }: Contribution, stopOn: IsoDay): boolean =>
  overdueDays > GIVE_UP_AFTER_DAYS || day! > stopOn;

function hitOf(
  { site, part, unit, projection }: FlowNode,
  { stopOn, stopAt, raises }: { stopOn: IsoDay; stopAt: string; raises: boolean },
): DeviationHit {
  const at = projection.days.indexOf(stopOn);
  const missing = projection.projectedIfDelivered[at] ?? 0;
  return {
    site,
    part,
    unit,
    stopAt,
    shortQuantity: Math.max(0, -missing),
    raises,
    light: projection.light,
    stopDays: daysWithout(projection, at),
  };
}

/** Days from the stop on that need the part and have none, until enough is there again. */
function daysWithout({ demand, projectedIfDelivered }: FlowNode['projection'], from: number): number {
  const until = projectedIfDelivered.findIndex((stock, at) => at > from && stock >= 0);
  const days = demand.slice(from, until < 0 ? undefined : until);
  return Math.max(1, days.filter((needed) => needed > 0).length);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
