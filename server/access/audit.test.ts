import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANGES } from './audit-routes.ts';
import { openTinyNetwork, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTinyNetwork();
});
afterAll(() => server.close());

test('the audit finds its few kinds of events by an index of their own', async () => {
  const plan = await server.house.db.system(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }>(
      `explain select body from ledger_event where type in (${CHANGES}) order by sequence desc limit 10`,
    );
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('ledger_event_0_sequence_idx');
});
