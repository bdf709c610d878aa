import type { IsoDay } from '@intakt/contract';
import {
  addDays,
  type DatedQuantity,
  type DemandQuantity,
  type Projection,
  projectStock,
  workingCalendar,
} from '@intakt/material-flow';
import type { BandFact, DespatchFact, FlowFacts, LaneFact, LineFact, PlanFact, ScheduleFact } from './flow-store.ts';
import { GIVE_UP_AFTER_DAYS, openQuantities } from './netting.ts';
import { type Asked, calendarAt, constrainNodes } from './tier-network.ts';

/** One part at one site of one owner, projected. */
export interface FlowNode {
  owner: string;
  site: string;
  part: string;
  unit: string;
  onHand: number;
  inTransit: number;
  overdue: number;
  projection: Projection;
  contributions: Contribution[];
}

/** Where a figure of the projection comes from; `eventId` leads to the message. */
export interface Contribution {
  kind: 'stock' | 'shipment' | 'schedule' | 'requirement' | 'production' | 'call-off' | 'transfer';
  day?: IsoDay;
  to?: IsoDay;
  quantity: number;
  eventId: string;
  reference: string;
  partner?: string;
  confirmed: boolean;
  overdueDays?: number;
  /** Which goods under way these are, and when they are expected. */
  shipment?: { id: string; expectedAt: string; band?: BandFact };
  /** When they should have come: a lead time after they left. */
  promisedDay?: IsoDay;
}

/** What was called off earlier than this and never despatched is history, not backlog. */
const BACKLOG_DAYS = 28;

interface Draft {
  owner: string;
  site: string;
  part: string;
  unit: string;
  onHand: number;
  inTransit: number;
  overdue: number;
  receipts: DatedQuantity[];
  planned: DatedQuantity[];
  demand: DemandQuantity[];
  ownRequirement: boolean;
  contributions: Contribution[];
}

/**
 * Projects every node that the organisation owns from its own facts and what direct partners told it, then holds back what
 * components are missing for and what suppliers disclose that they can not send. Pure.
 */
export function projectNodes(
  facts: FlowFacts,
  { organisation, today, horizonDays }: { organisation: string; today: IsoDay; horizonDays: number },
): FlowNode[] {
  const builder = new NodeBuilder(facts, organisation, today);
  builder.addStock();
  builder.addPlans();
  builder.addTransit();
  builder.addTransfers();
  builder.addSchedules();
  const calendars = new Map(facts.sites.map((site) => [site.id, workingCalendar(site)]));
  const alone = builder.drafts().map((draft) => finish(draft, { calendars, today, horizonDays }));
  return constrainNodes(alone, facts, { calendars, today, horizonDays });
}

class NodeBuilder {
  readonly #facts: FlowFacts;
  readonly #organisation: string;
  readonly #today: IsoDay;
  readonly #drafts = new Map<string, Draft>();
  readonly #zones: Map<string, string>;
  readonly #lanes: Map<string, LaneFact>;
  readonly #despatches: Map<string, DespatchFact[]>;
  readonly #readAtGate: Map<string, number>;

