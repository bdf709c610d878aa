import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { ById } from '../../access/schemas.ts';
import { readAs, type Routes } from '../../house.ts';
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

export const networkRoutes: Routes = async (app, house) => {
  await readRoutes(app, house);
  await masterDataRoutes(app, house);
  await agreementRoutes(app, house);
};

const readRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/organisations',
    {
      schema: {
        tags,
        summary: 'My organisation and the partners that I know',
        querystring: PageQuery,
        response: { 200: pageOf('organisations', OrganisationView) },
      },
    },
    async (request) => {
      const { rows, next } = await readAs(house, principalOf(request), (tx) => listOrganisations(tx, request.query));
      return { organisations: rows, next };
    },
  );

  app.get(
    '/api/sites',
    {
      schema: {
        tags,
        summary: 'Sites that I may see',
        querystring: PageQuery,
        response: { 200: pageOf('sites', SiteView) },
      },
    },
    async (request) => {
      const { rows, next } = await readAs(house, principalOf(request), (tx) => listSites(tx, request.query));
      return { sites: rows, next };
    },
  );

  app.get(
    '/api/packagings',
    {
      schema: {
        tags,
        summary: 'Packagings that I may see',
        querystring: PageQuery,
        response: { 200: pageOf('packagings', PackagingView) },
      },
    },
    async (request) => {
      const { rows, next } = await readAs(house, principalOf(request), (tx) => listPackagings(tx, request.query));
      return { packagings: rows, next };
    },
  );

  app.get(
    '/api/parts',
    {
      schema: {
        tags,
        summary: 'Parts that I may see, each with the numbers that partners give it',
        querystring: Type.Object({
          ...Page,
          query: Type.Optional(
            Type.String({ maxLength: 100, description: 'In any number, the description or the id.' }),
          ),
        }),
        response: { 200: pageOf('parts', PartView) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const { rows, next } = await readAs(house, who, (tx) =>
        listParts(tx, { ...request.query, me: who.organisation }),
      );
      return { parts: rows, next };
    },
  );

  app.get(
    '/api/lanes',
    {
      schema: {
        tags,
        summary: 'Supply lanes that I am part of',
        querystring: Type.Object({
          ...Page,
          part: Type.Optional(Id),
          supplier: Type.Optional(Id),
          customer: Type.Optional(Id),
        }),
        response: { 200: pageOf('lanes', LaneView) },
      },
    },
    async (request) => {
      const { rows, next } = await readAs(house, principalOf(request), (tx) => listLanes(tx, request.query));
      return { lanes: rows, next };
    },
  );

  app.get(
    '/api/bills-of-material/:id',
    {
      schema: {
        tags,
        summary: 'The bill of material of a part; `on` adds all levels as valid on that day',
        params: ById,
        querystring: Type.Object({ on: Type.Optional(IsoDay) }),
        response: { 200: BillOfMaterialView },
      },
    },
    (request) => {
      const who = principalOf(request);
      const parent = request.params.id;
      const { on } = request.query;
      return readAs(house, who, async (tx) => {
        const bill = await findBill(tx, parent, who.organisation);
        if (!bill) return refuse('NOT_FOUND', { what: 'bill of material', id: parent });
        return on ? { ...bill, exploded: await explodeBill(tx, bill, on) } : bill;
      });
    },
  );

  app.get(
    '/api/identifiers',
    {
      schema: {
        tags,
        summary: 'What codes in partners’ messages mean to my organisation',
        querystring: Type.Object({
          partner: Type.Optional(Type.String({ maxLength: 80 })),
          limit: Page.limit,
          offset: Type.Optional(Type.Integer({ minimum: 0 })),
        }),
        response: { 200: Type.Object({ identifiers: Type.Array(IdentifierView) }) },
      },
    },
    async (request) => ({
      identifiers: await readAs(house, principalOf(request), (tx) => listIdentifiers(tx, request.query)),
    }),
  );

  app.get(
    '/api/partners',
    {
      schema: {
        tags,
        summary: 'Per partner: how we trade, and the two-way account of what is shared',
        response: { 200: Type.Object({ partners: Type.Array(PartnerView) }) },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const facts = await readAs(house, who, readPartnerFacts);
      return { partners: partnersOf(who.organisation, facts) };
    },
  );
};
