import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { House, PlainRoutes } from '../house.ts';
import { refuse } from '../refuse.ts';
import { type Signing, signHead } from './signing.ts';
import { hashSource } from './store.ts';
import { cosignedCheckpoint, witnessStates } from './witnesses.ts';

const WIDTH = 256;
const MOST_LEVELS = 7;
const tags = ['events'];
const config = { public: true };

/**
 * Who witnesses the log, and the log for mirrors (C2SP tlog-tiles), open to everybody: hashes with a salt in each leaf say nothing of what was said, only
 * how many events there are. Entries are not served: they belong to their parties.
 */
export const tileRoutes =
  (signing: Signing): PlainRoutes =>
  (app, house) => {
    app.get(
      '/tlog/checkpoint',
      {
        config,
        schema: {
          tags,
          summary: 'Newest checkpoint, with the signatures of witnesses',
          response: { 200: Type.String() },
        },
      },
      async (_request, reply) => {
        const head = await signHead(house.db, house.clock, signing);
        const cosigned = await cosignedCheckpoint(house.db, head.size);
        reply.header('cache-control', 'public, max-age=5');
        return reply.type('text/plain; charset=utf-8').send((cosigned ?? head).note);
      },
    );

    app.get(
      '/api/ledger/witnesses',
      {
        schema: {
          tags,
          summary: 'Who else signs the heads of the ledger, and what each saw last',
          response: {
            200: Type.Object({
              witnesses: Type.Array(
                Type.Object({
                  name: Type.String(),
                  verifierKey: Type.String(),
                  seenSize: Type.Integer(),
                  askedAt: Type.Union([Type.String(), Type.Null()]),
                  problem: Type.Union([Type.String(), Type.Null()]),
                }),
              ),
            }),
          },
        },
      },
      async () => ({ witnesses: await witnessStates(house) }),
    );

    app.get(
      '/tlog/tile/:level/*',
      {
        config,
        schema: {
          tags,
          summary:
            'Hashes of the tree, 256 a tile; level/index in groups of three digits, `.p/width` for a part of one',
          params: Type.Object({ level: Type.String({ maxLength: 20 }), '*': Type.String({ maxLength: 60 }) }),
          response: { 200: Type.Any({ description: 'application/octet-stream' }) },
        },
      },
      async (request, reply) => {
        const { level, '*': rest } = request.params as { level: string; '*': string };
        return sendTile(house, reply, readAddress(level, rest));
      },
    );
  };

interface Address {
  text: string;
  level: number;
  index: number;
  width: number;
}

async function sendTile(
  house: House,
  reply: FastifyReply,
  { text, level, index, width }: Address,
): Promise<FastifyReply> {
  const hashes = await hashSource(house.db)(level, index * WIDTH, width);
  if (hashes.length < width) return refuse('NOT_FOUND', { what: 'tile', id: text });
  reply.header('cache-control', 'public, max-age=31536000, immutable');
  return reply.type('application/octet-stream').send(Buffer.concat(hashes));
}

/** `x001/x234/067` is tile 1,234,067; `.p/17` after it asks for the first 17 hashes of one that is not full yet. */
function readAddress(level: string, rest: string): Address {
  const text = `${level}/${rest}`;
  const [, groups, width = `${WIDTH}`] = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(rest) ?? [];
  const digits = groups?.replaceAll(/[x/]/g, '');
  const address = { text, level: Number(level), index: Number(digits), width: Number(width) };
  const isPlain = /^(0|[1-9]\d?)$/.test(level) && !groups?.startsWith('x000/');
  if (
    !digits ||
    !isPlain ||
    address.level > MOST_LEVELS ||
    address.width > WIDTH ||
    !Number.isSafeInteger(address.index * WIDTH)
  )
    return refuse('NOT_FOUND', { what: 'tile', id: text });
  return address;
}
