import { randomBytes, randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type EventCommand, Id, Instant, ORGANISATION_ROLES, Organisation, type Role, Text } from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { type House, type PlainRoutes, type Routes, readAs } from '../house.ts';
import { refuse } from '../refuse.ts';
import { type Member, may, personOf } from './access.ts';
import { principalOf, setSessionCookie } from './authenticate.ts';
import { mayBeInvited, organisationId, ownRegistration, rolesOnJoining } from './invitation-rules.ts';
import {
  claimInvitation,
  findOpenInvitation,
  findOrganisation,
  type Invitation,
  insertInvitation,
  listInvitations,
  releaseInvitation,
  revokeInvitation,
} from './invitation-store.ts';
import { describeMe } from './me.ts';
import { addPerson, grant, newPersonId } from './people.ts';
import { commandOf, recordAll } from './record-as.ts';
import { ById, closed, DONE, Done, Email, Nullable, Password, Roles, SignedIn, Token } from './schemas.ts';
import { hashPassword, newToken, tokenHash } from './secrets.ts';
import { startSession } from './sign-in.ts';

const tags = ['access'];

const ListedInvitation = Type.Object({
  id: Id,
  invited: Id,
  email: Nullable(Type.String()),
  roles: Roles,
  createdAt: Instant,
  expiresAt: Instant,
  acceptedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
});
const InvitationRequest = Type.Object(
  {
    /** One's own organisation for a colleague, or a partner that one has registered. */
    organisation: Type.Optional(Id),
    /** Instead: a partner that is not known yet. */
    name: Type.Optional(Text),
    country: Organisation.properties.country,
    organisationRoles: Type.Optional(Type.Array(Type.Enum([...ORGANISATION_ROLES]), { minItems: 1, maxItems: 4 })),
    email: Type.Optional(Email),
    roles: Type.Optional(Roles),
  },
  closed,
);
type InvitationRequest = Static<typeof InvitationRequest>;

/** Partners and colleagues are invited by a link that works once. */
export const invitationRoutes: Routes = (app, house) => {
  invitingRoutes(app, house);
  joiningRoutes(app, house);
};

const invitingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/invitations',
    {
      schema: {
        tags,
        summary: 'Invitations that my organisation sent',
        response: { 200: Type.Object({ invitations: Type.Array(ListedInvitation) }) },
      },
    },
    async (request) => ({
      invitations: await readAs(house, may.invitePartners(principalOf(request)), listInvitations),
    }),
  );

  app.post(
    '/api/invitations',
    {
      schema: {
        tags,
        summary: 'Invite a partner or a colleague; the address in the answer works once, for 14 days',
        body: InvitationRequest,
        response: { 200: Type.Object({ id: Id, url: Type.String() }) },
      },
    },
    (request) => invite(house, principalOf(request), request.body),
  );

  app.delete(
    '/api/invitations/:id',
    { schema: { tags, summary: 'Withdraw an invitation', params: ById, response: { 200: Done } } },
    async (request) => {
      const who = may.invitePartners(principalOf(request));
      const { id } = request.params;
      const done = await house.db.system((tx) => revokeInvitation(tx, who.organisation, id));
      if (!done) refuse('NOT_FOUND', { what: 'open invitation', id });
      await recordAll(house, who.organisation, [credentialChange(house, who.organisation, id, 'revoked')]);
      return DONE;
    },
  );
};

const joiningRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/invitations/:token',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'What an invitation is for',
        params: Token,
        response: {
          200: Type.Object({
            organisation: Type.String(),
            invitedBy: Type.String(),
            email: Type.Optional(Type.String()),
            roles: Roles,
            expiresAt: Instant,
          }),
        },
      },
    },
    async (request) => {
      const invitation = await openInvitation(house, request.params.token);
      const { organisation, invited, email, expiresAt } = invitation;
      const [to, from] = await house.db.system(async (tx) => [
        await findOrganisation(tx, invited),
        await findOrganisation(tx, organisation),
      ]);
      return {
        organisation: to?.name ?? invited,
        invitedBy: from?.name ?? organisation,
        ...(email ? { email } : {}),
        roles: rolesOnJoining(invitation),
        expiresAt,
      };
    },
  );

  app.post(
    '/api/invitations/:token/accept',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Accept an invitation: makes the account and signs in',
        params: Token,
        body: Type.Object({ name: Text, email: Email, password: Password }, closed),
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const invitation = await openInvitation(house, request.params.token);
      const person = await accept(house, invitation, request.body);
      const how = { method: 'invitation', address: request.ip, email: request.body.email } as const;
      const { token, who } = await startSession(house, { person, organisation: invitation.invited }, how);
      setSessionCookie(reply, house, token);
      return { me: await describeMe(house, who) };
    },
  );
};

