import type { EventCommand, EventData, IsoDay, Light, RecordedEvent } from '@intakt/contract';
import { firstShiftOn } from '@intakt/material-flow';
import type { House } from '../../house.ts';
import { expediteOptions, type Option, rankOptions } from './exception-options.ts';
import {
  type ExceptionLightRow,
  type ExceptionRow,
  type GoodsPlace,
  listExceptions,
  listOwnLights,
  locateGoods,
} from './exception-store.ts';
import { type Finding, findExceptions, type Hit } from './find-exceptions.ts';
import { projectNodes } from './flow.ts';
import { type FlowFacts, readFlowFacts } from './flow-store.ts';
import { greatCircleKm } from './great-circle.ts';

const GATHER_MS = 150;
const DAY_CHECK_MS = 60_000;
const HORIZON_DAYS = 56;
/** Nobody acts on more at a time; further causes are raised as the nearest go. */
const MAX_OPEN = 300;
/** Options are computed for the nearest stops; what lies behind comes forward when these are solved. */
const MAX_RANKED = 100;

/**
 * Looks after each projection that moved which causes now stop a site, and says so in its owner's name: the exception and
 * all lights of it in one commit, so that every tier entitled to it learns at the same instant. What can be done about it
 * is computed afterwards and follows as an event of its own.
 */
export function watchExceptions(house: House): () => Promise<void> {
  const watcher = new ExceptionWatcher(house);
  const stopListening = house.recorder.onCommit((events) => watcher.note(events));
  const timer = setInterval(() => watcher.noteDay(), DAY_CHECK_MS);
  watcher.noteDay();
  return async () => {
    stopListening();
    clearInterval(timer);
    await watcher.stop();
  };
}

class ExceptionWatcher {
  readonly #house: House;
  #dirty = new Set<string>();
  #day = '';
  #working: Promise<void> | undefined;
  #stopped = false;

  constructor(house: House) {
    this.#house = house;
  }

  /** A stop that moves has moved a projection; estimates of late goods may change what can be done without moving one. */
  note(events: RecordedEvent[]): void {
    for (const event of events) {
      if (event.type === 'runout-projected') this.#dirty.add((event.data as EventData<'runout-projected'>).owner);
      if (event.type === 'arrival-estimated') this.#dirty.add((event.data as EventData<'arrival-estimated'>).customer);
    }
    this.#start();
  }

  /** A stop comes within reach by the mere passing of days. */
  noteDay(): void {
    const today = this.#house.clock.today();
    if (today === this.#day) return;
    this.#day = today;
    void this.#house.db
      .system((tx) => tx.query<{ owner: string }>('select owner from organisation'))
      .then((rows) => {
        for (const { owner } of rows) this.#dirty.add(owner);
        this.#start();
      })
      .catch((error) => this.#house.log.error(error, 'The day change could not be looked at.'));
  }

  #start(): void {
    if (this.#dirty.size > 0 && !this.#stopped) this.#working ??= this.#work();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    while (this.#dirty.size > 0 && !this.#stopped) {
      const organisations = [...this.#dirty];
      this.#dirty = new Set();
      for (const organisation of organisations) {
        if (this.#stopped) break;
        await this.#look(organisation).catch((error) =>
          this.#house.log.error(error, 'Exceptions could not be looked for.'),
        );
      }
    }
    this.#working = undefined;
  }

  async #look(organisation: string): Promise<void> {
    const view = await this.#read(organisation);
    const findings = findExceptions(projectNodes(view.facts, view), {
      today: view.today,
      open: new Set(view.open.map(({ id }) => id)),
    }).slice(0, MAX_OPEN);
    const changed = findings.filter((finding) => hasChanged(finding, view));
    const told = [
      ...changed.map((finding) => raised(finding, view)),
      ...withdrawnBut(findings, view),
      ...lights(findings, view),
    ];
    await this.#record(organisation, told);
    const unranked = findings.filter(
      (one) => changed.includes(one) || !view.open.find(({ id }) => id === one.id)?.options,
    );
    await this.#record(
      organisation,
      unranked.slice(0, MAX_RANKED).map((finding) => ranked(finding, view)),
    );
  }

