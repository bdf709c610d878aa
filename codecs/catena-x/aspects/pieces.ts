import { shape } from '../shape.ts';

/** Quantity with its item unit (SAMM `shared.quantity` 2.0.0). */
export const QUANTITY = shape({ required: { value: 'number', unit: 'unit' }, optional: {} });

/** An order position, under the customer's numbers and perhaps the supplier's order number. */
export const ORDER_POSITION = shape({
  required: { customerOrderId: 'text', customerOrderPositionId: 'text' },
  optional: { supplierOrderId: 'text' },
});

/**
 * What a demand is for (CX-0128): 0001 none named, A1S1 after sales, SR99 series, PI01 phase-in, OS01 single order,
 * OI01 small series, ED01 extraordinary, PO01 phase-out.
 */
export const DEMAND_CATEGORY = shape({
  required: { demandCategoryCode: { oneOf: ['0001', 'A1S1', 'SR99', 'PI01', 'OS01', 'OI01', 'ED01', 'PO01'] } },
  optional: {},
});

export const DIRECTION = { oneOf: ['INBOUND', 'OUTBOUND'] } as const;

/** The weekly aspects bound their quantities. */
export const BOUNDED_QUANTITY = { from: 0, to: 1e18 } as const;

export const PART_CLASSIFICATION = {
  set: shape({ required: { standard: 'text', id: 'text' }, optional: { description: 'text' } }),
} as const;

export const SITE_FUNCTION = { oneOf: ['production', 'warehouse', 'spare part warehouse'] } as const;
