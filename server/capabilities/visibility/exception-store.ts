import type { EventData, Light } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Option } from './exception-options.ts';

export interface ExceptionRow {
  owner: string;
  id: string;
  kind: string;
  state: string;
  stopAt: string;
  hits: EventData<'exception-raised'>['hits'];
  cause: NonNullable<EventData<'exception-raised'>['cause']> | null;
  options: Option[] | null;
  chosen: string | null;
  raisedAt: string;
  changedAt: string;
  sequence: number;
}
export interface ExceptionLightRow {
  owner: string;
  exception: string;
  site: string;
  part: string;
  kind: string;
  light: Light;
  stopShift: string | null;
}

const EXCEPTION = `owner, id, kind, state, stop_at as "stopAt", hits, cause, options, chosen, raised_at as "raisedAt", changed_at as "changedAt", sequence`;

/** The organisation's own, the nearest stop first. */
export const listExceptions = (tx: Transaction, organisation: string): Promise<ExceptionRow[]> =>
  tx.query(`select ${EXCEPTION} from exception where owner = $1 and state = 'open' order by stop_at, id limit 1000`, [
    organisation,
  ]);

export async function findException(
  tx: Transaction,
  organisation: string,
  id: string,
): Promise<ExceptionRow | undefined> {
  const [row] = await tx.query<ExceptionRow>(`select ${EXCEPTION} from exception where owner = $1 and id = $2`, [
    organisation,
    id,
  ]);
  return row;
}

const LIGHT = `owner, exception, site, part, kind, light, stop_shift as "stopShift"`;

/** What partners let see of theirs. */
export const listForeignExceptions = (tx: Transaction, organisation: string): Promise<ExceptionLightRow[]> =>
  tx.query(
    `select ${LIGHT} from exception_light where owner <> $1 and light <> 'green' order by stop_shift nulls last, exception, site, part limit 1000`,
    [organisation],
  );

export const listOwnLights = (tx: Transaction, organisation: string): Promise<ExceptionLightRow[]> =>
  tx.query(`select ${LIGHT} from exception_light where owner = $1 and light <> 'green'`, [organisation]);

export interface GoodsPlace {
  shipment: string;
  supplier: string;
  grossMassKg: number | null;
  /** Where the goods were last seen, or else where they left. */
  longitude: number | null;
  latitude: number | null;
  toLongitude: number | null;
  toLatitude: number | null;
}

/** Where late goods are and where they must go. */
export const locateGoods = (tx: Transaction, shipments: string[]): Promise<GoodsPlace[]> =>
  tx.query(
    `select s.id as shipment, s.owner as supplier, s.gross_mass_kg as "grossMassKg",
       coalesce(c.longitude, f.longitude) as longitude, coalesce(c.latitude, f.latitude) as latitude, t.longitude as "toLongitude", t.latitude as "toLatitude"
     from shipment s left join consignment c on c.owner = s.owner and c.shipment = s.id left join site f on f.id = s.site_from left join site t on t.id = s.site_to
     where s.id = any($1)`,
    [shipments],
  );
