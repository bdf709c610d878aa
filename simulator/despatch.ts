import { hash } from 'node:crypto';
import type { Consignment, DespatchAdvice, EventCommand, HandlingUnit } from '@intakt/contract';
import { withCheckDigit } from '@intakt/identifiers';
import { pick } from './chance.ts';
import { command } from './commands.ts';
import { type DeliveryPlan, HOUR_MS, type Load, type LoadLine } from './delivery-plan.ts';

const MOST_UNITS_PER_LINE = 6;
const PACKS_PER_PALLET = 24;

/**
 * One id for one despatch, whoever reports it and by whichever door: the note, the year it left, and a hash of both
 * with the supplier. The doors that read EDI make the same one.
 */
export function shipmentId({ relation, despatchNote, departsAt }: Load): string {
  const year = instant(departsAt).slice(0, 4);
  const mark = hash('sha256', [relation.supplier, despatchNote, year].join('\u0000'), 'hex').slice(0, 10);
  return `${despatchNote}-${year}-${mark}`;
}

export const instant = (at: number): string => new Date(Math.round(at)).toISOString();

/** What the supplier says when a load leaves: the despatch advice, and to the carrier its part of it. */
export function despatchCommands(plan: DeliveryPlan, load: Load, source: string): EventCommand[] {
  return [despatchCommand(plan, load, source), consignmentCommand(plan, load, source)];
}

export function despatchCommand(plan: DeliveryPlan, load: Load, source: string): EventCommand {
  const about = `${load.relation.supplier}:${load.despatchNote}`;
  return {
    ...command(source, 'shipment-despatched', about, instant(load.departsAt), despatchAdvice(plan, load)),
    causationId: about,
  };
}

export function consignmentCommand(plan: DeliveryPlan, load: Load, source: string): EventCommand {
  const about = `${load.relation.supplier}:${load.despatchNote}`;
  return {
    ...command(source, 'consignment-handed-over', about, instant(load.departsAt), consignment(plan, load)),
    causationId: about,
  };
}

/** The carrier says that a load will be late, and why. */
export function lateCommand(load: Load, source: string): EventCommand {
  const { supplier, customer, carrier, mode } = load.relation;
  return command(source, 'arrival-estimated', `${carrier}:${load.despatchNote}`, instant(load.noticedAt), {
    shipment: shipmentId(load),
    ...{ supplier, customer, carrier, by: carrier },
    expectedAt: instant(load.arrivesAt),
    reason: mode === 'sea' ? 'Rough sea' : REASONS[load.day % REASONS.length],
  });
}

const REASONS = ['Breakdown', 'Closed motorway', 'Waiting at the border', 'Loading took longer', 'Driver change'];

export function despatchAdvice(plan: DeliveryPlan, load: Load): DespatchAdvice {
  const { relation, despatchNote, lines } = load;
  return {
    shipment: shipmentId(load),
    supplier: relation.supplier,
    customer: relation.customer,
    from: relation.from,
    to: relation.to,
    despatchNote,
    despatchedAt: instant(load.departsAt),
    expectedAt: instant(load.plannedAt),
    carrier: relation.carrier,
    transportReference: `T${despatchNote}`,
    vehicle: vehicleOf(plan, load),
    mode: relation.mode,
    grossMassKg: grossMassKg(plan, lines),
    lines: lines.map(({ lane, quantity, cumulative }, index) => ({
      line: index + 1,
      part: lane.part,
      quantity,
      unit: lane.need.unit,
      cumulative,
    })),
    units: handlingUnits(plan, load),
  };
}

function consignment(plan: DeliveryPlan, load: Load): Consignment {
  const { relation, lines } = load;
  return {
    shipment: shipmentId(load),
    supplier: relation.supplier,
    customer: relation.customer,
    carrier: relation.carrier,
    from: relation.from,
    to: relation.to,
    packages: handlingUnits(plan, load).length,
    grossMassKg: grossMassKg(plan, lines),
    vehicle: vehicleOf(plan, load),
    mode: relation.mode,
    transportReference: `T${load.despatchNote}`,
    despatchNote: load.despatchNote,
    collectAt: instant(load.departsAt - HOUR_MS),
    expectedAt: instant(load.plannedAt),
  };
}

/** Large carriers and racks are units themselves, small boxes stand on pallets; SSCCs are numbered per load and line. */
export function handlingUnits(plan: DeliveryPlan, load: Load): HandlingUnit[] {
  return load.lines.flatMap(({ lane, quantity }, index) => {
    const code = plan.parts.get(lane.part)?.packaging;
    const packs = Math.ceil(quantity / lane.pack);
    const stacked = code?.startsWith('pack-klt') || code === 'pack-carton' ? PACKS_PER_PALLET : 1;
    const packsPerUnit = Math.max(stacked, Math.ceil(packs / MOST_UNITS_PER_LINE));
    const units: HandlingUnit[] = [];
    for (let packed = 0; packed < packs; packed += packsPerUnit) {
      units.push({
        unit: serialShippingContainerCode(load, index, units.length),
        ...(code && { packaging: code }),
        ...(packsPerUnit > 1 && { packages: Math.min(packsPerUnit, packs - packed) }),
        line: index + 1,
        quantity: Math.min(packsPerUnit * lane.pack, quantity - packed * lane.pack),
      });
    }
    return units;
  });
}

/** Extension digit, GS1's demonstration prefix 952, then relation, day, load, line and unit. */
function serialShippingContainerCode({ despatchNote }: Load, line: number, unit: number): string {
  return withCheckDigit(`3952${despatchNote}${String(line).padStart(3, '0')}${unit}`);
}

function vehicleOf({ network: { seed } }: DeliveryPlan, { relation, day, index }: Load): string {
  if (relation.mode === 'sea')
    return `MV ${['Alda', 'Brage', 'Corvia', 'Doria'][pick(seed, [0, 3], 'ship', relation.relation, day)]}`;
  const fleet = relation.carrier.replace('org-', '').slice(0, 2).toUpperCase();
  return `L ${fleet} ${pick(seed, [100, 999], 'truck', relation.relation, day, index)}`;
}

const PACKAGING_MASS = 1.08;
const grossMassKg = (plan: DeliveryPlan, lines: LoadLine[]): number => Math.round(plan.massKg(lines) * PACKAGING_MASS);
