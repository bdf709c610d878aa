import { shape } from '../shape.ts';
import { PART_CLASSIFICATION, QUANTITY, SITE_FUNCTION } from './pieces.ts';

/* The industry core's digital twins of parts (CX-0126, CX-0127), as far as supply reads them. */

/** One part that was made to be built in at one place of the sequence. */
export const JUST_IN_SEQUENCE_PART = shape({
  required: {
    globalAssetId: 'uuid',
    localIdentifiers: {
      set: {
        required: {
          key: {
            oneOf: [
              'manufacturerId',
              'batchId',
              'customKey',
              'jisNumber',
              'jisCallDate',
              'parentOrderNumber',
              'partInstanceId',
              'van',
            ],
          },
          value: 'text',
        },
        optional: {},
      },
    },
    manufacturingInformation: {
      required: { productionDate: 'day' },
      optional: {
        country: 'country',
        sites: { set: { required: { siteId: 'bpns', function: SITE_FUNCTION }, optional: {} } },
      },
    },
    partTypeInformation: {
      required: { nameAtManufacturer: 'text' },
      optional: {
        manufacturerPartId: 'text',
        customerPartId: 'text',
        nameAtCustomer: 'text',
        partClassification: PART_CLASSIFICATION,
      },
    },
  },
  optional: {},
});

/** A part as it stands in the catalogue, and which sites make or keep it. */
export const PART_TYPE_INFORMATION = shape({
  required: {
    globalAssetId: 'uuid',
    partTypeInformation: {
      required: { manufacturerPartId: 'text', nameAtManufacturer: 'text' },
      optional: { partClassification: PART_CLASSIFICATION },
    },
  },
  optional: {
    partSitesInformationAsPlanned: {
      set: {
        required: { siteId: 'bpns', function: SITE_FUNCTION },
        optional: { functionValidFrom: 'timestamp', functionValidUntil: 'timestamp' },
      },
    },
  },
});

/** What goes into a part, one level down. */
export const SINGLE_LEVEL_BOM_AS_PLANNED = shape({
  required: {
    globalAssetId: 'uuid',
    childItems: {
      set: {
        required: { globalAssetId: 'uuid', quantity: QUANTITY, businessPartner: 'bpnl', createdOn: 'timestamp' },
        optional: {
          lastModifiedOn: 'timestamp',
          validityPeriod: { required: {}, optional: { validFrom: 'timestamp', validTo: 'timestamp' } },
        },
      },
    },
  },
  optional: {},
});
