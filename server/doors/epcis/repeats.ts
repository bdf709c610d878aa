import type { EventCommand, Id, RecordedEvent } from '@intakt/contract';
import type { House } from '../../house.ts';
import { eventIdOf } from '../../record/prepare.ts';

/** How long one pass of goods through a place may take, from arriving to put away. */
const PASSAGE_MS = 14 * 86_400_000;

/**
 * Arriving, unloading and receiving report the same goods at the same place: they move stock once. A read by
 * another step within two weeks of the first is such a report and gives nothing; the same step again is other goods of the kind,
 * or the same goods coming back. Command ids name the goods before `#`, and the read behind it.
 */
export async function withoutRepeats(
  house: House,
  organisation: Id,
  commands: EventCommand[],
): Promise<(EventCommand | undefined)[]> {
  const firsts = await findFirsts(house, organisation, commands);
  const steps = await findSteps(house, organisation, [...commands, ...firsts.values()]);
  return commands.map((command) => {
    const goods = goodsOf(command);
    const first = firsts.get(goods);
    if (!first) firsts.set(goods, command);
    if (!first || isSameRead(first, command)) return { ...command, id: goods };
    return isOtherGoods({ command, first, steps }) ? command : undefined;
  });
}

const goodsOf = (command: EventCommand): string => command.id.split('#')[0]!;

type Moved = Pick<EventCommand, 'occurredAt' | 'data'>;
const epcisEventOf = ({ data }: Moved): string => (data as { epcisEvent?: string }).epcisEvent ?? '';

const isSameRead = (one: Moved, other: Moved): boolean => epcisEventOf(one) === epcisEventOf(other);

function isOtherGoods({
  command,
  first,
  steps,
}: {
  command: Moved;
  first: Moved;
  steps: Map<string, string | null>;
}): boolean {
  if (Math.abs(Date.parse(command.occurredAt) - Date.parse(first.occurredAt)) > PASSAGE_MS) return true;
  return steps.get(epcisEventOf(command)) === steps.get(epcisEventOf(first));
}

async function findFirsts(house: House, organisation: Id, commands: EventCommand[]): Promise<Map<string, Moved>> {
  const byEvent = new Map(
    commands.map((command) => [eventIdOf(organisation, 'epcis', goodsOf(command)), goodsOf(command)]),
  );
  const rows = await house.db.system((tx) =>
    tx.query<{ event_id: string; body: string }>(
      'select event_id, body from ledger_event where event_id = any($1::uuid[])',
      [[...byEvent.keys()]],
    ),
  );
  return new Map(rows.map((row) => [byEvent.get(row.event_id)!, JSON.parse(row.body) as RecordedEvent]));
}

async function findSteps(house: House, organisation: Id, moved: Moved[]): Promise<Map<string, string | null>> {
  const rows = await house.db.system((tx) =>
    tx.query<{ id: string; biz_step: string | null }>(
      'select id, biz_step from epcis_event where owner = $1 and id = any($2)',
      [organisation, [...new Set(moved.map(epcisEventOf))]],
    ),
  );
  return new Map(rows.map((row) => [row.id, row.biz_step]));
}
