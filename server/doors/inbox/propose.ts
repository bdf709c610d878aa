import type { Id, Identifiers, PartReference, PartyReference } from '@intakt/contract';
import { hasValidCheckDigit } from '@intakt/identifiers';
import { newId } from '../master-data/identity.ts';
import type { MasterData } from '../master-data/master-data.ts';
import { similarity } from '../master-data/similarity.ts';
import type { Unknown } from './message.ts';
import { partCandidates } from './part-candidates.ts';
import { TIME_ZONES } from './time-zones.ts';

export interface Candidate {
  id: Id;
  name: string;
  /** 0 to 1. */
  score: number;
  why: string;
}
export type Decision =
  | { unknown: string; use: 'existing'; id: Id }
  | { unknown: string; use: 'new'; data?: Record<string, unknown> };

/** What may be done about one unknown: what it could be, or what would be created for it. */
export interface Proposal {
  unknown: string;
  kind: Unknown['kind'];
  role: Unknown['role'];
  required: boolean;
  reason: Unknown['reason'];
  code: string;
  reference?: PartyReference | PartReference;
  candidates: Candidate[];
  /** Contract data of the new object, as far as the message and the other decisions give it. */
  create?: Record<string, unknown>;
  /** Members of `create` that the message does not say. */
  assumed: string[];
  recommended?: Decision;
}

const MOST_CANDIDATES = 8;
const SURE_ENOUGH = 0.9;

export function propose(unknown: Unknown, data: MasterData): Proposal {
  const { key, kind, role, required, reason, code, reference } = unknown;
  const candidates = CANDIDATES[kind](unknown, data)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES);
  const { create, assumed } = CREATE[kind](unknown, data);
  return {
    unknown: key,
    kind,
    role,
    required,
    reason,
    code,
    reference,
    candidates,
    create,
    assumed,
    recommended: recommend(unknown, candidates, create),
  };
}

function recommend(unknown: Unknown, [best]: Candidate[], create: Proposal['create']): Decision | undefined {
  if (best && best.score >= SURE_ENOUGH) return { unknown: unknown.key, use: 'existing', id: best.id };
  if (create && unknown.reason === 'not-known') return { unknown: unknown.key, use: 'new', data: create };
  return best && { unknown: unknown.key, use: 'existing', id: best.id };
}

const CANDIDATES: Record<Unknown['kind'], (unknown: Unknown, data: MasterData) => Candidate[]> = {
  party: partyCandidates,
  site: siteCandidates,
  part: partCandidates,
  lane: () => [],
};

/** One of the two sides is the reader's own organisation; unless it is the other side, it is the one that did not send. */
function partyCandidates(unknown: Unknown, data: MasterData): Candidate[] {
  const { relation, facts, role, fits } = unknown;
  const taken = [relation.customer, relation.supplier];
  const name = nameOf(unknown);
  return data.organisations
    .filter((organisation) => !taken.includes(organisation.id))
    .flatMap((organisation): Candidate[] => {
      const { id } = organisation;
      const known = { id, name: organisation.name };
      if (fits.includes(id)) return [{ ...known, score: 0.95, why: 'carries this code' }];
      if (role !== 'carrier' && id === data.own) return [{ ...known, ...ownScore(unknown) }];
      if (facts.isSender && facts.senderIs === id) return [{ ...known, score: 0.97, why: 'sent the interchange' }];
      const score = similarity(name, organisation.name) * (suits(role, organisation.roles) ? 0.95 : 0.8);
      return score >= 0.6 ? [{ ...known, score, why: 'similar name' }] : [];
    });
}

function ownScore({ relation, role, facts }: Unknown): { score: number; why: string } {
  const other = role === 'customer' ? relation.supplier : relation.customer;
  if (other) return { score: 0.99, why: 'the other side is known, so this is us' };
  return facts.isSender ? { score: 0.3, why: 'this is us' } : { score: 0.98, why: 'we received the message' };
}

const suits = (role: Unknown['role'], roles: string[]): boolean =>
  role === 'carrier' ? roles.includes('carrier') : role === 'supplier' ? roles.includes('supplier') : true;

function siteCandidates(unknown: Unknown, data: MasterData): Candidate[] {
  const owner = ownerOfSite(unknown, data);
  const owned = data.sites.filter((site) => site.owner === owner);
  const name = nameOf(unknown);
  return owned.map((site): Candidate => {
    const known = { id: site.id, name: site.name };
    if (unknown.fits.includes(site.id)) return { ...known, score: 0.95, why: 'fits the code or the lane' };
    if (owned.length === 1 && owner === data.own) return { ...known, score: 0.92, why: 'the only site we have' };
    const place = (unknown.reference as PartyReference | undefined)?.city ?? '';
    const score = Math.max(
      similarity(name, site.name),
      similarity(place, site.city ?? '') * 0.9,
      owned.length === 1 ? 0.7 : 0,
    );
    return { ...known, score: Math.min(score, 0.94), why: score === 0.7 ? 'its only site' : 'similar name or town' };
  });
}

const nameOf = (unknown: Unknown): string => (unknown.reference as PartyReference | undefined)?.name ?? unknown.code;

