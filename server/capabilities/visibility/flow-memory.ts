import type { EventType, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { type FlowFacts, readFlowFacts } from './flow-store.ts';

/** Facts after which somebody's stock may run out on another day. */
export const MOVES_STOCK: readonly EventType[] = [
  'schedule-released',
  'requirement-planned',
  'production-planned',
  'shipment-despatched',
  'arrival-estimated',
  'arrival-projected',
  'goods-received',
  'stock-counted',
  'stock-moved',
  'stock-transfer-planned',
  'lane-agreed',
  'lane-ended',
  'bill-of-material-registered',
  'agreement-accepted',
  'agreement-revoked',
];
/** What others say so is read; what the organisation says so itself has been projected from its flow. */
const OWN_RESULTS: EventType[] = ['runout-projected', 'runout-light-projected'];
/** Events after which an organisation's flow may read otherwise. */
const CHANGES_FLOW: EventType[] = [...MOVES_STOCK, 'site-registered', ...OWN_RESULTS];
const CHANGED = `
  select size, exists (
    select 1 from ledger_event where sequence > $1 and type = any($2) and not (type = any($3) and body::json #>> '{data,owner}' = $4)
  ) as changed from ledger_head`;
const MAX_REMEMBERED = 200;

export interface Flow {
  readonly facts: FlowFacts;
  /** All nodes of the organisation, projected so many days ahead. */
  nodes(horizonDays: number): FlowNode[];
}

/**
 * The last flow of each organisation, all of it: a fact is followed by several looks at the same, and the first reads for the
 * others. Whether it still holds is asked of the ledger, within the reading transaction and as the reader: so it is right on
 * every server, whoever recorded. Only for who reads all that the organisation may, never for a person limited to sites.
 */
export class FlowMemory {
  readonly #entries = new Map<string, { sequence: number; flow: Flow }>();

  async read(tx: Transaction, asked: { organisation: string; today: IsoDay }): Promise<Flow> {
    const key = `${asked.organisation}|${asked.today}`;
    const known = this.#entries.get(key);
    const [now] = await tx.query<{ size: number; changed: boolean }>(CHANGED, [
      known?.sequence ?? Number.MAX_SAFE_INTEGER,
      CHANGES_FLOW,
      OWN_RESULTS,
      asked.organisation,
    ]);
    const flow = known && !now!.changed ? known.flow : flowOf(await readFlowFacts(tx, asked), asked);
    this.#entries.delete(key);
    this.#entries.set(key, { sequence: now!.size, flow });
    if (this.#entries.size > MAX_REMEMBERED) this.#entries.delete(this.#entries.keys().next().value!);
    return flow;
  }
}

/** What is projected ahead is projected when first asked for. */
function flowOf(facts: FlowFacts, asked: { organisation: string; today: IsoDay }): Flow {
  const projected = new Map<number, FlowNode[]>();
  return {
    facts,
    nodes: (horizonDays) => {
      const nodes = projected.get(horizonDays) ?? projectNodes(facts, { ...asked, horizonDays });
      projected.set(horizonDays, nodes);
      return nodes;
    },
  };
}

const memories = new WeakMap<House, FlowMemory>();

export function flowMemoryOf(house: House): FlowMemory {
  const memory = memories.get(house) ?? new FlowMemory();
  memories.set(house, memory);
  return memory;
}
