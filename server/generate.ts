import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrate, openDatabase } from '@intakt/database';
import openapiTS, { astToString } from 'openapi-typescript';
import pino from 'pino';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { openHouse } from './open-house.ts';

export const GENERATED = path.resolve(import.meta.dirname, '../contract/api.generated.ts');

/** The types of the API as TypeScript, from the OpenAPI that the routes themselves describe. */
export async function apiTypes(): Promise<string> {
  const db = await openDatabase({ memory: true });
  await migrate(db);
  const { house, signing, close } = await openHouse(readConfig({}, ['--empty']), { db, log: pino({ level: 'fatal' }) });
  const app = await buildApp(house, signing);
  await app.ready();
  const openapi = app.swagger();
  await app.close();
  await close();
  await db.close();
  const types = astToString(await openapiTS(JSON.stringify(openapi)));
  return `/** Generated from the server's OpenAPI by \`npm run generate\`; a test keeps it true. */\n${types}`;
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(GENERATED, await apiTypes());
  process.stdout.write('Wrote contract/api.generated.ts\n');
}
