import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { EventCommand, Id, Role } from '@intakt/contract';
import { Id as IdSchema, Instant, Text } from '@intakt/contract';
import { Type } from 'typebox';
import { type House, readAs, type Routes } from '../house.ts';
import { refuse } from '../refuse.ts';
import { type Member, may, personOf, requireMember } from './access.ts';
import { principalOf } from './authenticate.ts';
import { endAccess } from './end-access.ts';
import {
  deletePerson,
  erasePersonalData,
  getPerson,
  insertPerson,
  listPeople,
  type NewPerson,
  personalSequences,
  setDisabled,
  setPassword,
} from './person-store.ts';
import { commandOf, recordAll } from './record-as.ts';
import { ById, closed, DONE, Done, Email, Language, NoneOr, Nullable, Password, Roles, Sites } from './schemas.ts';
import { hashPassword } from './secrets.ts';
import { closeSessions, logSignIn, type SignInRecord } from './session-store.ts';

const tags = ['access'];

const Person = Type.Object({
  id: IdSchema,
  name: Type.String(),
  email: Type.String(),
  language: Type.String(),
  disabled: Type.Boolean(),
  erasedAt: Nullable(Instant),
  createdAt: Instant,
  roles: Roles,
  sites: Type.Array(IdSchema),
});

/** The people of one's own organisation. */
export const peopleRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/people',
    {
      schema: {
        tags,
        summary: 'People of my organisation',
        response: { 200: Type.Object({ people: Type.Array(Person) }) },
      },
    },
    async (request) => {
      const who = requireMember(principalOf(request), 'see people');
      return { people: await readAs(house, who, listPeople) };
    },
  );

  app.post(
    '/api/people',
    {
      schema: {
        tags,
        summary: 'Add a person with an initial password',
        body: Type.Object(
          {
            name: Text,
            email: Email,
            password: Password,
            roles: Roles,
            sites: Type.Optional(Sites),
            language: Type.Optional(Language),
          },
          closed,
        ),
        response: { 200: Type.Object({ id: IdSchema }) },
      },
    },
    async (request) => {
      const who = may.managePeople(principalOf(request));
      const { password, roles, sites = [], ...rest } = request.body;
      const { organisation } = who;
      const person = { ...rest, id: newPersonId(), organisation, passwordHash: await hashPassword(password) };
      await addPerson(house, person, [
        grant(house, { organisation, person: person.id, roles, sites, name: rest.name, by: who }),
      ]);
      return { id: person.id };
    },
  );

  app.put(
    '/api/people/:id/roles',
    {
      schema: {
        tags,
        summary: 'Replace the roles of a person, and the sites it is limited to (none: all)',
        params: ById,
        body: Type.Object({ roles: Roles, sites: Type.Optional(Sites) }, closed),
        response: { 200: Done },
      },
    },
    async (request) => {
      const who = may.managePeople(principalOf(request));
      const { id: person, name } = await readAs(house, who, (tx) => getPerson(tx, request.params.id));
      const { roles, sites = [] } = request.body;
      await recordAll(house, who.organisation, [
        grant(house, { organisation: who.organisation, person, roles, sites, name, by: who }),
      ]);
      return DONE;
    },
  );

  app.put(
    '/api/people/:id/password',
    {
      schema: {
        tags,
        summary: 'Give a person a new password; ends its sessions',
        params: ById,
        body: Type.Object({ password: Password }, closed),
        response: { 200: Done },
      },
    },
    async (request) => {
      const who = may.managePeople(principalOf(request));
      const { id: person } = await readAs(house, who, (tx) => getPerson(tx, request.params.id));
      const passwordHash = await hashPassword(request.body.password);
      await house.db.system(async (tx) => {
        await setPassword(tx, person, passwordHash);
        await closeSessions(tx, person);
        await logSignIn(tx, byAdministrator(house, who, person, 'password-changed'));
      });
      await endAccess(house, { person });
      return DONE;
    },
  );

  app.post(
    '/api/people/:id/disable',
    {
      schema: {
        tags,
        summary: 'Lock a person out at once, or let it in again',
        params: ById,
        body: NoneOr(Type.Object({ disabled: Type.Optional(Type.Boolean()) }, closed)),
        response: { 200: Done },
      },
    },
    async (request) => {
      const who = may.managePeople(principalOf(request));
      const { id: person } = await readAs(house, who, (tx) => getPerson(tx, request.params.id));
      const disabled = request.body?.disabled ?? true;
      if (person === personOf(who))
        refuse('WRONG_STATE', {
          what: 'person',
          id: person,
          state: 'yourself',
          action: 'disabling',
          needed: 'another administrator',
        });
      await house.db.system(async (tx) => {
        await setDisabled(tx, person, disabled);
        await logSignIn(tx, byAdministrator(house, who, person, disabled ? 'disabled' : 'enabled'));
      });
      await endAccess(house, { person });
      return DONE;
    },
  );

  app.post(
    '/api/people/:id/erase',
    {
      schema: {
        tags,
        summary: 'Erase the personal data of a person; the ledger stays provable',
        params: ById,
        response: { 200: Done },
      },
    },
    async (request) => {
      const who = may.managePeople(principalOf(request));
      const { id: person } = await readAs(house, who, (tx) => getPerson(tx, request.params.id));
      await erasePerson(house, who, person);
      return DONE;
    },
  );
};

export const newPersonId = (): Id => `person-${randomUUID()}`;

/** A person comes to be beside the ledger and gets its roles in it; if the ledger refuses, the person was never there. */
export async function addPerson(house: House, person: NewPerson, commands: EventCommand[]): Promise<void> {
  await house.db.system((tx) => insertPerson(tx, person));
  try {
    await recordAll(house, person.organisation, commands);
  } catch (error) {
    await house.db.system((tx) => deletePerson(tx, person.id));
    throw error;
  }
}

interface Grant {
  organisation: Id;
  person: Id;
  roles: Role[];
  sites: Id[];
  name: string;
  by?: Member;
}

/** Who was granted what is the ledger's; names lie beside it and can be erased. */
export function grant(house: House, { organisation, person, roles, sites, name, by }: Grant): EventCommand {
  const command = commandOf(house, 'roles-granted', { organisation, person, roles, sites });
  return { ...command, personal: { person, name, by: by && (personOf(by) ?? by.kind) } };
}

/** First the event, then the deletion: should the server stop between the two, erasing again finishes it. */
async function erasePerson(house: House, who: Member, person: Id): Promise<void> {
  const { organisation } = who;
  const sequences = await house.db.system((tx) => personalSequences(tx, organisation, person));
  await recordAll(house, organisation, [
    commandOf(house, 'roles-granted', { organisation, person, roles: [], sites: [] }),
    commandOf(house, 'person-erased', { organisation, person, sequences }),
  ]);
  await house.db.system((tx) => erasePersonalData(tx, organisation, person));
  await endAccess(house, { person });
}

const byAdministrator = (house: House, who: Member, person: Id, outcome: SignInRecord['outcome']): SignInRecord => ({
  organisation: who.organisation,
  person,
  outcome,
  method: 'administrator',
  at: house.clock.instant(),
});
