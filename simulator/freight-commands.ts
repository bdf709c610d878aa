import type { EventCommand, EventData, EventType } from '@intakt/contract';
import { command } from './commands.ts';
import { CROSS_DOCK, PLANT } from './data/companies.ts';
import { GROUPAGE_RATES, MEGA_TRAILER } from './data/freight.ts';
import { organisationId, siteId } from './partners.ts';

const SOURCE = 'freight';
const HIRED = { nordlinie: 'Nordlinie', carpatia: 'Carpatia', iberlinea: 'Iberlinea' };
/** Who collects part loads of an area and brings them over the cross-dock. */
const AREA_FORWARDER = 'nordlinie';

/** What the plant's carriers agreed to with it: whole trucks, and groupage over the cross-dock. */
export function freightCommands(day: string): { organisation: string; command: EventCommand }[] {
  const customer = organisationId(PLANT.slug);
  const agreed = { customer, currency: 'EUR', validFrom: day };
  const say = <T extends EventType>(carrier: string, type: T, data: EventData<T>) => ({
    organisation: organisationId(carrier),
    command: command(SOURCE, type, `${carrier}:${day}`, `${day}T08:00:00.000Z`, data),
  });
  const hired = Object.entries(HIRED).map(([slug, name]) =>
    say(slug, 'full-load-rates-agreed', {
      ...{ ...agreed, tariff: `rates-${slug}-mega`, carrier: organisationId(slug), name: `${name} mega trailer` },
      ...{ vehicleName: 'Mega trailer', ...MEGA_TRAILER },
    }),
  );
  const groupage = say(AREA_FORWARDER, 'groupage-rates-agreed', {
    ...{ ...agreed, tariff: 'rates-area-groupage', carrier: organisationId(AREA_FORWARDER), name: 'Area groupage' },
    ...{
      ...GROUPAGE_RATES,
      hub: siteId(CROSS_DOCK.slug, CROSS_DOCK.city),
      kgPerCubicMeter: 250,
      kgPerLoadingMeter: 1650,
    },
    ...{ kgPerPalletPlace: 0, emptiesPercent: 60, transitDays: 2 },
  });
  return [...hired, groupage];
}
