import type { Id, Identifiers, TransportMode } from '@intakt/contract';
import { canonicalPartNumber } from '@intakt/identifiers';
import type { NamedTour } from '../../capabilities/transport/index.ts';

/** The part of the network that a message may mean, as its reader's organisation sees it. */
export interface MasterData {
  own: Id;
  organisations: OrganisationEntry[];
  sites: SiteEntry[];
  parts: PartEntry[];
  /** Every organisation's number for a part, in canonical form. */
  numbers: { organisation: Id; number: string; part: Id }[];
  lanes: LaneEntry[];
  /** The reader's own mappings of its partners' codes. */
  mappings: MappingEntry[];
  shipments: { supplier: Id; id: Id; despatchNote: string; despatchedAt: string }[];
  handlingUnits: HandlingUnitEntry[];
  /** Zones agreed with partners for the local times of their messages, where not the site's own. */
  timeZones: Record<string, string>;
  /** Published tours that the message is about. */
  tours?: NamedTour[];
}

export interface OrganisationEntry {
  id: Id;
  name: string;
  roles: string[];
  country?: string;
  identifiers: Identifiers;
}
export interface SiteEntry {
  id: Id;
  owner: Id;
  name: string;
  kind: string;
  city?: string;
  country?: string;
  timeZone: string;
  identifiers: Identifiers;
}
export interface PartEntry {
  id: Id;
  owner: Id;
  number: string;
  description?: string;
  unit: string;
  quantityPerPack?: number;
}
export interface LaneEntry {
  supplier: Id;
  customer: Id;
  part: Id;
  from: Id;
  to: Id;
  carrier?: Id;
  mode: TransportMode;
  leadTimeDays: number;
}
export type MappingScheme = 'party' | 'site' | 'part' | 'packaging';
export interface MappingEntry {
  partner: string;
  scheme: MappingScheme;
  code: string;
  means: Id;
}
export interface HandlingUnitEntry {
  unit: string;
  parent?: string;
  supplier: Id;
  shipment: Id;
  despatchNote?: string;
  customer?: Id;
  part?: Id;
  quantity?: number;
}

export const emptyMasterData = (own: Id): MasterData => ({
  own,
  organisations: [],
  sites: [],
  parts: [],
  numbers: [],
  lanes: [],
  mappings: [],
  shipments: [],
  handlingUnits: [],
  timeZones: {},
});

export const withOrganisation = (data: MasterData, organisation: OrganisationEntry): MasterData => ({
  ...data,
  organisations: [...data.organisations, organisation],
});

export const withSite = (data: MasterData, site: SiteEntry): MasterData => ({ ...data, sites: [...data.sites, site] });

/** A part is known by its owner's number at once. */
export const withPart = (data: MasterData, part: PartEntry): MasterData => ({
  ...data,
  parts: [...data.parts, part],
  numbers: [...data.numbers, { organisation: part.owner, number: canonicalPartNumber(part.number), part: part.id }],
});

export const withNumber = (data: MasterData, entry: { organisation: Id; number: string; part: Id }): MasterData => ({
  ...data,
  numbers: [...data.numbers, { ...entry, number: canonicalPartNumber(entry.number) }],
});

export const withLane = (data: MasterData, lane: LaneEntry): MasterData => ({ ...data, lanes: [...data.lanes, lane] });

export const withMapping = (data: MasterData, mapping: MappingEntry): MasterData => ({
  ...data,
  mappings: [...data.mappings, mapping],
});

/** Codes are compared without the spaces that fixed-width systems leave around and inside them. */
export const comparableCode = (scheme: MappingScheme, code: string): string =>
  scheme === 'part' ? canonicalPartNumber(code) : code.trim().toUpperCase();

/** What a code means in the messages of these partners, the first partner's mapping going before the next one's. */
export function findMapping(
  data: MasterData,
  { scheme, codes, partners }: { scheme: MappingScheme; codes: string[]; partners: string[] },
): Id | undefined {
  const wanted = codes.map((code) => comparableCode(scheme, code));
  for (const partner of partners) {
    const found = data.mappings.find(
      (entry) =>
        entry.scheme === scheme && entry.partner === partner && wanted.includes(comparableCode(scheme, entry.code)),
    );
    if (found) return found.means;
  }
  return undefined;
}
