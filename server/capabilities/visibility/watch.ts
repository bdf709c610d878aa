import {
  type EventCommand,
  type EventData,
  type EventType,
  eventDefinition,
  type RecordedEvent,
} from '@intakt/contract';
import { firstShiftOn } from '@intakt/material-flow';
import type { House } from '../../house.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { readFlowFacts } from './flow-store.ts';

/** Events after which somebody's stock may run out on another day. */
const MOVES_STOCK = new Set<EventType>([
  'schedule-released',
  'requirement-planned',
  'production-planned',
  'shipment-despatched',
  'arrival-estimated',
  'goods-received',
  'stock-counted',
  'stock-moved',
  'lane-agreed',
  'lane-ended',
]);
const GATHER_MS = 120;
const HORIZON_DAYS = 84;
const DAY_CHECK_MS = 60_000;
const CHUNK = 400;

type Runout = EventData<'runout-projected'>;
interface KnownRunout {
  site: string;
  part: string;
  runs_out_on: string | null;
  runs_out_if_delivered: string | null;
  light: string;
  stop_shift: string | null;
  known_light: string | null;
}

/**
 * Looks after each commit which stock now runs out on another day, and says so in its owner's name.
 * Partners entitled to a projection are told by these events and by nothing else.
 */
export function watchRunout(house: House): () => Promise<void> {
  const watcher = new RunoutWatcher(house);
  const stopListening = house.recorder.onCommit((events) => watcher.note(events));
  const timer = setInterval(() => watcher.noteDay(), DAY_CHECK_MS);
  watcher.noteDay();
  return async () => {
    stopListening();
    clearInterval(timer);
    await watcher.stop();
  };
}

class RunoutWatcher {
  readonly #house: House;
  /** Per organisation the parts to look at; `all` after the day has changed. */
  #dirty = new Map<string, Set<string> | 'all'>();
  #day = '';
  #working: Promise<void> | undefined;
  #stopped = false;

  constructor(house: House) {
    this.#house = house;
  }

  note(events: RecordedEvent[]): void {
    for (const event of events) {
      if (!MOVES_STOCK.has(event.type)) continue;
      const parts =
        event.type === 'lane-ended' ? 'all' : (eventDefinition(event.type).parts?.(event.data) ?? partsOf(event));
      for (const organisation of event.audience) this.#mark(organisation, parts);
    }
    if (this.#dirty.size > 0) this.#start();
  }

  /** Time passes without an event: a new day is looked at by everybody. */
  noteDay(): void {
    const today = this.#house.clock.today();
    if (today === this.#day) return;
    this.#day = today;
    void this.#house.db
      .system((tx) => tx.query<{ owner: string }>('select owner from organisation'))
      .then((rows) => {
        for (const { owner } of rows) this.#dirty.set(owner, 'all');
        this.#start();
      })
      .catch((error) => this.#house.log.error(error, 'The day change could not be projected.'));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  #mark(organisation: string, parts: string[] | 'all'): void {
    const present = this.#dirty.get(organisation);
    if (present === 'all') return;
    if (parts === 'all') this.#dirty.set(organisation, 'all');
    else this.#dirty.set(organisation, new Set([...(present ?? []), ...parts]));
  }

  #start(): void {
    if (!this.#stopped) this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    while (this.#dirty.size > 0 && !this.#stopped) {
      const batch = [...this.#dirty];
      this.#dirty = new Map();
      for (const [organisation, parts] of batch) {
        if (this.#stopped) break;
        await this.#project(organisation, parts === 'all' ? undefined : [...parts]).catch((error) =>
          this.#house.log.error(error, 'A projection failed.'),
        );
      }
    }
    this.#working = undefined;
  }

  async #project(organisation: string, parts?: string[]): Promise<void> {
    const today = this.#house.clock.today();
    const { nodes, known, basis, zones } = await this.#house.db.as(
      { kind: 'organisation', org: organisation },
      async (tx) => {
        const facts = await readFlowFacts(tx, { organisation, parts, today });
        const known = await tx.query<KnownRunout>(KNOWN, [organisation, parts ?? null]);
        const [head] = await tx.query<{ size: number }>('select size from ledger_head');
        return {
          nodes: projectNodes(facts, { organisation, today, horizonDays: HORIZON_DAYS }),
          known,
          basis: head!.size,
          zones: new Map(facts.sites.map((s) => [s.id, s.timeZone])),
        };
      },
      { readOnly: true },
    );
    const before = new Map(known.map((row) => [`${row.site}|${row.part}`, row]));
    const commands = nodes.flatMap((node) =>
      changedRunout(node, before.get(`${node.site}|${node.part}`), {
        today,
        now: this.#house.clock.instant(),
        basis,
        timeZone: zones.get(node.site) ?? 'UTC',
      }),
    );
    for (let at = 0; at < commands.length; at += CHUNK) {
      await this.#house.recorder.record({ organisation, system: true }, commands.slice(at, at + CHUNK));
    }
  }
}

const KNOWN = `
  select r.site, r.part, r.runs_out_on, r.runs_out_if_delivered, r.light, l.stop_shift, l.light as known_light
  from runout r left join runout_light l on l.owner = r.owner and l.site = r.site and l.part = r.part
  where r.owner = $1 and ($2::text[] is null or r.part = any($2))`;

/** Arrival estimates name a shipment and no part; its parties look at everything they have in transit. */
const partsOf = (event: RecordedEvent): string[] | 'all' => (event.type === 'arrival-estimated' ? 'all' : []);

interface Moment {
  today: string;
  now: string;
  /** Size of the ledger that was projected: two different answers never have the same. */
  basis: number;
  timeZone: string;
}

/** The exact statement when a day or the light changed; the light one only when what it may tell changed. */
export function changedRunout(node: FlowNode, known: KnownRunout | undefined, moment: Moment): EventCommand[] {
  const { projection } = node;
  const stopShift = projection.runsOutIfDelivered && firstShiftOn(projection.runsOutIfDelivered, moment.timeZone);
  const commands: EventCommand[] = [];
  const same =
    known &&
    known.runs_out_on === (projection.runsOutOn ?? null) &&
    known.runs_out_if_delivered === (projection.runsOutIfDelivered ?? null) &&
    known.light === projection.light;
  const common = { source: 'intakt/material-flow', occurredAt: moment.now };
  const id = `${node.site}:${node.part}@${moment.basis}`;
  if (!same) commands.push({ ...common, type: 'runout-projected', id, data: runoutData(node, moment.today) });
  const sameLight = known?.known_light === projection.light && sameInstant(known?.stop_shift, stopShift);
  if (!sameLight)
    commands.push({
      ...common,
      type: 'runout-light-projected',
      id: `${id}/light`,
      data: { owner: node.owner, site: node.site, part: node.part, light: projection.light, stopShift },
    });
  return commands;
}

const runoutData = ({ owner, site, part, onHand, inTransit, projection }: FlowNode, asOf: string): Runout => ({
  owner,
  site,
  part,
  asOf,
  onHand,
  inTransit,
  runsOutOn: projection.runsOutOn,
  runsOutIfDelivered: projection.runsOutIfDelivered,
  shortQuantity: projection.runsOutOn ? projection.shortQuantity : undefined,
  daysOfSupply: projection.daysOfSupply,
  light: projection.light,
});

const sameInstant = (a: string | null | undefined, b: string | undefined): boolean =>
  (a ? Date.parse(a) : 0) === (b ? Date.parse(b) : 0);
