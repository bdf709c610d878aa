import { shape } from '../shape.ts';
import { DEMAND_CATEGORY, DIRECTION, ORDER_POSITION, QUANTITY } from './pieces.ts';

/* What PURIS exchanges (CX-0118 to CX-0122, CX-0145): stock, output, demand, deliveries and reach of the coming weeks. */

/** Stock of one material: the customer's of what it bought (inbound), or the supplier's of what it makes (outbound). */
export const ITEM_STOCK = shape({
  required: {
    materialGlobalAssetId: 'uuid',
    direction: DIRECTION,
    positions: {
      set: {
        required: {
          allocatedStocks: {
            set: {
              required: {
                quantityOnAllocatedStock: QUANTITY,
                stockLocationBPNS: 'bpns',
                stockLocationBPNA: 'bpna',
                isBlocked: 'boolean',
                lastUpdatedOnDateTime: 'timestamp',
              },
              optional: {},
            },
          },
        },
        optional: { orderPositionReference: ORDER_POSITION },
      },
    },
  },
  optional: {},
});

/** What the supplier's sites will have made of a material, and when. */
export const PLANNED_PRODUCTION_OUTPUT = shape({
  required: {
    materialGlobalAssetId: 'uuid',
    positions: {
      set: {
        required: {
          allocatedPlannedProductionOutputs: {
            set: {
              required: {
                plannedProductionQuantity: QUANTITY,
                productionSiteBpns: 'bpns',
                estimatedTimeOfCompletion: 'local-timestamp',
                lastUpdatedOnDateTime: 'timestamp',
              },
              optional: {},
            },
          },
        },
        optional: { orderPositionReference: ORDER_POSITION },
      },
    },
  },
  optional: {},
});

/** What the customer's sites need of a material per day. */
export const SHORT_TERM_MATERIAL_DEMAND = shape({
  required: {
    materialGlobalAssetId: 'uuid',
    demandSeries: {
      set: {
        required: {
          customerLocationBpns: 'bpns',
          demandCategory: DEMAND_CATEGORY,
          demands: { set: { required: { day: 'day', demand: QUANTITY }, optional: {} } },
          lastUpdatedOnDateTime: 'timestamp',
        },
        optional: { expectedSupplierLocationBpns: 'bpns' },
      },
    },
  },
  optional: {},
});

const LOCATION = shape({ required: { bpnsProperty: 'bpns' }, optional: { bpnaProperty: 'bpna' } });

/** Deliveries of a material: planned, under way or arrived. */
export const DELIVERY_INFORMATION = shape({
  required: {
    materialGlobalAssetId: 'uuid',
    positions: {
      set: {
        required: {
          deliveries: {
            set: {
              required: {
                deliveryQuantity: QUANTITY,
                lastUpdatedOnDateTime: 'timestamp',
                transitEvents: {
                  set: {
                    required: {
                      dateTimeOfEvent: 'timestamp',
                      eventType: {
                        oneOf: ['estimated-departure', 'estimated-arrival', 'actual-departure', 'actual-arrival'],
                      },
                    },
                    optional: {},
                  },
                  atLeast: 1,
                  atMost: 2,
                },
                transitLocations: { required: { origin: LOCATION, destination: LOCATION }, optional: {} },
              },
              optional: {
                trackingNumber: 'text',
                incoterm: {
                  oneOf: ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DAT', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'],
                },
              },
            },
          },
        },
        optional: { orderPositionReference: ORDER_POSITION },
      },
    },
  },
  optional: {},
});

/** How many days the stock of a material will last, seen from one or more dates. */
export const DAYS_OF_SUPPLY = shape({
  required: {
    materialGlobalAssetId: 'uuid',
    direction: DIRECTION,
    allocatedDaysOfSupply: {
      set: {
        required: {
          amountOfAllocatedDaysOfSupply: {
            set: { required: { date: 'timestamp', daysOfSupply: 'number' }, optional: {} },
          },
          stockLocationBPNS: 'bpns',
          stockLocationBPNA: 'bpna',
          lastUpdatedOnDateTime: 'timestamp',
        },
        optional: {},
      },
    },
  },
  optional: {},
});

/** That demand or capacity changes by more than the plan says, from when, and why (CX-0146). */
export const DEMAND_AND_CAPACITY_NOTIFICATION = shape({
  required: {
    notificationId: 'uuid',
    sourceDisruptionId: 'uuid',
    leadingRootCause: {
      oneOf: [
        'strike',
        'natural-disaster',
        'production-incident',
        'pandemic-or-epidemic',
        'logistics-disruption',
        'war',
        'insolvency',
        'other',
      ],
    },
    effect: { oneOf: ['demand-reduction', 'demand-increase', 'capacity-reduction', 'capacity-increase'] },
    status: { oneOf: ['open', 'resolved'] },
    startDateOfEffect: 'timestamp',
    contentChangedAt: 'timestamp',
  },
  optional: {
    affectedSitesSender: { set: 'bpns' },
    affectedSitesRecipient: { set: 'bpns' },
    text: { longest: 4000 },
    expectedEndDateOfEffect: 'timestamp',
    relatedNotificationIds: { set: 'uuid' },
    materialsAffected: {
      set: {
        required: {},
        optional: { materialGlobalAssetId: 'uuid', materialNumberCustomer: 'text', materialNumberSupplier: 'text' },
      },
    },
    resolvingMeasureDescription: { longest: 4000 },
  },
});
