import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { VALIDATION } from './validation.ts';

const page = {
  schema: {
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { limit: { type: 'integer', minimum: 1, default: 50 } },
    },
    response: {
      200: {
        type: 'object',
        properties: { limit: { type: 'integer' } },
        required: ['limit'],
        additionalProperties: false,
      },
    },
  },
} as const;

test('a schema that is compiled when first used coerces, fills in, refuses and writes as any other', async () => {
  const app = Fastify(VALIDATION);
  app.get<{ Querystring: { limit: number } }>('/page', page, async ({ query }) => ({ limit: query.limit, secret: 1 }));
  for (const [url, limit] of [
    ['/page?limit=7', 7],
    ['/page', 50],
  ])
    expect((await app.inject(String(url))).json()).toEqual({ limit });
  for (const url of ['/page?limit=0', '/page?limt=7', '/page?limit=x']) {
    const refused = await app.inject(url);
    expect(refused.statusCode, url).toBe(400);
    expect(refused.json().message).toMatch(/^querystring/);
  }
});

test('two routes with schemas of their own are not mixed up', async () => {
  const app = Fastify(VALIDATION);
  const body = (name: string) => ({
    schema: { body: { type: 'object', required: [name], properties: { [name]: { type: 'string' } } } },
  });
  app.post('/a', body('a'), async () => 'a');
  app.post('/b', body('b'), async () => 'b');
  const send = (url: `/${string}`, payload: object) => app.inject({ method: 'POST', url, payload });
  expect((await send('/a', { b: '' })).json().message).toContain("'a'");
  expect((await send('/b', { a: '' })).json().message).toContain("'b'");
  expect((await send('/b', { b: '' })).body).toBe('b');
});
