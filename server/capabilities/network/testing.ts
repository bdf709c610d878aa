import type { EventData, EventType, RecordedEvent } from '@intakt/contract';
import { eventDefinition } from '@intakt/contract';
import { type Projection, union } from '../../record/projection.ts';
import { type Row, RowSet, type Tables } from '../../record/row-set.ts';
import { networkProjections } from './project.ts';

const KEYS: Record<string, string[]> = {
  organisation: ['owner'],
  site: ['owner', 'id'],
  packaging: ['owner', 'id'],
  part: ['owner', 'id'],
  part_number: ['owner', 'part'],
  bill_of_material: ['owner', 'parent'],
  lane: ['owner', 'id'],
  identifier: ['owner', 'partner', 'scheme', 'code'],
  agreement: ['owner', 'id'],
  agreement_grant: ['owner', 'viewer', 'agreement', 'term', 'site', 'part'],
  membership: ['owner', 'person'],
};
const TABLES: Tables = Object.fromEntries(
  Object.entries(KEYS).map(([table, key]) => [
    table,
    { key: key.map((column) => ({ column, type: 'text' })), columns: [] },
  ]),
);

/** The network as the projections see it, in memory. */
export class Network {
  readonly rows = new RowSet(TABLES);
  #sequence = 0;

  /** The code of the refusal, or `ok`. */
  say<T extends EventType>(recordedBy: string, type: T, data: EventData<T>): string {
    const event = this.#event(recordedBy, type, data);
    const projection = networkProjections[type] as Projection;
    projection.needs(event, this.rows);
    const refusal = projection.check?.(event, this.rows);
    if (!refusal) projection.apply(event, this.rows);
    return refusal?.code ?? 'ok';
  }

  audience(table: string, ...key: string[]): string[] {
    return this.rows.get<Row & { audience: string[] }>(table, ...key)!.audience;
  }

  /** Every row of every table, apart from the place in the ledger of the event that last wrote it. */
  everything(): Record<string, unknown[]> {
    const tables = this.rows.changes().map(({ table, changed }) => [table, changed.map(withoutSequence)] as const);
    return Object.fromEntries(tables.sort(([a], [b]) => a.localeCompare(b)));
  }

  #event<T extends EventType>(recordedBy: string, type: T, data: EventData<T>): RecordedEvent {
    const definition = eventDefinition(type);
    const statedBy = definition.speaker(data);
    this.#sequence += 1;
    return {
      sequence: this.#sequence,
      eventId: `event-${this.#sequence}`,
      type,
      source: 'test',
      id: String(this.#sequence),
      recordedBy,
      statedBy,
      confirmed: recordedBy === statedBy,
      occurredAt: '2026-03-02T08:00:00.000Z',
      recordedAt: '2026-03-02T08:00:00.000Z',
      audience: union(definition.parties(data), [recordedBy, statedBy]),
      data: data as RecordedEvent['data'],
    };
  }
}

export const withoutSequence = ({ sequence: _, ...row }: Row): Row => row;
export const company = (organisation: string, name = organisation) => ({
  organisation,
  name,
  roles: [organisation === 'carrier' ? ('carrier' as const) : ('supplier' as const)],
});
export const site = (owner: string, id = `${owner}-site`, name = id) => ({
  site: id,
  owner,
  name,
  kind: 'plant' as const,
  timeZone: 'Europe/Berlin',
});
export const part = (owner: string, id = `${owner}-part`) => ({ part: id, owner, number: `N-${id}`, unit: 'H87' });
export const lane = {
  lane: 'lane-1',
  supplier: 'tier1',
  customer: 'oem',
  part: 'oem-part',
  from: 'tier1-site',
  to: 'oem-site',
  carrier: 'carrier',
  mode: 'road' as const,
  leadTimeDays: 2,
};

export function foundedNetwork(): Network {
  const founded = new Network();
  for (const organisation of ['oem', 'tier1', 'carrier', 'stranger']) {
    founded.say(organisation, 'organisation-registered', company(organisation));
    founded.say(organisation, 'site-registered', site(organisation));
  }
  founded.say('oem', 'part-registered', part('oem'));
  return founded;
}
