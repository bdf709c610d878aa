import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { type Explanation, explainStop } from './explain-stop.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { flowMemoryOf } from './flow-memory.ts';
import { type FlowFacts, readFlowFacts } from './flow-store.ts';

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
  const remembered = parts || sites.length > 0 ? undefined : flowMemoryOf(house);
  const nodes = await readAs(house, who, async (tx) =>
    remembered
      ? (await remembered.read(tx, wanted)).nodes(horizonDays)
      : project(await readFlowFacts(tx, wanted), wanted),
  );
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

function project(facts: FlowFacts, wanted: Wanted): FlowNode[] {
  const nodes = projectNodes(facts, wanted);
  return wanted.parts ? nodes.filter(({ part }) => wanted.parts!.includes(part)) : nodes;
}
