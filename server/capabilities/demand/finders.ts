import type { IsoDay } from '@intakt/contract';
import { beyond, type Deviation, type Finder, type Scope } from '../../finder.ts';
import { listGroups } from './capacity-store.ts';
import { type GridRelation, type GridWeek, readGrid } from './commit-grid.ts';
import { loadOf, matchWeeks } from './match-capacity.ts';
import { signalFinders } from './signal-finders.ts';
import { listSchedules } from './store.ts';

const MOST_RELATIONS = 2000;
/** Shares of what was called off before, or was asked for: above the first it is said, above the second it stays said. */
const LIMITS = { raise: 0.05, keep: 0.02 };
const follows = ['schedule-released', 'demand-committed', 'proposal-answered'] as const;

const gridFinder = (
  kind: Deviation['kind'],
  findIn: (relation: GridRelation, scope: Scope) => Deviation | undefined,
): Finder => ({
  kinds: [kind],
  follows,
  find: async (tx, scope) => {
    const at = { own: scope.organisation, today: scope.today, limit: MOST_RELATIONS };
    return (await readGrid(tx, {}, at)).flatMap((relation) => findIn(relation, scope) ?? []);
  },
});

/** The supplier's: the customer changed weeks that it had called firm, and nobody has answered yet. */
const frozenChanges = gridFinder('frozen-change', (relation, { organisation }) => {
  if (relation.supplier !== organisation) return undefined;
  const weeks = relation.weeks.filter(
    ({ frozen, delta, state }) =>
      frozen && delta !== undefined && delta !== 0 && (state === 'open' || state === 'rejected'),
  );
  const observed = sum(weeks, ({ released, backlog }) => released - backlog);
  const expected = sum(weeks, ({ previous }) => previous ?? 0);
  const moved = sum(weeks, ({ delta }) => Math.abs(delta ?? 0));
  return deviation('frozen-change', relation, { weeks, observed, expected, share: share(moved, expected) });
});

/** The customer's: the supplier commits less than was asked for, and no release has taken it over. */
const shortCommits = gridFinder('commit-below-demand', (relation, { organisation }) => {
  if (relation.customer !== organisation) return undefined;
  const weeks = relation.weeks.filter(
    ({ state, committed, released }) =>
      (state === 'proposed' || state === 'rejected') && committed !== undefined && committed < released,
  );
  const observed = sum(weeks, ({ committed }) => committed ?? 0);
  const expected = sum(weeks, ({ released }) => released);
  return deviation('commit-below-demand', relation, {
    ...{ weeks, observed, expected },
    share: share(expected - observed, expected),
  });
});

/** Both sides': a quantity does not fit the part's own history, and nobody has committed to it. */
const implausibleQuantities = gridFinder('implausible-quantity', (relation) => {
  const weeks = relation.weeks.filter(({ flags, state }) => flags && state === 'open');
  const observed = sum(weeks, ({ released }) => released);
  const expected = sum(weeks, ({ previous }) => previous ?? 0);
  return deviation('implausible-quantity', relation, { weeks, observed, expected, share: weeks.length > 0 ? 1 : 0 });
});

/** Both sides': a week asks for more than the group can make with everything that could be added. */
const bottlenecks: Finder = {
  kinds: ['bottleneck-week'],
  follows: ['schedule-released', 'capacity-stated', 'capacity-withdrawn'],
  find: async (tx, { today }) => {
    const schedules = await listSchedules(tx, { limit: MOST_RELATIONS });
    return (await listGroups(tx)).flatMap((row) => {
      const group = { ...row, customer: row.customer ?? undefined };
      const weeks = matchWeeks(group, loadOf(group, schedules), today).filter(({ state }) => state === 'bottleneck');
      const [first] = weeks;
      const places = schedules.filter(({ supplier, part }) => supplier === row.owner && part === row.parts[0]?.part);
      const site = row.site ?? places[0]?.shipFrom ?? places[0]?.shipTo;
      if (!first || !site) return [];
      return [
        {
          kind: 'bottleneck-week' as const,
          key: [row.owner, row.group],
          hits: row.parts.map(({ part }) => ({ site, part, unit: row.unit, raises: true })),
          ...(row.customer ? { partner: row.owner } : {}),
          reference: row.name.slice(0, 70),
          difference: { observed: first.demand, expected: first.maximum, unit: row.unit },
          impactAt: instantOf(first.week),
        },
      ];
    });
  },
};

/** What this capability looks for; `server/jobs/finders.ts` puts the capabilities' lists together. */
export const demandFinders: readonly Finder[] = [
  ...[frozenChanges, shortCommits, implausibleQuantities, bottlenecks],
  ...signalFinders,
];

const sum = (weeks: GridWeek[], quantityOf: (week: GridWeek) => number): number =>
  weeks.reduce((total, week) => total + quantityOf(week), 0);
/** Something where nothing was is a change of the whole. */
const share = (changed: number, of: number): number => (of > 0 ? changed / of : changed > 0 ? 1 : 0);
const instantOf = (day: IsoDay): string => `${day}T00:00:00.000Z`;

interface Seen {
  weeks: GridWeek[];
  observed: number;
  expected: number;
  share: number;
}

/** One exception per relation: its weeks are answered together. */
function deviation(kind: Deviation['kind'], relation: GridRelation, seen: Seen): Deviation | undefined {
  const side = beyond(seen.share, LIMITS);
  const [first] = seen.weeks;
  if (!side || !first) return undefined;
  const { customer, supplier, part, shipTo, shipFrom, unit, release, releasedOn } = relation;
  const isCustomers = kind === 'commit-below-demand';
  return {
    kind,
    key: [customer, supplier, part, shipTo, relation.kind],
    hits: [{ site: isCustomers ? shipTo : (shipFrom ?? shipTo), part, unit, raises: side === 'raise' }],
    partner: isCustomers ? supplier : customer,
    reference: release,
    difference: { observed: seen.observed, expected: seen.expected, unit, since: instantOf(releasedOn) },
    impactAt: instantOf(first.week),
  };
}
