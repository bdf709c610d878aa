import { averageUse } from './build-plan.ts';
import {
  DAY_MS,
  type DeliveryPlan,
  LATEST_DAYS,
  LONGEST_GAP_DAYS,
  nextArrival,
  previousArrival,
  UNLOADING_MS,
} from './delivery-plan.ts';
import type { Need, Relation, SupplyLane } from './network-shape.ts';

interface Way {
  relation: Relation;
  lane: SupplyLane;
}

/** What stands at the customers' sites: at the opening, and while a trouble makes it scarce. */
export class SiteStock {
  readonly #plan: DeliveryPlan;
  readonly #ways: Map<Need, Way[]>;

  constructor(plan: DeliveryPlan) {
    this.#plan = plan;
    const ways = plan.network.relations.flatMap((relation) => relation.lanes.map((lane) => ({ relation, lane })));
    this.#ways = Map.groupBy(ways, ({ lane }) => lane.need);
  }

  /** Safety stock, plus what has been received ahead of use, at 00:00 UTC of the opening day. */
  opening(need: Need): number {
    const used = this.#plan.builds.used(need.usage, this.#plan.opened - 1 + need.daysAhead);
    const safety = Math.round(averageUse(need.usage) * need.safetyDays);
    return Math.max(0, safety + this.#receivedBefore(need, this.#plan.opened) - used);
  }

  /** What the site really uses: no more than was there in the morning, while a part has run out. */
  consumed(need: Need, day: number): number {
    const way = this.#ways.get(need)![0]!;
    const wanted = this.#plan.used(need, day);
    const since = this.#troubledSince(way, day);
    if (since === undefined) return wanted;
    let stock = this.#untroubled(need, since);
    for (let past = since; past < day; past++) {
      stock += this.#arrived(way, past) - Math.min(this.#plan.used(need, past), stock);
    }
    return Math.min(wanted, stock);
  }

  hasSecondSource(need: Need): boolean {
    return this.#ways.get(need)!.length > 1;
  }

  /** Only needs with one lane get into trouble; a trouble is felt until the goods that end it have arrived. */
  #troubledSince({ relation, lane }: Way, day: number): number | undefined {
    const trouble = this.#plan.trouble(lane);
    if (trouble && day <= trouble.recovery + LATEST_DAYS + 1) return this.#plan.opened;
    for (let past = day; past >= day - LONGEST_GAP_DAYS; past--) {
      const outage = this.#plan.outage(lane, past);
      if (outage) return day <= nextArrival(relation, outage.to - 1) + LATEST_DAYS + 1 ? outage.from : undefined;
    }
    return undefined;
  }

  /** Stock on the morning of a day, had nothing been short before. */
  #untroubled(need: Need, day: number): number {
    const { builds, opened } = this.#plan;
    const ahead = need.daysAhead - 1;
    const used = builds.used(need.usage, day + ahead) - builds.used(need.usage, opened + ahead);
    const received = this.#receivedBefore(need, day) - this.#receivedBefore(need, opened);
    return Math.max(0, this.opening(need) + received - used);
  }

  #receivedBefore(need: Need, day: number): number {
    const perLane = this.#ways
      .get(need)!
      .map(({ relation, lane }) => this.#plan.received(relation, lane, previousArrival(relation, day)));
    return perLane.reduce((sum, quantity) => sum + quantity, 0);
  }

  /** Pieces that came in on a day, late loads when they really came. */
  #arrived({ relation, lane }: Way, day: number): number {
    return this.#plan
      .arrivalDays(relation, Math.max(this.#plan.opened, day - LATEST_DAYS), day)
      .flatMap((planned) => this.#plan.loads(relation, planned))
      .filter(({ arrivesAt }) => Math.floor((arrivesAt + UNLOADING_MS) / DAY_MS) === day)
      .flatMap(({ lines }) => lines.filter((line) => line.lane === lane))
      .reduce((sum, { quantity, lost }) => sum + quantity - lost, 0);
  }
}
