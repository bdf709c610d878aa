import type { EventCommand, EventType, Id, RecordedEvent } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import { type OwnPlanning, passedOn } from './demand-plan-cascade.ts';
import {
  readBills,
  readBuildPlans,
  readPassedDemand,
  readPassThrough,
  readSupplyLanes,
  readUnits,
} from './demand-plan-store.ts';
import { mondayOf } from './forecast-rules.ts';

const GATHER_MS = 400;
const DAY_CHECK_MS = 60_000;
const BATCH = 200;

/** After which events an organisation may have something else to pass on. */
const ASKS = new Set<EventType>([
  'build-plan-stated',
  'end-demand-passed',
  'bill-of-material-registered',
  'lane-agreed',
  'lane-ended',
  'agreement-accepted',
]);

/** Passes end demand on, tier by tier: each organisation from its own facts and what its customers passed to it. */
export function watchEndDemand(house: House): () => Promise<void> {
  const watcher = new EndDemandWatcher(house);
  const stopListening = house.recorder.onCommit((events) => watcher.note(events));
  const timer = setInterval(() => watcher.noteDay(), DAY_CHECK_MS);
  watcher.noteDay();
  return async () => {
    stopListening();
    clearInterval(timer);
    await watcher.stop();
  };
}

class EndDemandWatcher {
  readonly #house: House;
  readonly #asked = new Set<Id>();
  #week = '';
  #working: Promise<void> | undefined;
  #stopped = false;

  constructor(house: House) {
    this.#house = house;
  }

  note(events: RecordedEvent[]): void {
    for (const event of events) if (ASKS.has(event.type)) for (const one of event.audience) this.#asked.add(one);
    this.#start();
  }

  /** A new week moves the horizon of everybody. */
  noteDay(): void {
    const week = mondayOf(this.#house.clock.today());
    if (week === this.#week) return;
    this.#week = week;
    const { db, log } = this.#house;
    db.system((tx) => tx.query<{ owner: Id }>('select owner from build_plan union select supplier from end_demand'))
      .then((rows) => {
        for (const { owner } of rows) this.#asked.add(owner);
        this.#start();
      })
      .catch((error) => log.error(error, 'End demand of the new week could not be passed on.'));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  #start(): void {
    if (this.#asked.size === 0 || this.#stopped) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      this.#start();
    });
  }

  async #work(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    const organisations = [...this.#asked];
    this.#asked.clear();
    for (const organisation of organisations) {
      if (this.#stopped) return;
      await passOn(this.#house, organisation).catch((error) =>
        this.#house.log.error(error, 'End demand could not be passed on.'),
      );
    }
  }
}

/** Says what has changed, and that nothing is needed any more where something was. */
export async function passOn(house: House, owner: Id): Promise<number> {
  const thisWeek = mondayOf(house.clock.today());
  const seen = await house.db.as(
    { kind: 'organisation', org: owner },
    async (tx) => ({
      planning: await readPlanning(tx, owner, thisWeek),
      grants: await readPassThrough(tx, owner),
      units: await readUnits(tx),
      head: (await tx.query<{ size: number }>('select size from ledger_head'))[0]!.size,
    }),
    { readOnly: true },
  );
  const passed = passedOn(seen.planning, seen.grants, seen.units);
  if (!Array.isArray(passed)) {
    const cycle = passed.cycle.map(({ part }) => part).join(' → ');
    house.log.warn(`End demand of ${owner} is not passed on: its bills of material go round in a circle, ${cycle}.`);
    return 0;
  }
  const keyOf = (one: { supplier: Id; site: Id; part: Id }): string => `${one.supplier} ${one.site} ${one.part}`;
  const present = new Map(seen.planning.received.filter((row) => row.owner === owner).map((row) => [keyOf(row), row]));
  const fresh = passed.filter((one) => {
    const known = present.get(keyOf(one));
    present.delete(keyOf(one));
    if (!known) return one.weeks.length > 0;
    return (
      known.asOf !== one.asOf || known.tier !== one.tier || JSON.stringify(known.weeks) !== JSON.stringify(one.weeks)
    );
  });
  const ended = [...present.values()]
    .filter(
      ({ supplier, site, part, weeks }) =>
        weeks.length > 0 &&
        seen.grants.some((g) => g.viewer === supplier && ['', site].includes(g.site) && ['', part].includes(g.part)),
    )
    .map(({ shipFrom, ...row }) => ({ ...row, ...(shipFrom ? { shipFrom } : {}), weeks: [], asOf: thisWeek }));
  const commands = [...fresh, ...ended].map((data) => ({
    type: 'end-demand-passed',
    source: 'intakt/demand',
    id: `${keyOf(data)}@${seen.head}`,
    occurredAt: house.clock.instant(),
    data,
  })) as EventCommand[];
  for (let at = 0; at < commands.length; at += BATCH) {
    const results = await house.recorder.record({ organisation: owner, system: true }, commands.slice(at, at + BATCH));
    for (const result of results) if (!result.ok) throw result.refusal;
  }
  return commands.length;
}

/** What an organisation plans from, as it may see it. */
export async function readPlanning(tx: Transaction, owner: Id, thisWeek: string): Promise<OwnPlanning> {
  return {
    owner,
    thisWeek,
    plans: await readBuildPlans(tx, owner),
    received: await readPassedDemand(tx),
    bills: await readBills(tx, owner),
    lanes: await readSupplyLanes(tx, thisWeek),
  };
}
