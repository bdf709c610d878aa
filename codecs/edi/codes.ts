import type { Authorisation, ScheduleQuantity, SequenceCall, StockStatus, TransportMode } from '@intakt/contract';

type Horizon = ScheduleQuantity['horizon'];

/**
 * How binding a quantity is: SCC 4017, UN code list "delivery plan commitment level" (D.96A to D.07A).
 * VDA 4984 uses 1 to 4 and 10, and 5 for what the last delivery fell short of.
 */
export const COMMITMENT_HORIZONS = new Map<string, Horizon>([
  ['1', 'firm'],
  ['2', 'production'],
  ['3', 'material'],
  ['4', 'forecast'],
  ['5', 'backorder'],
  ['10', 'immediate'],
  ['12', 'forecast'],
  ['13', 'forecast'],
  ['15', 'firm'],
]);
export const HORIZON_COMMITMENTS: Record<Horizon, string> = {
  firm: '1',
  production: '2',
  material: '3',
  forecast: '4',
  backorder: '5',
  immediate: '10',
};

/** SCC 4017 over a cumulative quantity without delivery date: what the supplier may make or buy up to it. */
export const COMMITMENT_AUTHORISATIONS: Record<string, Authorisation['kind']> = {
  '1': 'finished',
  '2': 'production',
  '3': 'material',
};
export const AUTHORISATION_COMMITMENTS: Record<Authorisation['kind'], string> = {
  finished: '1',
  production: '2',
  material: '3',
};

/**
 * X12 data element 680, forecast qualifier. J and Q are of later releases than 004010. Z is agreed between partners;
 * without an agreement the least binding reading is taken (see `DecodeOptions.horizons`).
 */
export const FORECAST_HORIZONS = new Map<string, Horizon>([
  ['A', 'immediate'],
  ['B', 'firm'],
  ['C', 'firm'],
  ['D', 'forecast'],
  ['F', 'forecast'],
  ['H', 'firm'],
  ['J', 'material'],
  ['K', 'firm'],
  ['P', 'firm'],
  ['Q', 'production'],
  ['Z', 'forecast'],
]);
/** Horizons without a qualifier of their own in 004010 also go into FST08/09 under ZZ. */
export const HORIZON_FORECASTS: Record<Horizon, string> = {
  immediate: 'A',
  firm: 'C',
  forecast: 'D',
  production: 'D',
  material: 'D',
  backorder: 'A',
};

/** X12 data element 672, resource authorisation; PQ is the cumulative required before the schedule begins. */
export const RESOURCE_AUTHORISATIONS: Record<string, Authorisation['kind']> = {
  FI: 'finished',
  LB: 'production',
  PR: 'production',
  MT: 'material',
};
export const AUTHORISATION_RESOURCES: Record<Authorisation['kind'], string> = {
  finished: 'FI',
  production: 'LB',
  material: 'MT',
};

/** X12 data element 678, ship/delivery pattern, as far as it names one weekday (1 Monday). */
export const PATTERN_WEEKDAYS = new Map(Object.entries({ D: 1, E: 2, F: 3, G: 4, H: 5, J: 6, K: 7 }));

export type MessageFunction = 'original' | 'replace' | 'change' | 'cancel';
/**
 * BGM 1225 and X12 353 (transaction set purpose). 24 to 26 say whether a schedule instructs or forecasts, and nothing
 * of an earlier one.
 */
export const BGM_FUNCTIONS: Record<string, MessageFunction> = {
  '1': 'cancel',
  '3': 'cancel',
  '4': 'change',
  '5': 'replace',
  '9': 'original',
  '24': 'original',
  '25': 'original',
  '26': 'original',
};
export const FUNCTION_BGM: Record<MessageFunction, string> = { cancel: '1', change: '4', replace: '5', original: '9' };
export const PURPOSE_FUNCTIONS: Record<string, MessageFunction> = {
  '00': 'original',
  '01': 'cancel',
  '03': 'cancel',
  '04': 'change',
  '05': 'replace',
  '14': 'original',
};
export const FUNCTION_PURPOSES: Record<MessageFunction, string> = {
  original: '00',
  cancel: '01',
  change: '04',
  replace: '05',
};

