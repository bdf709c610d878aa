import type { Id, IsoDay, Light } from '@intakt/contract';
import type { Transaction } from '@intakt/database';

interface Asked {
  owner: Id;
  asker: Id;
  site: Id;
  part: Id;
  day: IsoDay;
  asked: number;
  lastAt: string;
  changes: { day: IsoDay; quantity: number }[];
}

/** What was asked about a node, by the reader or of it, the newest first. */
export const listWhatIfs = (tx: Transaction, { site, part }: { site?: Id; part?: Id }): Promise<Asked[]> =>
  tx.query(
    `select owner, asker, site, part, day, asked, last_at as "lastAt", changes from what_if
     where ($1::text is null or site = $1) and ($2::text is null or part = $2) order by last_at desc, asker, site, part limit 200`,
    [site ?? null, part ?? null],
  );

export interface Askable {
  owner: Id;
  leadTimeDays: number;
  light: Light | null;
  stopShift: string | null;
}

/** A partner's node that the reader is served from and of which the partner lets it see light or projection. */
export async function findAskable(
  tx: Transaction,
  organisation: Id,
  { site, part }: { site: Id; part: Id },
): Promise<Askable | undefined> {
  const [row] = await tx.query<Askable>(
    `select l.supplier as owner, min(l.lead_time_days) as "leadTimeDays", min(r.light) as light, min(r.stop_shift) as "stopShift"
     from lane l join runout_light r on r.owner = l.supplier and r.site = l.site_from and r.part = l.part
     where l.owner = $1 and l.supplier <> $1 and l.site_from = $2 and l.part = $3 and l.ends_on is null group by l.supplier`,
    [organisation, site, part],
  );
  return row;
}

/** What the reader calls off of the part from the partner, over all of its sites, in all and over how many days. */
export const listCalledOff = (
  tx: Transaction,
  { customer, supplier, part }: { customer: Id; supplier: Id; part: Id },
): Promise<{ quantities: { from: IsoDay; to?: IsoDay; quantity: number }[] }[]> =>
  tx.query('select quantities from schedule where owner = $1 and supplier = $2 and part = $3', [
    customer,
    supplier,
    part,
  ]);