export function ownerOfSite({ role, relation }: Unknown, data: MasterData): Id | undefined {
  if (role === 'location') return data.own;
  return role === 'ship-to' ? relation.customer : relation.supplier;
}

interface Draft {
  create?: Record<string, unknown>;
  assumed: string[];
}
const CREATE: Record<Unknown['kind'], (unknown: Unknown, data: MasterData) => Draft> = {
  party: draftOrganisation,
  site: draftSite,
  part: draftPart,
  lane: draftLane,
};

/** A reader's own organisation is there already; only partners are created. */
function draftOrganisation(unknown: Unknown, data: MasterData): Draft {
  const reference = (unknown.reference ?? {}) as PartyReference;
  const name = reference.name ?? (unknown.code || 'New partner');
  const role = unknown.role === 'carrier' ? 'carrier' : unknown.role === 'supplier' ? 'supplier' : 'oem';
  const identifiers = identifiersOf(reference);
  const create = {
    organisation: newId(name, data.own, unknown.role, unknown.code || name),
    name,
    roles: [role],
    ...countryOf(reference),
    ...(Object.keys(identifiers).length > 0 ? { identifiers } : {}),
  };
  return { create, assumed: [...(reference.name ? [] : ['name']), ...(role === 'oem' ? ['roles'] : [])] };
}

/** X12 1, 01 and 9 and EDIFACT 16 say D-U-N-S, 9 and 14 say GLN. */
function identifiersOf({ code = '', agency = '' }: PartyReference): Identifiers {
  if (/^\d{9}$/.test(code) && ['1', '01', '9', '16'].includes(agency)) return { duns: code };
  return /^\d{13}$/.test(code) && ['9', '14'].includes(agency) && hasValidCheckDigit(code) ? { gln: code } : {};
}

const countryOf = ({ country }: PartyReference): { country?: string } =>
  /^[A-Z]{2}$/.test(country ?? '') ? { country } : {};

const ONE_EACH: Record<string, string> = { 'ship-to': 'plant', 'ship-from': 'supplier-plant', location: 'other' };

function draftSite(unknown: Unknown, data: MasterData): Draft {
  const owner = ownerOfSite(unknown, data);
  if (!owner) return { assumed: [] };
  const reference = (unknown.reference ?? {}) as PartyReference;
  const organisation = data.organisations.find((known) => known.id === owner);
  const name = reference.name ?? organisation?.name ?? unknown.code;
  const country = countryOf(reference).country ?? organisation?.country;
  const zone = country && TIME_ZONES[country];
  const create = {
    site: newId(name, owner, unknown.role, unknown.code),
    owner,
    name:
      reference.city && !name.toUpperCase().includes(reference.city.toUpperCase())
        ? `${name}, ${reference.city}`
        : name,
    kind: ONE_EACH[unknown.role] ?? 'other',
    ...(reference.city ? { city: reference.city } : {}),
    ...(country ? { country } : {}),
    timeZone: zone ?? data.sites.find((site) => site.owner === data.own)?.timeZone ?? 'UTC',
    ...glnOf(unknown.code),
  };
  return {
    create,
    assumed: [
      ...(reference.name ? [] : ['name']),
      ...(zone ? [] : ['timeZone']),
      ...(reference.country ? [] : ['country']),
    ],
  };
}

const glnOf = (code: string): { identifiers?: Identifiers } =>
  /^\d{13}$/.test(code) && hasValidCheckDigit(code) ? { identifiers: { gln: code } } : {};

/** Only the owner may register a part, so the new part is the reader's own, under its own number where one is given. */
function draftPart(unknown: Unknown, data: MasterData): Draft {
  const { customer, supplier } = unknown.relation;
  if (data.own !== customer && data.own !== supplier && unknown.role === 'part' && (customer || supplier))
    return { assumed: [] };
  const reference = (unknown.reference ?? {}) as PartReference;
  const ours = data.own === supplier ? reference.supplierNumber : reference.buyerNumber;
  const number = (ours ?? reference.buyerNumber ?? reference.supplierNumber ?? reference.gtin ?? unknown.code).slice(
    0,
    60,
  );
  const { description } = reference;
  const create = {
    part: newId(number, data.own, number),
    owner: data.own,
    number,
    ...(description ? { description: description.slice(0, 200) } : {}),
    unit: unknown.facts.unit ?? 'H87',
  };
  return { create, assumed: [...(ours ? [] : ['number']), ...(unknown.facts.unit ? [] : ['unit'])] };
}

const USUAL_LEAD_TIME_DAYS = 2;

function draftLane(unknown: Unknown): Draft {
  const { customer, supplier, part, from, to } = unknown.relation;
  if (!customer || !supplier || !part || !from || !to || from === to) return { assumed: [] };
  const { mode, leadTimeDays } = unknown.facts;
  const create = {
    lane: newId('lane', customer, supplier, part, from, to),
    supplier,
    customer,
    part,
    from,
    to,
    mode: mode ?? 'road',
    leadTimeDays: leadTimeDays ?? USUAL_LEAD_TIME_DAYS,
  };
  return { create, assumed: [...(mode ? [] : ['mode']), ...(leadTimeDays === undefined ? ['leadTimeDays'] : [])] };
}
