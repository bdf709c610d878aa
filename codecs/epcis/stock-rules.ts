import type { Action } from './events.ts';

export type StockStatus = 'available' | 'blocked' | 'in-quality';
export type StockDirection = 'in' | 'out' | 'status';

export interface BizStepRow {
  bizStep: string;
  /** What the step does to the stock of the place where it happens; without one it does nothing. */
  direction?: StockDirection;
  /** Status where neither disposition nor persistent disposition says one. */
  status?: StockStatus;
  /** The direction holds for these actions only; the others leave stock alone. */
  actions?: readonly Action[];
  because: string;
}

/** CBV 2.0, section 7.1: one row per business step. */
export const BIZ_STEP_ROWS: readonly BizStepRow[] = [
  { bizStep: 'accepting', direction: 'in', because: 'ownership or custody passes to the one who accepts' },
  { bizStep: 'arriving', direction: 'in', because: 'goods reach the place' },
  { bizStep: 'assembling', direction: 'out', actions: ['ADD'], because: 'components disappear into a larger object' },
  { bizStep: 'collecting', direction: 'in', because: 'empties and returns are gathered at the place' },
  { bizStep: 'commissioning', direction: 'in', actions: ['ADD'], because: 'goods come into being' },
  { bizStep: 'consigning', direction: 'out', because: 'goods are handed over for transport' },
  {
    bizStep: 'creating_class_instance',
    direction: 'in',
    actions: ['ADD'],
    because: 'a quantity of a lot comes into being',
  },
  { bizStep: 'cycle_counting', direction: 'status', status: 'available', because: 'a count states what is there' },
  { bizStep: 'decommissioning', direction: 'out', because: 'the identifier leaves the goods, which leave stock' },
  { bizStep: 'departing', direction: 'out', because: 'goods leave the place' },
  { bizStep: 'destroying', direction: 'out', because: 'goods cease to be' },
  { bizStep: 'disassembling', direction: 'in', actions: ['DELETE'], because: 'components come back out of an object' },
  { bizStep: 'dispensing', direction: 'out', because: 'part of the goods is handed out' },
  { bizStep: 'encoding', because: 'writing a tag moves nothing' },
  { bizStep: 'entering_exiting', because: 'a gate read alone does not tell coming from going' },
  { bizStep: 'holding', direction: 'status', status: 'blocked', because: 'goods are set aside until someone decides' },
  { bizStep: 'inspecting', direction: 'status', status: 'in-quality', because: 'goods are under inspection' },
  { bizStep: 'installing', direction: 'out', actions: ['ADD'], because: 'a component is built into an object' },
  { bizStep: 'killing', because: 'ending a tag moves nothing' },
  { bizStep: 'loading', direction: 'out', because: 'goods go onto the vehicle' },
  { bizStep: 'other', because: 'nothing is known' },
  { bizStep: 'packing', because: 'goods change their package, not their place' },
  { bizStep: 'picking', because: 'goods stay in the house until they are loaded' },
  { bizStep: 'receiving', direction: 'in', because: 'goods are booked into the place' },
  { bizStep: 'removing', direction: 'in', actions: ['DELETE'], because: 'a component is taken out of an object' },
  { bizStep: 'repackaging', because: 'goods change their package, not their place' },
  { bizStep: 'repairing', direction: 'status', status: 'blocked', because: 'goods under repair cannot be used' },
  { bizStep: 'replacing', because: 'one for another: nothing is more or less' },
  { bizStep: 'reserving', because: 'codes or goods are promised, not moved' },
  { bizStep: 'retail_selling', direction: 'out', because: 'goods go to a consumer' },
  { bizStep: 'sampling', direction: 'status', status: 'in-quality', because: 'a sample decides about the goods' },
  { bizStep: 'sensor_reporting', because: 'a reading moves nothing' },
  { bizStep: 'shipping', direction: 'out', because: 'goods are sent off' },
  { bizStep: 'staging_outbound', because: 'goods wait for loading in the house' },
  { bizStep: 'stock_taking', direction: 'status', status: 'available', because: 'a count states what is there' },
  { bizStep: 'stocking', direction: 'status', status: 'available', because: 'goods are put where they are used' },
  { bizStep: 'storing', because: 'goods move within the house' },
  { bizStep: 'transporting', because: 'goods are between places' },
  { bizStep: 'unloading', direction: 'in', because: 'goods come off the vehicle' },
  { bizStep: 'unpacking', because: 'goods change their package, not their place' },
  { bizStep: 'void_shipping', direction: 'in', because: 'what was said to be shipped has stayed' },
];

/** Which dispositions (CBV 2.0, section 7.2) say whether stock may be used; the others leave that open. */
export const DISPOSITION_STATUS: Readonly<Record<string, StockStatus>> = {
  available: 'available',
  conformant: 'available',
  sellable_accessible: 'available',
  sellable_not_accessible: 'available',
  damaged: 'blocked',
  expired: 'blocked',
  mismatch_class: 'blocked',
  mismatch_instance: 'blocked',
  mismatch_quantity: 'blocked',
  needs_replacement: 'blocked',
  no_pedigree_match: 'blocked',
  non_conformant: 'blocked',
  non_sellable_other: 'blocked',
  recalled: 'blocked',
  returned: 'in-quality',
  reserved: 'blocked',
  stolen: 'blocked',
  unavailable: 'blocked',
};
