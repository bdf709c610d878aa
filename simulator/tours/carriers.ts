import { isoDay } from '@intakt/material-flow';
import { chance, pick } from '../chance.ts';
import type { Deed } from '../deeds.ts';
import { DAY_MS } from '../delivery-plan.ts';
import { ask, type DoorOptions } from '../doors.ts';
import type { LonLat } from '../geography.ts';
import type { DemonstrationNetwork } from '../network-shape.ts';
import { markOf } from './drive.ts';
import { acceptance, type Saying, sayingsOf, type TourAtHand } from './report.ts';
import type { ToldStop, ToldTour } from './told-tour.ts';

const MINUTE_MS = 60_000;
/** Tours take less than this; older ones are history. */
const DAYS_BACK = 4;
/** A dispatcher needs a while to take on a tour or to answer a tender, and somebody else may be faster. */
const ACCEPTED_WITHIN_MINUTES: [number, number] = [3, 20];
const ANSWERED_WITHIN_MINUTES: [number, number] = [15, 90];
const MOST_REMEMBERED = 20_000;

interface ToldTender {
  id: string;
  tour: string;
  carrier: string;
  round: number;
  state: string;
  priceAsked: number | null;
  respondBy: string;
  terms: { distanceKm: number };
}

/**
 * The carriers: each reads its own tours, takes them on, drives them and says so. What it does follows from what it reads, so that a
 * tour that a person drives meanwhile is driven once.
 */
export class Carriers {
  readonly #seed: number;
  readonly #carriers: string[];
  readonly #places: Map<string, LonLat>;
  /** What was said, and since when a tour or a tender is known. */
  readonly #said = new Set<string>();
  readonly #seen = new Map<string, number>();

  constructor(network: DemonstrationNetwork, seed: number) {
    this.#seed = seed;
    this.#carriers = network.organisations
      .filter(({ roles }) => roles.includes('carrier'))
      .map(({ organisation }) => organisation);
    this.#places = new Map(
      network.sites.flatMap(({ site, position }) =>
        position ? [[site, [position.longitude, position.latitude]] as const] : [],
      ),
    );
  }

  async deeds(now: number, options: DoorOptions): Promise<Deed[]> {
    if (this.#said.size > MOST_REMEMBERED) this.#said.clear();
    const deeds: Deed[] = [];
    for (const carrier of this.#carriers.filter((one) => options.keys[one])) {
      const since = isoDay(Math.floor(now / DAY_MS) - DAYS_BACK);
      const tours = await ask(carrier, options, (client, signal) =>
        client.GET('/api/tours', { params: { query: { since } }, signal }),
      );
      const tenders = await ask(carrier, options, (client, signal) => client.GET('/api/tenders', { signal }));
      const sayings = [...this.#onTours(carrier, tours, now), ...this.#onTenders(carrier, tenders?.tenders ?? [], now)];
      deeds.push(...this.#unsaid(sayings));
    }
    return deeds;
  }

  #onTours(carrier: string, told: { tours?: ToldTour[]; stops?: ToldStop[] } | undefined, now: number): Saying[] {
    return (told?.tours ?? [])
      .filter((tour) => tour.carrier === carrier && !['completed', 'withdrawn'].includes(tour.state))
      .flatMap((tour) => {
        const stops = (told?.stops ?? []).filter((one) => one.tour === tour.id && one.customer === tour.customer);
        const at: TourAtHand = {
          ...{ seed: this.#seed, tour, stops: stops.sort((a, b) => a.position - b.position) },
          placeOf: (site) => this.#places.get(site),
        };
        return [...this.#accept(at, now), ...sayingsOf(at, now)];
      });
  }

  /** A tour that begins before anybody has taken it on is driven all the same. */
  #accept(at: TourAtHand, now: number): Saying[] {
    const { tour, stops } = at;
    const waits = pick(this.#seed, ACCEPTED_WITHIN_MINUTES, 'accepts', markOf(tour, stops)) * MINUTE_MS;
    const isDue = now >= this.#firstSeen(`${tour.id}/${tour.revision}`, now) + waits;
    return tour.state === 'published' && isDue && Date.parse(tour.departsAt) > now ? [acceptance(at, now)] : [];
  }

  #onTenders(carrier: string, tenders: ToldTender[], now: number): Saying[] {
    return tenders
      .filter((one) => one.carrier === carrier && one.state === 'open' && Date.parse(one.respondBy) > now)
      .flatMap((tender) => {
        const about = `${tender.id}/${tender.round}/${carrier}`;
        const minutes = pick(this.#seed, ANSWERED_WITHIN_MINUTES, 'answers', about);
        const due = Math.min(this.#firstSeen(about, now) + minutes * MINUTE_MS, Date.parse(tender.respondBy) - 1);
        return now >= due ? [answerOf(this.#seed, tender, now)] : [];
      });
  }

  #firstSeen(key: string, now: number): number {
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    if (this.#seen.size > MOST_REMEMBERED) this.#seen.clear();
    this.#seen.set(key, now);
    return now;
  }

  #unsaid(sayings: Saying[]): Deed[] {
    const fresh = sayings.filter(({ key }) => !this.#said.has(key));
    for (const { key } of fresh) this.#said.add(key);
    return fresh.map(({ deed }) => deed);
  }
}

const PRICE_PER_KM = 1.35;

/** Most take what they are asked for at the price that is named; some want more, few have no truck. */
function answerOf(seed: number, tender: ToldTender, now: number): Saying {
  const { id, carrier, round, priceAsked, terms } = tender;
  const about = [terms.distanceKm, round, carrier];
  const dice = chance(seed, 'tender', ...about);
  const own = Math.round((180 + PRICE_PER_KM * terms.distanceKm) * (0.94 + 0.2 * chance(seed, 'price', ...about)));
  const more = priceAsked === null ? own : Math.round(Math.max(own, priceAsked * 1.05));
  const isTaken = priceAsked !== null && dice < 0.55;
  const body = isTaken
    ? { answer: 'accept' as const }
    : dice < 0.9
      ? { answer: 'counter' as const, price: more }
      : { answer: 'reject' as const, reason: 'No truck on that day' };
  return {
    key: `${id}/${round}/${carrier}`,
    deed: {
      ...{ at: now, organisation: carrier, door: 'call', path: '/api/tenders/{id}/answer' },
      say: (client, signal) => client.POST('/api/tenders/{id}/answer', { params: { path: { id } }, body, signal }),
    },
  };
}
