import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { readFlowFacts } from './flow-store.ts';

export const DEFAULT_HORIZON_DAYS = 56;

/** All nodes of the caller's organisation, or those of some parts, projected from what it may read now. */
export async function projectFor(
  house: House,
  who: Principal,
  { parts, horizonDays = DEFAULT_HORIZON_DAYS }: { parts?: string[]; horizonDays?: number } = {},
): Promise<FlowNode[]> {
  if (who.kind !== 'person' && who.kind !== 'organisation')
    return refuse('NOT_ALLOWED', { who: `a ${who.kind}`, what: 'see projections', needed: 'a person or an API key' });
  const { organisation } = who;
  const today = house.clock.today();
  const facts = await readAs(house, who, (tx) => readFlowFacts(tx, { organisation, parts, today }));
  const nodes = projectNodes(facts, { organisation, today, horizonDays });
  const sites = who.kind === 'person' ? who.sites : [];
  return sites.length > 0 ? nodes.filter((node) => sites.includes(node.site)) : nodes;
}
