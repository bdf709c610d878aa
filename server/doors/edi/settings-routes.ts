import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { principalOf } from '../../access/authenticate.ts';
import type { Routes } from '../../house.ts';
import { may } from '../access.ts';
import { changeSettings, readSettings } from './settings.ts';

const partial = Type.Boolean({
  description: 'As sender: whether the good messages of our partly bad interchanges go in',
});
const bookTests = Type.Boolean({ description: 'As receiver: whether interchanges marked as tests are booked' });
const Settings = Type.Object({ partial, bookTests }, { additionalProperties: false });
const Change = Type.Object(
  { partial: Type.Optional(partial), bookTests: Type.Optional(bookTests) },
  { additionalProperties: false, minProperties: 1 },
);
const tags = ['doors'];

export const ediSettingsRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/edi/settings',
    { schema: { tags, summary: 'How our EDI files are taken in', response: { 200: Settings } } },
    async (request) => {
      const { organisation } = may.readInbox(principalOf(request));
      return readSettings(house, organisation);
    },
  );
  app.put(
    '/api/edi/settings',
    { schema: { tags, summary: 'Set how our EDI files are taken in', body: Change, response: { 200: Settings } } },
    async (request) => {
      const { organisation } = may.changeSettings(principalOf(request));
      await changeSettings(house, organisation, request.body);
      return readSettings(house, organisation);
    },
  );
};
