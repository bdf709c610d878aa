import type { EventCommand, EventType, Id, IsoDay } from '@intakt/contract';
import { commandOf } from '../../access/index.ts';
import type { House } from '../../house.ts';
import type { Scenario } from './season-schemas.ts';

const DAY = 86_400;

export interface Publication {
  customer: Id;
  name: string;
  currency: string;
  validFrom: IsoDay;
  validTo: IsoDay;
  carriers: Record<string, Id | null>;
}

/**
 * What publishing a scenario says, in one commit: the whole to its owner, to each supplier its own rhythm, to each carrier its
 * tours. Nobody is told of another's.
 */
export function publicationOf(house: House, scenario: Scenario, publication: Publication): EventCommand[] {
  const { customer, validFrom, validTo, carriers } = publication;
  const plan = `season-${scenario.id.replace(/^run-/, '')}`.slice(0, 80);
  const season = { plan, customer, validFrom, validTo };
  const to = scenario.plant.site;
  const say = <T extends EventType>(type: T, about: string, data: object): EventCommand => ({
    ...commandOf(house, type, data as never, 'intakt/transport'),
    id: `${plan}:${validFrom}:${validTo}:${type}:${about}`.slice(0, 200),
    causationId: plan,
  });
  const supplierOf = new Map(scenario.lanes.map((lane) => [lane.lane, lane]));
  return [
    say('season-plan-published', 'plan', {
      ...{ ...season, site: to, name: publication.name, currency: publication.currency, scenario: scenario.id },
      ...{ cost: cents(scenario.plan.cost), costBefore: cents(scenario.today.cost), co2Kg: cents(scenario.plan.co2Kg) },
      ...{ truckKm: cents(scenario.plan.truckKm), peakPerHour: scenario.plan.peakPerHour },
    }),
    ...scenario.plan.lanes.map((lane) => {
      const { supplier, from } = supplierOf.get(lane.lane)!;
      const tour = scenario.plan.tours.find(({ id }) => id === lane.tour);
      const stop = tour?.stops.find((one) => one.lane === lane.lane);
      return say('collection-rhythm-set', from, {
        ...{ ...season, supplier, from, to, concept: lane.concept, weekdays: lane.weekdays, fullLoads: lane.fullLoads },
        ...(tour &&
          stop && { tour: tour.id, arrives: clock(stop.arrivalSeconds), departs: clock(stop.departureSeconds) }),
      });
    }),
    ...scenario.plan.tours.map((tour) =>
      say('master-tour-set', tour.id, {
        ...{ ...season, tour: tour.id, to, vehicleName: tour.truck, weekdays: tour.weekdays },
        ...(carriers[tour.truck] && { carrier: carriers[tour.truck] }),
        departs: clock(tour.departureSeconds),
        stops: tour.stops.map((stop) => ({
          site: supplierOf.get(stop.lane)!.from,
          dayOffset: Math.floor(stop.arrivalSeconds / DAY),
          ...{ arrives: clock(stop.arrivalSeconds), departs: clock(stop.departureSeconds) },
        })),
        ...{ plantWeekdays: [...new Set(tour.plantWeekdays)], plantArrivals: tour.plantSeconds.map(clock) },
        ...{ distanceKm: cents(tour.km), drivingMinutes: Math.round(tour.drivingSeconds / 60) },
        ...{ breakMinutes: Math.round(tour.breakSeconds / 60), restMinutes: Math.round(tour.restSeconds / 60) },
      }),
    ),
  ];
}

const cents = (value: number): number => Math.round(value * 100) / 100;

export function clock(seconds: number): string {
  const minutes = Math.floor((seconds % DAY) / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
