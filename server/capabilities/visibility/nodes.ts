import type { EventType } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { type Explanation, explainStop } from './explain-stop.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { readFlowFacts } from './flow-store.ts';

export const DEFAULT_HORIZON_DAYS = 56;

interface Wanted {
  organisation: string;
  parts?: string[];
  today: string;
  horizonDays: number;
}

/** All nodes of the caller's organisation, or those of some parts, projected from what it may read now. */
export async function projectFor(
  house: House,
  who: Principal,
  { parts, horizonDays = DEFAULT_HORIZON_DAYS }: { parts?: string[]; horizonDays?: number } = {},
): Promise<FlowNode[]> {
  if (who.kind !== 'person' && who.kind !== 'organisation')
    return refuse('NOT_ALLOWED', { who: `a ${who.kind}`, what: 'see projections', needed: 'a person or an API key' });
  const wanted: Wanted = { organisation: who.organisation, parts, today: house.clock.today(), horizonDays };
  const sites = who.kind === 'person' ? who.sites : [];
  // A person limited to sites reads other rows than its organisation, so its view is made for itself alone.
  const remembered = parts || sites.length > 0 ? undefined : memoryOf(house);
  const nodes = await readAs(house, who, (tx) => (remembered ? remembered.read(tx, wanted) : project(tx, wanted)));
  return sites.length > 0 ? nodes.filter((node) => sites.includes(node.site)) : nodes;
}

/** A node's stop explained, with all of the organisation's nodes that hang together with it. */
export async function explainFor(
  house: House,
  who: Principal,
  { site, part, horizonDays = DEFAULT_HORIZON_DAYS }: { site: string; part: string; horizonDays?: number },
): Promise<Explanation | undefined> {
  // Asked as the person, so that nothing of other sites comes back, and refused as a projection is.
  const [own] = (await projectFor(house, who, { parts: [part], horizonDays })).filter((node) => node.site === site);
  if (!own) return undefined;
  const today = house.clock.today();
  const facts = await readAs(house, who, (tx) =>
    readFlowFacts(tx, { organisation: who.organisation, parts: [part], today }),
  );
  const asked = { organisation: who.organisation, site, part, today, horizonDays };
  return explainStop(projectNodes(facts, asked), facts, asked);
}

async function project(tx: Transaction, wanted: Wanted): Promise<FlowNode[]> {
  const nodes = projectNodes(await readFlowFacts(tx, wanted), wanted);
  return wanted.parts ? nodes.filter(({ part }) => wanted.parts!.includes(part)) : nodes;
}

/** Events after which a projection may read otherwise. */
const CHANGES_NODES: EventType[] = [
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
  'site-registered',
  'bill-of-material-registered',
  'runout-projected',
  'runout-light-projected',
  'agreement-accepted',
  'agreement-revoked',
];
const MAX_REMEMBERED = 200;

/**
 * The last projection of each organisation. Whether it still holds is asked of the ledger, within the reading
 * transaction and as the reader: so it is right on every server, whoever recorded.
 */
class ProjectionMemory {
  readonly #entries = new Map<string, { sequence: number; nodes: FlowNode[] }>();

  async read(tx: Transaction, wanted: Wanted): Promise<FlowNode[]> {
    const key = [wanted.organisation, wanted.today, wanted.horizonDays].join('|');
    const known = this.#entries.get(key);
    const [now] = await tx.query<{ size: number; changed: boolean }>(
      `select size, exists (select 1 from ledger_event where sequence > $1 and type = any($2)) as changed from ledger_head`,
      [known?.sequence ?? Number.MAX_SAFE_INTEGER, CHANGES_NODES],
    );
    const nodes = known && !now!.changed ? known.nodes : await project(tx, wanted);
    this.#entries.delete(key);
    this.#entries.set(key, { sequence: now!.size, nodes });
    if (this.#entries.size > MAX_REMEMBERED) this.#entries.delete(this.#entries.keys().next().value!);
    return nodes;
  }
}

const memories = new WeakMap<House, ProjectionMemory>();

function memoryOf(house: House): ProjectionMemory {
  let memory = memories.get(house);
  if (!memory) {
    memory = new ProjectionMemory();
    memories.set(house, memory);
  }
  return memory;
}
