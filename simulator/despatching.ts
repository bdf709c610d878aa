import { type Deed, type Stretch, within } from './deeds.ts';
import type { DeliveryPlan, Load } from './delivery-plan.ts';
import { despatchCommands } from './despatch.ts';
import { despatchFile } from './edi-files.ts';

/** Suppliers despatch what is called off, each in the language of its own system. */
export function despatching(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  return plan
    .loadsDeparting(stretch)
    .filter(({ departsAt }) => within(stretch, departsAt))
    .flatMap((load) => despatch(plan, load));
}

function despatch(plan: DeliveryPlan, load: Load): Deed[] {
  const said = { at: load.departsAt, organisation: load.relation.supplier };
  const channel = plan.network.channels[load.relation.supplier];
  if (channel === 'edifact' || channel === 'x12') {
    return [{ ...said, door: 'edi', file: despatchFile(plan, load, channel) }];
  }
  return despatchCommands(plan, load, 'erp').map((event) => ({ ...said, door: 'events', event }));
}
