import path from 'node:path';
import { packRoom } from './pack-room.ts';
import { ROOT } from './repository.ts';

/** `npm run pack --workspace tidy -- ledger [folder]`: makes the tarball that `npm publish` takes. */
const [room, into = path.join(ROOT, 'dist')] = process.argv.slice(2);
if (!room) throw new Error('Name the room to pack: npm run pack --workspace tidy -- ledger');
process.stdout.write(`${packRoom(room, path.resolve(process.env.INIT_CWD ?? '.', into))}\n`);
