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
import { flowMemoryOf, MOVES_STOCK } from './flow-memory.ts';
import { readFlowFacts } from './flow-store.ts';
import { type Asked, mergeSome, type Some, watchCommits } from './watch-commits.ts';

const HORIZON_DAYS = 84;
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
export const watchRunout = (house: House): (() => Promise<void>) =>
  watchCommits<Some>(house, {
    // What somebody has to act on is looked for before it, in the one database that both ask.
    gatherMs: 250,
    asks: (event) =>
      MOVES_STOCK.includes(event.type) ? { organisations: event.audience, work: partsOf(event) } : undefined,
    ages: (passed) => (passed === 'day' ? 'all' : undefined),
    merge: mergeSome,
    look: (organisation, parts) => projectRunouts(house, organisation, parts === 'all' ? undefined : [...parts]),
    failed: 'A projection failed.',
  });

const NAMES_NO_PART = new Set<EventType>([
  'arrival-estimated',
  'arrival-projected',
  'lane-ended',
  'agreement-accepted',
  'agreement-revoked',
]);

/** Some events name a shipment or a lane and no part; their parties look at everything. */
function partsOf(event: RecordedEvent): Some {
  if (NAMES_NO_PART.has(event.type)) return 'all';
  return new Set(eventDefinition(event.type).parts?.(event.data) ?? []);
}

/** Projects, says what has changed, and asks those to look to whom it is disclosed: so a shortage goes down tier by tier. */
async function projectRunouts(house: House, organisation: string, parts?: string[]): Promise<Asked<Some> | undefined> {
  const today = house.clock.today();
  const { facts, flow, known, basis } = await house.db.as(
    { kind: 'organisation', org: organisation },
    async (tx) => {
      const flow = parts ? undefined : await flowMemoryOf(house).read(tx, { organisation, today });
      const facts = flow?.facts ?? (await readFlowFacts(tx, { organisation, parts, today }));
      const known = await tx.query<KnownRunout>(KNOWN, [organisation, parts ?? null]);
      const [head] = await tx.query<{ size: number }>('select size from ledger_head');
      return { facts, flow, known, basis: head!.size };
    },
    { readOnly: true },
  );
  const nodes = flow?.nodes(HORIZON_DAYS) ?? projectNodes(facts, { organisation, today, horizonDays: HORIZON_DAYS });
  const zones = new Map(facts.sites.map((site) => [site.id, site.timeZone]));
  const before = new Map(known.map((row) => [`${row.site}|${row.part}`, row]));
  const commands = nodes.flatMap((node) =>
    changedRunout(node, before.get(`${node.site}|${node.part}`), {
      today,
      now: house.clock.instant(),
      basis,
      timeZone: zones.get(node.site) ?? 'UTC',
    }),
  );
  for (let at = 0; at < commands.length; at += CHUNK)
    await house.recorder.record({ organisation, system: true }, commands.slice(at, at + CHUNK));
  if (commands.length === 0) return undefined;
  const viewers = await house.db.system((tx) =>
    tx.query<{ viewer: string }>(
      "select distinct g.viewer from agreement_grant g join lane l on l.owner = g.viewer and l.supplier = g.owner where g.owner = $1 and g.kind = 'projection'",
      [organisation],
    ),
  );
  const told = new Set(commands.map(({ data }) => (data as Runout).part));
  return { organisations: viewers.map(({ viewer }) => viewer), work: told };
}

const KNOWN = `
  select r.site, r.part, r.runs_out_on, r.runs_out_if_delivered, r.light, l.stop_shift, l.light as known_light
  from runout r left join runout_light l on l.owner = r.owner and l.site = r.site and l.part = r.part
  where r.owner = $1 and ($2::text[] is null or r.part = any($2))`;

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
