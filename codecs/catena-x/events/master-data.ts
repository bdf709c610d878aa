import type { BillOfMaterial, Part } from '@intakt/contract';
import type { PartTypeInformation, SingleLevelBomAsPlanned } from '../aspects.ts';
import { type AspectProblem, problem } from '../problem.ts';

/**
 * A PartTypeInformation as a registered part. The aspect has no unit; the caller says in which the owner keeps it.
 *
 * @example partOf(information, { part: 'mirror', owner: 'acme', unit: 'H87' })
 */
export function partOf(
  { partTypeInformation: { manufacturerPartId, nameAtManufacturer } }: PartTypeInformation,
  { part, owner, unit }: Pick<Part, 'part' | 'owner' | 'unit'>,
): Part {
  return { part, owner, number: manufacturerPartId, description: nameAtManufacturer.slice(0, 200), unit };
}

/** A part as its PartTypeInformation; the part number stands for a name where the part has none. */
export function partTypeOf({ number, description }: Part, asset: string): PartTypeInformation {
  const partTypeInformation = { manufacturerPartId: number, nameAtManufacturer: description ?? number };
  return { globalAssetId: asset, partTypeInformation };
}

/**
 * A SingleLevelBomAsPlanned as a bill of material; a validity covers whole days (UTC).
 *
 * @param names whose bill it is, its parent, and the part behind each child's UUID
 * @returns the bill of the children that are known, and the others with their place
 */
export function billOfMaterial(
  { childItems }: SingleLevelBomAsPlanned,
  names: { owner: string; parent: string; partOf: (asset: string) => string | undefined },
): { bill: BillOfMaterial; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const components = childItems.flatMap(({ globalAssetId, quantity, validityPeriod }, index) => {
    const part = names.partOf(globalAssetId);
    if (part === undefined) {
      problems.push(problem('VALUE_INVALID', `/childItems/${index}/globalAssetId`, globalAssetId, 'a part known here'));
      return [];
    }
    const { validFrom, validTo } = validityPeriod ?? {};
    const from = validFrom && { validFrom: validFrom.slice(0, 10) };
    const to = validTo && { validTo: validTo.slice(0, 10) };
    return [{ part, quantity: quantity.value, unit: quantity.unit, ...from, ...to }];
  });
  return { bill: { owner: names.owner, parent: names.parent, components }, problems };
}

/** A bill of material as a SingleLevelBomAsPlanned; every child needs its UUID and the BPNL of its supplier. */
export function bomAsPlannedOf(
  { components }: BillOfMaterial,
  names: {
    asset: string;
    createdOn: string;
    childOf: (part: string) => { asset: string; supplier: string } | undefined;
  },
): { aspect: SingleLevelBomAsPlanned; problems: AspectProblem[] } {
  const problems: AspectProblem[] = [];
  const childItems = components.flatMap(({ part, quantity, unit, validFrom, validTo }) => {
    const child = names.childOf(part);
    if (!child) {
      problems.push(problem('VALUE_INVALID', '', part, 'a part with a global asset id and a supplier'));
      return [];
    }
    const validityPeriod = {
      ...(validFrom && { validFrom: `${validFrom}T00:00:00.000Z` }),
      ...(validTo && { validTo: `${validTo}T23:59:59.000Z` }),
    };
    return [
      {
        globalAssetId: child.asset,
        quantity: { value: quantity, unit },
        businessPartner: child.supplier,
        createdOn: names.createdOn,
        ...(validFrom || validTo ? { validityPeriod } : {}),
      },
    ];
  });
  return { aspect: { globalAssetId: names.asset, childItems }, problems };
}
