import type { EventCommand, EventData } from '@intakt/contract';
import type { ExceptionRow } from './exception-store.ts';

/**
 * The choice, and with it the fact that it makes: expedited goods are expected anew, which all who wait for them learn in
 * the same commit. From then on the projections say themselves whether the stop has moved. Pure.
 */
export function choiceCommands(
  { owner, id, cause, options }: Pick<ExceptionRow, 'owner' | 'id' | 'cause' | 'options'>,
  { option, of }: Pick<EventData<'exception-option-chosen'>, 'option' | 'of'>,
  said: { id: string; occurredAt: string },
): EventCommand[] {
  const common = { source: 'screen', occurredAt: said.occurredAt, causationId: said.id.slice(0, 100) };
  const choice: EventCommand = {
    ...common,
    type: 'exception-option-chosen',
    id: said.id,
    data: { owner, exception: id, option, of },
  };
  const arrivesAt = options?.find((one) => one.option === option && one.of === of)?.arrivesAt;
  if (!arrivesAt || !cause) return [choice];
  const estimate: EventData<'arrival-estimated'> = {
    shipment: cause.shipment,
    supplier: cause.supplier,
    customer: owner,
    by: owner,
    expectedAt: arrivesAt,
    reason: option,
  };
  return [choice, { ...common, type: 'arrival-estimated', id: `${said.id}/arrival`, data: estimate }];
}
