import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import { refuse } from '../refuse.ts';
import { mayReach } from './access.ts';
import { followRoleChanges } from './end-access.ts';
import type { Principal } from './principal.ts';
import { findPrincipal } from './principal-store.ts';
import { requireSameSite } from './same-site.ts';
import { tokenHash, tokenKind } from './secrets.ts';
import { tokensOf } from './token-cache.ts';

export const SESSION_COOKIE = 'intakt_session';
const THIRTY_DAYS_S = 30 * 24 * 3600;

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | undefined;
  }
  interface FastifyContextConfig {
    /** Reachable without signing in. */
    public?: boolean;
  }
}

/** Who asks is found before any route runs; an address under /api or /epcis that is not public needs an answer. */
export async function registerAuthentication(app: FastifyInstance, house: House): Promise<void> {
  if (!app.hasReplyDecorator('setCookie')) await app.register(cookie);
  app.decorateRequest('principal', undefined);
  await tokensOf(house).listen();
  const stopFollowing = followRoleChanges(house);
  app.addHook('onRequest', (request) => authenticate(house, request));
  app.addHook('onClose', async () => {
    stopFollowing();
    await tokensOf(house).stop();
  });
}

export function principalOf(request: FastifyRequest): Principal {
  return request.principal ?? refuse('NOT_SIGNED_IN');
}

async function authenticate(house: House, request: FastifyRequest): Promise<void> {
  const bearer = bearerOf(request);
  if (!bearer) requireSameSite(request, house.config.publicUrl);
  const token = bearer ?? request.cookies[SESSION_COOKIE];
  const { url: route, config } = request.routeOptions;
  if (token) request.principal = await principalOfToken(house, token);
  if (config?.public || !isGuarded(route)) return;
  if (!request.principal) refuse(whyNobody(token));
  const who = principalOf(request);
  if (!mayReach(who, request.method, route!)) {
    refuse('NOT_ALLOWED', {
      who: `A ${who.kind}`,
      what: `use ${request.method} ${route}`,
      needed: 'a person or an API key',
    });
  }
}

/** Whom a token stands for now; what was revoked stands for nobody within a second. */
export function principalOfToken(house: House, token: string): Promise<Principal | undefined> {
  const kind = tokenKind(token);
  if (!kind) return Promise.resolve(undefined);
  return tokensOf(house).find(tokenHash(token), (hash) => findPrincipal(house.db, kind, hash));
}

const isGuarded = (route: string | undefined): boolean => route !== undefined && /^\/(api|epcis)(\/|$)/.test(route);

function whyNobody(token: string | undefined): 'NOT_SIGNED_IN' | 'SESSION_ENDED' | 'LINK_EXPIRED' {
  const kind = token && tokenKind(token);
  if (kind === 'session') return 'SESSION_ENDED';
  return kind === 'link' ? 'LINK_EXPIRED' : 'NOT_SIGNED_IN';
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

export function setSessionCookie(reply: FastifyReply, house: House, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: house.config.secureCookies,
    maxAge: THIRTY_DAYS_S,
  });
}

export const clearSessionCookie = (reply: FastifyReply): unknown => reply.clearCookie(SESSION_COOKIE, { path: '/' });
