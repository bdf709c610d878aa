import type { ScheduleStatement } from '@intakt/contract';

type Optional =
  | 'shipFrom'
  | 'unloadingPoint'
  | 'supplyArea'
  | 'previousRelease'
  | 'horizonStart'
  | 'horizonEnd'
  | 'cumulative'
  | 'authorisations'
  | 'packaging'
  | 'orderReference';
type Details = Omit<ScheduleStatement, 'kind' | Optional> & { [Key in Optional]: ScheduleStatement[Key] | undefined };

/** A schedule with what is known of it, in the order in which people read it; field by field, see `unitOf`. */
export function scheduleOf(details: Details): ScheduleStatement {
  const { position, documentNumber, scheduleKind } = details;
  const made = { kind: 'schedule', position, documentNumber, scheduleKind, function: details.function } as Partial<Details>;
  if (details.horizonStart !== undefined) made.horizonStart = details.horizonStart;
  if (details.horizonEnd !== undefined) made.horizonEnd = details.horizonEnd;
  made.customer = details.customer;
  made.supplier = details.supplier;
  if (details.shipFrom !== undefined) made.shipFrom = details.shipFrom;
  made.shipTo = details.shipTo;
  made.part = details.part;
  made.unit = details.unit;
  if (details.unloadingPoint !== undefined) made.unloadingPoint = details.unloadingPoint;
  if (details.supplyArea !== undefined) made.supplyArea = details.supplyArea;
  made.release = details.release;
  if (details.previousRelease !== undefined) made.previousRelease = details.previousRelease;
  made.releasedOn = details.releasedOn;
  if (details.orderReference !== undefined) made.orderReference = details.orderReference;
  made.quantities = details.quantities;
  if (details.cumulative !== undefined) made.cumulative = details.cumulative;
  if (details.authorisations !== undefined) made.authorisations = details.authorisations;
  if (details.packaging !== undefined) made.packaging = details.packaging;
  return made as ScheduleStatement;
}