  async #record(organisation: string, commands: EventCommand[]): Promise<void> {
    const results = await this.#house.recorder.record({ organisation, system: true }, commands, { atomic: true });
    for (const result of results) if (!result.ok) throw result.refusal;
  }

  #read(organisation: string): Promise<View> {
    const today = this.#house.clock.today();
    return this.#house.db.as(
      { kind: 'organisation', org: organisation },
      async (tx) => {
        const facts = await readFlowFacts(tx, { organisation, today });
        const [head] = await tx.query<{ size: number }>('select size from ledger_head');
        return {
          organisation,
          today,
          horizonDays: HORIZON_DAYS,
          now: this.#house.clock.instant(),
          basis: head!.size,
          facts,
          open: await listExceptions(tx, organisation),
          lights: await listOwnLights(tx, organisation),
          goods: await locateGoods(tx, [...new Set(facts.lines.map(({ shipment }) => shipment))]),
        };
      },
      { readOnly: true },
    );
  }
}

/** What an organisation knows at one size of the ledger. */
interface View {
  organisation: string;
  today: IsoDay;
  horizonDays: number;
  now: string;
  basis: number;
  facts: FlowFacts;
  open: ExceptionRow[];
  lights: ExceptionLightRow[];
  goods: GoodsPlace[];
}

const shiftOf = ({ facts }: View, { site, stopOn }: Pick<Hit, 'site' | 'stopOn'>): string =>
  firstShiftOn(stopOn, facts.sites.find(({ id }) => id === site)?.timeZone ?? 'UTC');

type Said = 'exception-raised' | 'exception-withdrawn' | 'exception-light-changed' | 'exception-options-ranked';
const command = <T extends Said>(view: View, type: T, about: string, data: EventData<T>): EventCommand =>
  ({
    type,
    source: 'intakt/exceptions',
    id: `${about}@${view.basis}`,
    occurredAt: view.now,
    data,
    causationId: data.exception,
  }) as EventCommand;

const hitsOf = (finding: Finding, view: View): EventData<'exception-raised'>['hits'] =>
  finding.hits
    .slice(0, 500)
    .map(({ stopOn, light: _light, ...hit }) => ({ ...hit, stopAt: shiftOf(view, { site: hit.site, stopOn }) }));

function hasChanged(finding: Finding, view: View): boolean {
  const known = view.open.find(({ id }) => id === finding.id);
  if (!known) return true;
  const told = (hits: EventData<'exception-raised'>['hits'], expectedAt?: string): string =>
    JSON.stringify([
      hits.map(({ site, part, stopAt, shortQuantity }) => [site, part, stopAt, shortQuantity]),
      expectedAt,
    ]);
  return told(hitsOf(finding, view), finding.cause?.expectedAt) !== told(known.hits, known.cause?.expectedAt);
}

const raised = (finding: Finding, view: View): EventCommand =>
  command(view, 'exception-raised', finding.id, {
    owner: view.organisation,
    exception: finding.id,
    kind: finding.kind,
    hits: hitsOf(finding, view),
    cause: finding.cause,
  });

const withdrawnBut = (findings: Finding[], view: View): EventCommand[] =>
  view.open
    .filter(({ id }) => !findings.some((finding) => finding.id === id))
    .map(({ id }) =>
      command(view, 'exception-withdrawn', `${id}/withdrawn`, { owner: view.organisation, exception: id }),
    );

