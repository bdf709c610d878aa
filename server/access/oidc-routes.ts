import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Transaction } from '@intakt/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { House, Routes } from '../house.ts';
import { setSessionCookie } from './authenticate.ts';
import { type Claims, type LoginSecrets, OidcProvider } from './oidc.ts';
import { normalEmail } from './person-store.ts';
import { type Account, logSignIn } from './session-store.ts';
import { startSession } from './sign-in.ts';

const tags = ['access'];
/** Binds the login to the browser that began it, so that nobody can be signed in to somebody else's account. */
const STATE_COOKIE = 'intakt_oidc';
const CALLBACK = '/api/oidc/callback';

export const oidcRoutes: Routes = (instance, house) => {
  if (!house.config.oidc) return;
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const provider = new OidcProvider(house.config.oidc);

  app.get(
    '/api/oidc/start',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Sign in at the single sign-on provider',
        querystring: Type.Object({ returnTo: Type.Optional(Type.String({ maxLength: 500 })) }),
        response: { 302: Type.Null() },
      },
    },
    async (request, reply) => {
      const { address, ...login } = await provider.begin(ownAddress(house, request, CALLBACK).href);
      await house.db.system((tx) => storeLogin(tx, login, localPath(request.query.returnTo)));
      reply.setCookie(STATE_COOKIE, login.state, {
        path: '/api/oidc',
        httpOnly: true,
        sameSite: 'lax',
        secure: house.config.secureCookies,
        maxAge: 600,
      });
      return reply.redirect(address.href, 302);
    },
  );

  app.get(
    CALLBACK,
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Where the provider sends the browser back to',
        querystring: Type.Object({ state: Type.Optional(Type.String()) }, { additionalProperties: true }),
        response: { 302: Type.Null() },
      },
    },
    async (request, reply) => {
      reply.clearCookie(STATE_COOKIE, { path: '/api/oidc' });
      const { state } = request.query;
      const login =
        state && state === request.cookies[STATE_COOKIE] && (await house.db.system((tx) => takeLogin(tx, state)));
      if (!login) return reply.redirect('/sign-in?problem=SESSION_ENDED', 302);
      const claims = await provider.finish(ownAddress(house, request, request.url), login).catch((error) => {
        house.log.warn(error, 'A single sign-on could not be finished.');
        return undefined;
      });
      return signIn(house, { request, reply, claims, returnTo: login.returnTo });
    },
  );
};

interface Callback {
  request: FastifyRequest;
  reply: FastifyReply;
  claims: Claims | undefined;
  returnTo: string;
}

async function signIn(house: House, { request, reply, claims, returnTo }: Callback): Promise<FastifyReply> {
  const account = claims && (await house.db.system((tx) => findByClaims(tx, claims)));
  if (!account) {
    const failed = {
      email: claims?.email,
      outcome: 'failed',
      method: 'oidc',
      address: request.ip,
      at: house.clock.instant(),
    } as const;
    await house.db.system((tx) => logSignIn(tx, failed));
    return reply.redirect('/sign-in?problem=SIGN_IN_FAILED', 302);
  }
  const { token } = await startSession(house, account, { method: 'oidc', address: request.ip, email: claims.email });
  setSessionCookie(reply, house, token);
  return reply.redirect(returnTo, 302);
}

const ownAddress = (house: House, request: FastifyRequest, path: string): URL =>
  new URL(path, house.config.publicUrl ?? `${request.protocol}://${request.host}`);

/** Only a path of our own: an address elsewhere would make the sign-in a way to send people there. */
function localPath(returnTo: string | undefined): string {
  if (!returnTo) return '/';
  const url = URL.parse(returnTo, 'http://own.invalid');
  return url?.host === 'own.invalid' && returnTo.startsWith('/') ? url.pathname + url.search : '/';
}

async function storeLogin(tx: Transaction, { state, nonce, verifier }: LoginSecrets, returnTo: string): Promise<void> {
  await tx.query('delete from oidc_login where expires_at < now()');
  await tx.query(
    `insert into oidc_login (state, nonce, verifier, return_to, expires_at) values ($1, $2, $3, $4, now() + interval '10 minutes')`,
    [state, nonce, verifier, returnTo],
  );
}

/** Each login can be finished once. */
async function takeLogin(tx: Transaction, state: string): Promise<(LoginSecrets & { returnTo: string }) | undefined> {
  const [login] = await tx.query<LoginSecrets & { returnTo: string }>(
    `delete from oidc_login where state = $1 and expires_at > now() returning state, nonce, verifier, return_to as "returnTo"`,
    [state],
  );
  return login;
}

/** The subject is who it is; a verified e-mail links an account that an administrator has made, the first time. */
async function findByClaims(
  tx: Transaction,
  { issuer, subject, email, emailVerified }: Claims,
): Promise<Pick<Account, 'person' | 'organisation'> | undefined> {
  const key = `${issuer}|${subject}`;
  if (email && emailVerified) {
    await tx.query(
      `update credential c set oidc_subject = $1 from person p
        where p.id = c.person and p.email = $2 and c.oidc_subject is null
          and not exists (select 1 from credential other where other.oidc_subject = $1)`,
      [key, normalEmail(email)],
    );
  }
  const [account] = await tx.query<Pick<Account, 'person' | 'organisation'>>(
    `select p.id as person, p.organisation from person p join credential c on c.person = p.id
      where c.oidc_subject = $1 and not p.disabled and p.erased_at is null`,
    [key],
  );
  return account;
}
