import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { ledgerTables } from './0001-ledger.ts';
import { networkTables } from './0002-network.ts';
import { demandTables } from './0003-demand.ts';
import { visibilityTables } from './0004-visibility.ts';
import { workingTables } from './0005-working.ts';
import { hideAudience } from './0006-hidden-audience.ts';
import { outgoingTables } from './0007-outgoing.ts';
import { webhookTables } from './0008-webhooks.ts';
import { telemetryTables } from './0009-telemetry.ts';
import { witnessTables } from './0010-witnesses.ts';
import { exceptionTables } from './0011-exceptions.ts';
import { epcisQueryTables } from './0012-epcis-queries.ts';
import { replyColumns } from './0013-replies.ts';
import { exceptionKindTables } from './0014-exception-kinds.ts';
import { jobRunTables } from './0015-job-runs.ts';
import { containerTables } from './0016-container-accounts.ts';
import { deviationTables } from './0017-deviations.ts';
import { commitTables } from './0018-commits.ts';
import { milestoneTables } from './0019-milestones.ts';
import { transportTables } from './0020-transport.ts';
import { arrivalTables } from './0021-arrivals.ts';
import { forecastTables } from './0022-forecasts.ts';
import { seasonPlanTables } from './0023-season-plan.ts';
import { freightTables } from './0024-freight.ts';
import { capacityTables } from './0025-capacity.ts';
import { demandPlanTables } from './0026-demand-plans.ts';
import { phoneLinkPolicies } from './0027-phone-links.ts';
import { largeFileTables } from './0028-large-files.ts';
import { updateRequestTables } from './0029-update-requests.ts';
import { exceptionLightPolicies } from './0030-lights-for-all.ts';
import { stockTransferTables } from './0031-stock-transfers.ts';
import { whatIfTables } from './0032-what-ifs.ts';
import { priceListTables } from './0033-price-list.ts';
import { tourEditionIndex } from './0034-tour-editions.ts';
import { stopProofColumn } from './0035-stop-proofs.ts';
import { dockSlotTables } from './0036-dock-slots.ts';
import { stopReporterColumn } from './0037-stop-reporters.ts';

/** One statement at a time: the extended protocol takes no more, and an error then names its statement. */
const run = (text: string): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of text.split(/;\s*(?:\n|$)/)) {
      if (statement.trim()) await sql.raw(statement).execute(db);
    }
  },
});

const thenHideAudience = ({ up }: Migration): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await up(db);
    await hideAudience(db);
  },
});

/** Applied in the order of their names; a migration that landed is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-ledger': run(ledgerTables),
  '0002-network': run(networkTables),
  '0003-demand': run(demandTables),
  '0004-visibility': run(visibilityTables),
  '0005-working': run(workingTables),
  '0006-hidden-audience': { up: hideAudience },
  '0007-outgoing': run(outgoingTables),
  '0008-webhooks': run(webhookTables),
  '0009-telemetry': run(telemetryTables),
  '0010-witnesses': run(witnessTables),
  '0011-exceptions': thenHideAudience(run(exceptionTables)),
  '0012-epcis-queries': run(epcisQueryTables),
  '0013-replies': run(replyColumns),
  '0014-exception-kinds': thenHideAudience(run(exceptionKindTables)),
  '0015-job-runs': run(jobRunTables),
  '0016-container-accounts': thenHideAudience(run(containerTables)),
  '0017-deviations': thenHideAudience(run(deviationTables)),
  '0018-commits': thenHideAudience(run(commitTables)),
  '0019-milestones': thenHideAudience(run(milestoneTables)),
  '0020-transport': thenHideAudience(run(transportTables)),
  '0021-arrivals': thenHideAudience(run(arrivalTables)),
  '0022-forecasts': thenHideAudience(run(forecastTables)),
  '0023-season-plan': thenHideAudience(run(seasonPlanTables)),
  '0024-freight': thenHideAudience(run(freightTables)),
  '0025-capacity': thenHideAudience(run(capacityTables)),
  '0026-demand-plans': thenHideAudience(run(demandPlanTables)),
  '0027-phone-links': thenHideAudience(run(phoneLinkPolicies)),
  '0028-large-files': run(largeFileTables),
  '0029-update-requests': run(updateRequestTables),
  '0030-lights-for-all': run(exceptionLightPolicies),
  '0031-stock-transfers': thenHideAudience(run(stockTransferTables)),
  '0032-what-ifs': thenHideAudience(run(whatIfTables)),
  '0033-price-list': thenHideAudience(run(priceListTables)),
  '0034-tour-editions': run(tourEditionIndex),
  '0035-stop-proofs': run(stopProofColumn),
  '0036-dock-slots': thenHideAudience(run(dockSlotTables)),
  '0037-stop-reporters': run(stopReporterColumn),
};

/** Written by projections only; dropped and replayed by a rebuild. */
export const READ_TABLES = [
  'organisation',
  'site',
  'packaging',
  'part',
  'part_number',
  'bill_of_material',
  'lane',
  'identifier',
  'agreement',
  'agreement_grant',
  'membership',
  'schedule',
  'schedule_release',
  'plan',
  'commit_line',
  'commit_statement',
  'release_change',
  'demand_history',
  'part_succession',
  'forecast_panel',
  'forecast',
  'capacity_group',
  'capacity_resource',
  'build_plan',
  'demand_scenario',
  'end_demand',
  'shipment',
  'shipment_line',
  'handling_unit',
  'consignment',
  'goods_receipt',
  'cumulative',
  'stock',
  'movement_claim',
  'runout',
  'runout_light',
  'exception',
  'exception_light',
  'exception_told',
  'line_stop_cost',
  'stock_transfer',
  'what_if',
  'container_account',
  'container_movement',
  'consignment_reading',
  'transport_milestone',
  'consignment_equipment',
  'vehicle_type',
  'transport_order',
  'tour',
  'tour_stop',
  'dock_booking',
  'arrival_said',
  'arrival_band',
  'price_list',
  'season_plan',
  'collection_rhythm',
  'master_tour',
  'tender',
  'freight',
  'freight_invoice',
  'claim',
  'share_rule',
  'tour_share',
] as const;
export type ReadTable = (typeof READ_TABLES)[number];
