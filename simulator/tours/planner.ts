import type { IsoDay } from '@intakt/contract';
import { isoDay } from '@intakt/material-flow';
import { works } from '../calendar.ts';
import type { Answer, Say } from '../deeds.ts';
import { DAY_MS, HOUR_MS } from '../delivery-plan.ts';
import { ask, type DoorOptions } from '../doors.ts';

/** Under this name the plans stand among those that people make. */
const NAME = 'Milk runs';
const SEARCH_SECONDS = 3;
/** By then the day's call-offs have come. */
const PLANS_FROM_HOUR = 15.5;
/** What fills more of a trailer than this goes by itself, as it always did. */
const SHARED = { loadingMeters: 11, massKg: 19_000 };
const MOST_ORDERS = 5000;

type Post = (say: Say) => Promise<Answer | undefined>;

/**
 * The plant's planner, who puts together every day what fills no truck alone: orders from call-offs, a plan, the search, publication. It
 * takes one step each time it is asked, from what stands in the house, so that a restart goes on where it was. The days
 * after the next working day are left to whoever plans on the board.
 */
export class MilkRunPlanner {
  readonly #plant: string;
  readonly #opened: number;
  readonly #done = new Set<number>();

  constructor(plant: string, opened: number) {
    this.#plant = plant;
    this.#opened = opened;
  }

  async step(now: number, options: DoorOptions): Promise<void> {
    if (!options.keys[this.#plant]) return;
    for (const day of this.#daysToPlan(now)) {
      const isOver = await this.#plan(isoDay(day), options);
      if (isOver) this.#done.add(day);
    }
  }

  #daysToPlan(now: number): number[] {
    const today = Math.floor(now / DAY_MS);
    let next = today + 1;
    while (!works(next)) next++;
    const isLate = now - today * DAY_MS >= PLANS_FROM_HOUR * HOUR_MS;
    const days = today === this.#opened ? [today, next] : isLate ? [next] : [];
    return days.filter((day) => works(day) && !this.#done.has(day));
  }

  /** Whether there is nothing more to do for the day. */
  async #plan(day: IsoDay, options: DoorOptions): Promise<boolean> {
    const read = await this.#ask(options, (client, signal) =>
      client.GET('/api/transport-plans', { params: { query: { day } }, signal }),
    );
    const plans = (read?.data as { plans?: PlanHead[] } | undefined)?.plans;
    if (!plans) return false;
    const own = plans.find(({ name }) => name === NAME);
    if (!own) return this.#begin(day, options);
    return own.state === 'published' || this.#publish(own, options);
  }

  async #begin(day: IsoDay, options: DoorOptions): Promise<boolean> {
    const post: Post = (say) => this.#ask(options, say);
    await post((client, signal) => client.POST('/api/transport-orders/derive', { body: { day }, signal }));
    const query = { day, state: 'ordered', limit: MOST_ORDERS };
    const read = await post((client, signal) => client.GET('/api/transport-orders', { params: { query }, signal }));
    const { orders = [] } = (read?.data ?? {}) as { orders?: OpenOrder[] };
    const shared = orders.filter(
      ({ goods }) => goods.loadingMeters <= SHARED.loadingMeters && goods.massKg <= SHARED.massKg,
    );
    if (shared.length === 0) return read !== undefined;
    const body = { day, name: NAME, orders: shared.map(({ id }) => id) };
    const made = await post((client, signal) => client.POST('/api/transport-plans', { body, signal }));
    const plan = (made?.data as { id?: string } | undefined)?.id;
    if (!plan) return made !== undefined;
    await this.#search(plan, options);
    return false;
  }

  /** Asked for again under the same name it is the same search. */
  async #search(plan: string, options: DoorOptions): Promise<void> {
    const body = { kind: 'plan-tours', input: { plan, seconds: SEARCH_SECONDS } };
    const headers = { 'idempotency-key': `milk-runs-${plan}` };
    await this.#ask(options, (client, signal) => client.POST('/api/jobs', { body, headers, signal }));
  }

  /** When the search is over; a plan in which no order can be in time any more is left as it is. */
  async #publish({ id, run }: PlanHead, options: DoorOptions): Promise<boolean> {
    if (!run) await this.#search(id, options);
    const state = run && (await this.#stateOf(run, options));
    if (!state || ['queued', 'running'].includes(state)) return false;
    const path = { id };
    const said = await this.#ask(options, (client, signal) =>
      client.POST('/api/transport-plans/{id}/publish', { params: { path }, signal }),
    );
    if (said && !said.response.ok && said.response.status !== 409)
      options.log(`${this.#plant}: the milk runs were not published (${said.response.status}).`);
    return said !== undefined;
  }

  async #stateOf(run: string, options: DoorOptions): Promise<string | undefined> {
    const read = await this.#ask(options, (client, signal) =>
      client.GET('/api/jobs/{id}', { params: { path: { id: run } }, signal }),
    );
    return (read?.data as { state?: string } | undefined)?.state;
  }

  #ask(options: DoorOptions, say: Say): Promise<Answer | undefined> {
    return ask(this.#plant, options, async (client, signal) => {
      const answer = await say(client, signal);
      return { ...answer, data: answer };
    });
  }
}

interface PlanHead {
  id: string;
  name: string;
  state: string;
  run: string | null;
}
interface OpenOrder {
  id: string;
  goods: { loadingMeters: number; massKg: number };
}
