import pino from 'pino';
import { createClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { openHouse } from '../open-house.ts';
import { count, despatch, say, T0, TINY_WORLD } from './tiny-world.ts';

/** Records under load until it is killed, and prints the id of each event that was answered with success. For durability.test.ts. */
const { house } = await openHouse(readConfig(process.env, []), {
  log: pino({ level: 'fatal' }),
  clock: createClock({ start: T0, wall: () => 0 }),
});
for (const [organisation, command] of TINY_WORLD) await house.recorder.record({ organisation }, [command]);

let next = 0;
async function caller(): Promise<void> {
  for (;;) {
    const n = next++;
    const command =
      n % 2 === 0
        ? say('stock-counted', count({ owner: 's1', site: 's1-works', quantity: n }), `count-${n}`)
        : say('shipment-despatched', despatch({ shipment: `shp-${n}`, despatchNote: `N-${n}` }), `asn-${n}`);
    const [result] = await house.recorder.record({ organisation: 's1' }, [command]);
    if (result!.ok) process.stdout.write(`${result!.eventId} ${result!.sequence}\n`);
  }
}
await Promise.all(Array.from({ length: 16 }, caller));
