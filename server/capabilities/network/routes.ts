import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { ById } from '../../access/schemas.ts';
import { type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { agreementRoutes } from './agreement-routes.ts';
import { masterDataRoutes } from './master-data-routes.ts';
import { partnersOf } from './partners.ts';
import {
  BillOfMaterialView,
  IdentifierView,
  LaneView,
  OrganisationView,
  PackagingView,
  Page,
  PageQuery,
  PartnerView,
  PartView,
  pageOf,
  SiteView,
} from './schemas.ts';
import {
  explodeBill,
  findBill,
  listIdentifiers,
  listLanes,
  listOrganisations,
  listPackagings,
  listParts,
  listSites,
  readPartnerFacts,
} from './store.ts';

const tags = ['network'];
const Search = Type.Optional(Type.String({ maxLength: 100, description: 'In any number, the description or the id.' }));
const LaneFilter = { part: Type.Optional(Id), supplier: Type.Optional(Id), customer: Type.Optional(Id) };

const ORGANISATIONS = {
  tags,
  summary: 'My organisation and the partners that I know',
  querystring: PageQuery,
  response: { 200: pageOf('organisations', OrganisationView) },
};
const SITES = {
  tags,
  summary: 'Sites that I may see',
  querystring: PageQuery,
  response: { 200: pageOf('sites', SiteView) },
};
const PACKAGINGS = {
  tags,
  summary: 'Packagings that I may see',
  querystring: PageQuery,
  response: { 200: pageOf('packagings', PackagingView) },
};
const PARTS = {
  tags,
  summary: 'Parts that I may see, each with the numbers that partners give it',
  querystring: Type.Object({ ...Page, query: Search }),
  response: { 200: pageOf('parts', PartView) },
};
const LANES = {
  tags,
  summary: 'Supply lanes that I am part of',
  querystring: Type.Object({ ...Page, ...LaneFilter }),
  response: { 200: pageOf('lanes', LaneView) },
};
const BILL = {
  tags,
  summary: 'The bill of material of a part; `on` adds all levels as valid on that day',
  params: ById,
  querystring: Type.Object({ on: Type.Optional(IsoDay) }),
  response: { 200: BillOfMaterialView },
};
const IDENTIFIERS = {
  tags,
  summary: 'What codes in partners’ messages mean to my organisation',
  querystring: Type.Object({
    partner: Type.Optional(Type.String({ maxLength: 80 })),
    limit: Page.limit,
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  response: { 200: Type.Object({ identifiers: Type.Array(IdentifierView) }) },
};
const PARTNERS = {
  tags,
  summary: 'Per partner: how we trade, and the two-way account of what is shared',
  response: { 200: Type.Object({ partners: Type.Array(PartnerView) }) },
};

export const networkRoutes: Routes = async (app, house) => {
  await companyRoutes(app, house);
  await articleRoutes(app, house);
  await masterDataRoutes(app, house);
  await agreementRoutes(app, house);
};

const companyRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/organisations', { schema: ORGANISATIONS }, async (request) => {
    const page = await readAs(house, principalOf(request), (tx) => listOrganisations(tx, request.query));
    return { organisations: page.rows, next: page.next };
  });

  app.get('/api/sites', { schema: SITES }, async (request) => {
    const page = await readAs(house, principalOf(request), (tx) => listSites(tx, request.query));
    return { sites: page.rows, next: page.next };
  });

  app.get('/api/lanes', { schema: LANES }, async (request) => {
    const page = await readAs(house, principalOf(request), (tx) => listLanes(tx, request.query));
    return { lanes: page.rows, next: page.next };
  });

  app.get('/api/partners', { schema: PARTNERS }, async (request) => {
    const who = principalOf(request);
    const facts = await readAs(house, who, readPartnerFacts);
    return { partners: partnersOf(who.organisation, facts) };
  });
};

const articleRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/packagings', { schema: PACKAGINGS }, async (request) => {
    const page = await readAs(house, principalOf(request), (tx) => listPackagings(tx, request.query));
    return { packagings: page.rows, next: page.next };
  });

  app.get('/api/parts', { schema: PARTS }, async (request) => {
    const who = principalOf(request);
    const page = await readAs(house, who, (tx) => listParts(tx, { ...request.query, me: who.organisation }));
    return { parts: page.rows, next: page.next };
  });

  app.get('/api/bills-of-material/:id', { schema: BILL }, (request) => {
    const who = principalOf(request);
    const { params, query } = request;
    return readAs(house, who, (tx) => readBill(tx, { parent: params.id, me: who.organisation, on: query.on }));
  });

  app.get('/api/identifiers', { schema: IDENTIFIERS }, async (request) => ({
    identifiers: await readAs(house, principalOf(request), (tx) => listIdentifiers(tx, request.query)),
  }));
};

async function readBill(tx: Transaction, { parent, me, on }: { parent: Id; me: Id; on: IsoDay | undefined }) {
  const bill = await findBill(tx, parent, me);
  if (!bill) return refuse('NOT_FOUND', { what: 'bill of material', id: parent });
  return on ? { ...bill, exploded: await explodeBill(tx, bill, on) } : bill;
}
