import type { Projections } from '../../record/projection.ts';
import { dockSlotConfirmed, dockSlotRequested } from './project-dock.ts';
import { freightProjections } from './project-freight.ts';
import { tourReported, tourStopEstimated, tourStopReported } from './project-execution.ts';
import { transportOrderCancelled, transportOrdered, vehicleTypeRegistered } from './project-order.ts';
import { priceProjections } from './project-prices.ts';
import { seasonProjections } from './project-season.ts';
import { tourStopReportWithdrawn } from './project-withdrawal.ts';
import { tourPublished, tourStopPublished, tourStopWithdrawn, tourWithdrawn } from './project-tour.ts';

export const transportProjections: Projections = {
  'vehicle-type-registered': vehicleTypeRegistered,
  'transport-ordered': transportOrdered,
  'transport-order-cancelled': transportOrderCancelled,
  'tour-published': tourPublished,
  'tour-stop-published': tourStopPublished,
  'tour-withdrawn': tourWithdrawn,
  'tour-stop-withdrawn': tourStopWithdrawn,
  'tour-reported': tourReported,
  'tour-stop-reported': tourStopReported,
  'tour-stop-report-withdrawn': tourStopReportWithdrawn,
  'tour-stop-estimated': tourStopEstimated,
  'dock-slot-requested': dockSlotRequested,
  'dock-slot-confirmed': dockSlotConfirmed,
  ...priceProjections,
  ...seasonProjections,
  ...freightProjections,
};
