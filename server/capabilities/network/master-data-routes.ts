import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  BillOfMaterial,
  type EventData,
  type EventType,
  Id,
  IdentifierMapping,
  IsoDay,
  Lane,
  Organisation,
  Packaging,
  Part,
  PartNumber,
  RecordOutcome,
  Site,
} from '@intakt/contract';
import { type TSchema, Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import type { Principal } from '../../access/principal.ts';
import { recordAs } from '../../access/record-as.ts';
import { ById, closed } from '../../access/schemas.ts';
import { type House, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { findPartOwners } from './store.ts';

const tags = ['network'];

interface Statement {
  address: string;
  /** The field of the body that the address repeats. */
  id: string;
  type: EventType;
  body: TSchema;
  summary: string;
  allow: (who: Principal, id: Id) => Member;
}

/** Each says the whole of one thing anew; saying the same again changes nothing. */
const STATEMENTS: Statement[] = [
  {
    address: '/api/organisations/:id',
    id: 'organisation',
    type: 'organisation-registered',
    body: Organisation,
    summary: 'Register an organisation: my own, or a partner as I know it',
    allow: may.editMasterData,
  },
  {
    address: '/api/sites/:id',
    id: 'site',
    type: 'site-registered',
    body: Site,
    summary: 'Register a site: my own, or a partner’s as I know it',
    allow: may.editSite,
  },
  {
    address: '/api/packagings/:id',
    id: 'packaging',
    type: 'packaging-registered',
    body: Packaging,
    summary: 'Register a packaging of mine',
    allow: may.editMasterData,
  },
  {
    address: '/api/parts/:id',
    id: 'part',
    type: 'part-registered',
    body: Part,
    summary: 'Register a part of mine',
    allow: may.editMasterData,
  },
  {
    address: '/api/lanes/:id',
    id: 'lane',
    type: 'lane-agreed',
    body: Lane,
    summary: 'Agree a supply lane as its customer; as its supplier acknowledge one, or report it',
    allow: may.editMasterData,
  },
  {
    address: '/api/bills-of-material/:id',
    id: 'parent',
    type: 'bill-of-material-registered',
    body: BillOfMaterial,
    summary: 'Replace the bill of material of a part of mine',
    allow: may.editMasterData,
  },
];

export const masterDataRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  for (const statement of STATEMENTS) statementRoute(instance, house, statement);

  app.post(
    '/api/lanes/:id/end',
    {
      schema: {
        tags,
        summary: 'Say on which day a lane ends',
        params: ById,
        body: Type.Object({ supplier: Id, customer: Id, endsOn: IsoDay }, closed),
        response: { 200: RecordOutcome },
      },
    },
    (request) => {
      const who = may.editMasterData(principalOf(request));
      return recordAs(house, { request, who, type: 'lane-ended', data: { lane: request.params.id, ...request.body } });
    },
  );

  app.put(
    '/api/parts/:id/numbers',
    {
      schema: {
        tags,
        summary: 'Give my own number to a partner’s part',
        params: ById,
        body: Type.Object({ number: PartNumber.properties.number, owner: Type.Optional(Id) }, closed),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.editMasterData(principalOf(request));
      const { number, owner } = request.body;
      const part = request.params.id;
      const data = { part, owner: await ownerOfPart(house, who, part, owner), organisation: who.organisation, number };
      return recordAs(house, { request, who, type: 'part-numbered', data });
    },
  );

  app.put(
    '/api/identifiers',
    {
      schema: {
        tags,
        summary: 'Say what a code in a partner’s messages means here',
        body: Type.Omit(IdentifierMapping, ['owner'], closed),
        response: { 200: RecordOutcome },
      },
    },
    (request) => {
      const who = may.mapIdentifiers(principalOf(request));
      return recordAs(house, {
        request,
        who,
        type: 'identifier-mapped',
        data: { owner: who.organisation, ...request.body },
      });
    },
  );
};

function statementRoute(
  app: Parameters<Routes>[0],
  house: House,
  { address, id, type, body, summary, allow }: Statement,
): void {
  app.put<{ Params: { id: Id }; Body: Record<string, unknown> }>(
    address,
    { schema: { tags, summary, params: ById, body, response: { 200: RecordOutcome } } },
    (request) => {
      const who = allow(principalOf(request), request.params.id);
      const { body: data, params } = request;
      if (data[id] !== params.id)
        refuse('INVALID', { path: id, problem: `must be ${params.id}, as in the address`, value: data[id] });
      return recordAs(house, { request, who, type, data: data as EventData<typeof type> });
    },
  );
}

/** Several owners may use one id; then the caller says whose part it means. */
async function ownerOfPart(house: House, who: Member, part: Id, owner: Id | undefined): Promise<Id> {
  const owners = (await readAs(house, who, (tx) => findPartOwners(tx, part))).filter(
    (each) => !owner || each === owner,
  );
  if (owners.length === 0) return refuse('NOT_FOUND', { what: 'part', id: part });
  if (owners.length > 1)
    return refuse('INVALID', {
      path: 'owner',
      problem: `must be one of ${owners.join(', ')}`,
      value: owner ?? 'nothing',
    });
  return owners[0]!;
}
