import type { DespatchStatement, PartyReference, ScheduleStatement } from '@intakt/contract';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { seedDemoAccounts } from '../access/index.ts';
import { buildApp } from '../app.ts';
import { testHouse } from '../record/testing.ts';

/** The real application over the tiny world, asked by the API keys of its organisations. */
export interface Doors {
  world: Awaited<ReturnType<typeof testHouse>>;
  app: FastifyInstance;
  ask: (who: string, request: InjectOptions) => Promise<Answer>;
  close: () => Promise<void>;
}
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
export type Answer = { status: number; body: any; headers: Record<string, unknown>; bytes: Buffer };

export async function openDoors(env: NodeJS.ProcessEnv = {}, now?: string): Promise<Doors> {
  const world = await testHouse({ now, env });
  const app = await buildApp(world.house, world.signing);
  await app.ready();
  const { apiKeys } = await seedDemoAccounts(world.house, [], ['oem', 's1', 's2', 's3', 'c1']);
  const ask: Doors['ask'] = async (who, request) => {
    const authorization = `Bearer ${apiKeys[who]}`;
    const response = await app.inject({ ...request, headers: { authorization, ...request.headers } });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = isJson && response.body ? response.json() : response.body;
    return { status: response.statusCode, body, headers: response.headers, bytes: response.rawPayload };
  };
  const close = async () => {
    await app.close();
    await world.close();
  };
  return { world, app, ask, close };
}

export const sendEdi = ({ ask }: Doors, who: string, bytes: Uint8Array | string, name = 'test.edi'): Promise<Answer> =>
  ask(who, {
    method: 'POST',
    url: '/api/edi',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
    payload: Buffer.from(bytes),
  });

const nowhere = { segment: 1, tag: 'UNH', offset: 0 };
const oem: PartyReference = { code: 'oem', agency: '92', name: 'Company oem' };
const s1: PartyReference = { code: 'S1-CODE', agency: '92', name: 'Company s1' };

/** s1 announces 60 brackets to the plant of oem, in codes that oem maps in its tests. */
export const despatchStatement = (change: Partial<DespatchStatement> = {}): DespatchStatement => ({
  kind: 'despatch',
  position: nowhere,
  despatchNote: 'N1',
  function: 'original',
  documentAt: '2026-03-02T07:00:00.000Z',
  despatchedAt: '2026-03-02T08:00:00.000Z',
  customer: oem,
  supplier: s1,
  shipTo: { code: 'plant', agency: '92' },
  lines: [{ line: 1, part: { buyerNumber: 'A 100', supplierNumber: '4711' }, quantity: 60, unit: 'H87' }],
  units: [],
  ...change,
});

export const scheduleStatement = (change: Partial<ScheduleStatement> = {}): ScheduleStatement => ({
  kind: 'schedule',
  position: nowhere,
  documentNumber: 'D1',
  scheduleKind: 'delivery-forecast',
  function: 'original',
  customer: oem,
  supplier: s1,
  shipTo: { code: 'plant', agency: '92' },
  part: { buyerNumber: 'A-100' },
  release: 'R1',
  releasedOn: '2026-03-02',
  unit: 'H87',
  quantities: [{ from: '2026-03-04', quantity: 50, horizon: 'firm' }],
  ...change,
});

export const control = (reference: string, sender = 'S1-CODE', receiver = 'oem') => ({
  sender: { code: sender, agency: 'ZZ' },
  receiver: { code: receiver, agency: 'ZZ' },
  reference,
  preparedAt: '2026-03-02T07:30:00.000Z',
});
