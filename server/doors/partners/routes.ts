import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id } from '@intakt/contract';
import { isTimeZone } from '@intakt/edi';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { objectionTo } from '../post/guarded-post.ts';
import { newSecret } from '../post/sign.ts';
import { defaultProfile, PartnerProfile, type Spoken } from './profile.ts';
import { findPartner, listPartners, type PartnerRow, removeProfile, saveProfile } from './store.ts';

const tags = ['partner profiles'];
const ByPartner = Type.Object({ partner: Id });
const Kept = Type.Object({
  partner: Id,
  name: Type.String(),
  profile: PartnerProfile,
  isDefault: Type.Boolean({ description: 'No profile is kept; these are the defaults' }),
  changedAt: Type.Optional(Type.String()),
});
const Saved = Type.Object({
  ...Kept.properties,
  secret: Type.Optional(Type.String({ description: 'Signs what the webhook gets; shown this once' })),
});

/** How each partner's messages are written and read. */
export const partnerRoutes: Routes = (instance, house) => {
  readRoutes(instance, house);
  changeRoutes(instance, house);
};

const readRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/partner-profiles',
    {
      schema: {
        tags,
        summary: 'How we exchange messages with every company that we know',
        response: { 200: Type.Object({ partners: Type.Array(Kept) }) },
      },
    },
    async (request) => {
      const who = may.readOutgoing(principalOf(request));
      const rows = await readAs(house, who, (tx) => listPartners(tx, who.organisation));
      return { partners: rows.map(toAnswer) };
    },
  );
  app.get(
    '/api/partner-profiles/:partner',
    { schema: { tags, summary: 'One partner’s profile, or its defaults', params: ByPartner, response: { 200: Kept } } },
    async (request) => {
      const who = may.readOutgoing(principalOf(request));
      const row = await readAs(house, who, (tx) => findPartner(tx, who.organisation, request.params.partner));
      return row && row.partner !== who.organisation
        ? toAnswer(row)
        : refuse('NOT_FOUND', { what: 'partner', id: request.params.partner });
    },
  );
};

const changeRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.put(
    '/api/partner-profiles/:partner',
    {
      schema: {
        tags,
        summary: 'Keep a partner’s profile; a secret for its webhook is made with the first one and shown once',
        params: ByPartner,
        body: PartnerProfile,
        response: { 200: Saved },
      },
    },
    async (request) => {
      const who = may.changePartners(principalOf(request));
      const { partner } = request.params;
      const { organisation: owner } = who;
      const profile = request.body;
      refuseUnusable(house, profile);
      const before = await readAs(house, who, (tx) => findPartner(tx, owner, partner));
      if (!before || partner === owner) return refuse('NOT_FOUND', { what: 'partner', id: partner });
      const isFirst = profile.channel === 'webhook' && before.profile?.channel !== 'webhook';
      const secret = isFirst ? newSecret() : undefined;
      const change = { at: house.clock.instant(), by: personOf(who), secret };
      await house.db.system((tx) => saveProfile(tx, { owner, partner, profile }, change));
      const after = await readAs(house, who, (tx) => findPartner(tx, owner, partner));
      return { ...toAnswer(after!), ...(secret ? { secret } : {}) };
    },
  );
  app.delete(
    '/api/partner-profiles/:partner',
    { schema: { tags, summary: 'Back to the defaults', params: ByPartner, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { organisation } = may.changePartners(principalOf(request));
      await house.db.system((tx) => removeProfile(tx, organisation, request.params.partner));
      return reply.status(204).send(null);
    },
  );
};

/** What a format has no message for. */
const UNWRITTEN: Partial<Record<PartnerProfile['format'], Partial<Record<Spoken, string>>>> = {
  vda: {
    receipt: 'VDA has no record for goods receipts',
    inventory: 'VDA has no record for stock',
    status: 'VDA has no record for what happens on the way',
    'transport-order': 'VDA has no record for transport orders; they go out as EDIFACT',
  },
  x12: { 'transport-order': 'transport orders are not written as X12; they go out as EDIFACT' },
};

/** What could never work is refused when it is typed, not when the first message fails. */
function refuseUnusable(house: House, { channel, url, timeZone, delimiters, format, sends }: PartnerProfile): void {
  const unwritten = sends.find((spoken) => UNWRITTEN[format]?.[spoken]);
  if (unwritten) refuse('INVALID', { path: 'sends', problem: UNWRITTEN[format]![unwritten]!, value: unwritten });
  const noSheet = format === 'csv' ? sends.find((spoken) => spoken !== 'schedule') : undefined;
  if (noSheet) refuse('INVALID', { path: 'sends', problem: 'only schedules go out as CSV', value: noSheet });
  if (channel === 'webhook') {
    const objection = url ? objectionTo(url, house.config.privateTargets) : 'is missing';
    if (objection) refuse('INVALID', { path: 'url', problem: objection, value: url ?? 'nothing' });
  }
  if (timeZone && !isTimeZone(timeZone))
    refuse('INVALID', { path: 'timeZone', problem: 'is no IANA time zone such as Europe/Berlin', value: timeZone });
  const signs = Object.values(delimiters ?? {});
  const unusable =
    signs.find((sign) => !/^[!-/:-@[-`{-~]$/.test(sign)) ??
    (new Set(signs).size < signs.length ? signs.join('') : undefined);
  if (unusable)
    refuse('INVALID', { path: 'delimiters', problem: 'each must be another punctuation sign', value: unusable });
}

const toAnswer = ({ partner, name, country, profile, changedAt }: PartnerRow) => ({
  partner,
  name,
  profile: profile ?? defaultProfile(country ?? undefined),
  isDefault: profile === null,
  ...(changedAt ? { changedAt } : {}),
});
