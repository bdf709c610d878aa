import type { DespatchStatement, PartReference, PartyReference, ScheduleStatement } from '@intakt/contract';
import { encode830, encode856, encodeDelfor, encodeDesadv, toWall } from '@intakt/edi';
import { isoDay } from '@intakt/material-flow';
import type { EdiFile } from './deeds.ts';
import { DAY_MS, type DeliveryPlan, type Load } from './delivery-plan.ts';
import { despatchAdvice, instant } from './despatch.ts';
import type { DemonstrationNetwork, Relation, SupplyLane } from './network-shape.ts';
import { HORIZON_DAYS, scheduleOf } from './schedules.ts';

type Format = 'edifact' | 'x12';
/** Statements that are written, not read, stand nowhere in a message yet. */
const NOWHERE = { segment: 0, tag: '', offset: 0 };

/** The despatch advice of a load as its supplier's system writes it: DESADV or 856. */
export function despatchFile(plan: DeliveryPlan, load: Load, format: Format): EdiFile {
  const advice = despatchAdvice(plan, load);
  const { relation, despatchNote } = load;
  const party = partyWriter(plan.network, format);
  const statement: DespatchStatement = {
    kind: 'despatch',
    position: NOWHERE,
    despatchNote,
    function: 'original',
    documentAt: party.wall(advice.despatchedAt, relation.from),
    despatchedAt: party.wall(advice.despatchedAt, relation.from),
    expectedAt: party.wall(advice.expectedAt, relation.to),
    customer: party.organisation(relation.customer),
    supplier: party.organisation(relation.supplier),
    shipTo: party.site(relation.to),
    shipFrom: party.site(relation.from),
    carrier: party.organisation(relation.carrier),
    transportReference: advice.transportReference,
    vehicle: advice.vehicle,
    mode: advice.mode,
    grossMassKg: advice.grossMassKg,
    packages: advice.units?.length,
    lines: advice.lines.map(({ line, quantity, unit, cumulative }, index) => ({
      ...{ line, quantity, unit, cumulative },
      part: partReference(plan, load.lines[index]!.lane),
    })),
    units: advice.units ?? [],
  };
  const control = {
    sender: party.address(relation.supplier),
    receiver: party.address(relation.customer),
    reference: despatchNote,
    preparedAt: advice.despatchedAt,
  };
  return format === 'x12'
    ? file(`856-${despatchNote}.x12`, format, encode856([statement], control))
    : file(`DESADV-${despatchNote}.edi`, format, encodeDesadv([statement], control));
}

/** All of a relation's schedules in one file, as the customer's system writes them: DELFOR or 830. */
export function scheduleFile(
  plan: DeliveryPlan,
  relation: Relation,
  day: number,
  previousRelease: string,
  format: Format,
): EdiFile {
  const reference = `${String(relation.number).padStart(3, '0')}${day}9`;
  const party = partyWriter(plan.network, format);
  const statements = relation.lanes.map((lane): ScheduleStatement => {
    const schedule = scheduleOf(plan, relation, lane, day, previousRelease);
    return {
      kind: 'schedule',
      position: NOWHERE,
      documentNumber: reference,
      scheduleKind: 'delivery-forecast',
      function: 'original',
      customer: party.organisation(relation.customer),
      supplier: party.organisation(relation.supplier),
      shipTo: party.site(relation.to),
      shipFrom: party.site(relation.from),
      part: partReference(plan, lane),
      release: schedule.release,
      previousRelease,
      releasedOn: schedule.releasedOn,
      horizonStart: schedule.releasedOn,
      horizonEnd: isoDay(day + HORIZON_DAYS - 1),
      unit: schedule.unit,
      quantities: schedule.quantities,
      cumulative: schedule.cumulative,
    };
  });
  const control = {
    sender: party.address(relation.customer),
    receiver: party.address(relation.supplier),
    reference,
    preparedAt: instant(day * DAY_MS),
  };
  return format === 'x12'
    ? file(`830-${reference}.x12`, format, encode830(statements, control))
    : file(`DELFOR-${reference}.edi`, format, encodeDelfor(statements, control));
}

function file(name: string, format: Format, bytes: Uint8Array): EdiFile {
  return { name, mediaType: format === 'x12' ? 'application/edi-x12' : 'application/edifact', bytes };
}

/** EDIFACT names parties by GLN (agency 9, UNB qualifier 14), X12 by DUNS (1, ISA 01) and places by GLN (UL). */
function partyWriter(network: DemonstrationNetwork, format: Format) {
  const organisations = new Map(network.organisations.map((row) => [row.organisation, row]));
  const sites = new Map(network.sites.map((row) => [row.site, row]));
  const numberOf = (id: string) => {
    const { duns, gln } = organisations.get(id)!.identifiers!;
    return format === 'x12' ? duns! : gln!;
  };
  return {
    organisation: (id: string): PartyReference => ({
      code: numberOf(id),
      agency: format === 'x12' ? '1' : '9',
      name: organisations.get(id)!.name,
    }),
    site: (id: string): PartyReference => ({
      code: sites.get(id)!.identifiers!.gln!,
      agency: format === 'x12' ? 'UL' : '9',
      city: sites.get(id)!.city,
    }),
    /** Messages give the time on the wall of the site where it happens. */
    wall: (moment: string, site: string) => toWall(moment, sites.get(site)!.timeZone),
    address: (id: string): PartyReference => ({ code: numberOf(id), agency: format === 'x12' ? '01' : '14' }),
  };
}

function partReference(plan: DeliveryPlan, lane: SupplyLane): PartReference {
  const part = plan.parts.get(lane.part)!;
  const numberOf = (organisation: string) =>
    part.owner === organisation ? part.number : plan.partNumbers.get(`${organisation}|${lane.part}`);
  return {
    buyerNumber: numberOf(lane.customer),
    supplierNumber: numberOf(lane.supplier),
    description: part.description,
  };
}
