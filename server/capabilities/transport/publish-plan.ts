import { randomUUID } from 'node:crypto';
import type { EventCommand, Id } from '@intakt/contract';
import type { Member } from '../../access/access.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { accrualCommand, accrualOf } from './accrue.ts';
import { listRules, listShares, listTenders, type ShareRow } from './freight-store.ts';
import { findPlan, markPublished, type PlanRow } from './plan-store.ts';
import { listRates } from './price-store.ts';
import { plannedTours, publishCommands, type Standing } from './publish.ts';
import { type AgreedRule, shareTour } from './share-tour.ts';
import { listStops, listTours } from './store.ts';

const MOST = 10_000;

export interface Published {
  published: Id[];
  sequence: number;
  /** Shared tours whose cost is not split, and why. */
  unshared: { tour: Id; problem: string }[];
}

/**
 * Tells the carriers, the suppliers and the gates, accrues the freight and splits what is shared, all in one commit. A tour that
 * cannot be driven keeps the plan back.
 */
export async function publishPlan(house: House, who: Member, id: Id): Promise<Published> {
  const plan = await readAs(house, who, (tx) => findPlan(tx, id));
  if (!plan) return refuse('NOT_FOUND', { what: 'transport plan', id });
  refuseUnready(plan);
  const now = house.clock.instant();
  const ids = plan.tours.map((tour) => tour.id);
  const read = await readAs(house, who, async (tx) => ({
    standing: await standingFor(tx, who, plan),
    rates: await listRates(tx),
    tenders: await listTenders(tx),
    rules: (await listRules(tx)).filter(({ owner }) => owner === who.organisation),
    shares: await listShares(tx, ids),
  }));
  const causationId = randomUUID();
  const publication = { draft: plan, distances: plan.distances, standing: read.standing, now, causationId };
  const said = { source: 'intakt/transport', id: causationId, occurredAt: now, causationId };
  const accruals = plannedTours(publication).flatMap(({ tour, stops }) => {
    const { carrier } = tour;
    const accrual = carrier && accrualOf({ ...tour, carrier }, stops, { ...read, basis: 'planned' });
    return accrual ? [accrualCommand(accrual, said)] : [];
  });
  const { commands: shares, unshared } = shareCommands(plan, read, said);
  const commands = [...publishCommands(publication), ...accruals, ...shares];
  const sequence = await recordDerived(house, who.organisation, commands);
  await house.db.system((tx) => markPublished(tx, id, now));
  return { published: ids, sequence, unshared };
}

function refuseUnready(plan: PlanRow): void {
  const bad = plan.tours.find(({ planned }) => !planned);
  if (bad)
    refuse('WRONG_STATE', {
      ...{ what: 'Tour', id: bad.id, state: `not to be driven (${bad.reason})` },
      ...{ action: 'publishing', needed: 'tours that can be driven' },
    });
  if (plan.tours.length === 0)
    refuse('WRONG_STATE', {
      ...{ what: 'Transport plan', id: plan.id, state: 'without tours' },
      ...{ action: 'publishing', needed: 'at least one tour; optimise first' },
    });
}

/** The tours that this plan replaces or goes on with: those that have its tours' names, or that it was made from. */
async function standingFor(tx: Parameters<typeof listTours>[0], who: Member, plan: PlanRow): Promise<Standing> {
  const ids = new Set([...plan.tours.map(({ id }) => id), ...(plan.facts.replaces ?? [])]);
  const tours = (await listTours(tx, { day: plan.day, limit: MOST })).filter(
    ({ id, customer }) => customer === who.organisation && ids.has(id),
  );
  const stops = (await listStops(tx, { day: plan.day, limit: MOST })).filter(({ tour }) =>
    tours.some(({ id }) => id === tour),
  );
  return { tours, stops };
}

type Said = Pick<EventCommand, 'source' | 'id' | 'occurredAt' | 'causationId'>;

/** Each partner's share for itself; who shared a tour before and does so no more is told that its share is nothing. */
function shareCommands(
  plan: PlanRow,
  { rules, shares: before }: { rules: readonly AgreedRule[]; shares: readonly ShareRow[] },
  said: Said,
): { commands: EventCommand[]; unshared: Published['unshared'] } {
  const unshared: Published['unshared'] = [];
  const commands = plan.tours.flatMap((tour): EventCommand[] => {
    const shared = shareTour(plan, tour, rules);
    if ('problem' in shared) unshared.push({ tour: tour.id, problem: shared.problem });
    const shares = 'shares' in shared ? shared.shares : [];
    const left = before
      .filter(
        (old) => old.tour === tour.id && old.totalCost > 0 && !shares.some(({ partner }) => partner === old.partner),
      )
      .map(({ owner: _owner, day: _day, ...old }) => ({ ...old, ...NOTHING }));
    return [...shares, ...left].map((share) => ({
      ...said,
      id: `${said.id}/share/${tour.id}/${share.partner}`.slice(0, 200),
      type: 'tour-share-computed' as const,
      data: { ...share, owner: plan.organisation, day: plan.day },
    }));
  });
  return { commands, unshared };
}
const NOTHING = { cost: 0, co2Kg: 0, aloneCost: 0, aloneCo2Kg: 0, totalCost: 0, totalCo2Kg: 0 };

/** Shares are computed by Intakt in the planner's name, and stand in the same commit as the tours that they are of. */
async function recordDerived(house: House, organisation: Id, commands: EventCommand[]): Promise<number> {
  if (commands.length === 0) return 0;
  const results = await house.recorder.record({ organisation, system: true }, commands, { atomic: true });
  let sequence = 0;
  for (const result of results) {
    if (!result.ok) throw result.refusal;
    sequence = result.sequence;
  }
  return sequence;
}
