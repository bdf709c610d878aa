import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, LIGHTS, WHAT_IFS_A_DAY, WhatIfChange } from '@intakt/contract';
import { addDays, daysBetween, firstShiftOn } from '@intakt/material-flow';
import { Type } from 'typebox';
import { type Member, requireMember } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import { type House, type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { projectNodes } from './flow.ts';
import { readFlowFacts } from './flow-store.ts';
import { answerInBand, type Change, inWholeDays } from './what-if-band.ts';
import { type Askable, findAskable, listCalledOff, listWhatIfs } from './what-if-store.ts';

const text = Type.String();
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const Band = Type.Object({ light: Type.Enum([...LIGHTS]), stopShift: nullable(text) });
/** As far as the published light looks. */
const HORIZON_DAYS = 84;

/** What a partner's stock that is shown as a light would come to; each question is bounded, banded and shown to its owner. */
export const whatIfRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/what-ifs',
    {
      schema: {
        tags: ['visibility'],
        summary: 'What-ifs that were asked about parts at sites: ours about partners, and theirs about us',
        querystring: Type.Object({ site: Type.Optional(Id), part: Type.Optional(Id) }),
        response: {
          200: Type.Object({
            limit: Type.Integer(),
            asked: Type.Array(
              Type.Object({
                owner: text,
                asker: text,
                site: text,
                part: text,
                day: text,
                asked: Type.Integer(),
                lastAt: text,
                changes: Type.Array(WhatIfChange),
              }),
            ),
          }),
        },
      },
    },
    async (request) => ({
      limit: WHAT_IFS_A_DAY,
      asked: await readAs(house, requireMember(principalOf(request), 'see what was asked'), (tx) =>
        listWhatIfs(tx, request.query),
      ),
    }),
  );

  app.post(
    '/api/what-ifs',
    {
      schema: {
        tags: ['visibility'],
        summary: 'What a supplier’s part at a site would come to with other call-offs, as a light and a shift',
        body: Type.Object(
          { site: Id, part: Id, changes: Type.Array(WhatIfChange, { minItems: 1, maxItems: 14 }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ published: Band, answer: Band, reckonedWith: Type.Array(WhatIfChange) }),
        },
      },
    },
    (request) => ask(house, may.decide(principalOf(request)), request.body),
  );
};

interface Question {
  site: string;
  part: string;
  changes: Change[];
}

async function ask(house: House, who: Member, { site, part, changes }: Question) {
  const node = await readAs(house, who, (tx) => findAskable(tx, who.organisation, { site, part }));
  if (!node) return refuse('NOT_FOUND', { what: 'part that you are served from', id: `${part} at ${site}` });
  const { owner } = node;
  const perDay = await calledOffPerDay(house, who, { owner, part });
  const reckonedWith = inWholeDays(changes, perDay);
  await sayAsked(house, who, { owner, site, part, changes: reckonedWith.length > 0 ? reckonedWith : changes });
  return {
    published: bandOf(node),
    answer: await answerOf(house, node, { site, part, changes: reckonedWith }),
    reckonedWith,
  };
}

const bandOf = ({ light, stopShift }: Askable) => ({
  light: light ?? 'green',
  stopShift: stopShift && new Date(stopShift).toISOString(),
});

/** A day of what the asker calls off: the finest that is reckoned with. */
async function calledOffPerDay(
  house: House,
  who: Member,
  { owner, part }: { owner: string; part: string },
): Promise<number> {
  const rows = await readAs(house, who, (tx) =>
    listCalledOff(tx, { customer: who.organisation, supplier: owner, part }),
  );
  const quantities = rows.flatMap((row) => row.quantities).filter(({ quantity }) => quantity > 0);
  const days = quantities.flatMap(({ from, to }) => [from, to ?? from]).sort();
  const total = quantities.reduce((sum, { quantity }) => sum + quantity, 0);
  if (total === 0) return refuse('NOT_FOUND', { what: 'call-off of yours', id: `${part} from ${owner}` });
  return Math.max(1, Math.ceil(total / (daysBetween(days[0]!, days.at(-1)!) + 1)));
}

/** Said before it is answered: what is over the limit gets no answer, and nothing is answered unseen. */
async function sayAsked(house: House, who: Member, asked: Question & { owner: string }): Promise<void> {
  const [result] = await house.recorder.record({ organisation: who.organisation, system: true }, [
    {
      type: 'what-if-asked',
      source: 'intakt/what-ifs',
      id: randomUUID(),
      occurredAt: house.clock.instant(),
      data: { ...asked, asker: who.organisation, day: house.clock.today() },
    },
  ]);
  if (!result!.ok) throw result!.refusal;
}

/** Reckoned from its owner's facts, as the light is; nothing of them leaves but light and shift. */
async function answerOf(house: House, { owner, leadTimeDays }: Askable, { site, part, changes }: Question) {
  const today = house.clock.today();
  const facts = await house.db.as(
    { kind: 'organisation', org: owner },
    (tx) => readFlowFacts(tx, { organisation: owner, parts: [part], today }),
    { readOnly: true },
  );
  const node = projectNodes(facts, { organisation: owner, today, horizonDays: HORIZON_DAYS }).find(
    (one) => one.site === site && one.part === part,
  );
  if (!node) return { light: 'green' as const, stopShift: null };
  const home = facts.sites.find(({ id }) => id === site);
  const leaving = changes.map(({ day, quantity }) => ({ day: leavesOn(day, leadTimeDays, today), quantity }));
  const { light, stopOn } = answerInBand(node, leaving, { today, site: home });
  return { light, stopShift: stopOn ? firstShiftOn(stopOn, home?.timeZone ?? 'UTC') : null };
}

/** What is due on a day has to leave a lead time before, and no sooner than today. */
function leavesOn(day: string, leadTimeDays: number, today: string): string {
  const leave = addDays(day, -Math.ceil(leadTimeDays));
  return leave < today ? today : leave;
}
