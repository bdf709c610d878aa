import type { EventCommand, EventType, Id, Lane, Organisation, Part, PartReference, Site } from '@intakt/contract';
import { newId } from '../master-data/identity.ts';
import {
  comparableCode,
  type MappingScheme,
  type MasterData,
  withLane,
  withMapping,
  withNumber,
  withOrganisation,
  withPart,
  withSite,
} from '../master-data/master-data.ts';
import type { Unknown } from './message.ts';
import type { Decision, Proposal } from './propose.ts';

/** What one decision adds: the events that state it, and the master data as it is after them. */
export interface Step {
  data: MasterData;
  events: { type: EventType; data: EventCommand['data'] }[];
}

export interface Deciding {
  unknown: Unknown;
  proposal: Proposal;
  decision: Decision;
  /** Under whose name the code's meaning is kept. */
  partner: string;
}

/** Turns a person's decision into events. Pure: a preview takes the same step and records nothing. */
export function decide(data: MasterData, deciding: Deciding): Step {
  const { decision, proposal } = deciding;
  if (decision.use === 'existing') return mapCodes({ data, events: [] }, deciding, decision.id);
  const object = { ...proposal.create, ...decision.data };
  return CREATE[proposal.kind](data, deciding, object);
}

const CREATE: Record<Unknown['kind'], (data: MasterData, deciding: Deciding, object: Record<string, unknown>) => Step> =
  {
    party: createOrganisation,
    site: createSite,
    part: createPart,
    lane: createLane,
  };

function createOrganisation(data: MasterData, deciding: Deciding, object: Record<string, unknown>): Step {
  const organisation = object as Organisation;
  const { organisation: id, name, roles, country, identifiers } = organisation;
  const entry = { id, name, roles, country, identifiers: identifiers ?? {} };
  const events = [{ type: 'organisation-registered' as const, data: organisation }];
  return mapCodes({ data: withOrganisation(data, entry), events }, deciding, id);
}

function createSite(data: MasterData, deciding: Deciding, object: Record<string, unknown>): Step {
  const site = object as Site;
  const { site: id, identifiers, ...rest } = site;
  const events = [{ type: 'site-registered' as const, data: site }];
  return mapCodes({ data: withSite(data, { ...rest, id, identifiers: identifiers ?? {} }), events }, deciding, id);
}

/** The part, and the number by which the partner calls it: so both sides' next messages name it. */
function createPart(data: MasterData, { unknown }: Deciding, object: Record<string, unknown>): Step {
  const part = object as Part;
  const { part: id, owner, number, description, unit, quantityPerPack } = part;
  const reference = (unknown.reference ?? {}) as PartReference;
  const { customer, supplier } = unknown.relation;
  const partner = owner === supplier ? customer : supplier;
  const partnerNumber = owner === supplier ? reference.buyerNumber : reference.supplierNumber;
  let step: Step = {
    data: withPart(data, { id, owner, number, description, unit, quantityPerPack }),
    events: [{ type: 'part-registered', data: part }],
  };
  if (partner && partner !== owner && partnerNumber) {
    const numbered = { part: id, owner, organisation: partner, number: partnerNumber };
    step = {
      data: withNumber(step.data, { ...numbered }),
      events: [...step.events, { type: 'part-numbered', data: numbered }],
    };
  }
  return reference.gtin || !(reference.buyerNumber || reference.supplierNumber)
    ? mapCode(step, 'part', '*', reference.gtin ?? unknown.code, id)
    : step;
}

/** Who trades what between which places was decided by the steps before; a lane's own decision is about how. */
function createLane(data: MasterData, { proposal }: Deciding, object: Record<string, unknown>): Step {
  const { lane: id, customer, supplier, part, from, to } = proposal.create as unknown as Lane;
  const lane = { ...(object as Lane), lane: id, customer, supplier, part, from, to };
  const named = {
    ...lane,
    lane: lane.lane ?? newId('lane', lane.customer, lane.supplier, lane.part, lane.from, lane.to),
  };
  return { data: withLane(data, named), events: [{ type: 'lane-agreed', data: named }] };
}

const SCHEMES: Partial<Record<Unknown['kind'], MappingScheme>> = { party: 'party', site: 'site', part: 'part' };

/** From now on the partner's codes mean this object. */
function mapCodes(step: Step, { unknown, partner }: Deciding, means: Id): Step {
  const scheme = SCHEMES[unknown.kind];
  if (!scheme) return step;
  const { buyerNumber, supplierNumber, gtin } = (unknown.kind === 'part' ? unknown.reference : {}) as PartReference;
  const numbers = [buyerNumber, supplierNumber, gtin].filter((number) => number !== undefined);
  const codes = numbers.length > 0 ? numbers : [unknown.code];
  return codes.reduce((mapped, code) => mapCode(mapped, scheme, partner, code, means), step);
}

function mapCode(step: Step, scheme: MappingScheme, partner: string, code: string, means: Id): Step {
  if (!code.trim()) return step;
  const mapping = { partner, scheme, code: comparableCode(scheme, code).slice(0, 120), means };
  return {
    data: withMapping(step.data, mapping),
    events: [...step.events, { type: 'identifier-mapped', data: { owner: step.data.own, ...mapping } }],
  };
}
