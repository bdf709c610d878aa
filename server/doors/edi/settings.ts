import type { Id } from '@intakt/contract';
import type { House } from '../../house.ts';

export interface EdiSettings {
  /** As sender: the good messages of our partly bad interchanges go in. By default an interchange is one unit. */
  partial: boolean;
  /** As receiver: interchanges that their sender marked as a test are booked. By default they are kept and answered only. */
  bookTests: boolean;
}

const KEYS = { partial: 'edi.partial', bookTests: 'edi.bookTests' } as const;
const NAMES = Object.keys(KEYS) as (keyof EdiSettings)[];

export async function readSettings(house: House, organisation: Id): Promise<EdiSettings> {
  const rows = await house.db.system((tx) =>
    tx.query<{ key: string }>(`select key from setting where owner = $1 and key = any($2) and value = 'true'::jsonb`, [
      organisation,
      Object.values(KEYS),
    ]),
  );
  const isSet = (name: keyof EdiSettings): boolean => rows.some(({ key }) => key === KEYS[name]);
  return { partial: isSet('partial'), bookTests: isSet('bookTests') };
}

/** Which of these senders let the good messages of a partly bad interchange go in. */
export async function whoGoesInPartly(house: House, senders: Id[]): Promise<Set<Id>> {
  const rows = await house.db.system((tx) =>
    tx.query<{ owner: Id }>(`select owner from setting where owner = any($1) and key = $2 and value = 'true'::jsonb`, [
      senders,
      KEYS.partial,
    ]),
  );
  return new Set(rows.map(({ owner }) => owner));
}

export async function changeSettings(house: House, organisation: Id, change: Partial<EdiSettings>): Promise<void> {
  const given = NAMES.filter((name) => change[name] !== undefined);
  await house.db.system((tx) =>
    tx.query(
      `insert into setting (owner, key, value) select $1, key, value from jsonb_each($2::jsonb)
       on conflict (owner, key) do update set value = excluded.value`,
      [organisation, JSON.stringify(Object.fromEntries(given.map((name) => [KEYS[name], change[name]])))],
    ),
  );
}
