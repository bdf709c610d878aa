import type { DespatchLine } from '@intakt/contract';

type Optional = 'orderReference' | 'cumulative' | 'batch' | 'countryOfOrigin' | 'netMassKg' | 'unloadingPoint';
type Details = Omit<DespatchLine, Optional> & { [Key in Optional]: DespatchLine[Key] | undefined };

/** A line of a despatch advice with what is known of it; field by field, see `unitOf`. */
export function lineOf(details: Details): DespatchLine {
  const { line, part, quantity, unit, orderReference, cumulative, batch, countryOfOrigin, netMassKg } = details;
  const made: DespatchLine = { line, part, quantity, unit };
  if (orderReference !== undefined) made.orderReference = orderReference;
  if (cumulative !== undefined) made.cumulative = cumulative;
  if (batch !== undefined) made.batch = batch;
  if (countryOfOrigin !== undefined) made.countryOfOrigin = countryOfOrigin;
  if (netMassKg !== undefined) made.netMassKg = netMassKg;
  if (details.unloadingPoint !== undefined) made.unloadingPoint = details.unloadingPoint;
  return made;
}
