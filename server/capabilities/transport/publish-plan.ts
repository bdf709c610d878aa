import { randomUUID } from 'node:crypto';
import type { Id } from '@intakt/contract';
import type { Member } from '../../access/access.ts';
import { recordAll } from '../../access/record-as.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { findPlan, markPublished, type PlanRow } from './plan-store.ts';
import { publishCommands, type Standing } from './publish.ts';
import { listStops, listTours } from './store.ts';

const MOST = 10_000;

/** The tours of the day that this plan replaces or goes on with: those that carry its orders or have its names. */
export async function standingFor(house: House, who: Member, plan: PlanRow): Promise<Standing> {
  const ids = new Set(plan.tours.map(({ id }) => id));
  return readAs(house, who, async (tx) => {
    const tours = (await listTours(tx, { day: plan.day, limit: MOST })).filter(
      ({ id, customer }) => customer === who.organisation && ids.has(id),
    );
    const stops = (await listStops(tx, { day: plan.day, limit: MOST })).filter(({ tour }) =>
      tours.some(({ id }) => id === tour),
    );
    return { tours, stops };
  });
}

/** Tells the carriers, the suppliers and the plant, all in one commit. A tour that cannot be driven keeps the plan back. */
export async function publishPlan(house: House, who: Member, id: Id): Promise<{ published: Id[]; sequence: number }> {
  const plan = await readAs(house, who, (tx) => findPlan(tx, id));
  if (!plan) return refuse('NOT_FOUND', { what: 'transport plan', id });
  const bad = plan.tours.find(({ planned }) => !planned);
  if (bad)
    return refuse('WRONG_STATE', {
      ...{ what: 'Tour', id: bad.id, state: `not to be driven (${bad.reason})` },
      ...{ action: 'publishing', needed: 'tours that can be driven' },
    });
  if (plan.tours.length === 0)
    return refuse('WRONG_STATE', {
      ...{ what: 'Transport plan', id, state: 'without tours' },
      ...{ action: 'publishing', needed: 'at least one tour; optimise first' },
    });
  const now = house.clock.instant();
  const standing = await standingFor(house, who, plan);
  const commands = publishCommands({
    draft: plan,
    distances: plan.distances,
    standing,
    now,
    causationId: randomUUID(),
  });
  const outcomes = commands.length > 0 ? await recordAll(house, who.organisation, commands) : [];
  await house.db.system((tx) => markPublished(tx, id, now));
  return { published: plan.tours.map((tour) => tour.id), sequence: outcomes.at(-1)?.sequence ?? 0 };
}
