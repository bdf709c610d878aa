import type { House, Routes } from '../house.ts';
import { catenaXRoutes } from './catena-x/routes.ts';
import { followContainers } from './dcsa/follow.ts';
import { dcsaRoutes } from './dcsa/routes.ts';
import { largeFilesOf } from './edi/large-files.ts';
import { recoverFiles } from './edi/recover.ts';
import { ediRoutes } from './edi/routes.ts';
import { ediSettingsRoutes } from './edi/settings-routes.ts';
import { jobsOf } from './epcis/background.ts';
import { indexCaptured } from './epcis/index-captured.ts';
import { epcisRoutes } from './epcis/routes.ts';
import { reportSubscriptions } from './epcis/subscriptions.ts';
import { watchFolder } from './folder/watch-folder.ts';
import { importRoutes } from './imports/routes.ts';
import { retryOnLearning } from './inbox/retry.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { deliverDue } from './outgoing/deliver.ts';
import { outgoingRoutes } from './outgoing/routes.ts';
import { speakNext } from './outgoing/speak.ts';
import { partnerRoutes } from './partners/routes.ts';
import { phoneRoutes } from './phone/routes.ts';
import { positionRoutes } from './positions/routes.ts';
import { inRounds } from './post/rounds.ts';
import { telemetryRoutes } from './telemetry/index.ts';
import { deliverWebhooks } from './webhooks/deliver.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export { receiptId, shipmentId } from './edi/identity.ts';
export { type Delivery, type TakenIn, takeIn } from './edi/intake.ts';
export { retryWaiting } from './inbox/retry.ts';
export { digestTelemetry, type MqttDoor, openMqttDoor } from './telemetry/index.ts';

const DOORS: Routes[] = [
  ediRoutes,
  ediSettingsRoutes,
  inboxRoutes,
  outgoingRoutes,
  partnerRoutes,
  webhookRoutes,
  epcisRoutes,
  catenaXRoutes,
  dcsaRoutes,
  positionRoutes,
  phoneRoutes,
  telemetryRoutes,
  importRoutes,
];

/** Every way by which bytes and events come into the house from outside, and go out again. */
export const doorRoutes: Routes = async (app, house) => {
  for (const routes of DOORS) await routes(app, house);
};

/** What the doors do without being asked: take up what a stop left, watch the folder, retry what waits, send what goes out. */
export function startDoors(house: House): () => Promise<void> {
  const recovered = takeUp(house);
  const stops = [
    retryOnLearning(house),
    watchFolder(house),
    sendMessages(house),
    sendWebhooks(house),
    reportCaptured(house),
    followContainers(house),
    () => jobsOf(house).stop(),
    () => largeFilesOf(house).stop(),
  ];
  return async () => {
    await recovered;
    await Promise.all(stops.map((stop) => stop()));
  };
}

const LOOK_EVERY_MS = 2_000;

const sendMessages = (house: House): (() => Promise<void>) =>
  inRounds(house, {
    everyMs: LOOK_EVERY_MS,
    failed: 'Outgoing messages could not be written or delivered; it is tried again.',
    work: async () => {
      const more = await speakNext(house);
      return (await deliverDue(house)) > 0 || more;
    },
  });

const sendWebhooks = (house: House): (() => Promise<void>) =>
  inRounds(house, {
    everyMs: LOOK_EVERY_MS,
    failed: 'Webhooks could not be delivered; it is tried again.',
    work: () => deliverWebhooks(house),
  });

const reportCaptured = (house: House): (() => Promise<void>) =>
  inRounds(house, {
    everyMs: LOOK_EVERY_MS,
    failed: 'EPCIS subscriptions could not be reported to; it is tried again.',
    work: () => reportSubscriptions(house),
  });

async function takeUp(house: House): Promise<void> {
  try {
    await recoverFiles(house, house.clock.instant());
    await largeFilesOf(house).resume();
    await indexCaptured(house);
    await jobsOf(house).resume();
  } catch (error) {
    house.log.error(error, 'What the last stop left at the doors could not be taken up.');
  }
}
