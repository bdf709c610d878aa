import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { Routes } from '../../house.ts';
import { may } from '../access.ts';
import { mayGoInPartly, setPartly } from './settings.ts';

const Settings = Type.Object(
  { partial: Type.Boolean({ description: 'Whether the good messages of a partly bad interchange go in' }) },
  { additionalProperties: false },
);
const tags = ['doors'];

export const ediSettingsRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/edi/settings',
    { schema: { tags, summary: 'How our EDI files are taken in', response: { 200: Settings } } },
    async (request) => {
      const { organisation } = may.readInbox(principalOf(request));
      return { partial: await mayGoInPartly(house, organisation) };
    },
  );

  app.put(
    '/api/edi/settings',
    { schema: { tags, summary: 'Set how our EDI files are taken in', body: Settings, response: { 200: Settings } } },
    async (request) => {
      const { organisation } = may.changeSettings(principalOf(request));
      await setPartly(house, organisation, request.body.partial);
      return request.body;
    },
  );
};
