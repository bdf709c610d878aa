import { decode } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import { speakNext } from './speak.ts';

let doors: Doors;

beforeAll(async () => {
  doors = await openDoors();
  await speakNext(doors.world.house);
}, 60_000);
afterAll(() => doors.close());

const profile = (partner: string, terms: object) =>
  doors.ask('oem', {
    method: 'PUT',
    url: `/api/partner-profiles/${partner}`,
    payload: { format: 'edifact', channel: 'none', sends: ['schedule'], acknowledges: true, test: false, ...terms },
  });

/** What goes out when a forecast and a call-off are released in one breath, oldest first. */
async function released(release: string): Promise<{ type: string; said: string; problem?: string }[]> {
  const commands = (['delivery-forecast', 'call-off'] as const).map((kind, index) =>
    say('schedule-released', schedule({ release: `${release}${index}`, kind })),
  );
  const events = await record(doors.world, 'oem', ...commands);
  await speakNext(doors.world.house);
  const { body } = await doors.ask('oem', { url: '/api/outgoing?limit=20' });
  const own = body.messages.filter((one: { events: string[] }) => events.some((e) => one.events.includes(e!.eventId)));
  const read = own.map(async ({ id, type, problem }: { id: string; type: string; problem?: string }) => {
    const { bytes } = await doors.ask('oem', { url: `/api/outgoing/${id}/raw` });
    return { type, said: saidBy(bytes), ...(problem ? { problem } : {}) };
  });
  return (await Promise.all(read)).reverse();
}

function saidBy(bytes: Uint8Array): string {
  if (bytes.length === 0) return '';
  const answer = decode(bytes);
  const messages = answer.ok ? answer.interchanges.flatMap((interchange) => interchange.messages) : [];
  expect(messages.flatMap(({ errors }) => errors)).toEqual([]);
  return messages
    .map(({ type, statements }) => `${type}: ${statements.map((one) => one.kind === 'schedule' && one.scheduleKind)}`)
    .join('; ');
}

describe('schedules go out', () => {
  test('as DELFOR where they are forecasts, as DELJIT where they are call-offs', async () => {
    await profile('s1', {});
    expect(await released('1')).toEqual([
      { type: 'DELFOR', said: 'DELFOR D.97A: delivery-forecast' },
      { type: 'DELJIT', said: 'DELJIT D.04B: call-off' },
    ]);
  });

  test('as 830 and 862, in the release that the partner asks for', async () => {
    await profile('s1', { format: 'x12', versions: { x12: '003060' } });
    expect(await released('2')).toEqual([
      { type: '830', said: '830 003060: delivery-forecast' },
      { type: '862', said: '862 003060: call-off' },
    ]);
  });

  test('in the directories that the partner asks for, and together where it reads no DELJIT', async () => {
    await profile('s1', { versions: { forecast: '04A', callOff: '97A' } });
    expect(await released('3')).toEqual([
      { type: 'DELFOR', said: 'DELFOR D.04A: delivery-forecast' },
      { type: 'DELJIT', said: 'DELJIT D.97A: call-off' },
    ]);
    await profile('s1', { callOffs: 'as-forecast' });
    const [together, ...others] = await released('4');
    expect([together?.type, others]).toEqual(['DELFOR', []]);
    expect(together?.said).toBe('DELFOR D.97A: delivery-forecast; DELFOR D.97A: call-off');
  });

  test('as VDA 4905; what its fields cannot take is kept with its reason, and the rest goes', async () => {
    await profile('s1', { format: 'vda' });
    const mappings = [
      ['site', 'W01', 'plant'],
      ['party', '123456789', 'oem'],
      ['party', '987654321', 's1'],
    ] as const;
    const refused = await released('5');
    expect(refused.map(({ type, said }) => [type, said])).toEqual([
      ['4905', ''],
      ['4905', ''],
    ]);
    expect(refused[0]?.problem).toContain('VDA 512 plant takes 3 places; got "plant"');
    for (const [scheme, code, means] of mappings)
      await record(doors.world, 'oem', say('identifier-mapped', { owner: 'oem', partner: 's1', scheme, code, means }));
    const [sent] = await released('6');
    /* A 4905 does not tell a call-off from a forecast. */
    expect(sent?.said).toBe('VDA 4905: delivery-forecast; VDA 4905: delivery-forecast');
  });

  test('as a sheet that the supplier can import: what was released is what it reads', async () => {
    await profile('s1', { format: 'csv' });
    const dueAt = '2026-03-09T05:30:00.000Z';
    const quantities = [
      { from: '2026-03-04', quantity: 50.5, horizon: 'firm' as const },
      { from: '2026-03-09', dueAt, quantity: 20, horizon: 'production' as const, cumulative: 900 },
      { from: '2026-03-16', to: '2026-03-22', quantity: 70, horizon: 'forecast' as const },
    ];
    const cumulative = { received: 830, zeroedOn: '2026-01-01' };
    const said = schedule({ release: '=7', quantities, cumulative, unloadingPoint: 'Gate 4' });
    const [event] = await record(doors.world, 'oem', say('schedule-released', said));
    await speakNext(doors.world.house);
    const { body } = await doors.ask('oem', { url: `/api/outgoing?event=${event!.eventId}` });
    expect(body.messages).toMatchObject([{ type: 'CSV', format: 'csv', state: 'kept' }]);
    const { bytes } = await doors.ask('oem', { url: `/api/outgoing/${body.messages[0].id}/raw` });
    const headers = { 'content-type': 'text/csv' };
    const read = { method: 'POST' as const, url: '/api/imports?kind=call-offs', headers, payload: bytes };
    expect((await doors.ask('s1', read)).body.counts).toEqual({ create: 0, change: 0, same: 3, error: 0 });
  });

  test('not as VDA where VDA has no message, and not in a version that is not written', async () => {
    expect((await profile('s1', { format: 'vda', sends: ['receipt'] })).body.detail).toContain('goods receipts');
    expect((await profile('s1', { format: 'csv', sends: ['despatch'] })).body.detail).toContain('only schedules');
    expect((await profile('s1', { versions: { forecast: '99X' } })).status).toBe(422);
  });
});
