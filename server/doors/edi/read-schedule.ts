import type {
  Authorisation,
  CumulativePosition,
  DeliverySchedule,
  EventCommand,
  Id,
  ScheduleQuantity,
  ScheduleStatement,
} from '@intakt/contract';
import { instantAt } from './local-time.ts';
import { convert } from './quantities.ts';
import { partKey } from './resolve-part.ts';
import { lanesOf, missLane, resolveShipFrom, resolveShipTo } from './resolve-place.ts';
import { labelOf } from './search.ts';
import { commandId, type Reader, resolveMeasuredPart, resolveSides } from './trade.ts';
import { compact } from '../gaps.ts';

/** One schedule statement becomes one schedule-released, once everything in it is known. */
export function readSchedule(
  reader: Reader,
  statement: ScheduleStatement,
): EventCommand<'schedule-released'> | undefined {
  const { search } = reader;
  const trade = resolveSides(reader, { ...statement, sentBy: 'customer' });
  const measured = resolveMeasuredPart(reader, { reference: statement.part, unit: statement.unit, ...trade });
  const to = resolveShipTo(search, { ...trade, reference: statement.shipTo, unloadingPoint: statement.unloadingPoint });
  const parts = [measured?.part.id];
  const from = resolveShipFrom(search, { ...trade, reference: statement.shipFrom, parts, to, required: false });
  const { customer, supplier } = trade;
  if (!customer || !supplier || !measured || !to) return undefined;
  missLane(search, {
    customer,
    supplier,
    part: measured.part.id,
    partKey: partKey(statement.part),
    from,
    to,
    required: false,
  });
  const shipFrom = from ?? lanesOf(search.data, { ...trade, parts, to })[0]?.from;
  return {
    type: 'schedule-released',
    source: 'edi',
    id: commandId(
      reader,
      statement.documentNumber,
      statement.releasedOn,
      statement.scheduleKind,
      partKey(statement.part),
      labelOf(statement.shipTo),
    ),
    occurredAt: `${statement.releasedOn}T00:00:00.000Z`,
    data: compact<DeliverySchedule>({
      customer,
      supplier,
      part: measured.part.id,
      shipTo: to,
      shipFrom,
      unloadingPoint: statement.unloadingPoint,
      release: statement.release,
      previousRelease: statement.previousRelease,
      releasedOn: statement.releasedOn,
      kind: statement.scheduleKind,
      unit: measured.part.unit,
      quantities:
        statement.function === 'cancel'
          ? []
          : statement.quantities.map((q) => toInstants(reader, to, convertBucket(q, measured.factor))),
      cumulative: statement.cumulative && convertCumulative(statement.cumulative, measured.factor),
      authorisations: statement.authorisations?.map((a) => convertAuthorisation(a, measured.factor)),
      orderReference: statement.orderReference,
    }),
  };
}

const convertBucket = (bucket: ScheduleQuantity, factor: number): ScheduleQuantity =>
  compact({
    ...bucket,
    quantity: convert(bucket.quantity, factor),
    cumulative: bucket.cumulative === undefined ? undefined : convert(bucket.cumulative, factor),
  });

/** Delivery times are those on the wall of the place that the goods go to. */
const toInstants = (reader: Reader, site: Id, bucket: ScheduleQuantity): ScheduleQuantity =>
  compact({
    ...bucket,
    dueAt: instantAt(reader, site, bucket.dueAt),
    dueUntil: instantAt(reader, site, bucket.dueUntil),
  });

const convertAuthorisation = (authorisation: Authorisation, factor: number): Authorisation => ({
  ...authorisation,
  cumulative: convert(authorisation.cumulative, factor),
});

function convertCumulative(position: CumulativePosition, factor: number): CumulativePosition {
  const scaled = (quantity: number | undefined) => (quantity === undefined ? undefined : convert(quantity, factor));
  return compact({
    ...position,
    received: scaled(position.received),
    despatched: scaled(position.despatched),
    required: scaled(position.required),
    lastDespatch:
      position.lastDespatch && compact({ ...position.lastDespatch, quantity: scaled(position.lastDespatch.quantity) }),
  });
}

/**
 * A customer may call off one part for several unloading points of one site in one message. The house keeps one
 * schedule per part and site, so such statements are added up; otherwise the last would hide the others.
 */
export function joinSchedules(commands: EventCommand<'schedule-released'>[]): EventCommand<'schedule-released'>[] {
  const joined = new Map<string, EventCommand<'schedule-released'>>();
  for (const command of commands) {
    const { customer, supplier, part, shipTo, kind } = command.data;
    const relation = [customer, supplier, part, shipTo, kind].join(' ');
    const first = joined.get(relation);
    joined.set(relation, first ? { ...first, data: addUp(first.data, command.data) } : command);
  }
  return [...joined.values()];
}

function addUp(one: DeliverySchedule, other: DeliverySchedule): DeliverySchedule {
  const buckets = new Map<string, ScheduleQuantity>();
  for (const bucket of [...one.quantities, ...other.quantities]) {
    const key = [bucket.from, bucket.to, bucket.dueAt, bucket.dueUntil, bucket.horizon].join(' ');
    const first = buckets.get(key);
    buckets.set(key, first ? withoutCumulative({ ...first, quantity: first.quantity + bucket.quantity }) : bucket);
  }
  const quantities = [...buckets.values()].sort((a, b) => a.from.localeCompare(b.from));
  const unloadingPoint = one.unloadingPoint === other.unloadingPoint ? one.unloadingPoint : undefined;
  return compact({ ...one, unloadingPoint, quantities, cumulative: addPositions(one.cumulative, other.cumulative) });
}

/** Cumulatives of two unloading points run apart, so a sum per bucket would mean nothing. */
const withoutCumulative = ({ cumulative: _, ...bucket }: ScheduleQuantity): ScheduleQuantity => bucket;

function addPositions(one?: CumulativePosition, other?: CumulativePosition): CumulativePosition | undefined {
  if (!one || !other) return one ?? other;
  const sum = (a?: number, b?: number) => (a === undefined ? b : a + (b ?? 0));
  return compact({
    ...one,
    received: sum(one.received, other.received),
    despatched: sum(one.despatched, other.despatched),
    required: sum(one.required, other.required),
  });
}
