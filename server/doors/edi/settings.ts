import type { Id } from '@intakt/contract';
import type { House } from '../../house.ts';

const PARTIAL = 'edi.partial';

/** By default an interchange is one unit. */
export async function mayGoInPartly(house: House, organisation: Id): Promise<boolean> {
  const [row] = await house.db.system((tx) =>
    tx.query<{ value: unknown }>('select value from setting where owner = $1 and key = $2', [organisation, PARTIAL]),
  );
  return row?.value === true;
}

export async function setPartly(house: House, organisation: Id, partial: boolean): Promise<void> {
  await house.db.system((tx) =>
    tx.query(
      'insert into setting (owner, key, value) values ($1, $2, $3::jsonb) on conflict (owner, key) do update set value = excluded.value',
      [organisation, PARTIAL, JSON.stringify(partial)],
    ),
  );
}
