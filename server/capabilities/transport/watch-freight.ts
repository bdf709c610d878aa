import type { EventData, EventType, Id } from '@intakt/contract';
import type { House } from '../../house.ts';
import { mergeSome, type Some, watchCommits } from '../visibility/index.ts';
import { accrueTours, listUnaccrued } from './accrue-driven.ts';

/** Events after which a tour may be over, or may be so no longer. */
const MOVES_FREIGHT = new Set<EventType>(['tour-reported', 'tour-stop-reported', 'tour-stop-report-withdrawn']);

/**
 * Reckons a tour's freight anew when it has been driven, whoever said so and through whichever door: the driver's phone, the
 * carrier's message, the API. What an interruption left out is made up for when the day begins.
 */
export const watchFreight = (house: House): (() => Promise<void>) =>
  watchCommits<Some>(house, {
    gatherMs: 100,
    asks: ({ type, data }) => {
      if (!MOVES_FREIGHT.has(type)) return undefined;
      const { customer, tour } = data as EventData<'tour-stop-reported'>;
      return { organisations: [customer], work: new Set([tour]) };
    },
    ages: (passed) => (passed === 'day' ? 'all' : undefined),
    merge: mergeSome,
    look: async (customer: Id, tours) => {
      const ids = tours === 'all' ? await listUnaccrued(house, customer) : [...tours];
      await accrueTours(house, customer, ids);
      return undefined;
    },
    failed: 'Freight could not be accrued.',
  });
