import { createHash } from 'node:crypto';
import type { IsoDay, Light } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { type Contribution, type FlowNode, GIVE_UP_AFTER_DAYS } from './flow.ts';

/** A part at a site that stops, and on which day. */
export interface Hit {
  site: string;
  part: string;
  stopOn: IsoDay;
  shortQuantity: number;
  unit: string;
  light: Light;
}

/** One cause, with all that it stops, the nearest first. */
export interface Finding {
  id: string;
  kind: 'delay' | 'shortage';
  cause?: { supplier: string; shipment: string; despatchNote: string; expectedAt: string };
  hits: Hit[];
}

/** A stop this near is raised; one that was raised is withdrawn only once it is further away than that. */
const RAISE_WITHIN_DAYS = 10;
const KEEP_WITHIN_DAYS = 14;

/**
 * What threatens an organisation's sites, one finding per cause and not one per part: goods under way that come after the
 * stop they could have prevented, or, where there are none, that nothing is on its way. Pure.
 *
 * @param open ids of exceptions that are raised: a stop that wavers about the limit neither comes nor goes (hysteresis)
 */
export function findExceptions(
  nodes: readonly FlowNode[],
  { today, open }: { today: IsoDay; open: ReadonlySet<string> },
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const node of nodes) {
    const stopOn = node.projection.runsOutIfDelivered;
    if (!stopOn) continue;
    const finding = causeOf(node, stopOn);
    if (stopOn > addDays(today, open.has(finding.id) ? KEEP_WITHIN_DAYS : RAISE_WITHIN_DAYS)) continue;
    const known: Finding = findings.get(finding.id) ?? { ...finding, hits: [] };
    known.hits.push(hitOf(node, stopOn));
    findings.set(finding.id, known);
  }
  for (const { hits } of findings.values())
    hits.sort((a, b) => compare(a.stopOn, b.stopOn) || compare(a.site + a.part, b.site + b.part));
  return [...findings.values()].sort((a, b) => compare(a.hits[0]!.stopOn, b.hits[0]!.stopOn) || compare(a.id, b.id));
}

/** Of what comes too late the first: it is what can be hurried. */
function causeOf({ site, part, contributions }: FlowNode, stopOn: IsoDay): Omit<Finding, 'hits'> {
  const [late] = contributions
    .filter((one) => one.kind === 'shipment' && one.shipment && isTooLate(one, stopOn))
    .sort((a, b) => compare(a.day!, b.day!) || compare(a.shipment!.id, b.shipment!.id));
  if (!late) return { id: idOf('shortage', site, part), kind: 'shortage' };
  const { id: shipment, expectedAt } = late.shipment!;
  const cause = {
    supplier: late.partner!,
    shipment,
    despatchNote: late.reference,
    expectedAt: new Date(expectedAt).toISOString(),
  };
  return { id: idOf('delay', cause.supplier, shipment), kind: 'delay', cause };
}

const isTooLate = ({ day, overdueDays = 0 }: Contribution, stopOn: IsoDay): boolean =>
  overdueDays > GIVE_UP_AFTER_DAYS || day! > stopOn;

function hitOf({ site, part, unit, projection }: FlowNode, stopOn: IsoDay): Hit {
  const missing = projection.projectedIfDelivered[projection.days.indexOf(stopOn)] ?? 0;
  return { site, part, stopOn, shortQuantity: Math.max(0, -missing), unit, light: projection.light };
}

/** The same cause has the same id, however often it comes and goes. */
const idOf = (...key: string[]): string =>
  `exc-${createHash('sha256').update(key.join('\u0000')).digest('hex').slice(0, 24)}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
