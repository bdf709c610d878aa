import type { Id, Light } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { type ChainFacts, type ChainNode, keyOf } from './chain.ts';

interface LightRow {
  site: Id;
  part: Id;
  light: Light;
  stopAt: string | null;
  depth: ChainNode['depth'];
}

/** Lanes, bills, lights and goods under way that one company may read; row security decides. */
export async function readChainFacts(
  tx: Transaction,
  { organisation, now }: { organisation: Id; now: string },
): Promise<ChainFacts> {
  const lanes = await tx.query<ChainFacts['lanes'][number]>(
    `select supplier, owner as customer, part, site_from as "from", site_to as "to", lead_time_days as "leadTimeDays" from lane where ends_on is null limit 50000`,
  );
  const bills = await tx.query<ChainFacts['bills'][number]>(
    `select b.owner, b.parent, c ->> 'part' as component, (c ->> 'quantity')::float8 as quantity from bill_of_material b, jsonb_array_elements(b.components) c limit 100000`,
  );
  const sites = await tx.query<{ id: Id; owner: Id }>('select id, owner from site limit 50000');
  const lights = await tx.query<LightRow>(
    `select site, part, light, stop_shift::text as "stopAt", 'light' as depth from runout_light where owner <> $1
     union all select site, part, light, coalesce(runs_out_if_delivered, runs_out_on)::text, 'exact' from runout`,
    [organisation],
  );
  const shipments = await tx.query<ChainFacts['shipments'][number]>(
    `select distinct s.id, l.part, s.site_from as "from", s.site_to as "to", s.expected_at as "expectedAt",
       s.expected_at < $1 or exists (select 1 from exception e where e.state = 'open' and e.cause ->> 'shipment' = s.id and e.cause ->> 'supplier' = s.owner) as late
     from shipment s join shipment_line l on l.owner = s.owner and l.shipment = s.id where l.open order by s.expected_at limit 20000`,
    [now],
  );
  return {
    lanes,
    bills,
    owners: new Map(sites.map(({ id, owner }) => [id, owner])),
    lights: new Map(
      lights.map(({ site, part, light, stopAt, depth }) => [keyOf({ site, part }), { light, stopAt, depth }]),
    ),
    shipments,
  };
}