/** One light per part at a site, and only where what it tells has changed. */
function lights(findings: Finding[], view: View): EventCommand[] {
  const key = (exception: string, site: string, part: string): string => [exception, site, part].join('/');
  const known = new Map(view.lights.map((light) => [key(light.exception, light.site, light.part), light]));
  const tell = (data: Omit<EventData<'exception-light-changed'>, 'owner'>): EventCommand =>
    command(view, 'exception-light-changed', `${data.exception}/${data.site}/${data.part}`, {
      owner: view.organisation,
      ...data,
    });
  const now = findings.flatMap(({ id, kind, hits }) =>
    hits.map((hit) => ({
      exception: id,
      kind,
      site: hit.site,
      part: hit.part,
      light: asWarning(hit.light),
      stopShift: shiftOf(view, hit),
    })),
  );
  const gone = new Set(known.keys()).difference(new Set(now.map((one) => key(one.exception, one.site, one.part))));
  return [
    ...now.filter((one) => !sameLight(one, known.get(key(one.exception, one.site, one.part)))).map(tell),
    ...[...gone].map((one) => {
      const { exception, site, part, kind } = known.get(one)!;
      return tell({ exception, site, part, kind: kind as Finding['kind'], light: 'green' });
    }),
  ];
}

/** Green says withdrawn; a stop that is far off is amber. */
const asWarning = (light: Light): Light => (light === 'green' ? 'amber' : light);

const sameLight = (one: { light: Light; stopShift: string }, known: ExceptionLightRow | undefined): boolean =>
  known?.light === one.light && known.stopShift !== null && Date.parse(known.stopShift) === Date.parse(one.stopShift);

/** Each option by projecting the organisation's facts anew with it done. */
function ranked(finding: Finding, view: View): EventCommand {
  const faster = waysToExpedite(finding, view).filter(({ arrivesAt }) => arrivesAt! < finding.cause!.expectedAt);
  const options = [...faster, { option: 'accept' } satisfies Option].map((option) => ({
    ...option,
    stopAt: stopWith(option, finding, view),
  }));
  return command(view, 'exception-options-ranked', `${finding.id}/options`, {
    owner: view.organisation,
    exception: finding.id,
    options: rankOptions(options),
  });
}

function waysToExpedite({ cause }: Finding, { goods, now }: View): Option[] {
  const place = goods.find(({ shipment, supplier }) => cause?.shipment === shipment && cause.supplier === supplier);
  const { longitude, latitude, toLongitude, toLatitude, grossMassKg } = place ?? {};
  if (longitude == null || latitude == null || toLongitude == null || toLatitude == null) return [];
  const distanceKm = greatCircleKm({ longitude, latitude }, { longitude: toLongitude, latitude: toLatitude });
  return expediteOptions({ now, distanceKm, grossMassKg: grossMassKg ?? undefined });
}

/** Only the facts of what is hit are projected again: an alternative must not cost what all of the sites do. */
function stopWith({ arrivesAt }: Option, { cause, hits }: Finding, view: View): string | undefined {
  if (!arrivesAt) return shiftOf(view, hits[0]!);
  const isMoved = ({ shipment, owner }: FlowFacts['lines'][number]): boolean =>
    shipment === cause?.shipment && owner === cause.supplier;
  const facts = ofParts(view.facts, new Set(hits.map(({ part }) => part)));
  const lines = facts.lines.map((line) => (isMoved(line) ? { ...line, expectedAt: arrivesAt } : line));
  const stops = projectNodes({ ...facts, lines }, view)
    .filter(({ site, part }) => hits.some((hit) => hit.site === site && hit.part === part))
    .map(
      ({ site, projection }) =>
        projection.runsOutIfDelivered && shiftOf(view, { site, stopOn: projection.runsOutIfDelivered }),
    );
  return stops.filter((stop) => stop !== undefined).sort()[0];
}

function ofParts(facts: FlowFacts, parts: ReadonlySet<string>): FlowFacts {
  const isWanted = ({ part }: { part: string }): boolean => parts.has(part);
  return {
    stock: facts.stock.filter(isWanted),
    lines: facts.lines.filter(isWanted),
    schedules: facts.schedules.filter(isWanted),
    plans: facts.plans.filter(isWanted),
    lanes: facts.lanes.filter(isWanted),
    sites: facts.sites,
    claims: facts.claims.filter(isWanted),
    despatches: facts.despatches.filter(isWanted),
  };
}
