import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { AgreementProposal, Id, RecordOutcome, Text } from '@intakt/contract';
import { Type } from 'typebox';
import type { Member } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { recordAs } from '../../access/record-as.ts';
import { ById, closed, NoneOr } from '../../access/schemas.ts';
import { type House, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { AgreementView, PageQuery, pageOf } from './schemas.ts';
import { findAgreements, listAgreements } from './store.ts';

const tags = ['network'];

const { title, counterparty, terms, coversFrom } = AgreementProposal.properties;
const Proposal = Type.Object({ agreement: Type.Optional(Id), counterparty, title, terms, coversFrom }, closed);
const Reason = Type.Optional(Type.Union([Text, Type.Literal(''), Type.Null()]));
const Step = NoneOr(Type.Object({ proposer: Type.Optional(Id), reason: Reason }, closed));

const LIST = {
  tags,
  summary: 'Sharing agreements of my organisation',
  querystring: PageQuery,
  response: { 200: pageOf('agreements', AgreementView) },
};
const PROPOSE = {
  tags,
  summary: 'Propose a sharing agreement; it works once the other side has accepted it',
  body: Proposal,
  response: { 200: Type.Object({ id: Id, ...RecordOutcome.properties }) },
};
const ACCEPT = {
  tags,
  summary: 'Accept a proposed agreement',
  params: ById,
  body: Step,
  response: { 200: RecordOutcome },
};
const REVOKE = {
  tags,
  summary: 'Revoke an agreement, decline or withdraw a proposal; effective at once',
  params: ById,
  body: Step,
  response: { 200: RecordOutcome },
};

/** Sharing agreements: the only way to widen who sees what. */
export const agreementRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/agreements', { schema: LIST }, async (request) => {
    const page = await readAs(house, principalOf(request), (tx) => listAgreements(tx, request.query));
    return { agreements: page.rows, next: page.next };
  });

  app.post('/api/agreements', { schema: PROPOSE }, async (request) => {
    const who = may.agree(principalOf(request));
    const { agreement = `agreement-${randomUUID()}`, ...rest } = request.body;
    const data = { agreement, proposer: who.organisation, ...rest };
    return { id: agreement, ...(await recordAs(house, { request, who, type: 'agreement-proposed', data })) };
  });

  app.post('/api/agreements/:id/accept', { schema: ACCEPT }, async (request) => {
    const who = may.agree(principalOf(request));
    const parties = await findParties(house, who, request.params.id, request.body?.proposer);
    const data = { agreement: request.params.id, ...parties, by: who.organisation };
    return recordAs(house, { request, who, type: 'agreement-accepted', data });
  });

  app.post('/api/agreements/:id/revoke', { schema: REVOKE }, async (request) => {
    const who = may.agree(principalOf(request));
    const { proposer, reason } = request.body ?? {};
    const parties = await findParties(house, who, request.params.id, proposer);
    const data = { agreement: request.params.id, ...parties, by: who.organisation, ...(reason ? { reason } : {}) };
    return recordAs(house, { request, who, type: 'agreement-revoked', data });
  });
};

interface Parties {
  proposer: Id;
  counterparty: Id;
}

async function findParties(house: House, who: Member, id: Id, proposer: Id | undefined): Promise<Parties> {
  const found = await readAs(house, who, (tx) => findAgreements(tx, id, proposer));
  const [agreement] = found;
  if (!agreement) return refuse('NOT_FOUND', { what: 'agreement', id });
  if (found.length > 1) {
    const problem = `must be one of ${found.map((each) => each.proposer).join(', ')}`;
    return refuse('INVALID', { path: 'proposer', problem, value: proposer ?? 'nothing' });
  }
  return { proposer: agreement.proposer, counterparty: agreement.counterparty };
}
