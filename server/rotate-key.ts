import { readConfig } from './config.ts';
import { rotateSigningKey } from './ledger/signing.ts';
import { openHouse } from './open-house.ts';

/** `npm run rotate-key`: a new signing key; what the old one signed stays valid. Restart the servers afterwards. */
const { house, close } = await openHouse(readConfig(process.env, process.argv.slice(2)));
const { verifierKeys } = await rotateSigningKey(house.db, house.clock, house.config.origin);
process.stdout.write(`The ledger signs with ${verifierKeys[0]} from now on.\n`);
await close();
