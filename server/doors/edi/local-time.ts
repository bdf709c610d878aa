import type { Id, Instant } from '@intakt/contract';
import { fromWall } from '@intakt/edi';
import type { Reader } from './trade.ts';

/**
 * A moment of a message as an instant. Messages give the time on the wall of where it happens, mostly without saying which
 * zone that is: then it is the zone agreed with the partner, else the site's, else UTC.
 */
export function instantAt({ search }: Reader, site: Id | undefined, moment: string | undefined): Instant | undefined {
  if (!moment || moment.endsWith('Z')) return moment;
  const { timeZones, sites } = search.data;
  const agreed = search.partners.map((partner) => timeZones[partner]).find(Boolean);
  return fromWall(moment, agreed ?? sites.find(({ id }) => id === site)?.timeZone ?? 'UTC');
}
