import type { ChangeCause } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { CommittedWeek } from './commit-rules.ts';

export interface RelationKey {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
  kind: string;
}

export interface CommitRow extends RelationKey, CommittedWeek {
  unit: string;
  release: string;
  committedAt: string;
  answeredAt: string | null;
}

export interface RelationFilter {
  customer?: string;
  supplier?: string;
  part?: string;
  shipTo?: string;
  kind?: string;
}

const filterValues = ({ customer, supplier, part, shipTo, kind }: RelationFilter) =>
  [customer ?? null, supplier ?? null, part ?? null, shipTo ?? null, kind ?? null] as const;

/** Lines of weeks from a day on; every relation at once, for the grid shows all of them. */
export const listCommits = (tx: Transaction, filter: RelationFilter, since: string): Promise<CommitRow[]> =>
  tx.query<CommitRow>(
    `select customer, owner as supplier, part, ship_to as "shipTo", kind, week, unit, requested, committed, reason, text, possible_if as "possibleIf",
       release, committed_at as "committedAt", answer, answer_text as "answerText", answered_at as "answeredAt"
     from commit_line
     where ($1::text is null or customer = $1) and ($2::text is null or owner = $2) and ($3::text is null or part = $3)
       and ($4::text is null or ship_to = $4) and ($5::text is null or kind = $5) and week >= $6::date
     order by week`,
    [...filterValues(filter), since],
  );

export interface ChangeRow extends RelationKey {
  release: string;
  previousRelease: string;
  cause: ChangeCause;
  text: string | null;
  unit: string;
  weeks: { week: string; was: number; is: number }[];
  changedAt: string;
  sequence: number;
}

/** Releases that were written here, newest first. */
export const listChanges = (tx: Transaction, filter: RelationFilter, limit: number): Promise<ChangeRow[]> =>
  tx.query<ChangeRow>(
    `select owner as customer, supplier, part, ship_to as "shipTo", kind, release, previous_release as "previousRelease", cause, text, unit, weeks,
       changed_at as "changedAt", sequence
     from release_change
     where ($1::text is null or owner = $1) and ($2::text is null or supplier = $2) and ($3::text is null or part = $3)
       and ($4::text is null or ship_to = $4) and ($5::text is null or kind = $5)
     order by sequence desc limit $6`,
    [...filterValues(filter), limit],
  );

export const relationKey = ({ customer, supplier, part, shipTo, kind }: RelationKey): string =>
  [customer, supplier, part, shipTo, kind].join(' ');

export interface SaidEvent {
  sequence: number;
  type: 'demand-committed' | 'proposal-answered' | 'release-changed' | 'schedule-released';
  occurredAt: string;
  recordedAt: string;
  recordedBy: string;
  data: Record<string, unknown>;
}

/** Everything that was said of a relation's commits, newest first: the ledger itself is the history. */
export async function readHistory(tx: Transaction, relation: RelationKey, limit: number): Promise<SaidEvent[]> {
  const { customer, supplier, part, shipTo, kind } = relation;
  const rows = await tx.query<{ body: string }>(
    `select body from ledger_event where sequence in (
       select sequence from commit_statement where owner = $2 and customer = $1 and part = $3 and ship_to = $4 and kind = $5
       union select sequence from release_change where owner = $1 and supplier = $2 and part = $3 and ship_to = $4 and kind = $5
       union select sequence from schedule_release where owner = $1 and supplier = $2 and part = $3 and ship_to = $4 and kind = $5)
     order by sequence desc limit $6`,
    [customer, supplier, part, shipTo, kind, limit],
  );
  return rows.map(({ body }) => JSON.parse(body) as SaidEvent);
}
