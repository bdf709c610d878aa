import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  CLAIM_KINDS,
  FreightInvoice,
  FreightLine,
  Id,
  Instant,
  IsoDay,
  PositiveQuantity,
  RecordOutcome,
  Text,
} from '@intakt/contract';
import { Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { recordAs } from '../../access/record-as.ts';
import { ById, closed } from '../../access/schemas.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { checkInvoice } from './freight-rules.ts';
import { type InvoiceRow, listClaims, listFreight, listInvoices } from './freight-store.ts';
import { nullable } from './schemas.ts';
import { listTours } from './store.ts';

const tags = ['transport'];
const text = Type.String();
const number = Type.Number();

const FreightAnswer = Type.Object({
  customer: Id,
  tour: Id,
  carrier: Id,
  basis: text,
  agreedBy: nullable(Id),
  currency: text,
  lines: Type.Array(FreightLine),
  planned: nullable(number),
  driven: nullable(number),
  day: IsoDay,
  invoiced: number,
  invoice: nullable(Id),
});
const InvoiceAnswer = Type.Object({
  carrier: Id,
  id: Id,
  customer: Id,
  number: text,
  invoicedOn: IsoDay,
  currency: text,
  total: number,
  state: text,
  reason: nullable(text),
  expected: number,
  lines: Type.Array(
    Type.Object({
      tour: Id,
      amount: number,
      expected: nullable(number),
      difference: nullable(number),
      verdict: Type.Enum(['matches', 'differs', 'not-expected', 'twice', 'other-currency']),
    }),
  ),
});
const ClaimAnswer = Type.Object({
  by: Id,
  id: Id,
  customer: Id,
  carrier: Id,
  tour: Id,
  kind: Type.Enum([...CLAIM_KINDS]),
  amount: number,
  currency: text,
  text,
  state: text,
  settled: nullable(number),
  reason: nullable(text),
  raisedAt: Instant,
});

export const freightRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [accrualRoutes, invoiceRoutes, claimRoutes, settlementRoute]) routes(instance, house);
};

const accrualRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/freight',
    {
      schema: {
        tags,
        summary: 'Freight per tour: what was expected when planned, when driven, and what is invoiced',
        response: { 200: Type.Object({ freight: Type.Array(FreightAnswer) }) },
      },
    },
    async (request) => ({ freight: await readAs(house, principalOf(request), (tx) => listFreight(tx)) }),
  );
};

const invoiceRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/freight-invoices',
    {
      schema: {
        tags,
        summary: 'Invoices of carriers, each line checked against what was expected',
        response: { 200: Type.Object({ invoices: Type.Array(InvoiceAnswer) }) },
      },
    },
    (request) =>
      readAs(house, principalOf(request), async (tx) => {
        const invoices = await listInvoices(tx);
        const freight = await listFreight(tx, [
          ...new Set(invoices.flatMap(({ lines }) => lines.map(({ tour }) => tour))),
        ]);
        return { invoices: invoices.map((invoice) => checked(invoice, freight)) };
      }),
  );

  app.post(
    '/api/freight-invoices',
    {
      schema: {
        tags,
        summary: 'Invoice driven tours, as their carrier; or as the customer, what the carrier sent on paper',
        body: FreightInvoice,
        response: { 200: RecordOutcome },
      },
    },
    (request) => {
      const who = may.agreeFreight(principalOf(request));
      return recordAs(house, { request, who, type: 'freight-invoiced', data: request.body });
    },
  );

  app.post(
    '/api/freight-invoices/:id/decision',
    {
      schema: {
        tags,
        summary: 'Accept an invoice for payment, or dispute it with the reason',
        params: ById,
        body: Type.Object({ decision: Type.Enum(['accepted', 'disputed']), reason: Type.Optional(Text) }, closed),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { id } = request.params;
      const [invoice] = await readAs(house, who, (tx) => listInvoices(tx, id));
      if (!invoice) return refuse('NOT_FOUND', { what: 'freight invoice', id });
      const { customer, carrier } = invoice;
      const data = { invoice: id, customer, carrier, ...request.body };
      return recordAs(house, { request, who, type: 'freight-invoice-decided', data });
    },
  );
};

function checked(invoice: InvoiceRow, freight: Awaited<ReturnType<typeof listFreight>>) {
  const own = freight.filter(({ carrier, customer }) => carrier === invoice.carrier && customer === invoice.customer);
  const lines = checkInvoice(
    invoice,
    own.map(({ tour, currency, planned, driven, invoiced }) => ({
      tour,
      currency,
      expected: driven ?? planned ?? 0,
      invoiced,
    })),
  );
  return { ...invoice, lines, expected: lines.reduce((sum, { expected }) => sum + (expected ?? 0), 0) };
}

const claimRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/claims',
    {
      schema: {
        tags,
        summary: 'Claims between carriers and customers',
        response: { 200: Type.Object({ claims: Type.Array(ClaimAnswer) }) },
      },
    },
    async (request) => ({ claims: (await readAs(house, principalOf(request), (tx) => listClaims(tx))) as never }),
  );

  app.post(
    '/api/claims',
    {
      schema: {
        tags,
        summary: 'Claim damage, loss, delay or waiting on a tour',
        body: Type.Object(
          {
            tour: Id,
            kind: Type.Enum([...CLAIM_KINDS]),
            amount: PositiveQuantity,
            currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
            text: Text,
          },
          closed,
        ),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { currency = 'EUR', ...claim } = request.body;
      const { customer, carrier } = await partiesOfTour(house, who, claim.tour);
      const data = { ...claim, currency, claim: `claim-${randomUUID()}`, customer, carrier, by: who.organisation };
      return recordAs(house, { request, who, type: 'claim-raised', data });
    },
  );
};

const settlementRoute: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/claims/:id/settlement',
    {
      schema: {
        tags,
        summary: 'Accept a claim against me, in full or in part, or reject it',
        params: ById,
        body: Type.Object(
          { outcome: Type.Enum(['accepted', 'rejected']), amount: PositiveQuantity, reason: Type.Optional(Text) },
          closed,
        ),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { id } = request.params;
      const [claim] = await readAs(house, who, (tx) => listClaims(tx, id));
      if (!claim) return refuse('NOT_FOUND', { what: 'claim', id });
      const { by, customer, carrier } = claim;
      return recordAs(house, {
        request,
        who,
        type: 'claim-settled',
        data: { claim: id, by, customer, carrier, ...request.body },
      });
    },
  );
};

async function partiesOfTour(house: House, who: Member, id: Id): Promise<{ customer: Id; carrier: Id }> {
  const [tour] = await readAs(house, who, (tx) => listTours(tx, { tour: id, limit: 1 }));
  if (!tour?.carrier) return refuse('NOT_FOUND', { what: 'tour with a carrier', id });
  return { customer: tour.customer, carrier: tour.carrier };
}
