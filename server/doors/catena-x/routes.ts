import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import { type House, type PlainRoutes, type Routes, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { may } from '../access.ts';
import { refuseTooLarge } from '../body.ts';
import {
  DIRECTIONS,
  EXCHANGED,
  EXCHANGED_NAMES,
  type ExchangedName,
  isOtherAspect,
  MASTER_DATA,
  MASTER_DATA_NAMES,
} from './aspects.ts';
import { sayGroup, tellGroup } from './capacity-groups.ts';
import { sayMasterData, tellMasterData } from './master-data.ts';
import { requestByIdRoutes, requestRoutes } from './request-routes.ts';
import { say } from './say.ts';
import { tell } from './tell.ts';
import { findTrade } from './trade.ts';

const tags = ['Catena-X'];
const Code = (description: string) => Type.String({ minLength: 1, maxLength: 120, description });
const Sides = {
  partner: Code('The other side of the trade: its BPNL, or its id'),
  material: Code('A number that one of the two gave the part, its materialGlobalAssetId, or its id'),
};
const Params = Type.Object(Sides);
const DirectedParams = Type.Object({
  ...Sides,
  direction: Type.Enum([...DIRECTIONS], { description: 'INBOUND is the customer’s view, OUTBOUND the supplier’s' }),
});
const Payload = Type.Object({}, { additionalProperties: true, description: 'Payload of the aspect model' });
const Notes = Type.Array(Type.Object({ path: Type.String(), message: Type.String() }));
const Taken = Type.Object({
  recorded: Type.Integer(),
  known: Type.Integer(),
  warnings: Notes,
  left: Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), {
    description: 'What the payload says that is no event, such as deliveries that have not left',
  }),
});

/** The aspect payloads of one part between two partners, at addresses that end as those of PURIS do. */
export const catenaXRoutes: Routes = (instance, house) => {
  for (const name of EXCHANGED_NAMES) exchangeRoutes(instance, house, name);
  masterDataRoutes(instance, house);
  requestRoutes(instance, house);
  requestByIdRoutes(instance, house);
  capacityRoutes(instance, house);
  otherRoutes(instance, house);
};

const GroupParams = Type.Object({
  partner: Sides.partner,
  group: Code('The supplier’s identifier of the group, or its capacityGroupId'),
});

/** Capacity groups are exchanged whole, whatever parts draw on them. */
const capacityRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const url = '/api/catena-x/:partner/week-based-capacity-group/:group/submodel/$value';
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'A capacity group between the partner and us, as WeekBasedCapacityGroup',
        params: GroupParams,
        response: { 200: Payload },
      },
    },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      return readAs(house, who, (tx) => tellGroup(tx, who.organisation, request.params));
    },
  );
  app.post(
    url,
    {
      onRequest: async (request) => refuseTooLarge(request, house.config.bodyLimitBytes),
      schema: {
        tags,
        summary: 'State a capacity group of ours to the partner, or withdraw it as inactive',
        params: GroupParams,
        body: Payload,
        response: { 200: Taken },
      },
    },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      return sayGroup(house, who, { ...request.params, payload: request.body });
    },
  );
};

const Material = Type.Object({ material: Code('A number of the part, its globalAssetId, or its id') });
const Counted = Type.Object(
  {
    unit: Type.Optional(
      Type.String({ minLength: 1, maxLength: 3, description: 'Of a new part, in Recommendation 20; H87 (piece)' }),
    ),
  },
  { additionalProperties: false },
);

/** Parts and what goes into them: told of a part, not between two partners. */
const masterDataRoutes: PlainRoutes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  for (const name of MASTER_DATA_NAMES) {
    const url = `/api/catena-x/${name}/:material/submodel/$value`;
    const aspect = MASTER_DATA[name];
    app.get(
      url,
      {
        schema: { tags, summary: `What we keep of a part, as ${aspect}`, params: Material, response: { 200: Payload } },
      },
      async (request) => {
        const who = may.exchangeAspects(principalOf(request));
        return tellMasterData(house, who, { name, material: request.params.material });
      },
    );
    app.post(
      url,
      {
        onRequest: async (request) => refuseTooLarge(request, house.config.bodyLimitBytes),
        schema: {
          tags,
          summary: `State our ${aspect} of a part`,
          params: Material,
          querystring: Counted,
          body: Payload,
          response: { 200: Taken },
        },
      },
      async (request) => {
        const who = may.importSheets(principalOf(request));
        const { unit = 'H87' } = request.query;
        return sayMasterData(house, who, { name, material: request.params.material, unit, payload: request.body });
      },
    );
  }
};

function exchangeRoutes(instance: Parameters<PlainRoutes>[0], house: House, name: ExchangedName): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { aspect, speaker } = EXCHANGED[name];
  const isDirected = speaker === 'by-direction';
  const url = `/api/catena-x/:partner/${name}/:material${isDirected ? '/:direction' : ''}/submodel/$value`;
  const params = isDirected ? DirectedParams : Params;
  const directionIn = (given: object) =>
    'direction' in given ? (given.direction as (typeof DIRECTIONS)[number]) : undefined;

  app.get(
    url,
    { schema: { tags, summary: `What we may see of a part, as ${aspect}`, params, response: { 200: Payload } } },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      return readAs(house, who, async (tx) => {
        const { partner, material: part } = request.params;
        const trade = await findTrade(tx, who.organisation, { partner, part });
        return tell(name, { tx, trade, direction: directionIn(request.params), now: house.clock.instant() });
      });
    },
  );

  app.post(
    url,
    {
      onRequest: async (request) => refuseTooLarge(request, house.config.bodyLimitBytes),
      schema: {
        tags,
        summary: EXCHANGED[name].isTaken ? `State our ${aspect} of a part` : `Refused: ${aspect} becomes no event`,
        params,
        body: Payload,
        response: { 200: Taken },
      },
    },
    async (request) => {
      const who = may.exchangeAspects(principalOf(request));
      const { partner, material: part } = request.params;
      const direction = directionIn(request.params);
      return say(house, who, { name, names: { partner, part }, direction, payload: request.body });
    },
  );
}

/** The other models are read and written by the codec, and refused here by their names. */
const otherRoutes: PlainRoutes = (instance) => {
  instance.withTypeProvider<TypeBoxTypeProvider>().post(
    '/api/catena-x/:partner/:aspect',
    {
      schema: {
        tags,
        summary: 'Refused: an aspect that is not exchanged per part',
        params: Type.Object({ partner: Sides.partner, aspect: Code('Another aspect model') }),
      },
    },
    async (request) => {
      may.exchangeAspects(principalOf(request));
      const { aspect } = request.params;
      const problem = `${isOtherAspect(aspect) ? 'is a model that is not taken here' : 'is no aspect model that is known here'}; send one of ${[...EXCHANGED_NAMES, ...MASTER_DATA_NAMES].join(', ')}`;
      return refuse('INVALID', { path: 'aspect', problem, value: aspect });
    },
  );
};
