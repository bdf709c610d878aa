import type { EventData, Light } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Option } from '../../finder.ts';
import type { Place, Succession } from './ways-out.ts';

type Raised = EventData<'exception-raised'>;
export interface ExceptionRow {
  owner: string;
  id: string;
  kind: string;
  state: string;
  /** Of the first hit that stops; null: nothing is known to stop. */
  stopAt: string | null;
  impactAt: string | null;
  impact: NonNullable<Raised['impact']> | null;
  hits: Raised['hits'];
  cause: NonNullable<Raised['cause']> | null;
  partner: string | null;
  reference: string | null;
  difference: NonNullable<Raised['difference']> | null;
  options: Option[] | null;
  chosen: string | null;
  chosenOf: string | null;
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

const EXCEPTION = `owner, id, kind, state, stop_at as "stopAt", impact_at as "impactAt", impact, hits, cause, partner, reference, difference, options, chosen,
  chosen_of as "chosenOf", raised_at as "raisedAt", changed_at as "changedAt", sequence`;

/** The organisation's own, the nearest impact first. */
export const listExceptions = (tx: Transaction, organisation: string): Promise<ExceptionRow[]> =>
  tx.query(
    `select ${EXCEPTION} from exception where owner = $1 and state = 'open' order by impact_at nulls last, id limit 3000`,
    [organisation],
  );

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

export interface ToldRow {
  owner: string;
  exception: string;
  to: string;
  kind: string;
  site: string | null;
  part: string | null;
  supplier: string | null;
  shipment: string | null;
  reference: string | null;
  difference: NonNullable<Raised['difference']> | null;
}
const TOLD = `owner, exception, partner as "to", kind, site, part, supplier, shipment, reference, difference`;

/** What others told the organisation of their exceptions that touch its own goods and call-offs. */
export const listTold = (tx: Transaction, organisation: string): Promise<ToldRow[]> =>
  tx.query(
    `select ${TOLD} from exception_told where partner = $1 and state = 'open' order by sequence desc, exception limit 1000`,
    [organisation],
  );

export const listOwnTold = (tx: Transaction, organisation: string): Promise<ToldRow[]> =>
  tx.query(`select ${TOLD} from exception_told where owner = $1 and state = 'open'`, [organisation]);

export interface LineStopCostRow {
  site: string;
  euroPerMinute: number;
  minutesPerDay: number;
}
export const listLineStopCosts = (tx: Transaction, organisation: string): Promise<LineStopCostRow[]> =>
  tx.query(
    `select site, euro_per_minute as "euroPerMinute", minutes_per_day as "minutesPerDay" from line_stop_cost where owner = $1 order by site`,
    [organisation],
  );

export interface GoodsPlace {
  shipment: string;
  supplier: string;
  grossMassKg: number | null;
  mode: string | null;
  /** Where the goods were last seen, or else where they left. */
  longitude: number | null;
  latitude: number | null;
  /** Whether they were seen since they left. */
  seen: boolean;
  toLongitude: number | null;
  toLatitude: number | null;
}

/** Where late goods are and where they must go. */
export const locateGoods = (tx: Transaction, shipments: string[]): Promise<GoodsPlace[]> =>
  tx.query(
    `select s.id as shipment, s.owner as supplier, s.gross_mass_kg as "grossMassKg", coalesce(c.mode, s.mode) as mode,
       coalesce(c.longitude, f.longitude) as longitude, coalesce(c.latitude, f.latitude) as latitude, c.longitude is not null as seen, t.longitude as "toLongitude", t.latitude as "toLatitude"
     from shipment s left join consignment c on c.owner = s.owner and c.shipment = s.id left join site f on f.id = s.site_from left join site t on t.id = s.site_to
     where s.id = any($1)`,
    [shipments],
  );

export async function ownsSite(tx: Transaction, organisation: string, site: string): Promise<boolean> {
  const rows = await tx.query('select 1 from site where id = $1 and owner = $2', [site, organisation]);
  return rows.length > 0;
}

/** Sites that the reader may know, with where they lie. */
export const listPlaces = (tx: Transaction): Promise<Place[]> =>
  tx.query('select id, owner, kind, longitude, latitude from site where longitude is not null limit 20000');

export const listMasses = (tx: Transaction): Promise<{ part: string; massKg: number }[]> =>
  tx.query('select id as part, mass_kg as "massKg" from part where mass_kg is not null limit 100000');

/** Parts that replace each other, as the organisation stated it. */
export const listSuccessions = (tx: Transaction, organisation: string): Promise<Succession[]> =>
  tx.query(
    `select predecessor, successor, ratio, starts_on as "startsOn", ends_on as "endsOn" from part_succession where owner = $1 limit 10000`,
    [organisation],
  );
