import type { EventCommand, EventData, EventType } from '@intakt/contract';
import { command } from './commands.ts';
import { PLANT } from './data/companies.ts';
import { MEGA_TRAILER } from './data/freight.ts';
import { organisationId } from './partners.ts';

const SOURCE = 'freight';
const HIRED = { nordlinie: 'Nordlinie', carpatia: 'Carpatia', iberlinea: 'Iberlinea' };

/** What the plant's carriers agreed to with it for whole trucks. Nobody told the plant where the cross-dock stands, so no groupage is agreed. */
export function freightCommands(day: string): { organisation: string; command: EventCommand }[] {
  const customer = organisationId(PLANT.slug);
  const agreed = { customer, currency: 'EUR', validFrom: day };
  const say = <T extends EventType>(carrier: string, type: T, data: EventData<T>) => ({
    organisation: organisationId(carrier),
    command: command(SOURCE, type, `${carrier}:${day}`, `${day}T08:00:00.000Z`, data),
  });
  return Object.entries(HIRED).map(([slug, name]) =>
    say(slug, 'full-load-rates-agreed', {
      ...{ ...agreed, tariff: `rates-${slug}-mega`, carrier: organisationId(slug), name: `${name} mega trailer` },
      ...{ vehicleName: 'Mega trailer', ...MEGA_TRAILER },
    }),
  );
}
