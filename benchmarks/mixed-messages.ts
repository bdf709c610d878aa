import type { EventCommand, EventData, EventType, Id, ScheduleQuantity } from '@intakt/contract';
import { type FirstTier, type Network, OEM, PLANT, type Statement, times } from './network.ts';

const DAY_MS = 24 * 3600 * 1000;
const FIRST_DAY = Date.parse('2026-03-02T06:00:00.000Z');
const BUCKETS = 12;
const LINES = 1;
const UNITS = 1;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const WEEKS = times(BUCKETS, (week) => {
  const monday = FIRST_DAY + (7 * week + 7) * DAY_MS;
  return { from: dayOf(monday), to: dayOf(monday + 4 * DAY_MS) };
});

export const MIXED_TYPES: EventType[] = ['schedule-released', 'shipment-despatched', 'stock-moved'];

/**
 * An endless, repeatable stream of what a network says: a third each of schedule releases, despatch advices with
 * lines and handling units, and stock movements with their despatch note.
 */
export class MixedMessages {
  readonly #network: Network;
  readonly #random: () => number;
  readonly #run: string;
  #count = 0;

  constructor(network: Network, { seed, run = 'run' }: { seed: number; run?: string }) {
    this.#network = network;
    this.#random = createRandom(seed);
    this.#run = run;
  }

  /** Messages of many speakers, one after the other. */
  mixed(count: number): Statement[] {
    return times(count, () => this.#next(this.#pick(this.#network.firstTiers)));
  }

  /** One speaker's messages, as its system sends them in one go. */
  batch(count: number): { by: Id; commands: EventCommand[] } {
    const tier = this.#pick(this.#network.firstTiers);
    return { by: tier.id, commands: times(count, () => this.#next(tier).command) };
  }

  #next(tier: FirstTier): Statement {
    const number = this.#count++;
    const at = new Date(FIRST_DAY + number * 100).toISOString();
    const say = <T extends EventType>(type: T, data: EventData<T>): Statement => ({
      by: tier.id,
      command: {
        type,
        source: 'bench',
        id: `${this.#run}-${number}`,
        occurredAt: at,
        data: data as EventCommand['data'],
      },
    });
    if (number % 3 === 0) return say('schedule-released', this.#schedule(tier, number, at));
    if (number % 3 === 1) return say('shipment-despatched', this.#despatch(tier, number, at));
    return say('stock-moved', this.#movement(tier, number, at));
  }

  #schedule(tier: FirstTier, number: number, at: string): EventData<'schedule-released'> {
    const { part, supplier } = this.#pick(tier.bought);
    return {
      customer: tier.id,
      supplier,
      part,
      shipTo: tier.works,
      release: `${this.#run}-R${number}`,
      releasedOn: at.slice(0, 10),
      kind: 'delivery-forecast',
      unit: 'H87',
      quantities: times(BUCKETS, (week) => this.#quantity(week)),
      cumulative: { received: number * 10, asOf: at.slice(0, 10) },
    };
  }

  #quantity(week: number): ScheduleQuantity {
    return {
      ...WEEKS[week]!,
      quantity: 10 * this.#upTo(200),
      horizon: week < 3 ? 'firm' : week < 8 ? 'production' : 'forecast',
    };
  }

  #despatch(tier: FirstTier, number: number, at: string): EventData<'shipment-despatched'> {
    return {
      shipment: `${this.#run}-${number}`,
      supplier: tier.id,
      customer: OEM,
      from: tier.works,
      to: PLANT,
      despatchNote: `${this.#run}-N${number}`,
      despatchedAt: at,
      expectedAt: new Date(Date.parse(at) + DAY_MS).toISOString(),
      lines: times(LINES, (i) => ({
        line: i + 1,
        part: tier.made[(number + i) % tier.made.length]!,
        quantity: 10 * this.#upTo(50),
        unit: 'H87',
        orderReference: `45000${number % 1000}`,
      })),
      units: times(UNITS, (i) => ({
        unit: `34012345${String(number).padStart(8, '0')}${i}`,
        packaging: 'KLT4314',
        line: 1 + (i % LINES),
        quantity: 10 * this.#upTo(20),
      })),
    };
  }

  #movement(tier: FirstTier, number: number, at: string): EventData<'stock-moved'> {
    const { part, supplier } = this.#pick(tier.bought);
    return {
      owner: tier.id,
      site: tier.works,
      part,
      status: 'available',
      quantity: 10 * this.#upTo(100),
      unit: 'H87',
      movedAt: at,
      cause: 'received',
      despatchNote: `${this.#run}-I${number}`,
      supplier,
    };
  }

  #upTo(limit: number): number {
    return 1 + Math.floor(this.#random() * limit);
  }

  #pick<T>(list: T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }
}

/** mulberry32: the same seed gives the same messages on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
