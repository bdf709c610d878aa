import { createHash } from 'node:crypto';
import type { EventCommand, EventData, IsoDay } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import type { Option } from '../../finder.ts';
import { expediteOptions } from './exception-options.ts';
import { type FlowNode, localDay } from './flow.ts';
import type { FlowFacts, LaneFact, PlanFact } from './flow-store.ts';
import { greatCircleKm, pointOf } from './great-circle.ts';
import { movedPlan } from './moved-plan.ts';

type Raised = EventData<'exception-raised'>;
/** What is to be prevented: the parts that stop, the nearest first, and the goods that come too late for them. */
export interface Trouble extends Pick<Raised, 'cause'> {
  hits: Raised['hits'];
}

export interface Place {
  id: string;
  owner: string;
  kind: string;
  longitude: number | null;
  latitude: number | null;
}
export interface Succession {
  predecessor: string;
  successor: string;
  ratio: number;
  startsOn: IsoDay;
  endsOn: IsoDay;
}

/** What an organisation knows: its own facts and what partners let it see, and nothing else. */
export interface Known {
  organisation: string;
  today: IsoDay;
  now: string;
  facts: FlowFacts;
  nodes: readonly FlowNode[];
  places: ReadonlyMap<string, Place>;
  massKg: ReadonlyMap<string, number>;
  successions: readonly Succession[];
}

export type Act = { [T in EventCommand['type']]: { type: T; about: string; data: EventData<T> } }[EventCommand['type']];
/** One thing that can be done: the facts with it done, and the events that do it. */
export interface WayOut {
  option: Omit<Option, 'stopAt'>;
  facts: FlowFacts;
  /** Nodes that it takes from: what stops there counts as well. */
  takesFrom: { site: string; part: string }[];
  acts: Act[];
}

/** A part that nothing covers is bridged for so many days; what comes until then was called off by then. */
const BRIDGE_DAYS = 10;
const MOST_OF_A_KIND = 3;

/**
 * What can be done about a stop without hurrying goods: another own site gives, another supplier delivers, another part is
 * fitted, or the plan moves. Each from what the organisation may know, for the part that stops first. Pure.
 */
export function waysOut(trouble: Trouble, known: Known): WayOut[] {
  const gap = gapOf(trouble, known);
  if (!gap) return [];
  return [
    ...fromOtherSites(gap, known),
    ...fromOtherSuppliers(gap, trouble, known),
    ...byOtherParts(gap, known),
    ...byMovedPlans(gap, trouble, known),
  ];
}

interface Gap {
  node: FlowNode;
  /** Days without material, the first of them and the one on which there is some again. */
  from: IsoDay;
  until?: IsoDay;
  quantity: number;
}

function gapOf({ hits }: Trouble, { nodes }: Known): Gap | undefined {
  const [first] = hits;
  const node = nodes.find(({ site, part }) => site === first?.site && part === first.part);
  const from = node?.projection.runsOutIfDelivered;
  if (!node || !from) return undefined;
  const { days, projectedIfDelivered } = node.projection;
  const start = days.indexOf(from);
  const again = projectedIfDelivered.findIndex((stock, day) => day > start && stock >= 0);
  const end = again < 0 ? start + BRIDGE_DAYS : Math.min(again, start + BRIDGE_DAYS);
  const missing = -Math.min(...projectedIfDelivered.slice(start, end));
  return { node, from, quantity: missing, ...(again >= 0 && { until: days[again]! }) };
}

/** What a node never needs before it is delivered anew. */
const spareOf = ({ onHand, projection }: FlowNode): number =>
  Math.max(0, Math.min(onHand, ...projection.projectedIfDelivered));

function fromOtherSites({ node, quantity, from }: Gap, known: Known): WayOut[] {
  const { site, part, unit } = node;
  const ways = known.nodes
    .filter((one) => one.part === part && one.site !== site && spareOf(one) > 0)
    .flatMap((donor): WayOut[] => {
      const taken = Math.min(quantity, Math.floor(spareOf(donor)));
      const van = taken > 0 ? vanBetween(donor.site, site, { part, quantity: taken, known }) : undefined;
      if (!van || van.arrivesAt!.slice(0, 10) > from) return [];
      const transfer = {
        owner: known.organisation,
        transfer: transferId([known.organisation, donor.site, site, part, known.today]),
        from: donor.site,
        to: site,
        part,
        quantity: taken,
        unit,
        leavesOn: known.today,
        arrivesAt: van.arrivesAt!,
      };
      const fact = { ...transfer, id: transfer.transfer, eventId: '' };
      return [
        {
          option: { ...van, option: 'other-site', of: donor.site, quantity: taken, unit },
          facts: { ...known.facts, transfers: [...known.facts.transfers, fact] },
          takesFrom: [{ site: donor.site, part }],
          acts: [{ type: 'stock-transfer-planned', about: 'transfer', data: transfer }],
        },
      ];
    });
  return ways.slice(0, MOST_OF_A_KIND);
}

