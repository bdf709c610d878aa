import type { Transaction } from '@intakt/database';
import type { UnderWay } from './find-on-the-way.ts';

/** Consignments to a customer that were not received yet. */
export const readUnderWay = (tx: Transaction, organisation: string): Promise<UnderWay[]> =>
  tx.query(
    `select c.owner as supplier, c.shipment, s.despatch_note as "despatchNote", c.carrier, c.site_to as "siteTo", c.mode, s.expected_at as "expectedAt", c.arrived_at as "arrivedAt",
       s.lowest_c as "lowestC", s.highest_c as "highestC", t.lowest as coldest, t.highest as warmest,
       greatest(c.position_at, (select max(r.at) from consignment_reading r where r.owner = c.owner and r.shipment = c.shipment)) as "heardAt",
       coalesce((select json_agg(json_build_object('part', l.part, 'unit', l.unit, 'lowestC', p.lowest_c, 'highestC', p.highest_c) order by l.line)
         from shipment_line l left join part p on p.id = l.part where l.owner = c.owner and l.shipment = c.shipment and l.open), '[]') as lines
     from consignment c join shipment s on s.owner = c.owner and s.id = c.shipment
     left join consignment_reading t on t.owner = c.owner and t.shipment = c.shipment and t.kind = 'temperatureC'
     where c.customer = $1 and c.state <> 'arrived' and s.state <> 'received'`,
    [organisation],
  );
