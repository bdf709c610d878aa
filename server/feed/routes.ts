import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { principalOf } from '../access/authenticate.ts';
import type { Principal } from '../access/principal.ts';
import { type House, type Routes, readAs } from '../house.ts';
import { refuse } from '../refuse.ts';
import { type FeedEnd, type Frame, type Subscriber, toFrame } from './feed-hub.ts';
import type { MovedPosition } from './position-tail.ts';

const HEARTBEAT_MS = 15_000;
const PAGE = 500;
const MAX_UNSENT_BYTES = 4_000_000;
const MAX_BUFFERED = 20_000;

export const feedRoutes: Routes = (app, house) => {
  app.get(
    '/api/feed',
    {
      schema: {
        tags: ['events'],
        summary:
          'Live feed (server-sent events) of everything this partner is entitled to; resumes after Last-Event-ID',
        querystring: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
        response: { 200: Type.String({ description: 'text/event-stream' }) },
      },
    },
    async (request, reply) => {
      const who = principalOf(request);
      if (who.kind !== 'person' && who.kind !== 'organisation')
        return refuse('NOT_ALLOWED', { who: `a ${who.kind}`, what: 'open the feed', needed: 'a person or an API key' });
      await openFeed(house, who, request, reply);
    },
  );
};

/** Without a position the feed starts now; with one it first gives what came since. */
async function openFeed(
  house: House,
  who: Extract<Principal, { kind: 'person' | 'organisation' }>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const after = resumePoint(request);
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  const feed = new OpenFeed(house, who, reply);
  await feed.start(after);
}

function resumePoint(request: FastifyRequest): number | undefined {
  const text = request.headers['last-event-id'] ?? (request.query as { after?: number }).after;
  const sequence = Number(text);
  return text !== undefined && Number.isInteger(sequence) && sequence >= 0 ? sequence : undefined;
}

/** While it catches up, what happens meanwhile waits; the sequence number keeps both from overlapping. */
class OpenFeed {
  readonly #house: House;
  readonly #who: Principal;
  readonly #reply: FastifyReply;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #joinedAt: number;
  readonly #leave: () => void;
  #waiting: Frame[] | undefined = [];
  #sent = 0;
  #ended = false;

  constructor(house: House, who: Extract<Principal, { kind: 'person' | 'organisation' }>, reply: FastifyReply) {
    this.#house = house;
    this.#who = who;
    this.#reply = reply;
    this.#heartbeat = setInterval(() => this.#reply.raw.write(': heartbeat\n\n'), HEARTBEAT_MS);
    reply.raw.on('close', () => this.#release());
    const { from, leave } = house.feed.subscribe(this.#subscriber(who));
    this.#joinedAt = from;
    this.#leave = leave;
  }

  async start(after: number | undefined): Promise<void> {
    this.#sent = after === undefined ? this.#joinedAt : await this.#within(after);
    this.#reply.raw.write(`retry: 1000\nevent: ready\ndata: ${JSON.stringify({ sequence: this.#sent })}\n\n`);
    try {
      await this.#catchUp(this.#joinedAt);
    } catch (error) {
      this.#house.log.error(error, 'A feed could not catch up.');
      return this.#end('broken');
    }
    for (const frame of this.#waiting ?? []) this.#write(frame);
    this.#waiting = undefined;
  }

  /** A number that the ledger has not reached comes from another ledger: begin at this one's end. */
  async #within(after: number): Promise<number> {
    if (after <= this.#joinedAt) return after;
    const [head] = await readAs(this.#house, this.#who, (tx) =>
      tx.query<{ size: number }>('select size from ledger_head'),
    );
    return Math.min(after, head!.size);
  }

  async #catchUp(until: number): Promise<void> {
    while (!this.#ended && this.#sent < until) {
      const rows = await readAs(this.#house, this.#who, (tx) =>
        tx.query<{ sequence: number; type: never; body: string }>(
          `select sequence, type, body from ledger_event where sequence > $1 and sequence <= $2 order by sequence limit ${PAGE}`,
          [this.#sent, until],
        ),
      );
      for (const row of rows) this.#write(toFrame(row));
      if (rows.length < PAGE) return;
    }
  }

  #subscriber(who: Extract<Principal, { kind: 'person' | 'organisation' }>): Subscriber {
    return {
      owner:
        who.kind === 'person'
          ? { organisation: who.organisation, person: who.person, session: who.session }
          : { organisation: who.organisation, apiKey: who.apiKey },
      sites: who.kind === 'person' ? who.sites : [],
      send: (frame) => this.#take(frame),
      nudge: (topic) => void this.#reply.raw.write(`event: changed\ndata: ${JSON.stringify({ topic })}\n\n`),
      moved: (positions) => this.#tellMoved(positions),
      end: (reason) => this.#end(reason),
    };
  }

  /** A reader that is behind is spared: the next positions replace these. */
  #tellMoved(positions: MovedPosition[]): void {
    if (this.#waiting || this.#reply.raw.writableLength > MAX_UNSENT_BYTES / 4) return;
    this.#reply.raw.write(`event: moved\ndata: ${JSON.stringify(positions)}\n\n`);
  }

  #take(frame: Frame): boolean {
    if (this.#waiting) return this.#waiting.push(frame) <= MAX_BUFFERED;
    this.#write(frame);
    return this.#reply.raw.writableLength < MAX_UNSENT_BYTES;
  }

  #write(frame: Frame): void {
    if (frame.sequence <= this.#sent) return;
    this.#reply.raw.write(frame.text);
    this.#sent = frame.sequence;
  }

  /** Only who has lost the right to read is told so; anybody else's connection merely breaks, and resumes by itself. */
  #end(reason: FeedEnd): void {
    const farewell = reason === 'ended' ? `event: ended\ndata: ${JSON.stringify({ reason })}\n\n` : '';
    if (!this.#ended) this.#reply.raw.end(farewell);
    this.#release();
  }

  #release(): void {
    this.#ended = true;
    clearInterval(this.#heartbeat);
    this.#leave();
  }
}
