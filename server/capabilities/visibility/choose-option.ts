import type { EventCommand, EventData } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Scope } from '../../finder.ts';
import type { ExceptionRow } from './exception-store.ts';
import { readFlow, withWays } from './stop-view.ts';
import { type Act, waysOut } from './ways-out.ts';

type Choice = Pick<EventData<'exception-option-chosen'>, 'option' | 'of'>;
type Chosen = Pick<ExceptionRow, 'owner' | 'id' | 'cause' | 'hits' | 'options'>;

/**
 * What is to be said so that the option comes about, from the facts as they are now: a transfer, a release, a plan. Goods that
 * are hurried are expected at the moment that the option named.
 */
export async function actsOf(tx: Transaction, scope: Scope, exception: Chosen, { option, of }: Choice): Promise<Act[]> {
  const { cause, owner } = exception;
  const offered = exception.options?.find((one) => one.option === option && one.of === of);
  if (!offered || option === 'accept') return [];
  if (cause && offered.arrivesAt && HURRIES.has(option)) {
    const data: EventData<'arrival-estimated'> = {
      shipment: cause.shipment,
      supplier: cause.supplier,
      customer: owner,
      by: owner,
      expectedAt: offered.arrivesAt,
      reason: option,
    };
    return [{ type: 'arrival-estimated', about: 'arrival', data }];
  }
  const trouble = { hits: exception.hits, ...(cause && { cause }) };
  const ways = waysOut(trouble, await withWays(tx, await readFlow(tx, scope)));
  return ways.find((way) => way.option.option === option && way.option.of === of)?.acts ?? [];
}

const HURRIES = new Set<Choice['option']>(['expedite-van', 'expedite-air', 'reroute']);

/** The choice, and with it the facts that it makes. From then on the projections say themselves whether the stop has moved. Pure. */
export function choiceCommands(
  { owner, id }: Pick<Chosen, 'owner' | 'id'>,
  { option, of }: Choice,
  said: { id: string; occurredAt: string; acts: readonly Act[] },
): EventCommand[] {
  const common = { source: 'screen', occurredAt: said.occurredAt, causationId: said.id.slice(0, 100) };
  return [
    { ...common, type: 'exception-option-chosen', id: said.id, data: { owner, exception: id, option, of } },
    ...said.acts.map(({ type, about, data }) => ({ ...common, type, id: `${said.id}/${about}`, data }) as EventCommand),
  ];
}
