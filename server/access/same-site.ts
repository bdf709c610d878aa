import type { FastifyRequest } from 'fastify';
import { refuse } from '../refuse.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Keeps other sites' pages from changing anything with the visitor's cookie, sign-in included. Browsers say
 * where a request comes from, in Sec-Fetch-Site or else in Origin; who sends neither is no browser and
 * carries nobody else's cookie.
 */
export function requireSameSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const { origin, 'sec-fetch-site': fetchSite } = request.headers;
  if (fetchSite === 'same-origin' || fetchSite === 'none') return;
  if (!fetchSite && !origin) return;
  if (origin && ownHosts(request, publicUrl).includes(hostOf(origin))) return;
  refuse('CROSS_SITE', { origin: origin ?? 'another site' });
}

const ownHosts = (request: FastifyRequest, publicUrl: string | undefined): (string | undefined)[] => [
  request.host,
  ...(publicUrl ? [hostOf(publicUrl)] : []),
];

const hostOf = (url: string): string | undefined => URL.parse(url)?.host;
