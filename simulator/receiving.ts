import { hash } from 'node:crypto';
import type { GoodsReceipt } from '@intakt/contract';
import { chance } from './chance.ts';
import { command } from './commands.ts';
import { type Deed, type Stretch, within } from './deeds.ts';
import { type DeliveryPlan, type Load, UNLOADING_MS } from './delivery-plan.ts';
import { handlingUnits, instant, shipmentId } from './despatch.ts';

/** Customers read the labels at some of the gates, and post every receipt when the goods are unloaded and counted. */
export function receiving(plan: DeliveryPlan, stretch: Stretch): Deed[] {
  const arrived = plan.loadsArriving({ from: stretch.from - UNLOADING_MS, to: stretch.to });
  return [
    ...arrived
      .filter((load) => hasGate(plan, load) && within(stretch, load.arrivesAt))
      .map((load) => gateRead(plan, load)),
    ...arrived.filter((load) => within(stretch, load.arrivesAt + UNLOADING_MS)).map((load) => receipt(load)),
  ];
}

const hasGate = ({ network }: DeliveryPlan, { relation, despatchNote }: Load): boolean =>
  relation.customer === network.plant.organisation && chance(network.seed, 'gate', despatchNote) < 0.3;

function receipt(load: Load): Deed {
  const { relation, despatchNote, lines } = load;
  const at = load.arrivesAt + UNLOADING_MS;
  const data: GoodsReceipt = {
    receipt: `receipt-${despatchNote}`,
    customer: relation.customer,
    supplier: relation.supplier,
    site: relation.to,
    shipment: shipmentId(load),
    despatchNote,
    receivedAt: instant(at),
    lines: lines.map(({ lane, quantity, lost }) => ({
      part: lane.part,
      quantity: quantity - lost,
      unit: lane.need.unit,
      ...(lost > 0 && { reason: 'Count differs from the despatch advice' }),
    })),
    closesShipment: true,
  };
  const event = command('erp', 'goods-received', despatchNote, instant(at), data);
  return { at, organisation: relation.customer, door: 'events', event };
}

/** The RFID gate reads the licence plates of all units (EPCIS 2.0, CBV business step receiving). */
function gateRead(plan: DeliveryPlan, load: Load): Deed {
  const { relation, despatchNote, arrivesAt } = load;
  const glnOf = (id: string) => plan.network.sites.find(({ site }) => site === id)!.identifiers!.gln!;
  const supplier = plan.network.organisations.find(({ organisation }) => organisation === relation.supplier)!;
  const place = { id: `https://id.gs1.org/414/${glnOf(relation.to)}` };
  const event = {
    type: 'ObjectEvent',
    eventID: `urn:uuid:${uuidOf(`gate ${relation.supplier} ${despatchNote}`)}`,
    eventTime: instant(arrivesAt),
    eventTimeZoneOffset: '+00:00',
    epcList: handlingUnits(plan, load).map(({ unit }) => `https://id.gs1.org/00/${unit}`),
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    readPoint: place,
    bizLocation: place,
    bizTransactionList: [
      { type: 'desadv', bizTransaction: `urn:epcglobal:cbv:bt:${supplier.identifiers!.gln}:${despatchNote}` },
    ],
  };
  return { at: arrivesAt, organisation: relation.customer, door: 'epcis', document: epcisDocument(event, arrivesAt) };
}

function epcisDocument(event: object, at: number): object {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: instant(at),
    epcisBody: { eventList: [event] },
  };
}

/** A UUID made from a name (version 8), so that the same read has the same id after a restart. */
function uuidOf(name: string): string {
  const hex = hash('sha256', name, 'hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
