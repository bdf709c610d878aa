import {
  type EventCommand,
  type EventData,
  GeoPosition,
  Id,
  Instant,
  PROBLEM_REASONS,
  Reference,
  STOP_MILESTONES,
  Text,
} from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { closed } from '../../access/schemas.ts';
import type { House } from '../../house.ts';
import { Refusal } from '../../refuse.ts';
import { estimateCommands } from './estimate.ts';
import { stopKey } from './publish.ts';
import { arrivalCommands, type Carried } from './shipment-arrival.ts';
import type { StopRow, TourRow } from './store.ts';

const MOST_PHOTO_CHARACTERS = 600_000;
const Picture = Type.String({
  pattern: '^data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$',
  maxLength: MOST_PHOTO_CHARACTERS,
});

/** One thing that the driver did at a stop. Its id is the phone's own, so that it can be sent again after a dead spot. */
export const StopReport = Type.Object(
  {
    id: Type.String({ minLength: 8, maxLength: 80, pattern: '^[A-Za-z0-9-]+$' }),
    stop: Id,
    milestone: Type.Enum([...STOP_MILESTONES]),
    /** By the phone's clock, when it happened. */
    at: Instant,
    packages: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    scanned: Type.Optional(Type.Array(Reference, { maxItems: 500 })),
    reason: Type.Optional(Type.Enum([...PROBLEM_REASONS])),
    text: Type.Optional(Text),
    position: Type.Optional(GeoPosition),
    signedBy: Type.Optional(Text),
    signature: Type.Optional(Picture),
    photos: Type.Optional(Type.Array(Picture, { maxItems: 4 })),
  },
  closed,
);
export type StopReport = Static<typeof StopReport>;

export const ReportOutcome = Type.Object({
  id: Type.String(),
  outcome: Type.Enum(['recorded', 'known', 'refused']),
  problem: Type.Optional(Type.String()),
});
export type ReportOutcome = Static<typeof ReportOutcome>;

const LONGEST_OFFLINE_MS = 7 * 86_400_000;
const MOST_AHEAD_MS = 10 * 60_000;

export interface TourAtHand {
  tour: TourRow;
  stops: StopRow[];
  /** Despatch advices of goods that the tour carries, so that their arrival is told too. */
  carried: Carried[];
}

/**
 * Takes in what happened, one after the other, each with the new times of the stops behind it in the same commit. What cannot be is
 * named and the rest goes on; what was said before is known.
 */
export async function reportStops(
  house: House,
  { organisation, source }: { organisation: Id; source: string },
  read: () => Promise<TourAtHand>,
  reports: readonly StopReport[],
): Promise<ReportOutcome[]> {
  const outcomes: ReportOutcome[] = [];
  for (const report of reports) {
    const commands = reportCommands(await read(), report, { source, now: house.clock.now() });
    if (commands instanceof Refusal) {
      outcomes.push({ id: report.id, outcome: 'refused', problem: commands.message });
      continue;
    }
    const [first] = await house.recorder.record({ organisation }, commands, { atomic: true });
    outcomes.push(
      first!.ok
        ? { id: report.id, outcome: first!.outcome }
        : first!.refusal.code === 'ID_REUSED'
          ? { id: report.id, outcome: 'known' }
          : { id: report.id, outcome: 'refused', problem: first!.refusal.message },
    );
  }
  return outcomes;
}

/** The happening, for those of its stop; what it moves, for those of each later stop. Pure. */
export function reportCommands(
  { tour, stops, carried }: TourAtHand,
  report: StopReport,
  { source, now }: { source: string; now: number },
): EventCommand[] | Refusal {
  const stop = stops.find((one) => one.stop === report.stop);
  if (!stop) return new Refusal('UNKNOWN_REFERENCE', { what: `stop of tour ${tour.id}`, id: report.stop });
  const at = Date.parse(report.at);
  if (at > now + MOST_AHEAD_MS || at < now - LONGEST_OFFLINE_MS)
    return new Refusal('INVALID', {
      path: 'at',
      problem: `is not within the last week (here it is ${new Date(now).toISOString()}); set the phone's clock`,
      value: report.at,
    });
  const said = { source, id: report.id, occurredAt: report.at, causationId: report.id };
  const happened: EventCommand = {
    ...said,
    type: 'tour-stop-reported',
    data: reportData(stop, report),
    ...(personalOf(report) && { personal: personalOf(report) }),
  };
  const estimates = estimateCommands(stops, report, said);
  return [happened, ...estimates, ...arrivalCommands(stops, carried, estimates, said)];
}

function reportData(stop: StopRow, report: StopReport): EventData<'tour-stop-reported'> {
  const { milestone, at, packages, scanned, reason, text, position, signedBy, signature, photos } = report;
  return {
    ...stopKey(stop),
    milestone,
    at,
    ...(packages !== undefined && { packages }),
    ...(scanned && scanned.length > 0 && { scanned }),
    ...((signature || signedBy) && { signed: true }),
    ...(photos && photos.length > 0 && { photos: photos.length }),
    ...(reason && { reason }),
    ...(text && { text }),
    ...(position && { position }),
  };
}

function personalOf({ signedBy, signature, photos }: StopReport): Record<string, unknown> | undefined {
  if (!signedBy && !signature && !photos?.length) return undefined;
  return { ...(signedBy && { signedBy }), ...(signature && { signature }), ...(photos?.length && { photos }) };
}

export const TourReport = Type.Object(
  {
    milestone: Type.Enum(['accepted', 'departed', 'en-route', 'problem']),
    vehicle: Type.Optional(Reference),
    reason: Type.Optional(Type.Enum([...PROBLEM_REASONS])),
    text: Type.Optional(Text),
    position: Type.Optional(GeoPosition),
  },
  closed,
);
