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

type Statement = Partial<Details> & Pick<ScheduleStatement, 'kind'>;

/** A delivery forecast's article with what is known of it, in the order in which people read it; see `unitOf`. */
export function scheduleOf(details: Details): ScheduleStatement {
  const made = headingOf(details);
  addHorizon(made, details);
  made.customer = details.customer;
  made.supplier = details.supplier;
  if (details.shipFrom !== undefined) made.shipFrom = details.shipFrom;
  made.shipTo = details.shipTo;
  made.part = details.part;
  made.unit = details.unit;
  addPlaces(made, details);
  made.release = details.release;
  if (details.previousRelease !== undefined) made.previousRelease = details.previousRelease;
  made.releasedOn = details.releasedOn;
  if (details.orderReference !== undefined) made.orderReference = details.orderReference;
  addQuantities(made, details);
  if (details.packaging !== undefined) made.packaging = details.packaging;
  return made as ScheduleStatement;
}

/** The same of an X12 release's line. */
export function releaseOf(details: Details): ScheduleStatement {
  const made = headingOf(details);
  made.customer = details.customer;
  made.supplier = details.supplier;
  made.shipTo = details.shipTo;
  if (details.shipFrom !== undefined) made.shipFrom = details.shipFrom;
  addPlaces(made, details);
  made.part = details.part;
  made.release = details.release;
  made.releasedOn = details.releasedOn;
  addHorizon(made, details);
  made.unit = details.unit;
  addQuantities(made, details);
  if (details.orderReference !== undefined) made.orderReference = details.orderReference;
  if (details.previousRelease !== undefined) made.previousRelease = details.previousRelease;
  if (details.packaging !== undefined) made.packaging = details.packaging;
  return made as ScheduleStatement;
}

function headingOf({ position, documentNumber, scheduleKind, function: said }: Details): Statement {
  return { kind: 'schedule', position, documentNumber, scheduleKind, function: said };
}

function addHorizon(made: Statement, { horizonStart, horizonEnd }: Details): void {
  if (horizonStart !== undefined) made.horizonStart = horizonStart;
  if (horizonEnd !== undefined) made.horizonEnd = horizonEnd;
}

function addPlaces(made: Statement, { unloadingPoint, supplyArea }: Details): void {
  if (unloadingPoint !== undefined) made.unloadingPoint = unloadingPoint;
  if (supplyArea !== undefined) made.supplyArea = supplyArea;
}

function addQuantities(made: Statement, { quantities, cumulative, authorisations }: Details): void {
  made.quantities = quantities;
  if (cumulative !== undefined) made.cumulative = cumulative;
  if (authorisations !== undefined) made.authorisations = authorisations;
}
