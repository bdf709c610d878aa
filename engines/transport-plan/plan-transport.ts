import type { Highs } from 'highs';
import { describePlan } from './describe-plan.ts';
import { directOptions } from './direct.ts';
import { type Finding, inspectNetwork } from './findings.ts';
import { groupageOptions } from './groupage.ts';
import { TourPool } from './grow-tours.ts';
import { choose, loadSolver, type Master, relax } from './master.ts';
import type { Concept, PlanNetwork } from './network.ts';
import { type Option, unloadSecondsOf } from './option.ts';
import { type Prepared, prepare } from './prepared.ts';
import type { TransportPlan } from './transport-plan.ts';

export interface PlanTransportOptions {
  seed: number;
  /** Weeks against which it is planned; 40 when absent. */
  weeks?: number;
  /** Concepts that may be used; absent: all that each lane allows. */
  concepts?: Concept[];
  /** Full loads only as they are usually hired: each takes its empties back, and every week is cleared. */
  plain?: boolean;
  /** Asked between steps and inside the search. What was best until then is the answer. */
  isCancelled?: () => boolean;
  /** Told each time a cheaper plan is found; `cost` is of the goods that fill no truck of their own. */
  onBetter?: (progress: { cost: number; tours: number; round: number; bound?: number }) => void;
}

const MOST_ROUNDS = 8;
/** How often the bay time is tightened when the hours of a plan do not fit the docks. */
const MOST_DOCK_ROUNDS = 4;
const TIGHTER = 0.93;

/**
 * Plans how every lane of a plant is served through a season: concept, weekdays, master tours with their hours, docks. Whole full
 * loads run direct; of what is left, each lane goes direct, by groupage or on a milk run. Tours are grown from all lanes, priced by
 * duals and chosen by set partitioning, each at its expected cost over sampled weeks; their hours are then fitted to the docks.
 * The same network, seed and options give the same plan.
 *
 * @example (await planTransport(network, { seed: 1 })).tours.map(({ weekdays, stops }) => stops.length)
 */
export async function planTransport(stated: PlanNetwork, options: PlanTransportOptions): Promise<TransportPlan> {
  const network = options.concepts ? only(stated, options.concepts) : stated;
  const { findings, usable } = inspectNetwork(network);
  const first = withOptions(prepare(network, usable, options));
  for (const lane of first.without) usable[lane.place - 1] = false;
  const prepared = first.without.length > 0 ? prepare(network, usable, options) : first.prepared;
  const all = [...findings, ...first.without.map(({ stated: { id } }) => noConcept(id))];
  if (prepared.lanes.length === 0) return describePlan(prepared, [], { findings: all });
  const search = new Search(await loadSolver(), prepared, options);
  return search.run(all);
}

class Search {
  readonly #highs: Highs;
  readonly #prepared: Prepared;
  readonly #options: PlanTransportOptions;
  readonly #isCancelled: () => boolean;
  readonly #singles: Option[];
  readonly #pool: TourPool;
  #best: Option[];
  #bound: number | undefined;

  constructor(highs: Highs, prepared: Prepared, options: PlanTransportOptions) {
    this.#highs = highs;
    this.#prepared = prepared;
    this.#options = options;
    this.#isCancelled = options.isCancelled ?? (() => false);
    this.#singles = singlesOf(prepared);
    this.#pool = new TourPool(prepared);
    this.#best = cheapestSingles(prepared, this.#singles);
  }