type SequenceAction = SequenceCall['action'];
/** SEQ 1245 up to D.98A: amendment, cancellation, created new, no change, replacement. */
export const ACTIONS_1245: Record<string, SequenceAction> = {
  '1': 'change',
  '2': 'cancel',
  '3': 'call',
  '4': 'call',
  '5': 'change',
};
/** SEQ 1229 from D.98B on: added, deleted, changed, no action, call-off, cancelled, replaced, new, withdrawn, other day, other quantity. */
export const ACTIONS_1229: Record<string, SequenceAction> = {
  '1': 'call',
  '2': 'cancel',
  '3': 'change',
  '4': 'call',
  '22': 'call',
  '37': 'cancel',
  '38': 'change',
  '39': 'call',
  '110': 'cancel',
  '111': 'change',
  '112': 'change',
};
export const ACTION_1229: Record<SequenceAction, string> = { call: '22', change: '3', cancel: '37' };
/** SEQ 1159, where the number of a SEQ comes from: 1 to 4 are the customer's production, 5 and 6 the transmission. */
export const SEQUENCE_NUMBERS = { ofVehicles: ['1', '2', '3', '4'], production: '4' };

/** TDT C220.8067 (UN Recommendation 19) and X12 data element 91. */
export const TRANSPORT_8067: Record<string, TransportMode> = {
  '10': 'sea',
  '20': 'rail',
  '30': 'road',
  '31': 'road',
  '40': 'air',
  '80': 'inland-waterway',
};
export const MODE_8067: Record<TransportMode, string> = {
  sea: '10',
  rail: '20',
  road: '30',
  air: '40',
  'inland-waterway': '80',
};
export const TRANSPORT_91: Record<string, TransportMode> = {
  A: 'air',
  M: 'road',
  J: 'road',
  LT: 'road',
  R: 'rail',
  S: 'sea',
  O: 'sea',
  W: 'inland-waterway',
};
export const MODE_91: Record<TransportMode, string> = {
  air: 'A',
  road: 'M',
  rail: 'R',
  sea: 'S',
  'inland-waterway': 'W',
};

/** Units: UN Recommendation 20 beside the older EDIFACT common code and X12 data element 355. */
const UNITS: [rec20: string, edifact: string, x12: string][] = [
  ['H87', 'PCE', 'PC'],
  ['EA', 'EA', 'EA'],
  ['KGM', 'KGM', 'KG'],
  ['GRM', 'GRM', 'GR'],
  ['TNE', 'TNE', 'MP'],
  ['LBR', 'LBR', 'LB'],
  ['MTR', 'MTR', 'MR'],
  ['MMT', 'MMT', 'MM'],
  ['LTR', 'LTR', 'LT'],
  ['MTK', 'MTK', 'SM'],
  ['MTQ', 'MTQ', 'CR'],
  ['FOT', 'FOT', 'FT'],
  ['SET', 'SET', 'ST'],
  ['PR', 'NPR', 'PR'],
];
const BY_EDIFACT = new Map(UNITS.toReversed().map(([rec20, edifact]) => [edifact, rec20]));
const BY_X12 = new Map(UNITS.toReversed().map(([rec20, , x12]) => [x12, rec20]));
export const unitOfEdifact = (code: string) => BY_EDIFACT.get(code) ?? code;
export const edifactUnit = (rec20: string) => UNITS.find(([unit]) => unit === rec20)?.[1] ?? rec20;
export const unitOfX12 = (code: string) => BY_X12.get(code) ?? code;
export const x12Unit = (rec20: string) => UNITS.find(([unit]) => unit === rec20)?.[2] ?? rec20;

/** Kilograms per unit of mass, Rec 20 code. */
export const KILOGRAMS: Record<string, number> = { KGM: 1, GRM: 0.001, TNE: 1000, LBR: 0.45359237 };

/** X12 data element 412, receiving condition, and RECADV quantity qualifiers, as far as they say what may be used. */
export const CONDITION_STATUSES: Record<string, StockStatus> = {
  '01': 'blocked',
  '07': 'available',
  '08': 'blocked',
  '09': 'in-quality',
};
export const STATUS_CONDITIONS: Record<StockStatus, string> = { available: '07', blocked: '08', 'in-quality': '09' };
/** 6063: 194 received and accepted; 195 received, not accepted, to be returned; 196 … to be destroyed; 89 held for quality control; 124 damaged. */
export const RECEIVED_STATUSES: Record<string, StockStatus | undefined> = {
  '48': undefined,
  '46': undefined,
  '194': 'available',
  '195': 'blocked',
  '196': 'blocked',
  '89': 'in-quality',
  '124': 'blocked',
};