/** The same decision on the same day is one transfer. */
const transferId = (about: string[]): string =>
  `transfer-${createHash('sha256').update(about.join('\u0000')).digest('hex').slice(0, 24)}`;

/** A van of one's own from place to place, where both places and what the goods weigh are known as far as it needs them. */
function vanBetween(
  from: string,
  to: string,
  { part, quantity, known }: { part: string; quantity: number; known: Known },
): Pick<Option, 'arrivesAt' | 'costEuro' | 'co2Kg'> | undefined {
  const [start, end] = [from, to].map((site) => {
    const place = known.places.get(site);
    return pointOf(place?.longitude, place?.latitude);
  });
  if (!start || !end) return undefined;
  const distanceKm = greatCircleKm(start, end);
  const massKg = known.massKg.get(part);
  const [van] = expediteOptions({
    now: known.now,
    distanceKm,
    grossMassKg: massKg === undefined ? undefined : massKg * quantity,
  });
  const { option: _option, ...rest } = van!;
  return rest;
}

/**
 * Lanes are the suppliers that were approved for the part. Of whom delivers already more is called off; of another one that
 * its own disclosure does not say that it stops. What it costs is between the two and is not guessed.
 */
function fromOtherSuppliers({ node, quantity }: Gap, { cause }: Trouble, known: Known): WayOut[] {
  const { site, part } = node;
  const lanes = known.facts.lanes.filter(
    (lane) =>
      lane.customer === known.organisation &&
      lane.part === part &&
      lane.siteTo === site &&
      lane.supplier !== cause?.supplier,
  );
  const others = [...Map.groupBy(lanes, ({ supplier }) => supplier).values()].map(
    (ofOne) => ofOne.toSorted((a, b) => a.leadTimeDays - b.leadTimeDays)[0]!,
  );
  const isOnly = cause === undefined && others.length === 1;
  return others.slice(0, MOST_OF_A_KIND).map((lane) => byCallOff(lane, { node, quantity, isOnly, known }));
}

function byCallOff(
  lane: LaneFact,
  { node, quantity, isOnly, known }: { node: FlowNode; quantity: number; isOnly: boolean; known: Known },
): WayOut {
  const { supplier, part } = lane;
  const due = addDays(known.today, Math.ceil(lane.leadTimeDays));
  const rounded = roundedUp(quantity, lane);
  const isSame = (one: { customer: string; supplier: string; part: string; shipTo: string }): boolean =>
    one.customer === known.organisation && one.supplier === supplier && one.part === part && one.shipTo === node.site;
  const present = known.facts.schedules.find(isSame);
  const {
    eventId: _event,
    confirmed: _confirmed,
    customer: _customer,
    ...terms
  } = present ?? {
    ...NO_SCHEDULE,
    customer: known.organisation,
  };
  const schedule = {
    ...terms,
    supplier,
    part,
    shipTo: node.site,
    unit: present?.unit ?? node.unit,
    release: `${present?.release ?? 'EXTRA'}+${known.now.slice(0, 16)}`.slice(0, 35),
    releasedOn: present?.releasedOn ?? known.today,
    quantities: [...(present?.quantities ?? []), { from: due, quantity: rounded, horizon: 'firm' as const }].toSorted(
      (a, b) => (a.from < b.from ? -1 : 1),
    ),
  };
  const { shipFrom, cumulative, authorisations, kind, ...rest } = schedule;
  const data: EventData<'schedule-released'> = {
    ...rest,
    customer: known.organisation,
    kind: kind as EventData<'schedule-released'>['kind'],
    ...(shipFrom && { shipFrom }),
    ...(cumulative && { cumulative }),
    ...(authorisations.length > 0 && { authorisations }),
  };
  const fact = { ...schedule, customer: known.organisation, eventId: '', confirmed: true };
  return {
    option: {
      option: isOnly ? 're-plan' : 'alternative-supplier',
      of: supplier,
      quantity: rounded,
      unit: node.unit,
      arrivesAt: `${due}T00:00:00.000Z`,
    },
    facts: { ...known.facts, schedules: [...known.facts.schedules.filter((one) => !isSame(one)), fact] },
    takesFrom: [],
    acts: [{ type: 'schedule-released', about: 'release', data }],
  };
}

const NO_SCHEDULE = {
  kind: 'call-off',
  shipFrom: null,
  cumulative: null,
  authorisations: [],
  eventId: '',
  confirmed: true,
};

