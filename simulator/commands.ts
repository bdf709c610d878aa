import type { EventCommand, EventData, EventType } from '@intakt/contract';

/** What one organisation says, in the order in which it says it. */
export interface SpokenCommands {
  organisation: string;
  commands: EventCommand[];
}

/** An event whose id derives from what it is about: said again, it is the same event. */
export function command<T extends EventType>(
  source: string,
  type: T,
  about: string,
  occurredAt: string,
  data: EventData<T>,
): EventCommand {
  return { type, source, id: `${type}:${about}`, occurredAt, data } as EventCommand;
}

/** Groups by speaker, keeping each speaker's order and the order of first appearance. */
export function bySpeaker(spoken: { organisation: string; command: EventCommand }[]): SpokenCommands[] {
  const groups = Map.groupBy(spoken, ({ organisation }) => organisation);
  return [...groups].map(([organisation, group]) => ({ organisation, commands: group.map(({ command: one }) => one) }));
}
