import type { DemandHistory } from '@intakt/contract';
import { addDays, isoDay, isoWeekday } from '@intakt/material-flow';
import { chance } from './chance.ts';
import { works } from './calendar.ts';
import type { DeliveryPlan } from './delivery-plan.ts';
import type { Need } from './network-shape.ts';

const WEEKS = 104;
/** Of a hundred parts, so many have a week that nobody reported, one that was keyed in tenfold, and one of a campaign. */
const BLEMISHED = { gap: 0.06, tenfold: 0.03, campaign: 0.08 };

/** What a site used of a part in the two years before the opening, as its owner's system has it: with a mistake here and there. */
export function pastDemand(plan: DeliveryPlan, need: Need): DemandHistory {
  const { owner, site, part, unit } = need;
  const { seed } = plan.network;
  const monday = plan.opened + 1 - isoWeekday(plan.opened);
  const weeks: DemandHistory['weeks'] = [];
  const blemish = (kind: keyof typeof BLEMISHED): number =>
    chance(seed, kind, site, part) < BLEMISHED[kind]
      ? 10 + Math.floor(80 * chance(seed, kind, site, part, 'week'))
      : -1;
  const [gap, tenfold, campaign] = [blemish('gap'), blemish('tenfold'), blemish('campaign')];
  for (let back = WEEKS; back >= 1; back--) {
    if (back === gap) continue;
    const first = monday - 7 * back;
    let quantity = 0;
    for (let day = first; day < first + 7; day++) if (works(day)) quantity += plan.used(need, day);
    const noise = 0.94 + 0.12 * chance(seed, 'past', site, part, back);
    const factor = back === tenfold ? 10 : back === campaign ? 2.2 : 1;
    weeks.push({ week: isoDay(first), quantity: Math.round(quantity * noise) * factor });
  }
  return { owner, site, part, unit, weeks, reference: `ERP ${addDays(isoDay(monday), -1)}` };
}
