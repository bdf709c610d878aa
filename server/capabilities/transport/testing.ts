import type { FastifyInstance, InjectOptions } from 'fastify';
import { seedDemoAccounts } from '../../access/index.ts';
import { type Answer, type Doors, openDoors } from '../../doors/testing.ts';
import { record } from '../../record/testing.ts';
import { schedule, say } from '../../record/tiny-world.ts';
import { watchFreight } from './watch-freight.ts';

/**
 * The tiny world on the road: Monday 2 March 2026, the plant calls off brackets from s1 and hoses from s2 for each of the days. Their
 * works lie 60 and 90 km away on one road; c1 has a lorry, c2 is a carrier too. s3 is on no tour.
 */
export interface TourWorld extends Doors {
  apiKeys: Record<string, string>;
  send: (who: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) => Promise<Answer>;
  /** One tour of a day's two orders, as it is published; without a carrier it is to be tendered. */
  publishTour: (day: string, carrier: string | null) => Promise<{ tour: string; plan: string; answer: Answer['body'] }>;
}

export const DAYS = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'] as const;

export const LORRY = {
  name: 'Lorry 13.6 m',
  capacity: { massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
  count: 5,
  roundTrip: false,
  costPerTour: 150,
  costPerKm: 1.2,
  costPerHour: 30,
  costPerStop: 20,
  co2PerKmEmptyKg: 0.7,
  co2PerKmFullKg: 1.1,
  driverHours: true,
  carrier: 'c1',
};

export async function openTourWorld(): Promise<TourWorld> {
  const doors = await openDoors();
  await record(
    doors.world,
    'c2',
    say('organisation-registered', { organisation: 'c2', name: 'c2', roles: ['carrier'] }),
  );
  const { apiKeys } = await seedDemoAccounts(doors.world.house, [], ['oem', 's1', 's2', 's3', 'c1', 'c2']);
  await record(doors.world, 'oem', place('plant', 'oem', 12));
  await record(doors.world, 's1', place('s1-works', 's1', 11));
  await record(doors.world, 's2', place('s2-works', 's2', 10.6));
  const firm = (quantity: number) => DAYS.map((from) => ({ from, quantity, horizon: 'firm' as const }));
  await record(
    doors.world,
    'oem',
    say('schedule-released', schedule({ quantities: firm(50) })),
    say('schedule-released', schedule({ supplier: 's2', part: 'b', quantities: firm(80) })),
  );
  const ask: Doors['ask'] = (who, request) => askAs(doors.app, apiKeys[who]!, request);
  const send: TourWorld['send'] = (who, method, url, payload) => ask(who, { method, url, ...(payload && { payload }) });
  await send('oem', 'PUT', '/api/vehicle-types/lorry', LORRY);
  const stopWatching = watchFreight(doors.world.house);
  const close = async () => {
    await stopWatching();
    await doors.close();
  };
  return { ...doors, apiKeys, ask, send, close, publishTour: (day, carrier) => publishTour(send, day, carrier) };
}

const place = (site: string, owner: string, longitude: number) =>
  say('site-registered', {
    site,
    owner,
    name: `Site ${site}`,
    kind: 'plant',
    timeZone: 'Europe/Berlin',
    position: { longitude, latitude: 51 },
  });

async function askAs(app: FastifyInstance, key: string, request: InjectOptions): Promise<Answer> {
  const response = await app.inject({ ...request, headers: { authorization: `Bearer ${key}`, ...request.headers } });
  return {
    status: response.statusCode,
    body: response.headers['content-type']?.toString().includes('json') ? response.json() : undefined,
    headers: response.headers,
    bytes: response.rawPayload,
  };
}

async function publishTour(send: TourWorld['send'], day: string, carrier: string | null) {
  await send('oem', 'POST', '/api/transport-orders/derive', { day });
  const { body: plan } = await send('oem', 'POST', '/api/transport-plans', { day });
  const tour = `tour-${plan.id.slice(-8)}`;
  let version = 1;
  for (const order of plan.unplanned)
    await send('oem', 'POST', `/api/transport-plans/${plan.id}/moves`, {
      ...{ version: version++, order, tour, vehicle: 'lorry' },
    });
  await send('oem', 'PATCH', `/api/transport-plans/${plan.id}/tours/${tour}`, { version, carrier });
  const { status, body } = await send('oem', 'POST', `/api/transport-plans/${plan.id}/publish`);
  if (status !== 200) throw new Error(`The plan was not published: ${JSON.stringify(body)}`);
  return { tour, plan: plan.id as string, answer: body };
}
