import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant, Text } from '@intakt/contract';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type House, type PlainRoutes, type Routes, readAs } from '../house.ts';
import { type Member, may, requireMember } from './access.ts';
import { principalOf } from './authenticate.ts';
import { addPerson, disablePerson, erasePerson, grant, newPersonId, resetPassword } from './people.ts';
import { getPerson, listPeople, type PersonRow } from './person-store.ts';
import { recordAll } from './record-as.ts';
import { ById, closed, DONE, Done, Email, Language, NoneOr, Nullable, Password, Roles, Sites } from './schemas.ts';
import { hashPassword } from './secrets.ts';

const tags = ['access'];

const Person = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  language: Type.String(),
  disabled: Type.Boolean(),
  erasedAt: Nullable(Instant),
  createdAt: Instant,
  roles: Roles,
  sites: Type.Array(Id),
});
const NewPerson = Type.Object(
  {
    name: Text,
    email: Email,
    password: Password,
    roles: Roles,
    sites: Type.Optional(Sites),
    language: Type.Optional(Language),
  },
  closed,
);
const RoleChange = Type.Object({ roles: Roles, sites: Type.Optional(Sites) }, closed);
const Disabling = NoneOr(Type.Object({ disabled: Type.Optional(Type.Boolean()) }, closed));

const LIST = {
  tags,
  summary: 'People of my organisation',
  response: { 200: Type.Object({ people: Type.Array(Person) }) },
};
const ADD = { tags, summary: 'Add a person with an initial password', body: NewPerson, response: { 200: ById } };
const GRANT = {
  tags,
  summary: 'Replace the roles of a person, and the sites it is limited to (none: all)',
  params: ById,
  body: RoleChange,
  response: { 200: Done },
};
const RESET = {
  tags,
  summary: 'Give a person a new password; ends its sessions',
  params: ById,
  body: Type.Object({ password: Password }, closed),
  response: { 200: Done },
};
const DISABLE = {
  tags,
  summary: 'Lock a person out at once, or let it in again',
  params: ById,
  body: Disabling,
  response: { 200: Done },
};
const ERASE = {
  tags,
  summary: 'Erase the personal data of a person; the ledger stays provable',
  params: ById,
  response: { 200: Done },
};

/** The people of one's own organisation. */
export const peopleRoutes: Routes = (app, house) => {
  comingRoutes(app, house);
  changingRoutes(app, house);
};

const comingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/people', { schema: LIST }, async (request) => {
    const who = requireMember(principalOf(request), 'see people');
    return { people: await readAs(house, who, listPeople) };
  });

  app.post('/api/people', { schema: ADD }, async (request) => {
    const who = may.managePeople(principalOf(request));
    const { password, roles, sites = [], ...rest } = request.body;
    const { organisation } = who;
    const id = newPersonId();
    const granted = grant(house, { organisation, person: id, roles, sites, name: rest.name, by: who });
    await addPerson(house, { ...rest, id, organisation, passwordHash: await hashPassword(password) }, [granted]);
    return { id };
  });
};

const changingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.put('/api/people/:id/roles', { schema: GRANT }, async (request) => {
    const { who, person } = await managed(house, request, request.params.id);
    const { organisation } = who;
    const { roles, sites = [] } = request.body;
    const { id, name } = person;
    await recordAll(house, organisation, [grant(house, { organisation, person: id, roles, sites, name, by: who })]);
    return DONE;
  });

  app.put('/api/people/:id/password', { schema: RESET }, async (request) => {
    const { who, person } = await managed(house, request, request.params.id);
    await resetPassword(house, who, person.id, request.body.password);
    return DONE;
  });

  app.post('/api/people/:id/disable', { schema: DISABLE }, async (request) => {
    const { who, person } = await managed(house, request, request.params.id);
    await disablePerson(house, who, person.id, request.body?.disabled ?? true);
    return DONE;
  });

  app.post('/api/people/:id/erase', { schema: ERASE }, async (request) => {
    const { who, person } = await managed(house, request, request.params.id);
    await erasePerson(house, who, person.id);
    return DONE;
  });
};

/** The administrator who asks and the person of its organisation that it asks about. */
async function managed(house: House, request: FastifyRequest, id: Id): Promise<{ who: Member; person: PersonRow }> {
  const who = may.managePeople(principalOf(request));
  return { who, person: await readAs(house, who, (tx) => getPerson(tx, id)) };
}