  constructor(facts: FlowFacts, organisation: string, today: IsoDay) {
    this.#facts = facts;
    this.#organisation = organisation;
    this.#today = today;
    this.#zones = new Map(facts.sites.map((site) => [site.id, site.timeZone]));
    this.#lanes = new Map(facts.lanes.map((lane) => [relationKey({ ...lane, shipTo: lane.siteTo }), lane]));
    this.#despatches = Map.groupBy(facts.despatches, relationKey);
    this.#readAtGate = new Map(
      facts.claims.map((claim) => [[claim.site, claim.part, claim.reference].join('\u0000'), claim.byRead]),
    );
  }

  drafts(): Draft[] {
    return [...this.#drafts.values()];
  }

  addStock(): void {
    for (const stock of this.#facts.stock) {
      const draft = this.#at(stock.site, stock.part, stock.unit);
      if (stock.status === 'available') draft.onHand += stock.quantity;
      draft.contributions.push({
        kind: 'stock',
        quantity: stock.quantity,
        eventId: stock.eventId,
        reference: stock.status,
        confirmed: true,
      });
    }
  }

  addPlans(): void {
    for (const plan of this.#facts.plans) {
      const draft = this.#at(plan.site, plan.part, plan.unit);
      if (plan.kind === 'requirement') draft.ownRequirement = true;
      for (const { day, quantity } of plan.quantities) {
        if (day < this.#today) continue;
        const rest = plan.kind === 'requirement' && day === this.#today ? this.#notYetUsed(plan, quantity) : quantity;
        if (plan.kind === 'requirement') draft.demand.push({ from: day, quantity: rest, source: plan.eventId });
        else draft.receipts.push({ day, quantity, source: plan.eventId });
        draft.contributions.push({
          kind: plan.kind,
          day,
          quantity: rest,
          eventId: plan.eventId,
          reference: plan.kind,
          confirmed: true,
        });
      }
    }
  }

  addTransit(): void {
    for (const line of this.#facts.lines) {
      const rest = this.#notYetHere(line);
      if (rest <= 0) continue;
      const due = localDay(line.expectedAt, this.#zones.get(line.siteTo));
      const overdueDays = due < this.#today ? daysAfter(due, this.#today) : 0;
      const draft = this.#at(line.siteTo, line.part, line.unit);
      draft.inTransit += rest;
      if (overdueDays > 0) draft.overdue += rest;
      const day = overdueDays > 0 ? this.#today : due;
      if (overdueDays <= GIVE_UP_AFTER_DAYS) draft.receipts.push({ day, quantity: rest, source: line.eventId });
      draft.contributions.push({
        kind: 'shipment',
        day: due,
        quantity: rest,
        eventId: line.eventId,
        reference: line.despatchNote,
        partner: line.owner,
        confirmed: line.confirmed,
        shipment: { id: line.shipment, expectedAt: line.expectedAt, ...(line.band && { band: line.band }) },
        ...this.#promised(line),
        ...(overdueDays > 0 && { overdueDays }),
      });
    }
  }

  /** What was decided to go from one own site to another: gone there, and here on its day. */
  addTransfers(): void {
    for (const { id, from, to, part, quantity, unit, leavesOn, arrivesAt, eventId } of this.#facts.transfers) {
      const arrives = localDay(arrivesAt, this.#zones.get(to));
      const told = { kind: 'transfer' as const, eventId, reference: id, confirmed: true };
      const giver = this.#at(from, part, unit);
      if (leavesOn >= this.#today) {
        giver.demand.push({ from: leavesOn, quantity, source: eventId });
        giver.contributions.push({ ...told, day: leavesOn, quantity: -quantity });
      }
      if (arrives < this.#today) continue;
      const taker = this.#at(to, part, unit);
      taker.receipts.push({ day: arrives, quantity, source: eventId });
      taker.contributions.push({ ...told, day: arrives, quantity });
    }
  }

  addSchedules(): void {
    for (const schedule of this.#facts.schedules) {
      if (schedule.customer === this.#organisation) this.#addIncoming(schedule);
      if (schedule.supplier === this.#organisation) this.#addOutgoing(schedule);
    }
  }

  /** At the customer: what is called off and not despatched may still come, at the earliest after the lane's lead time. */
  #addIncoming(schedule: ScheduleFact): void {
    const draft = this.#at(schedule.shipTo, schedule.part, schedule.unit);
    const lane = this.#laneOf(schedule);
    const earliest = addDays(this.#today, Math.ceil(lane?.leadTimeDays ?? 1));
    for (const open of openQuantities(schedule, this.#despatchesOf(schedule))) {
      if (open.from < addDays(this.#today, -BACKLOG_DAYS)) continue;
      const day = open.from < earliest ? earliest : open.from;
      draft.planned.push({ day, quantity: open.quantity, source: schedule.eventId });
      draft.contributions.push({
        kind: 'call-off',
        day,
        quantity: open.quantity,
        eventId: schedule.eventId,
        reference: schedule.release,
        partner: schedule.supplier,
        confirmed: schedule.confirmed,
      });
    }
    if (draft.ownRequirement) return;
    for (const { from, to, quantity } of schedule.quantities) {
      if ((to ?? from) < this.#today) continue;
      const start = from < this.#today ? this.#today : from;
      draft.demand.push({ from: start, to, quantity, source: schedule.eventId });
      draft.contributions.push({
        kind: 'schedule',
        day: start,
        to,
        quantity,
        eventId: schedule.eventId,
        reference: schedule.release,
        partner: schedule.supplier,
        confirmed: schedule.confirmed,
      });
    }
  }

  /** At the supplier: what is called off and not despatched must leave, a lead time before it is due. */
  #addOutgoing(schedule: ScheduleFact): void {
    const lane = this.#laneOf(schedule);
    const site = schedule.shipFrom ?? lane?.siteFrom;
    if (!site) return;
    const draft = this.#at(site, schedule.part, schedule.unit);
    for (const open of openQuantities(schedule, this.#despatchesOf(schedule))) {
      if (open.from < addDays(this.#today, -BACKLOG_DAYS)) continue;
      const leave = addDays(open.from, -Math.ceil(lane?.leadTimeDays ?? 0));
      const day = leave < this.#today ? this.#today : leave;
      draft.demand.push({ from: day, quantity: open.quantity, source: schedule.eventId });
      draft.contributions.push({
        kind: 'schedule',
        day,
        quantity: open.quantity,
        eventId: schedule.eventId,
        reference: schedule.release,
        partner: schedule.customer,
        confirmed: schedule.confirmed,
      });
    }
  }

  #promised({ customer, owner: supplier, part, siteTo, despatchedAt }: LineFact): { promisedDay?: IsoDay } {
    const lane = this.#lanes.get(relationKey({ customer, supplier, part, shipTo: siteTo }));
    if (!lane) return {};
    return { promisedDay: addDays(localDay(despatchedAt, this.#zones.get(siteTo)), Math.ceil(lane.leadTimeDays)) };
  }

  #laneOf = (schedule: ScheduleFact): LaneFact | undefined => this.#lanes.get(relationKey(schedule));

  #despatchesOf = (schedule: ScheduleFact): DespatchFact[] => this.#despatches.get(relationKey(schedule)) ?? [];

  /** What the line has used up today is out of the stock already. */
  #notYetUsed({ site, part }: PlanFact, planned: number): number {
    const used = this.#facts.stock
      .filter((stock) => stock.site === site && stock.part === part && stock.consumedOn === this.#today)
      .reduce((sum, stock) => sum + stock.consumedQuantity, 0);
    return Math.max(0, planned - used);
  }

  /** Scans at the gate count before the receipt is posted. */
  #notYetHere({ siteTo, part, despatchNote, quantity, received }: LineFact): number {
    return quantity - Math.max(received, this.#readAtGate.get([siteTo, part, despatchNote].join('\u0000')) ?? 0);
  }

  #at(site: string, part: string, unit: string): Draft {
    const key = `${site}\u0000${part}`;
    let draft = this.#drafts.get(key);
    if (!draft) {
      draft = {
        owner: this.#organisation,
        site,
        part,
        unit,
        onHand: 0,
        inTransit: 0,
        overdue: 0,
        receipts: [],
        planned: [],
        demand: [],
        ownRequirement: false,
        contributions: [],
      };
      this.#drafts.set(key, draft);
    }
    return draft;
  }
}

/** The light asks whether it will run short even if everything called off is delivered as fast as the lane allows. */
function finish(
  { receipts, planned, demand, ownRequirement: _own, ...node }: Draft,
  { calendars, today, horizonDays }: Asked,
): FlowNode {
  const common = {
    today,
    horizonDays,
    onHand: node.onHand,
    demand,
    calendar: calendarAt(calendars, node.site),
  };
  const projection = projectStock({ ...common, receipts, planned });
  const expected = projectStock({ ...common, receipts: [...receipts, ...planned], planned: [] });
  return { ...node, projection: { ...projection, light: expected.light } };
}

const relationKey = ({
  customer,
  supplier,
  part,
  shipTo,
}: {
  customer: string;
  supplier: string;
  part: string;
  shipTo: string;
}): string => [customer, supplier, part, shipTo].join('\u0000');

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at the place. */
export function localDay(instant: string, timeZone = 'UTC'): IsoDay {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(new Date(instant));
}

const daysAfter = (from: IsoDay, to: IsoDay): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
