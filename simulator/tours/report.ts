import { hash } from 'node:crypto';
import type { StopMilestone, TourMilestone } from '@intakt/contract';
import { pick } from '../chance.ts';
import { command } from '../commands.ts';
import type { Deed } from '../deeds.ts';
import { instant } from '../despatch.ts';
import { alongRoute, type LonLat } from '../geography.ts';
import { type DrivenStop, driveOf, markOf } from './drive.ts';
import { partiesOfStop, type ToldStop, type ToldTour } from './told-tour.ts';

const SOURCE = 'telematics';
const MINUTE_MS = 60_000;
/** All trucks of a carrier tell where they are at the same moments. */
const POSITION_EVERY_MS = 3 * MINUTE_MS;

export interface TourAtHand {
  seed: number;
  tour: ToldTour;
  /** In the order in which the truck comes by. */
  stops: ToldStop[];
  placeOf: (site: string) => LonLat | undefined;
}

/** Something that is said once: by `key` it is known whether it was. */
export interface Saying {
  key: string;
  deed: Deed;
}

/** Everything that the carrier has to say of a tour until now and that nobody has said yet, in the order of time. */
export function sayingsOf(at: TourAtHand, now: number): Saying[] {
  const driven = driveOf(at.seed, at.tour, at.stops);
  const begun = departure(at, driven[0], now);
  const reports = driven.flatMap((one) => [...delayNotice(at, driven, one, now), ...stopReports(at, one, now)]);
  const position = positionReport(at, driven, now);
  return [...begun, ...reports, ...(position ? [position] : [])];
}

/** The carrier takes the tour on and names the truck. */
export function acceptance(at: TourAtHand, now: number): Saying {
  return tourReport(at, { milestone: 'accepted', at: now, key: `accepted/${at.tour.revision}` });
}

const BEGUN = ['under-way', 'completed', 'withdrawn'];

function departure(at: TourAtHand, first: DrivenStop | undefined, now: number): Saying[] {
  if (!first || first.setsOutAt > now || BEGUN.includes(at.tour.state)) return [];
  return [tourReport(at, { milestone: 'departed', at: first.setsOutAt, key: 'departed' })];
}

interface Told {
  milestone: TourMilestone;
  at: number;
  key: string;
  position?: LonLat;
}

function tourReport(at: TourAtHand, { milestone, at: moment, key, position }: Told): Saying {
  const { id, customer, carrier, vehicle } = at.tour;
  const about = `${id}/${key}`;
  const event = command(SOURCE, 'tour-reported', about, instant(moment), {
    ...{ tour: id, customer, carrier: carrier!, milestone, at: instant(moment) },
    vehicle: vehicle ?? plateOf(at),
    ...(position && { position: { longitude: degrees(position[0]), latitude: degrees(position[1]) } }),
  });
  return { key: about, deed: { at: moment, organisation: carrier!, door: 'events', event } };
}

/** Also the day's first tour of a truck gets the same plate again after a restart. */
function plateOf({ seed, tour, stops }: TourAtHand): string {
  const fleet = tour.carrier!.replace('org-', '').slice(0, 2).toUpperCase();
  return `L ${fleet} ${pick(seed, [1000, 9999], 'plate', markOf(tour, stops))}`;
}

/** What happens at a stop; its ids are made from what they are about, so that what was said before is known. */
function stopReports({ tour, placeOf }: TourAtHand, driven: DrivenStop, now: number): Saying[] {
  const { stop } = driven;
  const place = placeOf(stop.site);
  const served: StopMilestone[] = [
    ...(stop.unloads.length > 0 ? (['delivered'] as const) : []),
    ...(stop.loads.length > 0 ? (['collected'] as const) : []),
  ];
  const all: { milestone: StopMilestone; moment: number; isSaid: boolean }[] = [
    { milestone: 'arrived', moment: driven.arrivesAt, isSaid: stop.arrivedAt !== null },
    ...served.map((milestone) => ({ milestone, moment: driven.servedAt, isSaid: stop.servedAt !== null })),
    { milestone: 'departed', moment: driven.leavesAt, isSaid: stop.departedAt !== null },
  ];
  return all
    .filter(({ moment, isSaid }) => !isSaid && moment <= now && stop.state !== 'refused')
    .map(({ milestone, moment }) => {
      const key = `${tour.id}/${stop.stop}/${milestone}`;
      const position = place && { longitude: degrees(place[0]), latitude: degrees(place[1]) };
      const report = {
        id: nameOf(key),
        stop: stop.stop,
        milestone,
        at: instant(moment),
        ...(position && { position }),
      };
      return { key, deed: reportDeed(tour, moment, report) };
    });
}

interface Report {
  id: string;
  stop: string;
  milestone: StopMilestone;
  at: string;
  position?: { longitude: number; latitude: number };
}

const reportDeed = ({ id, carrier }: ToldTour, at: number, report: Report): Deed => ({
  ...{ at, organisation: carrier!, door: 'call', path: '/api/tours/{id}/reports' },
  say: (client, signal) =>
    client.POST('/api/tours/{id}/reports', { params: { path: { id } }, body: { reports: [report] }, signal }),
});

const nameOf = (key: string): string => hash('sha256', key, 'hex').slice(0, 32);

/** Who stands in a jam says so, for the stop ahead and those behind it. */
function delayNotice(at: TourAtHand, all: DrivenStop[], driven: DrivenStop, now: number): Saying[] {
  const { delay, stop } = driven;
  if (!delay || stop.arrivedAt || delay.noticedAt > now || driven.arrivesAt <= now) return [];
  const ahead = all.slice(all.indexOf(driven)).map((one) => one.stop);
  const lateMs = driven.arrivesAt - Date.parse(stop.plannedArrival);
  return ahead.map((one) => {
    const key = `${at.tour.id}/${stop.stop}/late/${one.stop}`;
    const event = command(SOURCE, 'tour-stop-estimated', key, instant(delay.noticedAt), {
      ...partiesOfStop(one),
      expectedAt: instant(Date.parse(one.plannedArrival) + lateMs),
    });
    return { key, deed: { at: delay.noticedAt, organisation: at.tour.carrier!, door: 'events', event } };
  });
}

/** Where the truck was at the last moment at which trucks report; nothing while it stands at a stop. */
function positionReport(at: TourAtHand, driven: DrivenStop[], now: number): Saying | undefined {
  const moment = Math.floor(now / POSITION_EVERY_MS) * POSITION_EVERY_MS;
  const i = driven.findIndex(({ setsOutAt, arrivesAt }) => setsOutAt < moment && moment < arrivesAt);
  const [to, from] = [driven[i], driven[i - 1]];
  const [start, end] = [from && at.placeOf(from.stop.site), to && at.placeOf(to.stop.site)];
  if (!from || !to || !start || !end || to.stop.arrivedAt) return undefined;
  const share = (moment - to.setsOutAt) / (to.arrivesAt - to.setsOutAt);
  const position = alongRoute([start, end], share);
  return tourReport(at, { milestone: 'en-route', at: moment, key: `at/${instant(moment)}`, position });
}

const degrees = (angle: number): number => Math.round(angle * 1e5) / 1e5;
