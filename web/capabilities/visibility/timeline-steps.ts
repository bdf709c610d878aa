import type { Milestone } from './milestone-queries.ts';
import type { ShipmentDetail } from './queries.ts';

/** One line of the timeline: a word of the despatch advice, the receipt, or a milestone that somebody reported. */
export interface Step {
  key: string;
  /** The catalogue's group and key of its name. */
  group: 'milestone' | 'timeline';
  name: string;
  certainty: Milestone['certainty'];
  at: string;
  by?: string;
  eventId?: string;
  milestone?: Milestone;
}

/** Of one step at one place the last estimate counts, and none once it has happened. Pure. */
export function stepsOf(
  { shipment, consignment, receipts }: Pick<ShipmentDetail, 'shipment' | 'consignment' | 'receipts'>,
  milestones: Milestone[],
): Step[] {
  const said = latest(milestones).map(
    (milestone): Step => ({
      key: milestone.eventId,
      group: 'milestone',
      name: milestone.milestone,
      certainty: milestone.certainty,
      at: milestone.at,
      by: milestone.by,
      eventId: milestone.eventId,
      milestone,
    }),
  );
  const has = (name: string): boolean => said.some((step) => step.certainty === 'actual' && step.name === name);
  const own = (name: string, at: string | null | undefined, more: Partial<Step> = {}): Step[] =>
    at ? [{ key: name, group: 'timeline', name, certainty: 'actual', at, ...more }] : [];
  return [
    ...own('despatched', shipment.despatchedAt, { by: shipment.supplier, eventId: shipment.eventId }),
    ...(has('departed') ? [] : own('leftSite', consignment?.departedAt, { by: consignment?.carrier })),
    ...(has('arrived') || has('gate-in')
      ? []
      : own('cameToSite', consignment?.arrivedAt, { by: consignment?.carrier })),
    ...receipts.flatMap(({ receivedAt, eventId, id }) =>
      own('received', receivedAt, { key: id, by: shipment.customer, eventId }),
    ),
    ...said,
    ...(receipts.length > 0 ? [] : own('expected', shipment.expectedAt, { certainty: 'estimated' })),
  ].sort(
    (a, b) =>
      Number(a.certainty !== 'actual') - Number(b.certainty !== 'actual') || Date.parse(a.at) - Date.parse(b.at),
  );
}

function latest(milestones: Milestone[]): Milestone[] {
  const byStep = new Map<string, Milestone>();
  for (const one of milestones) {
    const place = one.place?.unLocode ?? one.place?.site ?? one.place?.name ?? '';
    const open = `${one.milestone}|${place}|open`;
    if (one.certainty !== 'actual') byStep.set(open, one);
    else {
      byStep.delete(open);
      byStep.set(one.eventId, one);
    }
  }
  return [...byStep.values()];
}
