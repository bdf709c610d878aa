import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Id, Instant, RecordOutcome } from '@intakt/contract';
import { type Static, Type } from 'typebox';
import { principalOf } from '../../access/index.ts';
import type { Principal } from '../../access/principal.ts';
import { type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { refuseTooLarge } from '../body.ts';
import { intakeOf } from '../telemetry/intake.ts';
import { type LinkPrincipal, reportStep, Step } from './report-step.ts';
import { findGate, findTrip } from './store.ts';

const tags = ['doors'];
const text = Type.String();
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

const Site = Type.Object({
  id: Id,
  name: text,
  city: nullable(text),
  country: nullable(text),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
  timeZone: text,
});
const Trip = Type.Object({
  supplier: Id,
  shipment: Id,
  supplierName: text,
  customerName: text,
  carrierName: text,
  from: nullable(Site),
  to: nullable(Site),
  despatchNote: nullable(text),
  transportReference: nullable(text),
  vehicle: nullable(text),
  packages: nullable(Type.Integer()),
  grossMassKg: nullable(Type.Number()),
  collectAt: text,
  expectedAt: text,
  departedAt: nullable(text),
  arrivedAt: nullable(text),
  gateOutAt: nullable(text),
  state: text,
  steps: Type.Array(Type.Object({ milestone: text, at: text, site: nullable(text) })),
});
const Answer = Type.Object({
  kind: Type.Enum(['driver', 'gate']),
  organisation: Id,
  now: Instant,
  trips: Type.Array(Trip),
  site: nullable(Site),
});
const Positions = Type.Object(
  {
    positions: Type.Array(
      Type.Object(
        {
          at: Instant,
          longitude: Type.Number({ minimum: -180, maximum: 180 }),
          latitude: Type.Number({ minimum: -90, maximum: 90 }),
          speedKmh: Type.Optional(Type.Number({ minimum: 0, maximum: 1500 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 1000 },
    ),
  },
  closed,
);
type Positions = Static<typeof Positions>;

function requireLink(who: Principal): LinkPrincipal {
  if (who.kind === 'link') return who;
  return refuse('NOT_ALLOWED', { who: 'Who is signed in', what: 'use the page of a link', needed: 'a link' });
}

/** What a driver or a gate clerk sees and says on a phone, with a link and no account. */
export const phoneRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const onRequest = async (request: Parameters<typeof refuseTooLarge>[0]) =>
    refuseTooLarge(request, house.config.bodyLimitBytes);

  app.get(
    '/api/link',
    {
      schema: {
        tags,
        summary: 'What this link is for: a trip, or a gate and who comes to it',
        response: { 200: Answer },
      },
    },
    async (request) => {
      const who = requireLink(principalOf(request));
      const now = house.clock.instant();
      const isGate = who.object.startsWith('site:');
      const found = await readAs(house, who, (tx) =>
        isGate ? findGate(tx, { object: who.object, now }) : findTrip(tx),
      );
      return {
        kind: isGate ? ('gate' as const) : ('driver' as const),
        organisation: who.organisation,
        now,
        ...found,
      } as never;
    },
  );

  app.post(
    '/api/link/steps',
    {
      onRequest,
      bodyLimit: house.config.bodyLimitBytes,
      schema: {
        tags,
        summary: 'Say that the vehicle arrived, is loaded, left, or has a problem; with a note or a photo',
        body: Step,
        response: { 200: RecordOutcome },
      },
    },
    (request) => reportStep(house, requireLink(principalOf(request)), request.body),
  );

  app.post(
    '/api/link/positions',
    {
      schema: {
        tags,
        summary: 'Where the driver is, while the page is open; what could not be sent may come later',
        body: Positions,
        response: { 202: Type.Object({ accepted: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      const who = requireLink(principalOf(request));
      const [shipment] = who.object.slice('shipment:'.length).split('/').reverse();
      const reporter = { organisation: who.organisation, device: who.link, isDevice: false, isLink: true };
      const readings = (request.body as Positions).positions.map((position) => ({ ...position, shipment }));
      const { accepted } = await intakeOf(house).submit(reporter, readings);
      return reply.status(202).send({ accepted });
    },
  );
};
