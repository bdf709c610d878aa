import type { InventoryMeasure, StockStatus } from '@intakt/contract';

/** What a quantity of INVRPT (6063) counts, and whether it may be used. */
export interface InventoryKind {
  measure: InventoryMeasure;
  status?: StockStatus;
}

const kind = (measure: InventoryMeasure, status?: StockStatus): InventoryKind => ({
  measure,
  ...(status && { status }),
});

/**
 * 6063, UN code list "quantity type", as far as it counts stock. 156 is a movement that INV explains.
 * 152 is a quantity on hand in D.97A and consignment stock in D.04A: on hand in both.
 */
export const INVENTORY_KINDS: Record<string, InventoryKind> = {
  '8': kind('on-hand'),
  '12': kind('despatched'),
  '17': kind('on-hand'),
  '20': kind('on-hand', 'blocked'),
  '21': kind('on-order'),
  '24': kind('on-hand'),
  '27': kind('on-hand', 'blocked'),
  '48': kind('received'),
  '57': kind('in-transit'),
  '58': kind('consumed'),
  '60': kind('on-hand', 'available'),
  '64': kind('scrapped'),
  '73': kind('on-order'),
  '89': kind('on-hand', 'in-quality'),
  '96': kind('on-hand', 'blocked'),
  '97': kind('minimum'),
  '98': kind('maximum'),
  '124': kind('on-hand', 'blocked'),
  '145': kind('on-hand'),
  '152': kind('on-hand'),
  '158': kind('on-hand'),
  '169': kind('despatched'),
  '191': kind('adjusted'),
};
/** X12 data element 673, quantity qualifier, as far as it counts stock. */
export const X12_INVENTORY_KINDS: Record<string, InventoryKind> = {
  '17': kind('on-hand'),
  '33': kind('on-hand', 'available'),
  '34': kind('on-hand', 'blocked'),
  '20': kind('on-hand', 'blocked'),
  QH: kind('on-hand', 'blocked'),
  '39': kind('despatched'),
  '63': kind('on-order'),
  '72': kind('minimum'),
  '73': kind('maximum'),
  '87': kind('received'),
  '99': kind('consumed'),
  IQ: kind('in-transit'),
};
/** The same the other way, by measure and status. */
export const X12_QUANTITIES: Record<string, string> = {
  'on-hand': '17',
  'on-hand available': '33',
  'on-hand blocked': '34',
  despatched: '39',
  'on-order': '63',
  minimum: '72',
  maximum: '73',
  received: '87',
  consumed: '99',
  'in-transit': 'IQ',
};
export const MOVEMENT_QUANTITY = '156';

/** INV 4499, why stock moved: reception, delivery, scrapped, difference, consumption. */
export const MOVEMENT_REASONS: Record<string, InventoryMeasure> = {
  '1': 'received',
  '2': 'despatched',
  '3': 'scrapped',
  '4': 'adjusted',
  '11': 'consumed',
};
/** INV 4501. */
export const OUT_OF_INVENTORY = '1';
export const INTO_INVENTORY = '2';

/** INV 7491, the kind of inventory: accepted, damaged. Bonded and reserved stock says nothing of its use. */
export const INVENTORY_STATUSES: Record<string, StockStatus> = { '1': 'available', '2': 'blocked' };

/** How a quantity is written: 6063, and INV 7491 where the status needs it. */
export const MEASURE_QUANTITIES: Record<InventoryMeasure, string> = {
  'on-hand': '145',
  'in-transit': '57',
  'on-order': '73',
  received: '48',
  despatched: '12',
  consumed: '58',
  produced: '156',
  scrapped: '64',
  adjusted: '191',
  minimum: '97',
  maximum: '98',
};
export const STATUS_QUANTITIES: Record<StockStatus, string> = { available: '60', blocked: '20', 'in-quality': '89' };
