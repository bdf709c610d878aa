import type { IsoDay } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { beyond, type Deviation, type DeviationHit } from '../../finder.ts';
import type { CallOffFacts, RelationFact, ShippedFact } from './call-off-store.ts';
import { openQuantities } from './netting.ts';

/** Days after which a despatch that had to leave is missed, and raised; an older backlog is history. */
const MISSED_AFTER_DAYS = 1;
const BACKLOG_DAYS = 28;
/** Only these bind the supplier to despatch; the rest of a release is for planning (VDA 4984). */
const BINDING = new Set(['backorder', 'immediate', 'firm']);
/** Shares of what was called off that may be exceeded: packs are full, counts are not exact. */
const MORE = { raise: 0.05, keep: 0.02 };
/** Goods may come this much ahead of their day and count as called off. */
const AHEAD_DAYS = 5;

/**
 * Call-offs that had to leave by now and of which no despatch advice tells: one per supplier and place, with all parts, because
 * one truck that does not come is one cause. Pure.
 */
export function findMissingAdvice(facts: CallOffFacts, today: IsoDay): Deviation[] {
  const missed = facts.relations.flatMap((relation) => {
    const despatches = facts.shipped.filter((one) => isOf(one, relation));
    const due = openQuantities(relation, despatches)
      .filter(({ horizon, from }) => BINDING.has(horizon) && from >= addDays(today, -BACKLOG_DAYS))
      .map(({ from, quantity }) => ({ leave: addDays(from, -Math.ceil(relation.leadTimeDays ?? 0)), quantity }))
      .filter(({ leave }) => leave < today)
      .sort((a, b) => (a.leave < b.leave ? -1 : 1));
    return due.length === 0
      ? []
      : [{ relation, leave: due[0]!.leave, quantity: due.reduce((sum, one) => sum + one.quantity, 0) }];
  });
  return [...Map.groupBy(missed, ({ relation }) => `${relation.supplier}\u0000${relation.shipTo}`).values()].map(
    (together): Deviation => {
      const first = together.toSorted((a, b) => (a.leave < b.leave ? -1 : 1))[0]!;
      const { supplier, shipTo, release } = first.relation;
      const since = `${first.leave}T00:00:00.000Z`;
      const difference = { ...sumOf(together), since };
      const hits = together.map(
        ({ relation, leave, quantity }): DeviationHit => ({
          ...place(relation),
          shortQuantity: quantity,
          raises: leave <= addDays(today, -MISSED_AFTER_DAYS),
        }),
      );
      const told = [{ to: supplier, site: shipTo, supplier, reference: release, difference }];
      return {
        kind: 'missing-asn',
        key: [supplier, shipTo],
        partner: supplier,
        reference: release,
        hits,
        difference,
        impactAt: since,
        told,
      };
    },
  );
}

/** One figure where all is of one unit; pieces and kilograms are not added up. */
function sumOf(missed: { relation: RelationFact; quantity: number }[]): { expected?: number; unit: string } {
  const unit = missed[0]!.relation.unit;
  if (missed.some(({ relation }) => relation.unit !== unit)) return { unit };
  return { expected: missed.reduce((sum, { quantity }) => sum + quantity, 0), unit };
}

/**
 * Advised goods under way that were not called off, or by which more is despatched than the release calls off in all. Asked
 * only of suppliers that are called off here at all: who orders otherwise is not judged. Pure.
 */
export function findAdviceAgainstCallOff(facts: CallOffFacts): Deviation[] {
  const calledOff = new Set(facts.relations.map(({ supplier }) => supplier));
  const odd = facts.shipped
    .filter(({ open, supplier }) => open && calledOff.has(supplier))
    .flatMap((line) => judge(line, facts));
  return [...Map.groupBy(odd, ({ line }) => `${line.supplier}\u0000${line.shipment}`).values()].map(
    (together): Deviation => {
      const { line, observed, expected } = together[0]!;
      const { supplier, shipment, despatchNote, unit } = line;
      const difference = { observed, expected, unit };
      return {
        kind: 'asn-against-call-off',
        key: [supplier, shipment],
        partner: supplier,
        cause: { supplier, shipment, despatchNote, expectedAt: instantOf(line.expectedAt) },
        difference,
        impactAt: instantOf(line.expectedAt),
        hits: together.map((one) => ({ ...place(one.line), raises: one.side === 'raise' })),
        told: [
          { to: supplier, site: line.shipTo, part: line.part, supplier, shipment, reference: despatchNote, difference },
        ],
      };
    },
  );
}

