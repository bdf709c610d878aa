import type { Finder } from '../../finder.ts';
import { readCallOffFacts } from './call-off-store.ts';
import {
  findAdviceAgainstCallOff,
  findCumulativeDifferences,
  findMissingAdvice,
  findOverDelivery,
} from './find-call-offs.ts';
import { findCountDifferences, findStaleStock } from './find-in-stock.ts';
import { findSilentTrackers, findTemperatures } from './find-on-the-way.ts';
import { stopFinder } from './stop-finder.ts';
import { listVisibleStock } from './store.ts';
import { readUnderWay } from './under-way-store.ts';

const callOffFinder: Finder = {
  kinds: ['missing-asn', 'asn-against-call-off', 'over-delivery'],
  follows: ['schedule-released', 'shipment-despatched', 'goods-received', 'lane-agreed'],
  find: async (tx, scope) => {
    const facts = await readCallOffFacts(tx, scope);
    return [
      ...findMissingAdvice(facts, scope.today),
      ...findAdviceAgainstCallOff(facts),
      ...findOverDelivery(facts, scope.today),
    ];
  },
};

const onTheWayFinder: Finder = {
  kinds: ['temperature', 'silent-tracker'],
  follows: ['telemetry-digested', 'position-reported', 'geofence-crossed', 'goods-received', 'part-registered'],
  ages: true,
  find: async (tx, { organisation, now }) => {
    const goods = await readUnderWay(tx, organisation);
    return [...findTemperatures(goods), ...findSilentTrackers(goods, now)];
  },
};

const stockFinder: Finder = {
  kinds: ['stock-against-cumulative', 'stale-data'],
  follows: ['stock-counted', 'schedule-released', 'goods-received', 'agreement-accepted', 'agreement-revoked'],
  find: async (tx, scope) => {
    const stocks = await listVisibleStock(tx);
    return [
      ...findCountDifferences(stocks, scope.organisation),
      ...findCumulativeDifferences(await readCallOffFacts(tx, scope)),
      ...findStaleStock(stocks, scope),
    ];
  },
};

/** What this capability looks for; `server/jobs/finders.ts` puts the capabilities' lists together. */
export const visibilityFinders: readonly Finder[] = [stopFinder, callOffFinder, onTheWayFinder, stockFinder];
