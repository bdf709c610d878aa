import path from 'node:path';
import { openDatabase } from '@intakt/database';
import { restore } from '@intakt/database/restore';
import { readConfig } from './config.ts';

/** `npm run restore -- FOLDER`: into a database that holds nothing yet. */
const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
if (!folder) throw new Error('Name the folder that holds the backup: npm run restore -- FOLDER');
const config = readConfig(process.env, process.argv.slice(2));
const db = await openDatabase({ url: config.databaseUrl, dataDir: path.join(config.dataDir, 'database') });
const manifest = await restore(db, path.resolve(process.env.INIT_CWD ?? '.', folder));
const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
process.stdout.write(`Restored ${manifest.tables.length} tables with ${rows} rows.\n`);
await db.close();
