import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Routes } from '../house.ts';
import { refuse } from '../refuse.ts';
import { clearSessionCookie, principalOf, setSessionCookie } from './authenticate.ts';
import { demoAccounts } from './demo-accounts.ts';
import { endAccess } from './end-access.ts';
import { describeMe } from './me.ts';
import { setLanguage, setPassword } from './person-store.ts';
import { closed, DONE, Done, Email, Language, Me, Password, SignedIn } from './schemas.ts';
import { hashPassword, verifyPassword } from './secrets.ts';
import { closeSession, closeSessions, findAccount, logSignIn } from './session-store.ts';
import { PasswordDoor } from './sign-in.ts';

const tags = ['access'];

const SignInOptions = Type.Object({
  demo: Type.Array(
    Type.Object({
      email: Type.String(),
      name: Type.String(),
      organisation: Type.String(),
      role: Type.String(),
      password: Type.String(),
    }),
  ),
  oidc: Type.Optional(Type.Object({ name: Type.String() })),
});

/** Signing in and out, and what a signed-in person sees and sets of itself. */
export const sessionRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const door = new PasswordDoor(house);

  app.get(
    '/api/sign-in/options',
    {
      config: { public: true },
      schema: { tags, summary: 'How one may sign in here', response: { 200: SignInOptions } },
    },
    async () => ({
      demo: house.config.demo ? await demoAccounts(house) : [],
      ...(house.config.oidc ? { oidc: { name: house.config.oidc.name } } : {}),
    }),
  );

  app.post(
    '/api/sign-in',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Sign in with e-mail and password; sets the session cookie',
        body: Type.Object(
          { email: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 200 }) },
          closed,
        ),
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const { token, who } = await door.signIn({ ...request.body, address: request.ip });
      setSessionCookie(reply, house, token);
      return { me: await describeMe(house, who) };
    },
  );

  app.post(
    '/api/sign-out',
    { config: { public: true }, schema: { tags, summary: 'End the session', response: { 200: Done } } },
    async (request, reply) => {
      const who = request.principal;
      clearSessionCookie(reply);
      if (who?.kind !== 'person') return DONE;
      await house.db.system(async (tx) => {
        await closeSession(tx, who.session);
        const { organisation, person } = who;
        await logSignIn(tx, {
          organisation,
          person,
          outcome: 'signed-out',
          method: 'session',
          address: request.ip,
          at: house.clock.instant(),
        });
      });
      await endAccess(house, { session: who.session });
      return DONE;
    },
  );

  app.get('/api/me', { schema: { tags, summary: 'Who I am', response: { 200: Me } } }, (request) =>
    describeMe(house, principalOf(request)),
  );

  app.patch(
    '/api/me',
    {
      schema: {
        tags,
        summary: 'Change my language',
        body: Type.Object({ language: Type.Optional(Language) }, closed),
        response: { 200: Me },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const { language } = request.body;
      if (language && who.kind === 'person') await house.db.system((tx) => setLanguage(tx, who.person, language));
      return describeMe(house, who);
    },
  );

  app.put(
    '/api/me/password',
    {
      schema: {
        tags,
        summary: 'Change my password; ends my other sessions',
        body: Type.Object({ current: Type.String({ maxLength: 200 }), password: Password }, closed),
        response: { 200: Done },
      },
    },
    async (request) => {
      const who = principalOf(request);
      if (who.kind !== 'person')
        return refuse('NOT_ALLOWED', { who: 'An API key', what: 'have a password', needed: 'a person' });
      const me = await describeMe(house, who);
      const account = await house.db.system((tx) => findAccount(tx, me.person!.email));
      if (!(await verifyPassword(request.body.current, account?.passwordHash))) return refuse('SIGN_IN_FAILED');
      const passwordHash = await hashPassword(request.body.password);
      await house.db.system(async (tx) => {
        await setPassword(tx, who.person, passwordHash);
        await closeSessions(tx, who.person, who.session);
        const { organisation, person } = who;
        await logSignIn(tx, {
          organisation,
          person,
          outcome: 'password-changed',
          method: 'password',
          address: request.ip,
          at: house.clock.instant(),
        });
      });
      await endAccess(house, { person: who.person });
      return DONE;
    },
  );
};
