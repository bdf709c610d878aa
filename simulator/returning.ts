import type { EventCommand, EventData } from '@intakt/contract';
import { isoDay } from '@intakt/material-flow';
import { chance, pick } from './chance.ts';
import { command } from './commands.ts';
import { type Deed, type Stretch, within } from './deeds.ts';
import { DAY_MS, type DeliveryPlan, type Load, UNLOADING_MS } from './delivery-plan.ts';
import { handlingUnits, instant } from './despatch.ts';
import type { Relation } from './network-shape.ts';

/** Empties wait until a truck has room for them, and are a day on the way. */
const EMPTY_AFTER_MS = 2 * DAY_MS;
const BACK_AFTER_MS = DAY_MS;
/** Now and then the supplier counts fewer than the slip says. */
const MISCOUNTED = 0.04;

/** Customers send packages back empty two days after they came full; suppliers count them in. */
export function returning(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  const wait = UNLOADING_MS + EMPTY_AFTER_MS;
  return [
    ...emptied(plan, stretch, wait).map((load) => ({ load, at: load.arrivesAt + wait, side: 'customer' as const })),
    ...emptied(plan, stretch, wait + BACK_AFTER_MS).map((load) => ({
      load,
      at: load.arrivesAt + wait + BACK_AFTER_MS,
      side: 'supplier' as const,
    })),
  ].flatMap(({ load, at, side }) =>
    [...packagesOf(plan, load)].map(([packaging, quantity]) => slip(plan, load, { at, side, packaging, quantity })),
  );
}

const emptied = (plan: DeliveryPlan, { from, to }: Stretch, after: number): Load[] =>
  plan
    .loadsArriving({ from: from - after, to: to - after })
    .filter((load) => within({ from, to }, load.arrivesAt + after));

interface Slip {
  at: number;
  side: 'customer' | 'supplier';
  packaging: string;
  quantity: number;
}

function slip(plan: DeliveryPlan, { relation, despatchNote }: Load, { at, side, packaging, quantity }: Slip): Deed {
  const missing =
    side === 'supplier' && chance(plan.network.seed, 'empties', despatchNote, packaging) < MISCOUNTED
      ? 1 + pick(plan.network.seed, [0, 2], 'missing', despatchNote)
      : 0;
  const data: EventData<'containers-moved'> = {
    by: relation[side],
    from: relation.customer,
    to: relation.supplier,
    packaging,
    quantity: Math.max(0, quantity - missing),
    cause: 'empty',
    reference: `E${despatchNote}`,
    movedAt: instant(at),
    ...(missing > 0 && { note: 'Counted at the gate' }),
  };
  const event = command('erp', 'containers-moved', `${side}:${despatchNote}:${packaging}`, instant(at), data);
  return { at, organisation: relation[side], door: 'events', event };
}

/** What both sides' books say at the opening: about three loads are with the customer. Some pairs have drifted apart. */
export function openingBalances(plan: DeliveryPlan): { organisation: string; command: EventCommand }[] {
  return plan.network.relations.flatMap((relation) =>
    [...packagesOf(plan, firstLoad(plan, relation))].flatMap(([packaging, quantity]) => {
      const { seed } = plan.network;
      const drift = chance(seed, 'drift', relation.relation, packaging) < 0.12 ? 1 + pick(seed, [0, 5], packaging) : 0;
      const stated = (by: string, partner: string, balance: number) => ({
        organisation: by,
        command: command(
          'opening',
          'container-balance-stated',
          `${by}:${partner}:${packaging}:${isoDay(plan.opened)}`,
          instant(plan.opened * DAY_MS),
          {
            by,
            partner,
            packaging,
            balance,
            statedAt: instant(plan.opened * DAY_MS),
          },
        ),
      });
      const { supplier, customer } = relation;
      return [stated(supplier, customer, quantity * 3), stated(customer, supplier, drift - quantity * 3)];
    }),
  );
}

/** The first load after the opening stands for all of the relation. */
function firstLoad(plan: DeliveryPlan, relation: Relation): Load | undefined {
  const [day] = plan.arrivalDays(relation, plan.opened, plan.opened + 14);
  return day === undefined ? undefined : plan.loads(relation, day)[0];
}

/** Returnable packages by kind; cartons do not come back. */
function packagesOf(plan: DeliveryPlan, load: Load | undefined): Map<string, number> {
  const returnable = new Set(plan.network.packaging.filter((one) => one.returnable).map((one) => one.packaging));
  const counts = new Map<string, number>();
  for (const { packaging, packages = 1 } of load ? handlingUnits(plan, load) : [])
    if (packaging && returnable.has(packaging)) counts.set(packaging, (counts.get(packaging) ?? 0) + packages);
  return counts;
}
