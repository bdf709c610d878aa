import type { EventCommand } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Deviation, Finder, Scope } from '../../finder.ts';
import type { House } from '../../house.ts';
import { rankOptions } from './exception-options.ts';
import { listExceptions, listLineStopCosts, listOwnLights, listOwnTold } from './exception-store.ts';
import { type Finding, hasChanged, type KnownExceptions, raiseFindings, sayFindings } from './settle-exceptions.ts';
import { watchCommits } from './watch-commits.ts';

/** Options are computed for the nearest impacts; what lies behind comes forward when these are solved. */
const MAX_RANKED = 100;

/**
 * Looks after each commit, and as time passes, which deviations the finders see, and says so in the name of whose they are:
 * the exception, all lights of it and what other parties are told of it in one commit, so that every tier entitled to it
 * learns at the same instant. What can be done about it is computed afterwards and follows as an event of its own.
 */
export function watchExceptions(house: House, finders: readonly Finder[]): () => Promise<void> {
  const following = new Map<string, ReadonlySet<Finder>>();
  for (const type of new Set(finders.flatMap(({ follows }) => follows)))
    following.set(type, new Set(finders.filter(({ follows }) => follows.includes(type))));
  const all = new Set(finders);
  const ageing = new Set(finders.filter(({ ages }) => ages));
  return watchCommits<ReadonlySet<Finder>>(house, {
    // First of all that follows a commit: it is what somebody has to act on.
    gatherMs: 40,
    asks: ({ type, audience }) => {
      const work = following.get(type);
      return work && { organisations: audience, work };
    },
    ages: (passed) => (passed === 'day' ? all : ageing),
    merge: (present, added) => present.union(added),
    look: async (organisation, work) => {
      await lookFor(house, organisation, [...work]);
      return undefined;
    },
    failed: 'Exceptions could not be looked for.',
  });
}

async function lookFor(house: House, organisation: string, finders: readonly Finder[]): Promise<void> {
  const scope: Scope = { house, organisation, today: house.clock.today(), now: house.clock.instant() };
  const seen = await house.db.as({ kind: 'organisation', org: organisation }, (tx) => look(tx, scope, finders), {
    readOnly: true,
  });
  const kinds = new Set(finders.flatMap((finder) => finder.kinds));
  const findings = raiseFindings(seen.deviations, seen.known);
  await say(house, scope, seen.basis, sayFindings(findings, seen.known, kinds));
  const unranked = findings.filter(
    (one) => hasChanged(one, seen.known) || !seen.known.open.find(({ id }) => id === one.id)?.options,
  );
  const rankings = unranked.slice(0, MAX_RANKED).map((finding) => ranked(finding));
  await say(house, scope, seen.basis, rankings);
}

interface Seen {
  deviations: Deviation[];
  known: KnownExceptions;
  /** Size of the ledger that was looked at: two different answers never have the same. */
  basis: number;
}

async function look(tx: Transaction, scope: Scope, finders: readonly Finder[]): Promise<Seen> {
  const deviations: Deviation[] = [];
  for (const finder of finders) deviations.push(...(await finder.find(tx, scope)));
  const [head] = await tx.query<{ size: number }>('select size from ledger_head');
  const { organisation } = scope;
  const known = {
    open: await listExceptions(tx, organisation),
    lights: await listOwnLights(tx, organisation),
    told: await listOwnTold(tx, organisation),
    costs: await listLineStopCosts(tx, organisation),
  };
  return { deviations, known, basis: head!.size };
}

/** Each option was computed by its finder with it done; accepting changes nothing. */
const ranked = ({ id, impactAt, hits, options }: Finding) => ({
  type: 'exception-options-ranked',
  about: `${id}/options`,
  data: {
    exception: id,
    options: rankOptions([
      ...(options?.() ?? []),
      { option: 'accept', ...(hits.some(({ stopAt }) => stopAt) && { stopAt: impactAt }) },
    ]).slice(0, 20),
  },
});

async function say(
  house: House,
  { organisation, now }: Scope,
  basis: number,
  sayings: readonly { type: string; about: string; data: { exception: string } }[],
): Promise<void> {
  if (sayings.length === 0) return;
  const commands = sayings.map(({ type, about, data }) => ({
    type,
    source: 'intakt/exceptions',
    id: `${about}@${basis}`,
    occurredAt: now,
    data: { owner: organisation, ...data },
    causationId: data.exception,
  })) as EventCommand[];
  const results = await house.recorder.record({ organisation, system: true }, commands, { atomic: true });
  for (const result of results) if (!result.ok) throw result.refusal;
}
