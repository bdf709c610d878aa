import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { House, PlainRoutes, Routes } from '../house.ts';
import { refuse } from '../refuse.ts';
import { clearSessionCookie, principalOf, setSessionCookie } from './authenticate.ts';
import { demoAccounts } from './demo-accounts.ts';
import { endAccess } from './end-access.ts';
import { describeMe } from './me.ts';
import { setLanguage, setPassword } from './person-store.ts';
import type { Principal } from './principal.ts';
import { closed, DONE, Done, Language, Me, Password, SignedIn } from './schemas.ts';
import { hashPassword, verifyPassword } from './secrets.ts';
import { closeSession, closeSessions, findAccountOf, logSignIn, type SignInRecord } from './session-store.ts';
import { PasswordDoor } from './sign-in.ts';

const tags = ['access'];
const open = { public: true };
const Typed = Type.String({ maxLength: 200 });

const DemoAccount = Type.Object({
  email: Type.String(),
  name: Type.String(),
  organisation: Type.String(),
  role: Type.String(),
  password: Type.String(),
});
const SignInOptions = Type.Object({
  demo: Type.Array(DemoAccount),
  oidc: Type.Optional(Type.Object({ name: Type.String() })),
});
const OPTIONS = { tags, summary: 'How one may sign in here', response: { 200: SignInOptions } };
const SIGN_IN = {
  tags,
  summary: 'Sign in with e-mail and password; sets the session cookie',
  body: Type.Object({ email: Typed, password: Typed }, closed),
  response: { 200: SignedIn },
};
const SIGN_OUT = { tags, summary: 'End the session', response: { 200: Done } };
const SHOW_ME = { tags, summary: 'Who I am', response: { 200: Me } };
const CHANGE_ME = {
  tags,
  summary: 'Change my language',
  body: Type.Object({ language: Type.Optional(Language) }, closed),
  response: { 200: Me },
};
const CHANGE_PASSWORD = {
  tags,
  summary: 'Change my password; ends my other sessions',
  body: Type.Object({ current: Typed, password: Password }, closed),
  response: { 200: Done },
};

/** Signing in and out, and what a signed-in person sees and sets of itself. */
export const sessionRoutes: Routes = (app, house) => {
  doorRoutes(app, house);
  ownRoutes(app, house);
};

const doorRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const door = new PasswordDoor(house);

  app.get('/api/sign-in/options', { config: open, schema: OPTIONS }, async () => ({
    demo: house.config.demo ? await demoAccounts(house) : [],
    ...(house.config.oidc ? { oidc: { name: house.config.oidc.name } } : {}),
  }));

  app.post('/api/sign-in', { config: open, schema: SIGN_IN }, async (request, reply) => {
    const { token, who } = await door.signIn({ ...request.body, address: request.ip });
    setSessionCookie(reply, house, token);
    return { me: await describeMe(house, who) };
  });

  app.post('/api/sign-out', { config: open, schema: SIGN_OUT }, async (request, reply) => {
    clearSessionCookie(reply);
    if (request.principal?.kind === 'person') await signOut(house, request.principal, request);
    return DONE;
  });
};

const ownRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/me', { schema: SHOW_ME }, (request) => describeMe(house, principalOf(request)));

  app.patch('/api/me', { schema: CHANGE_ME }, async (request) => {
    const who = principalOf(request);
    const { language } = request.body;
    if (language && who.kind === 'person') await house.db.system((tx) => setLanguage(tx, who.person, language));
    return describeMe(house, who);
  });

  app.put('/api/me/password', { schema: CHANGE_PASSWORD }, async (request) => {
    await changePassword(house, request, request.body);
    return DONE;
  });
};

type Person = Extract<Principal, { kind: 'person' }>;

async function signOut(house: House, who: Person, request: FastifyRequest): Promise<void> {
  await house.db.system(async (tx) => {
    await closeSession(tx, who.session);
    await logSignIn(tx, noteOf(house, who, request, { outcome: 'signed-out', method: 'session' }));
  });
  await endAccess(house, { session: who.session });
}

async function changePassword(
  house: House,
  request: FastifyRequest,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const who = principalOf(request);
  if (who.kind !== 'person')
    return refuse('NOT_ALLOWED', { who: 'An API key', what: 'have a password', needed: 'a person' });
  const account = await house.db.system((tx) => findAccountOf(tx, who.person));
  if (!(await verifyPassword(current, account?.passwordHash))) return refuse('SIGN_IN_FAILED');
  const passwordHash = await hashPassword(password);
  await house.db.system(async (tx) => {
    await setPassword(tx, who.person, passwordHash);
    await closeSessions(tx, who.person, who.session);
    await logSignIn(tx, noteOf(house, who, request, { outcome: 'password-changed', method: 'password' }));
  });
  await endAccess(house, { person: who.person });
}

const noteOf = (
  house: House,
  { organisation, person }: Person,
  request: FastifyRequest,
  what: Pick<SignInRecord, 'outcome' | 'method'>,
): SignInRecord => ({ ...what, organisation, person, address: request.ip, at: house.clock.instant() });
