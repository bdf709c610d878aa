import path from 'node:path';
import { backup } from '@intakt/database/backup';
import { readConfig } from './config.ts';
import { openHouse } from './open-house.ts';

/** `npm run backup -- FOLDER`: database, raw files and signing keys, which all lie in the database. Keep it secret. */
const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
if (!folder) throw new Error('Name the folder for the backup: npm run backup -- FOLDER');
const { house, close } = await openHouse(readConfig(process.env, process.argv.slice(2)));
const manifest = await backup(house.db, path.resolve(process.env.INIT_CWD ?? '.', folder));
const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
process.stdout.write(`Saved ${manifest.tables.length} tables with ${rows} rows.\n`);
await close();
