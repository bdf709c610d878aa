import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { CERTAINTIES, Id, MILESTONES, MilestonePlace, RecordOutcome } from '@intakt/contract';
import { readContainerNumber } from '@intakt/identifiers';
import { Type } from 'typebox';
import { principalOf, recordAs } from '../../access/index.ts';
import { type PlainRoutes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import { findAttachment, findParties, listEquipment, listMilestones } from './milestone-store.ts';

const tags = ['visibility'];
const text = Type.String();
const nullable = <S extends Parameters<typeof Type.Array>[0]>(schema: S) => Type.Union([schema, Type.Null()]);
const ByShipment = Type.Object({ id: Id });
const MilestoneAnswer = Type.Object({
  eventId: text,
  by: Id,
  recordedBy: Id,
  confirmed: Type.Boolean(),
  milestone: Type.Enum([...MILESTONES]),
  certainty: Type.Enum([...CERTAINTIES]),
  at: text,
  saidAt: text,
  place: nullable(MilestonePlace),
  equipment: nullable(text),
  vessel: nullable(text),
  voyage: nullable(text),
  reason: nullable(text),
  hasPersonal: Type.Boolean({ description: 'A name or a photo lies beside the event' }),
  sequence: Type.Integer(),
});

/** Steps of a shipment's way, and the containers it travels in. */
export const milestoneRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/shipments/:id/milestones',
    {
      schema: {
        tags,
        summary: 'What happened on the way, what is planned and expected, and who said it',
        params: ByShipment,
        response: {
          200: Type.Object({ milestones: Type.Array(MilestoneAnswer), equipment: Type.Array(text) }),
        },
      },
    },
    (request) =>
      readAs(house, principalOf(request), async (tx) => ({
        milestones: (await listMilestones(tx, request.params.id)) as never[],
        equipment: await listEquipment(tx, request.params.id),
      })),
  );

  app.get(
    '/api/milestones/:eventId/attachment',
    {
      schema: {
        tags,
        summary: 'Name, note and photo that came with a milestone, as long as they are not erased',
        params: Type.Object({ eventId: Type.String({ format: 'uuid' }) }),
        response: {
          200: Type.Object({ driver: Type.Optional(text), note: Type.Optional(text), photo: Type.Optional(text) }),
        },
      },
    },
    async (request) => {
      const { eventId } = request.params;
      const attachment = await readAs(house, principalOf(request), (tx) => findAttachment(tx, eventId));
      return attachment ?? refuse('NOT_FOUND', { what: 'attachment of event', id: eventId });
    },
  );

  app.put(
    '/api/shipments/:id/equipment',
    {
      schema: {
        tags,
        summary: 'Say in which container a shipment travels',
        params: ByShipment,
        body: Type.Object({ equipment: Type.String({ maxLength: 20 }) }, { additionalProperties: false }),
        response: { 200: RecordOutcome },
      },
    },
    async (request) => {
      const who = may.assignEquipment(principalOf(request));
      const { id } = request.params;
      const equipment = containerNumber(request.body.equipment);
      const parties = await readAs(house, who, (tx) => findParties(tx, id));
      if (!parties) return refuse('NOT_FOUND', { what: 'consignment', id });
      const data = { ...parties, by: who.organisation, equipment };
      return recordAs(house, { request, who, type: 'equipment-assigned', data });
    },
  );
};

function containerNumber(seen: string): string {
  const read = readContainerNumber(seen);
  if (read.ok) return read.value.number;
  const { code, expected } = read.mistake;
  const hint = code === 'container-check-digit' ? `; did you mean ${expected}?` : `: ${expected}`;
  return refuse('INVALID', { path: 'equipment', problem: `is no container number (ISO 6346)${hint}`, value: seen });
}
