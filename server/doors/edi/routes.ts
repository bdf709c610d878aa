import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import type { Routes } from '../../house.ts';
import { may } from '../access.ts';
import { readStream, refuseEmpty, takeStreams } from '../body.ts';
import { toAnswer } from '../inbox/routes.ts';
import { MessageShape } from '../inbox/shapes.ts';
import { takeStream } from './large-files.ts';

const Answer = Type.Object({
  file: Type.String(),
  open: Type.Optional(
    Type.Boolean({ description: 'The file is kept and too large for one answer; its messages appear in the inbox' }),
  ),
  duplicateOf: Type.Optional(Type.String({ description: 'The file that brought the same bytes before' })),
  messages: Type.Array(MessageShape),
});

const SUMMARY = 'Hand in an EDI file (EDIFACT or X12): the body, or the file of a form';
const DESCRIPTION = `The bytes are kept whatever they are. Each message is answered with its state: recorded, waiting for a
mapping, rejected with its mistakes, conflict, or duplicate. A file above the body limit is read as a stream and answered
as open as soon as it is kept: its messages go in one by one and appear in the inbox. Header x-file-name gives the file's name, percent-encoded.`;

export const ediRoutes: Routes = (instance, house) => {
  instance.register(async (scope) => {
    const limit = house.config.ediFileLimitBytes;
    takeStreams(scope, limit);
    scope.withTypeProvider<TypeBoxTypeProvider>().post(
      '/api/edi',
      {
        schema: {
          tags: ['doors'],
          summary: SUMMARY,
          description: DESCRIPTION,
          consumes: ['application/octet-stream', 'multipart/form-data'],
          response: { 202: Answer },
        },
      },
      async (request, reply) => {
        const who = may.handInMessages(principalOf(request));
        const upload = await readStream(request, 'message.edi', limit);
        const taken = await takeStream(house, {
          ...upload,
          organisation: who.organisation,
          person: personOf(who),
          by: 'upload',
        });
        if (!taken) return refuseEmpty(upload.name);
        reply.status(202);
        return { ...taken, messages: taken.messages.map(toAnswer) };
      },
    );
  });
};
