import { readConfig } from './config.ts';
import { openHouse } from './open-house.ts';
import { PROJECTIONS } from './record/projections.ts';
import { rebuild } from './record/rebuild.ts';

/** `npm run rebuild`: drops what is derived and derives it anew from the ledger. */
const { house, close } = await openHouse(readConfig(process.env, process.argv.slice(2)));
const { events } = await rebuild(house.db, PROJECTIONS);
process.stdout.write(`Replayed ${events} events into the read tables.\n`);
await close();
