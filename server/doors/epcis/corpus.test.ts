import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Doors, openDoors } from '../testing.ts';

const CORPUS = process.env.INTAKT_DATA && path.join(process.env.INTAKT_DATA, 'epcis', 'gs1-examples');

let doors: Doors;
beforeAll(async () => {
  if (CORPUS) doors = await openDoors();
});
afterAll(() => doors?.close());

async function capture(payload: Buffer) {
  const headers = { 'content-type': 'application/ld+json' };
  const answer = await doors.ask('oem', { method: 'POST', url: '/epcis/capture', headers, payload });
  expect(answer.status).toBe(202);
  return vi.waitFor(async () => {
    const job = (await doors.ask('oem', { url: String(answer.headers.location) })).body;
    expect(job.running).toBe(false);
    return job;
  }, 10_000);
}

describe.skipIf(!CORPUS)('GS1’s example documents (needs INTAKT_DATA)', () => {
  test('are all captured; what names places and goods of others waits, and every event comes back from the query', async () => {
    const names = readdirSync(CORPUS!, { recursive: true }).map(String);
    const documents = names.filter((name) => name.endsWith('.jsonld'));
    expect(documents.length).toBeGreaterThan(30);
    const failed: [string, object[]][] = [];
    for (const name of documents) {
      const job = await capture(readFileSync(path.join(CORPUS!, name)));
      const wrong = job.errors.filter((error: { status: number }) => ![202, 409].includes(error.status));
      if (wrong.length > 0) failed.push([name, wrong]);
    }
    expect(failed).toEqual([]);
    const { body } = await doors.ask('oem', { url: '/epcis/events?perPage=1000' });
    const stored = await doors.world.db.system((tx) => tx.query('select id from epcis_event'));
    expect(body.epcisBody.queryResults.resultsBody.eventList).toHaveLength(stored.length);
    expect(stored.length).toBeGreaterThan(40);
    const inbox = await doors.ask('oem', { url: '/api/inbox?state=waiting&limit=500' });
    expect(inbox.body.messages.length).toBeGreaterThan(5);
  });
});

/** Files beside the documents: queries, schemas, contexts, the REST binding. */
const NO_DOCUMENTS = /gs1-schema\/(?!test\/[A-Z])|gs1-rest|gs1-context|Query\/Queries|epcis-profiles/;
/** A draft of EPCIS 2.0 had `event` instead of `eventList`. */
const DRAFT = 'openepcis/epcis2js-hashing/epcisDocWithSingleEvent.json';

describe.skipIf(!CORPUS)('all published documents (needs INTAKT_DATA)', () => {
  test('the valid ones are captured and the invalid ones refused, each with what is wrong', {
    timeout: 180_000,
  }, async () => {
    const root = path.dirname(CORPUS!);
    const names = readdirSync(root, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
    const documents = names.filter((name) => /\.json(ld)?$/.test(name) && !NO_DOCUMENTS.test(name)).toSorted();
    expect(documents.length).toBeGreaterThan(130);
    const refused: string[] = [];
    for (const name of documents) {
      const { success, errors } = await capture(readFileSync(path.join(root, name)));
      const wrong = errors.filter((error: { type: string }) => error.type === 'epcisException:ValidationException');
      expect(wrong.length > 0, name).toBe(
        !success && !errors.every((error: { status: number }) => [202, 409].includes(error.status)),
      );
      if (wrong.length > 0) refused.push(name);
    }
    const expected = documents.filter((name) => name.includes('Invalid/') || name === DRAFT);
    expect(refused).toEqual(expected);
  });
});

test('a thousand events of one document are booked within seconds', async () => {
  const big = await openDoors();
  const say = (i: number) => ({
    type: 'ObjectEvent',
    eventTime: `2026-03-02T10:${String(i % 60).padStart(2, '0')}:${String(Math.floor(i / 60)).padStart(2, '0')}.000Z`,
    eventTimeZoneOffset: '+01:00',
    action: 'OBSERVE',
    bizStep: 'receiving',
    bizLocation: { id: 'https://oem.example/plant' },
    quantityList: [{ epcClass: `https://oem.example/part/A100`, quantity: 1 + i }],
  });
  const eventList = Array.from({ length: 1000 }, (_, i) => say(i));
  const payload = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T10:00:00Z',
    epcisBody: { eventList },
  };
  const began = performance.now();
  const answer = await big.ask('oem', {
    method: 'POST',
    url: '/epcis/capture',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
  const job = await vi.waitFor(
    async () => {
      const { body } = await big.ask('oem', { url: String(answer.headers.location) });
      expect(body.running).toBe(false);
      return body;
    },
    { timeout: 25_000, interval: 100 },
  );
  expect(job).toMatchObject({ success: true, errors: [] });
  expect(performance.now() - began).toBeLessThan(20_000);
  const [stock] = await big.world.db.system((tx) => tx.query('select quantity from stock'));
  expect(stock.quantity).toBe((1000 * 1001) / 2);
  await big.close();
});
