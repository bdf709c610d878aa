import type { EventType, RecordedEvent } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';

const seasonPlanPublished: Projection<'season-plan-published'> = {
  needs: ({ data }) => [need('season_plan', data.customer, data.plan)],
  apply: (event, rows) => {
    const { data } = event;
    rows.put('season_plan', {
      ...{ owner: data.customer, id: data.plan, site: data.site, name: data.name, currency: data.currency },
      ...{ valid_from: data.validFrom, valid_to: data.validTo, cost: data.cost, cost_before: data.costBefore ?? null },
      ...{ co2_kg: data.co2Kg, truck_km: data.truckKm, peak_per_hour: data.peakPerHour, scenario: data.scenario },
      ...{ published_at: event.occurredAt, ...marks(event) },
    });
  },
};

const collectionRhythmSet: Projection<'collection-rhythm-set'> = {
  needs: ({ data }) => [need('collection_rhythm', data.customer, data.plan, data.from, data.to)],
  apply: (event, rows) => {
    const { data } = event;
    rows.put('collection_rhythm', {
      ...{ owner: data.customer, plan: data.plan, site_from: data.from, site_to: data.to, supplier: data.supplier },
      ...{ concept: data.concept, weekdays: data.weekdays, full_loads: data.fullLoads, tour: data.tour ?? null },
      ...{ arrives: data.arrives ?? null, departs: data.departs ?? null },
      ...{ valid_from: data.validFrom, valid_to: data.validTo, ...marks(event) },
    });
  },
};

const masterTourSet: Projection<'master-tour-set'> = {
  needs: ({ data }) => [need('master_tour', data.customer, data.plan, data.tour)],
  apply: (event, rows) => {
    const { data } = event;
    rows.put('master_tour', {
      ...{ owner: data.customer, plan: data.plan, tour: data.tour, carrier: data.carrier ?? null, site_to: data.to },
      ...{ vehicle_name: data.vehicleName, weekdays: data.weekdays, departs: data.departs, stops: data.stops },
      ...{ plant_weekdays: data.plantWeekdays, plant_arrivals: data.plantArrivals, distance_km: data.distanceKm },
      ...{ driving_minutes: data.drivingMinutes, break_minutes: data.breakMinutes, rest_minutes: data.restMinutes },
      ...{ valid_from: data.validFrom, valid_to: data.validTo, ...marks(event) },
    });
  },
};

const marks = ({ audience, sequence }: RecordedEvent<EventType>) => ({ audience, sequence });

export const seasonProjections: Projections = {
  'season-plan-published': seasonPlanPublished,
  'collection-rhythm-set': collectionRhythmSet,
  'master-tour-set': masterTourSet,
};
