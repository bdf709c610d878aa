import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, IsoDay, RecordOutcome, SHARE_RULES, Text } from '@intakt/contract';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { recordAll, recordAs } from '../../access/record-as.ts';
import { ById, closed } from '../../access/schemas.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { listRules, listShares } from './freight-store.ts';
import { nullable } from './schemas.ts';

const tags = ['transport'];
const number = Type.Number();
const Kind = Type.Enum([...SHARE_RULES]);
const RuleAnswer = Type.Object({
  owner: Id,
  rule: Id,
  partner: Id,
  kind: Kind,
  validFrom: IsoDay,
  state: Type.String(),
  reason: nullable(Type.String()),
});
const ShareAnswer = Type.Object({
  owner: Id,
  tour: Id,
  partner: Id,
  rule: Id,
  kind: Kind,
  day: IsoDay,
  cost: number,
  co2Kg: number,
  aloneCost: number,
  aloneCo2Kg: number,
  totalCost: number,
  totalCo2Kg: number,
  partners: Type.Integer(),
});

/** Who pays what of shared tours: the rule that all agreed to, and what each saves by it. */
export const savingsRoutes: PlainRoutes = (instance, house) => {
  for (const routes of [readingRoutes, ruleRoutes]) routes(instance, house);
};

const readingRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/savings',
    {
      schema: {
        tags,
        summary: 'My shares of shared tours with their sums, what each would have cost alone, and the rules',
        response: { 200: Type.Object({ shares: Type.Array(ShareAnswer), rules: Type.Array(RuleAnswer) }) },
      },
    },
    (request) =>
      readAs(house, principalOf(request), async (tx) => ({ shares: await listShares(tx), rules: await listRules(tx) })),
  );
};

const ruleRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/api/share-rules',
    {
      schema: {
        tags,
        summary: 'Propose to partners by which rule shared tours are split; each answers for itself',
        body: Type.Object(
          {
            partners: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
            kind: Kind,
            validFrom: IsoDay,
          },
          closed,
        ),
        response: { 200: Type.Object({ rule: Id }) },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { partners, kind, validFrom } = request.body;
      const rule = `rule-${randomUUID()}`;
      const occurredAt = house.clock.instant();
      await recordAll(
        house,
        who.organisation,
        partners.map((partner) => ({
          type: 'share-rule-proposed' as const,
          source: 'screen',
          id: `${rule}/${partner}`,
          occurredAt,
          causationId: rule,
          data: { rule, owner: who.organisation, partner, kind, validFrom },
        })),
      );
      return { rule };
    },
  );

  app.post(
    '/api/share-rules/:id/answer',
    {
      schema: {
        tags,
        summary: 'Accept or reject a rule that was proposed to me; also later, from then on',
        params: ById,
        body: Type.Object({ answer: Type.Enum(['accepted', 'rejected']), reason: Type.Optional(Text) }, closed),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.agreeFreight(principalOf(request));
      const { id } = request.params;
      const mine = (await readAs(house, who, listRules)).find(
        ({ rule, partner }) => rule === id && partner === who.organisation,
      );
      if (!mine) return refuse('NOT_FOUND', { what: 'share rule', id });
      const data = { rule: id, owner: mine.owner, partner: mine.partner, ...request.body };
      return recordAs(house, { request, who, type: 'share-rule-answered', data });
    },
  );
};
