import type { EventType } from '@intakt/contract';

/** First elements of the query keys, one per kind of answer that the server gives. */
export type QueryRoot =
  | 'me'
  | 'today'
  | 'map'
  | 'exceptions'
  | 'projection'
  | 'what-ifs'
  | 'schedules'
  | 'shipments'
  | 'stock'
  | 'containers'
  | 'receipts'
  | 'cumulatives'
  | 'commits'
  | 'accuracy'
  | 'vehicle-types'
  | 'transport-orders'
  | 'transport-plans'
  | 'tours'
  | 'tenders'
  | 'freight'
  | 'claims'
  | 'savings'
  | 'rates'
  | 'season'
  | 'capacity'
  | 'inbox'
  | 'outgoing'
  | 'webhooks'
  | 'update-requests'
  | 'organisations'
  | 'sites'
  | 'parts'
  | 'packagings'
  | 'lanes'
  | 'bills-of-material'
  | 'identifiers'
  | 'agreements'
  | 'partners'
  | 'people'
  | 'credentials'
  | 'audit'
  | 'jobs'
  | 'forecasts'
  | 'demand-plans';

/** Which answers each event makes stale. Positions are patched into the map instead of asking again. */
export const TOUCHED: Record<EventType, QueryRoot[]> = {
  'organisation-registered': ['organisations', 'partners', 'map'],
  'site-registered': ['sites', 'map', 'partners'],
  'packaging-registered': ['packagings'],
  'part-registered': ['parts'],
  'part-numbered': ['parts'],
  'bill-of-material-registered': ['bills-of-material'],
  'lane-agreed': ['lanes', 'map', 'partners'],
  'lane-ended': ['lanes', 'map', 'partners'],
  'identifier-mapped': ['identifiers', 'inbox'],
  'agreement-proposed': ['agreements', 'partners', 'today'],
  'agreement-accepted': ['agreements', 'partners', 'today', 'projection'],
  'agreement-revoked': ['agreements', 'partners', 'today', 'projection'],
  'roles-granted': ['people', 'audit'],
  'credential-changed': ['credentials', 'audit'],
  'person-erased': ['people', 'audit'],
  'schedule-released': ['accuracy', 'schedules', 'commits', 'capacity', 'projection', 'today', 'inbox', 'cumulatives'],
  'requirement-planned': ['projection', 'today'],
  'production-planned': ['projection', 'today'],
  'shipment-despatched': ['shipments', 'map', 'projection', 'today', 'inbox', 'stock', 'cumulatives', 'containers'],
  'demand-committed': ['commits', 'accuracy'],
  'proposal-answered': ['commits'],
  'release-changed': ['commits', 'schedules'],
  'demand-history-stated': ['forecasts'],
  'demand-history-judged': ['forecasts'],
  'part-succession-stated': ['forecasts'],
  'forecast-panel-stated': [],
  'forecast-published': ['accuracy', 'forecasts'],
  'capacity-stated': ['capacity'],
  'capacity-resources-stated': ['capacity'],
  'capacity-withdrawn': ['capacity'],
  'build-plan-stated': ['demand-plans'],
  'scenario-stated': ['demand-plans'],
  'scenario-promoted': ['demand-plans'],
  'scenario-dropped': ['demand-plans'],
  'end-demand-passed': ['demand-plans'],
  'consignment-handed-over': ['shipments', 'map'],
  'position-reported': [],
  'telemetry-digested': ['shipments'],
  'geofence-crossed': ['shipments', 'map', 'today'],
  'arrival-estimated': ['shipments', 'map', 'projection', 'today'],
  'goods-received': [
    'accuracy',
    'shipments',
    'receipts',
    'stock',
    'map',
    'projection',
    'today',
    'cumulatives',
    'inbox',
    'containers',
  ],
  'stock-counted': ['stock', 'projection', 'today'],
  'stock-moved': ['stock', 'projection', 'today'],
  'stock-transfer-planned': ['projection', 'today'],
  'runout-projected': ['projection', 'today', 'map'],
  'runout-light-projected': ['projection', 'today', 'map'],
  'transport-milestone-reported': ['shipments', 'map'],
  'equipment-assigned': ['shipments'],
  'attachments-erased': ['shipments'],
  'containers-moved': ['containers'],
  'container-balance-stated': ['containers'],
  'what-if-asked': ['what-ifs'],
  'exception-raised': ['exceptions'],
  'exception-withdrawn': ['exceptions'],
  'exception-light-changed': ['exceptions'],
  'exception-options-ranked': ['exceptions'],
  'exception-option-chosen': ['exceptions'],
  'arrival-projected': ['shipments', 'map', 'projection', 'today'],
  'exception-told': ['exceptions', 'today'],
  'line-stop-cost-stated': ['exceptions'],
  'vehicle-type-registered': ['vehicle-types'],
  'transport-ordered': ['transport-orders'],
  'transport-order-cancelled': ['transport-orders'],
  'tour-published': ['tours', 'transport-plans', 'organisations'],
  'tour-stop-published': ['tours', 'transport-orders', 'organisations', 'sites'],
  'tour-withdrawn': ['tours'],
  'tour-stop-withdrawn': ['tours', 'transport-orders'],
  'tour-reported': ['tours'],
  'tour-stop-reported': ['tours', 'transport-orders'],
  'tour-stop-report-withdrawn': ['tours', 'transport-orders'],
  'tour-stop-estimated': ['tours'],
  'dock-slot-requested': ['tours'],
  'dock-slot-confirmed': ['tours'],
  'tariff-agreed': ['rates'],
  'tender-opened': ['tenders'],
  'tender-answered': ['tenders'],
  'tender-closed': ['tenders'],
  'freight-accrued': ['freight'],
  'freight-invoiced': ['freight'],
  'freight-invoice-decided': ['freight'],
  'claim-raised': ['claims'],
  'claim-settled': ['claims'],
  'share-rule-proposed': ['savings'],
  'share-rule-answered': ['savings'],
  'tour-share-computed': ['savings'],
  'groupage-rates-agreed': ['rates'],
  'full-load-rates-agreed': ['rates'],
  'season-plan-published': ['season'],
  'collection-rhythm-set': ['season'],
  'master-tour-set': ['season'],
};

/** A type that this version does not know yet touches everything that is derived from facts. */
export const touchedBy = (type: string): QueryRoot[] =>
  TOUCHED[type as EventType] ?? ['today', 'projection', 'map', 'shipments', 'stock', 'schedules'];

/** What somebody has to act on; all else only shows what has become of it. */
export const isAlert = (root: QueryRoot): boolean => root === 'exceptions';
