import type { CommitRelation, CommitWeek } from './commit-queries.ts';

/** The lines of one relation, from top to bottom. */
export const COMMIT_MEASURES = ['released', 'previous', 'delta', 'committed', 'proposed'] as const;
export type CommitMeasure = (typeof COMMIT_MEASURES)[number];

export interface CommitRow {
  key: string;
  relation: CommitRelation;
  measure: CommitMeasure | 'title';
  line: number;
}

export const keyOf = ({ customer, supplier, part, shipTo, kind }: CommitRelation): string =>
  [customer, supplier, part, shipTo, kind].join('/');

/** `title` stands above the measures where there is no room for it beside them. */
export function commitRows(relations: CommitRelation[], withTitles: boolean): CommitRow[] {
  const measures: CommitRow['measure'][] = withTitles ? ['title', ...COMMIT_MEASURES] : [...COMMIT_MEASURES];
  return relations.flatMap((relation) =>
    measures.map((measure, line) => ({ key: `${keyOf(relation)}/${measure}`, relation, measure, line })),
  );
}

/** Every week of which one of the relations speaks. */
export const commitWeeks = (relations: CommitRelation[]): string[] =>
  [...new Set(relations.flatMap(({ weeks }) => weeks.map(({ week }) => week)))].sort();

export const weekOf = ({ weeks }: CommitRelation, week: string): CommitWeek | undefined =>
  weeks.find((one) => one.week === week);

const isAgreed = ({ state }: CommitWeek): boolean => state === 'committed' || state === 'accepted';

/** What stands in a cell: a quantity that was agreed is committed, one that was not is proposed. */
export function commitCell(week: CommitWeek | undefined, measure: CommitMeasure): number | undefined {
  if (!week) return undefined;
  if (measure === 'released') return week.released;
  if (measure === 'previous') return week.previous;
  if (measure === 'delta') return week.delta;
  if (measure === 'committed') return isAgreed(week) ? week.committed : undefined;
  return isAgreed(week) ? undefined : week.committed;
}

export const COMMIT_FILTERS = ['all', 'open', 'proposed', 'frozen'] as const;
export type CommitFilter = (typeof COMMIT_FILTERS)[number];

const waits = ({ state }: CommitWeek): boolean => state === 'open' || state === 'rejected';
const movedWhileFrozen = ({ frozen, delta }: CommitWeek): boolean => frozen && Boolean(delta);

export const countWeeks = (relations: CommitRelation[], filter: Exclude<CommitFilter, 'all'>): number =>
  relations.reduce((sum, { weeks }) => sum + weeks.filter((week) => isIn(week, filter)).length, 0);

function isIn(week: CommitWeek, filter: Exclude<CommitFilter, 'all'>): boolean {
  if (filter === 'open') return waits(week);
  return filter === 'proposed' ? week.state === 'proposed' : movedWhileFrozen(week);
}

export const filterRelations = (relations: CommitRelation[], filter: CommitFilter): CommitRelation[] =>
  filter === 'all' ? relations : relations.filter(({ weeks }) => weeks.some((week) => isIn(week, filter)));

/** Weeks that are committed with all others: open ones that need no look. */
export const committable = (relations: CommitRelation[]): number =>
  relations.reduce((sum, { weeks }) => sum + weeks.filter((week) => waits(week) && !week.flags).length, 0);
