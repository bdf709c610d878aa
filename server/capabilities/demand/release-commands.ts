import type { EventCommand, EventData, IsoDay } from '@intakt/contract';
import { commandOf } from '../../access/record-as.ts';
import type { House } from '../../house.ts';
import { Refusal } from '../../refuse.ts';
import { usualSizes } from './commit-grid.ts';
import { changedRelease } from './commit-rules.ts';
import { flagsOf, usualOf } from './plausible.ts';
import { releasedIn } from './release-weeks.ts';
import type { ScheduleRow } from './store.ts';

export interface ReleaseChange {
  weeks: ReadonlyMap<IsoDay, number>;
  cause: EventData<'release-changed'>['cause'];
  text?: string;
}

/** The next release of a schedule with other weekly quantities, and the statement of why. */
export function releaseCommands(
  house: House,
  schedule: ScheduleRow,
  { weeks, cause, text }: ReleaseChange,
): { release: string; commands: EventCommand[] } {
  const data = changedRelease(schedule, { weeks, today: house.clock.today() });
  const changed = [...weeks].map(([week, is]) => ({ week, was: releasedIn(schedule.quantities, week), is }));
  const why = {
    ...headOf(schedule),
    release: data.release,
    previousRelease: schedule.release,
    ...{ cause, unit: schedule.unit, weeks: changed },
    ...(text ? { text } : {}),
  };
  const commands = [commandOf(house, 'schedule-released', data), commandOf(house, 'release-changed', why)];
  const [{ id }] = commands as [EventCommand];
  return { release: data.release, commands: commands.map((command) => ({ ...command, causationId: id })) };
}

export const headOf = ({ customer, supplier, part, shipTo, shipFrom, kind }: ScheduleRow) => ({
  ...{ customer, supplier, part, shipTo },
  kind: kind as EventData<'release-changed'>['kind'],
  ...(shipFrom ? { shipFrom } : {}),
});

/** The refusal of a quantity that does not fit the part's own history, until somebody says that it was looked at. */
export function implausible(
  schedule: Pick<ScheduleRow, 'unit' | 'quantities' | 'previousQuantities'>,
  { week, quantity }: { week: IsoDay; quantity: number },
): Refusal | undefined {
  const usual = usualSizes(schedule, week);
  const flags = flagsOf(quantity, { unit: schedule.unit, usual });
  if (flags.length === 0) return undefined;
  return new Refusal('IMPLAUSIBLE', {
    quantity,
    week,
    flags: flags.join(', '),
    usual: usualOf(usual) ?? 'not known yet',
  });
}

/** What was read must still stand: nobody changes a release that he has not seen. */
export function replaced(schedule: ScheduleRow, releaseEvent: string): Refusal | undefined {
  if (schedule.eventId === releaseEvent) return undefined;
  return new Refusal('WRONG_STATE', {
    ...{ what: 'release', id: releaseEvent, state: `replaced by ${schedule.release}` },
    ...{ action: 'a change', needed: 'the current release; read it again' },
  });
}
