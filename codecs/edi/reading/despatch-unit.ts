import type { DespatchUnit } from '@intakt/contract';

type Details = { [Key in Exclude<keyof DespatchUnit, 'unit'>]?: DespatchUnit[Key] | undefined };

/**
 * A unit with what is known of it. Despatch advices name them by the thousand, so they are put together field by
 * field: V8 makes that several times faster than copying what is defined. Packs of a line on a pallet are most of them.
 */
export function unitOf(unit: string, details: Details): DespatchUnit {
  const { parent, packaging, packagingCount, line, quantity, batch } = details;
  const hasRare = packagingCount !== undefined || batch !== undefined;
  if (!hasRare && parent !== undefined && line !== undefined && quantity !== undefined)
    return packaging === undefined ? { unit, parent, line, quantity } : { unit, parent, packaging, line, quantity };
  const made: DespatchUnit = { unit };
  if (parent !== undefined) made.parent = parent;
  if (packaging !== undefined) made.packaging = packaging;
  if (packagingCount !== undefined) made.packagingCount = packagingCount;
  if (line !== undefined) made.line = line;
  if (quantity !== undefined) made.quantity = quantity;
  if (batch !== undefined) made.batch = batch;
  return made;
}
