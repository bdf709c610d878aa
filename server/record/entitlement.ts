import type { RecordedEvent } from '@intakt/contract';
import type { Prepared } from './prepare.ts';
import { need, union } from './projection.ts';
import type { Need, RowSet } from './row-set.ts';

interface Grant {
  [column: string]: unknown;
  viewer: string;
  kind: string;
  depth: string;
  site: string;
  part: string;
  covers_from: string;
}

/** Accepted agreements of the giver, and of a speaker for whom somebody else speaks. */
export function grantNeeds(event: RecordedEvent, { definition }: Prepared): Need[] {
  const needs: Need[] = [];
  if (definition.shared) needs.push(need('agreement_grant', definition.shared.giver(event.data)));
  if (event.recordedBy !== event.statedBy) needs.push(need('agreement_grant', event.statedBy));
  return needs;
}

/** The speaker has agreed that the recorder speaks in its name. */
export const hasMandate = (rows: RowSet, event: RecordedEvent): boolean =>
  event.recordedBy !== event.statedBy &&
  rows
    .list<Grant>('agreement_grant', event.statedBy)
    .some((g) => g.viewer === event.recordedBy && g.kind === 'mandate');

/** Who gets the event on its live feed: its audience, and whom an agreement adds at the moment of its commit. */
export function entitledTo(
  rows: RowSet,
  { audience, definition, sites, parts }: Prepared,
  event: RecordedEvent,
): string[] {
  const { shared } = definition;
  if (!shared) return audience;
  const day = event.occurredAt.slice(0, 10);
  const covers = (g: Grant): boolean =>
    g.kind === shared.kind &&
    (shared.depth === 'any' || g.depth === shared.depth) &&
    g.covers_from <= day &&
    (g.site === '' || sites.includes(g.site)) &&
    (g.part === '' || parts.every((part) => part === g.part));
  const viewers = rows
    .list<Grant>('agreement_grant', shared.giver(event.data))
    .filter(covers)
    .map((g) => g.viewer);
  return viewers.length > 0 ? union(audience, viewers) : audience;
}