const roundedUp = (quantity: number, { minimumQuantity, roundingQuantity }: LaneFact): number => {
  const wanted = Math.max(quantity, minimumQuantity ?? 0);
  return roundingQuantity ? Math.ceil(wanted / roundingQuantity) * roundingQuantity : wanted;
};

/** A part that follows or precedes it may be fitted in its place while both are in use. */
function byOtherParts({ node, from, until }: Gap, known: Known): WayOut[] {
  const pairs = known.successions
    .filter(({ startsOn, endsOn }) => startsOn <= known.today && known.today <= endsOn)
    .flatMap(({ predecessor, successor, ratio }) =>
      predecessor === node.part
        ? [{ other: successor, per: ratio }]
        : successor === node.part
          ? [{ other: predecessor, per: 1 / ratio }]
          : [],
    );
  return pairs
    .slice(0, MOST_OF_A_KIND)
    .flatMap(({ other, per }) => byOtherPart(other, per, { node, from, until, known }));
}

function byOtherPart(
  other: string,
  per: number,
  { node, from, until, known }: Pick<Gap, 'node' | 'from' | 'until'> & { known: Known },
): WayOut[] {
  const { site, part } = node;
  const planOf = (wanted: string): PlanFact | undefined =>
    known.facts.plans.find((plan) => plan.kind === 'requirement' && plan.site === site && plan.part === wanted);
  const spare = known.nodes.find((one) => one.site === site && one.part === other);
  const plan = planOf(part);
  if (!spare || !plan) return [];
  const end = until ?? addDays(from, BRIDGE_DAYS);
  let left = Math.floor(spareOf(spare) / per);
  const replaced = plan.quantities
    .filter(({ day }) => day >= from && day < end)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, quantity }) => {
      const moved = Math.min(quantity, left);
      left -= moved;
      return { day, moved };
    })
    .filter(({ moved }) => moved > 0);
  if (replaced.length === 0) return [];
  const less = movedBy(plan, replaced, -1);
  const bare: PlanFact = { ...plan, part: other, unit: spare.unit, quantities: [] };
  const more = movedBy(planOf(other) ?? bare, replaced, per);
  const kept = known.facts.plans.filter((one) => one !== plan && one !== planOf(other));
  return [
    {
      option: {
        option: 'alternative-part',
        of: other,
        quantity: replaced.reduce((sum, { moved }) => sum + moved * per, 0),
        unit: spare.unit,
      },
      facts: { ...known.facts, plans: [...kept, less, more] },
      takesFrom: [{ site, part: other }],
      acts: [less, more].map((one) => planned(one, known.organisation)),
    },
  ];
}

function movedBy(plan: PlanFact, days: readonly { day: IsoDay; moved: number }[], per: number): PlanFact {
  const byDay = new Map(plan.quantities.map(({ day, quantity }) => [day, quantity]));
  for (const { day, moved } of days) byDay.set(day, Math.max(0, (byDay.get(day) ?? 0) + moved * per));
  return { ...plan, quantities: [...byDay].map(([day, quantity]) => ({ day, quantity })) };
}

/** All that would be fitted without the part waits for it and is made up for afterwards. */
function byMovedPlans({ node, from, until }: Gap, { hits, cause }: Trouble, known: Known): WayOut[] {
  const again = until ?? (cause && localDay(cause.expectedAt));
  if (!again) return [];
  const { site } = node;
  const stopped = new Set(hits.filter((hit) => hit.site === site).map(({ part }) => part));
  const madeOf = new Set(
    known.facts.bills
      .filter(({ components }) => components.some((one) => stopped.has(one.part)))
      .map(({ parent }) => parent),
  );
  const isMoved = (plan: PlanFact): boolean =>
    plan.site === site && (plan.kind === 'requirement' ? stopped.has(plan.part) : madeOf.has(plan.part));
  const moved = known.facts.plans.filter(isMoved).map((plan) => movedPlan(plan, { from, until: again }));
  if (moved.length === 0 || moved.some((plan) => plan === undefined)) return [];
  const plans = moved as PlanFact[];
  return [
    {
      option: { option: 're-plan', of: site },
      facts: { ...known.facts, plans: [...known.facts.plans.filter((plan) => !isMoved(plan)), ...plans] },
      takesFrom: plans.map(({ part }) => ({ site, part })),
      acts: plans.map((plan) => planned(plan, known.organisation)),
    },
  ];
}

function planned({ kind, site, part, unit, quantities }: PlanFact, owner: string): Act {
  const days = quantities.map(({ day }) => day).sort();
  const data = { owner, site, part, unit, from: days[0]!, to: days.at(-1)!, quantities: [...quantities] };
  return { type: `${kind}-planned` as 'requirement-planned', about: `${kind}/${part}`, data };
}
