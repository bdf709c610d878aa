import type { BuildPlan } from '@intakt/contract';
import { isoDay, isoWeekday } from '@intakt/material-flow';
import type { DeliveryPlan } from './delivery-plan.ts';

const WEEKS = 40;

/** What the plant builds per model and week, and which variants its customers take. */
export function vehiclePlan({ network, builds }: DeliveryPlan, today: number): BuildPlan {
  const { plant, vehicles } = network;
  const monday = today + 1 - isoWeekday(today);
  const models = Map.groupBy(vehicles.entries(), ([, { part }]) => modelOf(part));
  const perDay = (entries: [number, { perDay: number }][]): number =>
    entries.reduce((sum, [, one]) => sum + one.perDay, 0);
  return {
    owner: plant.organisation,
    site: plant.site,
    release: isoDay(today).replaceAll('-', ''),
    models: Array.from(models, ([model, variants]) => ({
      model,
      weeks: Array.from({ length: WEEKS }, (_, week) => {
        let quantity = 0;
        for (let day = 0; day < 7; day++)
          for (const [vehicle] of variants) quantity += builds.built(vehicle, monday + 7 * week + day);
        return { week: isoDay(monday + 7 * week), quantity };
      }),
    })),
    takeRates: Array.from(models, ([model, variants]) =>
      variants.map(([, { part, perDay: daily }]) => ({
        model,
        part,
        share: Math.round((1000 * daily) / perDay(variants)) / 1000,
      })),
    ).flat(),
  };
}

/** `part-terra-82-awd` is a variant of the model `terra`. */
const modelOf = (part: string): string => part.split('-')[1] ?? part;