  run(findings: Finding[]): TransportPlan {
    this.#tell(0);
    this.#generate();
    let baySeconds = this.#baySeconds();
    this.#pick(baySeconds, MOST_ROUNDS);
    let plan = this.#describe(findings);
    for (let round = 0; round < MOST_DOCK_ROUNDS && plan.dockOverloadMinutes > 0 && !this.#isCancelled(); round++) {
      baySeconds *= TIGHTER;
      const before = this.#best;
      if (!this.#pick(baySeconds, MOST_ROUNDS + 1 + round, true)) break;
      const tried = this.#describe(findings);
      if (tried.dockOverloadMinutes < plan.dockOverloadMinutes) plan = tried;
      else this.#best = before;
    }
    return { ...plan, ...(this.#bound !== undefined && { bound: this.#bound + plan.cost - costOf(this.#best) }) };
  }

  /** Columns come in as long as the duals find any that pay. */
  #generate(): void {
    let worth = this.#prepared.lanes.map(({ number }) =>
      costOf(this.#best.filter(({ lanes }) => lanes.includes(number))),
    );
    for (let round = 1; round <= MOST_ROUNDS && !this.#isCancelled(); round++) {
      const added = this.#pool.grow(worth, this.#isCancelled);
      const relaxed = relax(this.#highs, this.#master(this.#baySeconds()));
      if (!relaxed) return;
      this.#bound = relaxed.bound;
      worth = relaxed.worth;
      if (round === 1) this.#pick(this.#baySeconds(), round);
      if (added === 0) return;
    }
  }

  #pick(baySeconds: number, round: number, isTighter = false): boolean {
    const master = this.#reduced(this.#master(baySeconds), isTighter);
    const start = this.#best.map((option) => master.options.indexOf(option));
    const warm = !isTighter && start.every((index) => index >= 0);
    const chosen = choose(this.#highs, master, { ...(warm && { start }), isCancelled: this.#isCancelled });
    if (!chosen) return false;
    const picked = chosen.map((index) => master.options[index]!);
    if (!isTighter && costOf(picked) > costOf(this.#best) - 1e-9) return true;
    this.#best = picked;
    this.#tell(round);
    return true;
  }

  /** An option that would cost more than the gap to the best plan, even at the margin, is in no better plan (reduced-cost fixing). */
  #reduced(master: Master, isTighter: boolean): Master {
    const relaxed = isTighter ? undefined : relax(this.#highs, master);
    if (!relaxed) return master;
    const gap = costOf(this.#best) - relaxed.bound + 1e-6;
    const options = master.options.filter(
      (option) =>
        this.#best.includes(option) ||
        option.cost - option.lanes.reduce((sum, lane) => sum + relaxed.worth[lane]!, 0) <= gap,
    );
    return { ...master, options };
  }

  #master(baySeconds: number): Master {
    return { prepared: this.#prepared, options: [...this.#singles, ...this.#pool.options], baySeconds };
  }

  /** What the week's opening hours leave beside the base loads. */
  #baySeconds(): number {
    const { network, lanes, working, trucks } = this.#prepared;
    const { open, bays } = network.plant;
    const base = lanes.reduce(
      (sum, lane) => sum + lane.baseLoads * unloadSecondsOf(this.#prepared, trucks[lane.fullTruck]?.capacity[3] ?? 0),
      0,
    );
    return bays * working.length * (open.toSeconds - open.fromSeconds) - base;
  }

  #describe(findings: Finding[]): TransportPlan {
    const byTour = (a: Option, b: Option) => a.lanes[0]! - b.lanes[0]!;
    return describePlan(this.#prepared, this.#best.toSorted(byTour), { isCancelled: this.#isCancelled, findings });
  }

  #tell(round: number): void {
    const tours = this.#best.filter(({ concept }) => concept === 'milk-run').length;
    this.#options.onBetter?.({
      ...{ cost: costOf(this.#best), tours, round },
      ...(this.#bound !== undefined && { bound: this.#bound }),
    });
  }
}

const costOf = (options: readonly Option[]): number => options.reduce((sum, { cost }) => sum + cost, 0);

const singlesOf = (prepared: Prepared): Option[] =>
  prepared.lanes.flatMap((lane) => [...directOptions(prepared, lane), ...groupageOptions(prepared, lane)]);

function withOptions(prepared: Prepared): { prepared: Prepared; without: Prepared['lanes'] } {
  const served = new Set(singlesOf(prepared).flatMap(({ lanes }) => lanes));
  return { prepared, without: prepared.lanes.filter(({ number }) => !served.has(number)) };
}

function cheapestSingles({ lanes }: Prepared, singles: readonly Option[]): Option[] {
  return lanes.map(({ number }) =>
    singles
      .filter((option) => option.lanes[0] === number)
      .reduce((best, option) => (option.cost < best.cost ? option : best)),
  );
}

function only(network: PlanNetwork, concepts: Concept[]): PlanNetwork {
  const lanes = network.lanes.map((lane) => ({
    ...lane,
    concepts: (lane.concepts ?? (['direct', 'groupage', 'milk-run'] as const)).filter((concept) =>
      concepts.includes(concept),
    ),
  }));
  return { ...network, lanes };
}

const noConcept = (id: string): Finding => ({
  code: 'NO_CONCEPT',
  subject: id,
  message: `${id} can go neither by a hired truck nor by groupage: no tariff reaches it, no truck may load there, or its places are too few for one pick-up. Widen one of these.`,
});
