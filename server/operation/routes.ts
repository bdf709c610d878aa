import { REFUSALS } from '@intakt/contract';
import { READ_TABLES } from '@intakt/database/migrations';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Type } from 'typebox';
import { principalOf } from '../access/authenticate.ts';
import { type House, type Routes, readAs } from '../house.ts';
import { refuse } from '../refuse.ts';

const tags = ['operation'];
const PAGE = 500;

export const operationRoutes: Routes = (app, house) => {
  const registry = makeMetrics(house);

  app.get(
    '/health/live',
    { schema: { tags, summary: 'The process runs', response: { 200: Type.Object({ status: Type.Literal('live') }) } } },
    async () => ({ status: 'live' as const }),
  );
  app.get(
    '/health/ready',
    {
      schema: {
        tags,
        summary: 'Database reachable and ledger head verified',
        response: {
          200: Type.Object({ status: Type.Literal('ready'), ledgerSize: Type.Integer(), database: Type.String() }),
        },
      },
    },
    async () => {
      const [head] = await house.db
        .system((tx) => tx.query<{ size: number }>('select size from ledger_head'))
        .catch(() => []);
      if (!head) return refuse('NOT_READY', { what: 'the database' });
      return { status: 'ready' as const, ledgerSize: head.size, database: house.db.description };
    },
  );
  app.get('/docs/refusals', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(refusalsPage()),
  );
  app.get(
    '/metrics',
    { schema: { tags, summary: 'Metrics in Prometheus text format', response: { 200: Type.String() } } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
  app.get(
    '/api/export',
    {
      schema: {
        tags,
        summary: 'Everything this organisation may see: read tables and events, one JSON object a line',
        response: { 200: Type.String({ description: 'application/x-ndjson' }) },
      },
    },
    async (request, reply) => {
      const who = principalOf(request);
      if (who.kind === 'person' && !who.roles.includes('administrator') && !who.roles.includes('manager')) {
        return refuse('NOT_ALLOWED', {
          who: who.person,
          what: 'export all data',
          needed: 'role administrator or manager',
        });
      }
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment; filename="intakt-export.ndjson"',
      });
      for await (const line of exportLines(house, who))
        if (!reply.raw.write(line)) await new Promise((resolve) => reply.raw.once('drain', resolve));
      reply.raw.end();
    },
  );
};

/** Where the `type` of every problem+json leads. */
const refusalsPage = (): string => {
  const entries = Object.entries(REFUSALS).map(
    ([code, { status, title, detail }]) =>
      `<h2 id="${code.toLowerCase().replaceAll('_', '-')}">${code}</h2><p><b>${status} ${title}.</b> ${escapeHtml(detail)}</p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Refusals</title><body><h1>Refusals</h1>${entries.join('')}</body></html>`;
};
const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const READABLE_COLUMNS = `select attname as name from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'select') order by attnum`;

/** Read under row security, so an export can hold nothing that the screens could not show. */
async function* exportLines(house: House, who: Parameters<typeof readAs>[1]): AsyncGenerator<string> {
  for (const table of READ_TABLES) {
    const rows: object[] = await readAs(house, who, async (tx) => {
      const columns = await tx.query<{ name: string }>(READABLE_COLUMNS, [table]);
      return tx.query(`select ${columns.map(({ name }) => name).join(', ')} from ${table}`);
    });
    for (const row of rows) yield `${JSON.stringify({ table, row })}\n`;
  }
  for (let after = 0; ; ) {
    const rows = await readAs(house, who, (tx) =>
      tx.query<{ sequence: number; body: string }>(
        `select sequence, body from ledger_event where sequence > $1 order by sequence limit ${PAGE}`,
        [after],
      ),
    );
    for (const row of rows) yield `${JSON.stringify({ event: JSON.parse(row.body) })}\n`;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.sequence;
  }
}

function makeMetrics(house: House): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const recorded = new Counter({
    name: 'intakt_events_recorded_total',
    help: 'Events recorded by this process',
    labelNames: ['type'],
    registers: [registry],
  });
  house.recorder.onCommit((events) => {
    for (const event of events) recorded.inc({ type: event.type });
  });
  new Gauge({
    name: 'intakt_open_feeds',
    help: 'Open live feeds',
    registers: [registry],
    collect() {
      this.set(house.feed.openFeeds);
    },
  });
  new Gauge({
    name: 'intakt_feed_position',
    help: 'Sequence handed to the feeds',
    registers: [registry],
    collect() {
      this.set(house.feed.position);
    },
  });
  return registry;
}