async function invite(
  house: House,
  asking: ReturnType<typeof principalOf>,
  wanted: InvitationRequest,
): Promise<{ id: string; url: string }> {
  const own = wanted.organisation === asking.organisation;
  const who = own ? may.inviteColleagues(asking) : may.invitePartners(asking);
  const invited = wanted.organisation ?? (await registerPartner(house, who, wanted));
  await requireInvitable(house, who, invited);
  const token = newToken('invitation');
  const id = `invitation-${randomUUID()}`;
  const { organisation } = who;
  const { email, roles = [] } = wanted;
  await recordAll(house, organisation, [credentialChange(house, organisation, id, 'issued')]);
  await house.db.system((tx) =>
    insertInvitation(tx, {
      id,
      organisation,
      invited,
      email: email?.toLowerCase(),
      roles,
      hash: tokenHash(token),
      by: personOf(who),
    }),
  );
  return { id, url: `${house.config.publicUrl ?? ''}/invitation/${token}` };
}

async function registerPartner(
  house: House,
  who: Member,
  { name, country, organisationRoles }: InvitationRequest,
): Promise<Id> {
  if (!name)
    return refuse('INVALID', {
      path: 'organisation',
      problem: 'name an organisation, or give the name of a new one',
      value: 'nothing',
    });
  const organisation = organisationId(name, randomBytes(3).toString('hex'));
  const data = {
    organisation,
    name,
    roles: organisationRoles ?? ['supplier' as const],
    ...(country ? { country } : {}),
  };
  await recordAll(house, who.organisation, [commandOf(house, 'organisation-registered', data)]);
  return organisation;
}

async function requireInvitable(house: House, who: Member, invited: Id): Promise<void> {
  const known = await readAs(house, who, (tx) => findOrganisation(tx, invited));
  if (!known) return refuse('NOT_FOUND', { what: 'organisation', id: invited });
  if (mayBeInvited(known, who.organisation)) return;
  const joined = known.registeredBy === invited;
  refuse('WRONG_STATE', {
    what: 'organisation',
    id: invited,
    state: joined ? 'here already' : 'reported by somebody else',
    action: 'inviting it',
    needed: 'an organisation that you registered and that has not joined',
  });
}

async function openInvitation(house: House, token: string): Promise<Invitation> {
  const invitation = await house.db.system((tx) => findOpenInvitation(tx, tokenHash(token)));
  if (!invitation) return refuse('LINK_EXPIRED', { who: 'whoever sent it' });
  const known = await house.db.system((tx) => findOrganisation(tx, invitation.invited));
  if (known && mayBeInvited(known, invitation.organisation)) return invitation;
  return refuse('LINK_EXPIRED', { who: `an administrator of ${known?.name ?? invitation.invited}` });
}

interface Joining {
  name: string;
  email: string;
  password: string;
}

async function accept(house: House, invitation: Invitation, { name, email, password }: Joining): Promise<Id> {
  const passwordHash = await hashPassword(password);
  const { id, organisation, invited } = invitation;
  if (!(await house.db.system((tx) => claimInvitation(tx, id)))) refuse('LINK_EXPIRED', { who: 'whoever sent it' });
  const person = { id: newPersonId(), organisation: invited, name, email, passwordHash };
  try {
    await addPerson(house, person, await joiningCommands(house, invitation, person));
  } catch (error) {
    await house.db.system((tx) => releaseInvitation(tx, id));
    throw error;
  }
  await recordAll(house, organisation, [credentialChange(house, organisation, id, 'used')]);
  return person.id;
}

/** A partner that joins says first who it is, in its own name, and then who speaks for it. */
async function joiningCommands(
  house: House,
  invitation: Invitation,
  person: { id: Id; name: string },
): Promise<EventCommand[]> {
  const { organisation, invited } = invitation;
  const roles: Role[] = rolesOnJoining(invitation);
  const granted = grant(house, { organisation: invited, person: person.id, roles, sites: [], name: person.name });
  if (organisation === invited) return [granted];
  const known = await house.db.system((tx) => findOrganisation(tx, invited));
  return [commandOf(house, 'organisation-registered', ownRegistration(known!)), granted];
}

const credentialChange = (
  house: House,
  organisation: Id,
  credential: Id,
  change: 'issued' | 'revoked' | 'used',
): EventCommand => commandOf(house, 'credential-changed', { organisation, credential, kind: 'invitation', change });