function judge(line: ShippedFact, { relations, shipped }: CallOffFacts) {
  const ofLine = relations.filter((relation) => isOf(line, relation));
  if (ofLine.length === 0) return [{ line, observed: line.quantity, expected: 0, side: 'raise' as const }];
  const [relation] = ofLine.toSorted((a, b) => calledIn(b) - calledIn(a));
  const expected = calledIn(relation!);
  const until = shipped.filter(
    (one) => isOf(one, relation!) && one.despatchedOn >= relation!.releasedOn && !isLater(one, line),
  );
  const observed = until.reduce((sum, one) => sum + one.quantity, 0);
  const side = expected > 0 ? beyond(observed / expected - 1, MORE) : 'raise';
  return side && line.despatchedOn >= relation!.releasedOn ? [{ line, observed, expected, side }] : [];
}

const isLater = (one: ShippedFact, line: ShippedFact): boolean =>
  one.despatchedOn > line.despatchedOn ||
  (one.despatchedOn === line.despatchedOn && one.despatchNote > line.despatchNote);

const calledIn = ({ quantities }: RelationFact): number => quantities.reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * More received since the release than it called off until now and for the days ahead, whatever the advices said: the
 * stock is paid for and lies in the way. One per relation, because each has its own release. Pure.
 */
export function findOverDelivery(facts: CallOffFacts, today: IsoDay): Deviation[] {
  return facts.relations.flatMap((relation): Deviation[] => {
    const until = addDays(today, AHEAD_DAYS);
    const expected = relation.quantities
      .filter(({ from }) => from <= until)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const observed = facts.received
      .filter((one) => isOf(one, relation) && one.receivedOn >= relation.releasedOn)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const side = observed === 0 ? undefined : beyond(expected > 0 ? observed / expected - 1 : 1, MORE);
    if (!side) return [];
    const { supplier, shipTo, part, release, unit } = relation;
    const difference = { observed, expected, unit };
    const told = [{ to: supplier, site: shipTo, part, supplier, reference: release, difference }];
    const hits = [{ ...place(relation), raises: side === 'raise' }];
    return [
      {
        kind: 'over-delivery',
        key: [supplier, part, shipTo],
        partner: supplier,
        reference: release,
        difference,
        hits,
        told,
      },
    ];
  });
}

/**
 * Cumulatives that both sides count apart: what the customer says it received, against what it received by the receipts that
 * stand here. Receipts since the statement are allowed for, so that mere time between both is no difference. Pure.
 */
export function findCumulativeDifferences(facts: CallOffFacts): Deviation[] {
  return facts.cumulatives.flatMap((row): Deviation[] => {
    if (row.statedReceived === null) return [];
    const relation = facts.relations.find((one) => isOf(row, one));
    const since = relation
      ? facts.received
          .filter((one) => isOf(one, relation) && one.receivedOn >= relation.releasedOn)
          .reduce((sum, { quantity }) => sum + quantity, 0)
      : 0;
    const ahead = row.received - row.statedReceived;
    const apart = ahead < 0 ? -ahead : Math.max(0, ahead - since);
    const side = beyond(apart, { raise: 1, keep: 1e-6 });
    if (!side) return [];
    const { supplier, part, shipTo } = row;
    const unit = relation?.unit ?? 'H87';
    const difference = { observed: row.received, expected: row.statedReceived, unit };
    const told = [{ to: supplier, site: shipTo, part, supplier, reference: relation?.release, difference }];
    const hits = [{ site: shipTo, part, unit, raises: side === 'raise' }];
    return [
      {
        kind: 'stock-against-cumulative',
        key: ['cumulative', supplier, part, shipTo],
        partner: supplier,
        difference,
        hits,
        told,
      },
    ];
  });
}

const isOf = (
  one: { supplier: string; part: string; shipTo: string },
  relation: { supplier: string; part: string; shipTo: string },
): boolean => one.supplier === relation.supplier && one.part === relation.part && one.shipTo === relation.shipTo;

const place = ({ shipTo, part, unit }: { shipTo: string; part: string; unit: string }) => ({
  site: shipTo,
  part,
  unit,
});
const instantOf = (at: string): string => new Date(at).toISOString();
