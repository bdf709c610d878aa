import { shape } from '../shape.ts';
import { BOUNDED_QUANTITY, DEMAND_CATEGORY } from './pieces.ts';

/* Demand and capacity management by week (CX-0128): the week is named by its Monday. */

/** What a customer will need of a material, week by week, over months and years. */
export const WEEK_BASED_MATERIAL_DEMAND = shape({
  required: {
    materialDemandId: 'uuid',
    customer: 'bpnl',
    supplier: 'bpnl',
    materialNumberCustomer: 'text',
    materialDescriptionCustomer: 'text',
    unitOfMeasureIsOmitted: 'boolean',
    materialDemandIsInactive: 'boolean',
    changedAt: 'instant',
    demandSeries: {
      set: {
        required: {
          customerLocation: 'bpns',
          demandCategory: DEMAND_CATEGORY,
          demands: { set: { required: { pointInTime: 'day', demand: BOUNDED_QUANTITY }, optional: {} } },
        },
        optional: { expectedSupplierLocation: 'bpns' },
      },
    },
  },
  optional: { unitOfMeasure: 'unit', materialNumberSupplier: 'text', materialGlobalAssetId: 'uuid' },
});

const COUNT = { from: 1, to: 999 } as const;

/** Beyond which deviation of the demand, in which part of the horizon, somebody is alerted. */
const VOLATILITY = shape({
  required: { startReferenceDateTime: 'timestamp', measurementInterval: COUNT },
  optional: {
    rollingHorizonAlertThresholds: {
      set: {
        required: { sequenceNumber: COUNT, subhorizonLength: COUNT },
        optional: {
          relativePositiveDeviation: 'number',
          relativeNegativeDeviation: { from: 0, to: 1 },
          absolutePositiveDeviation: 'number',
          absoluteNegativeDeviation: 'number',
        },
      },
    },
  },
});

/** What a supplier can make per week, and which demands draw on it. */
export const WEEK_BASED_CAPACITY_GROUP = shape({
  required: {
    capacityGroupId: 'uuid',
    name: 'text',
    customer: 'bpnl',
    supplier: 'bpnl',
    changedAt: 'instant',
    unitOfMeasureIsOmitted: 'boolean',
    capacityGroupIsInactive: 'boolean',
  },
  optional: {
    unitOfMeasure: 'unit',
    supplierLocations: { set: 'bpns' },
    capacities: {
      set: {
        required: { pointInTime: 'day', actualCapacity: BOUNDED_QUANTITY, maximumCapacity: BOUNDED_QUANTITY },
        optional: { agreedCapacity: BOUNDED_QUANTITY, deltaProductionResult: 'number' },
      },
    },
    linkedDemandSeries: {
      set: {
        required: { materialNumberCustomer: 'text', customerLocation: 'bpns', demandCategory: DEMAND_CATEGORY },
        optional: { materialNumberSupplier: 'text', loadFactor: 'number' },
      },
    },
    linkedCapacityGroups: { set: 'uuid' },
    demandVolatilityParameters: VOLATILITY,
  },
});

/** What somebody wrote about a demand, a capacity group or a simulation. */
export const ID_BASED_COMMENT = shape({
  required: { commentId: 'uuid', objectId: 'uuid', objectType: 'text', customer: 'bpnl', supplier: 'bpnl' },
  optional: {
    author: 'text',
    postedAt: 'instant',
    changedAt: 'instant',
    commentText: { longest: 5000 },
    commentType: { oneOf: ['information', 'warning', 'default', 'actionRequired'] },
    requestDelete: 'boolean',
    listOfReferenceDates: { set: 'day' },
    simulationId: 'uuid',
  },
});

/** Asks the partner to send what it holds; without lists, everything. */
export const ID_BASED_REQUEST_FOR_UPDATE = shape({
  required: {},
  optional: {
    weekBasedMaterialDemand: {
      set: { required: { materialDemandId: 'uuid' }, optional: { changedAt: 'timestamp' } },
    },
    weekBasedCapacityGroup: {
      set: { required: { capacityGroupId: 'uuid' }, optional: { changedAt: 'timestamp' } },
    },
  },
});
