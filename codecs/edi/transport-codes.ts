import type { TransportStatus } from '@intakt/contract';

/**
 * STS C555: UN/ECE Recommendation 24 (9011 up to D.98A, 4405 from then on, with the same numbers), as far as a code
 * says what happened to the goods. Any other code is `other`, and stands in the statement as it came.
 */
export const REC24_STATUSES: Record<string, TransportStatus> = {
  '1': 'arrived',
  '3': 'damaged',
  '6': 'booked',
  '7': 'cancelled',
  '8': 'customs-cleared',
  '9': 'customs-cleared',
  '12': 'customs-cleared',
  '13': 'collected',
  '16': 'in-transit',
  '17': 'customs-held',
  '18': 'damaged',
  '20': 'delayed',
  '21': 'delivered',
  '22': 'delivered',
  '24': 'departed',
  '25': 'delayed',
  '27': 'departed',
  '28': 'unloaded',
  '29': 'unloaded',
  '31': 'in-transit',
  '42': 'delivered',
  '43': 'collected',
  '45': 'arrived',
  '48': 'loaded',
  '49': 'lost',
  '51': 'delayed',
  '52': 'delayed',
  '59': 'unloaded',
  '64': 'at-pick-up',
  '72': 'delivered',
  '74': 'delivered',
  '77': 'refused',
  '80': 'returned',
  '82': 'returned',
  '84': 'ordered',
  '85': 'short',
  '86': 'short',
  '90': 'held',
  '91': 'held',
  '93': 'loaded',
  '100': 'in-transit',
  '101': 'delayed',
};

/** The code of Recommendation 24 for a status that came under another list, or under none. */
export const STATUS_REC24: Partial<Record<TransportStatus, string>> = {
  arrived: '1',
  'at-pick-up': '64',
  booked: '6',
  cancelled: '7',
  collected: '13',
  'customs-cleared': '9',
  'customs-held': '17',
  damaged: '3',
  delayed: '20',
  delivered: '21',
  departed: '24',
  held: '90',
  'in-transit': '31',
  loaded: '48',
  lost: '49',
  ordered: '84',
  refused: '77',
  returned: '80',
  short: '85',
  unloaded: '28',
};

/** X12 data element 1650 (shipment status) and 1652 (appointment status), the events of AT7. */
export const X12_STATUSES: Record<string, TransportStatus> = {
  A3: 'returned',
  A7: 'refused',
  A9: 'damaged',
  AA: 'booked',
  AB: 'booked',
  AF: 'departed',
  AG: 'estimated',
  AJ: 'ordered',
  AP: 'delayed',
  B6: 'estimated',
  CA: 'cancelled',
  CP: 'loaded',
  D1: 'delivered',
  J1: 'in-transit',
  P1: 'in-transit',
  PR: 'customs-held',
  SD: 'delayed',
  X1: 'arrived',
  X2: 'estimated',
  X3: 'at-pick-up',
  X4: 'in-transit',
  X5: 'arrived',
  X6: 'in-transit',
  X8: 'at-pick-up',
  XB: 'booked',
};
/** Their moment is when something is expected, not when it happened. */
export const X12_ESTIMATES = ['AG', 'B6', 'X2', 'AA', 'AB'];

/** 1651: no reason beyond the status itself. */
export const NORMAL_STATUS = 'NS';
/** 1650 for a status that came under another code list. */
export const STATUS_X12: Partial<Record<TransportStatus, string>> = {
  arrived: 'X1',
  'at-pick-up': 'X3',
  booked: 'XB',
  cancelled: 'CA',
  'customs-held': 'PR',
  damaged: 'A9',
  delayed: 'SD',
  delivered: 'D1',
  departed: 'AF',
  estimated: 'AG',
  'in-transit': 'X6',
  loaded: 'CP',
  ordered: 'AJ',
  refused: 'A7',
  returned: 'A3',
};

/** Cubic metres per unit of volume, Rec 20 code. */
export const CUBIC_METERS: Record<string, number> = { MTQ: 1, LTR: 0.001, DMQ: 0.001, CMQ: 0.000001 };

/** CNT 6069 of a transport order: gross weight, packages, cube, loading metres (from D.04A on). */
export const TOTALS = { grossMass: '7', packages: '11', volume: '15', loadingMeters: '57' };
