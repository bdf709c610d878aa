import { ASPECT_NAMES, type AspectName } from '@intakt/catena-x';

/** An aspect that two partners exchange per part, as PURIS names it in its addresses. */
export interface Exchanged {
  aspect: AspectName;
  /** Which side of the trade speaks: stock and its reach are stated on both, told apart by their direction. */
  speaker: 'by-direction' | 'supplier' | 'customer';
  /** What is computed stays its owner's statement: only Intakt's own engines record projections. */
  isTaken: boolean;
}

export const EXCHANGED = {
  'item-stock': { aspect: 'ItemStock', speaker: 'by-direction', isTaken: true },
  'planned-production': { aspect: 'PlannedProductionOutput', speaker: 'supplier', isTaken: true },
  'material-demand': { aspect: 'ShortTermMaterialDemand', speaker: 'customer', isTaken: true },
  'week-based-material-demand': { aspect: 'WeekBasedMaterialDemand', speaker: 'customer', isTaken: true },
  'delivery-information': { aspect: 'DeliveryInformation', speaker: 'supplier', isTaken: true },
  'days-of-supply': { aspect: 'DaysOfSupply', speaker: 'by-direction', isTaken: false },
} as const satisfies Record<string, Exchanged>;

export type ExchangedName = keyof typeof EXCHANGED;
export const EXCHANGED_NAMES = Object.keys(EXCHANGED) as ExchangedName[];
export const TAKEN_NAMES = EXCHANGED_NAMES.filter((name) => EXCHANGED[name].isTaken);

/** Master data: told of a part by whom it belongs to or who numbers it, not between two partners. */
export const MASTER_DATA = {
  'part-type-information': 'PartTypeInformation',
  'single-level-bom-as-planned': 'SingleLevelBomAsPlanned',
} as const satisfies Record<string, AspectName>;
export type MasterDataName = keyof typeof MASTER_DATA;
export const MASTER_DATA_NAMES = Object.keys(MASTER_DATA) as MasterDataName[];

/** What partners can be asked to state anew; capacity groups are asked for by what they are called. */
export const CAPACITY_GROUP = 'week-based-capacity-group';
export const ASKED_NAMES = [...TAKEN_NAMES, CAPACITY_GROUP] as const;
export type AskedName = ExchangedName | typeof CAPACITY_GROUP;

export const DIRECTIONS = ['INBOUND', 'OUTBOUND'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Inbound is the customer's view of a part, outbound the supplier's. */
export const speakerOf = (name: ExchangedName, direction: Direction | undefined): 'supplier' | 'customer' => {
  const { speaker } = EXCHANGED[name];
  if (speaker !== 'by-direction') return speaker;
  return direction === 'INBOUND' ? 'customer' : 'supplier';
};

/** Models that this door does not exchange under an address of their own, as they would stand in it. */
export const isOtherAspect = (text: string): boolean => {
  const name = text.replaceAll('-', '').toLowerCase();
  return ASPECT_NAMES.some((aspect) => aspect.toLowerCase() === name);
};
