import type { Id, PartyReference, TransportMode } from '@intakt/contract';
import { findMapping, type LaneEntry, type MasterData, type SiteEntry } from '../master-data/master-data.ts';
import { isEmpty, miss, placeCodesOf, type Search } from './search.ts';

interface Trade {
  customer: Id | undefined;
  supplier: Id | undefined;
}

/** Sites that the codes of a place fit; those of the expected owner go before a warehouse of somebody else. */
export function findSites(
  search: { data: MasterData; partners: string[] },
  { codes, owner }: { codes: string[]; owner: Id | undefined },
): Id[] {
  const mapped = findMapping(search.data, { scheme: 'site', codes, partners: search.partners });
  if (mapped) return [mapped];
  const byNumber = search.data.sites.filter((site) => codes.some((code) => isNumberOf(site, code)));
  if (byNumber.length > 0) return preferOwner(byNumber, owner);
  const owned = search.data.sites.filter((site) => site.owner === owner && codes.some((code) => isPlaceOf(site, code)));
  return owned.map((site) => site.id);
}

const isNumberOf = ({ identifiers }: SiteEntry, code: string): boolean =>
  identifiers.gln === code || identifiers.bpn === code.toUpperCase();

/** A UN/LOCODE names a town and an own id only its owner's site, so both count within the expected owner only. */
const isPlaceOf = (site: SiteEntry, code: string): boolean =>
  site.id === code || site.identifiers.unLocode?.replaceAll(' ', '') === code.toUpperCase().replaceAll(' ', '');

function preferOwner(sites: SiteEntry[], owner: Id | undefined): Id[] {
  const owned = sites.filter((site) => site.owner === owner);
  return (owned.length > 0 ? owned : sites).map((site) => site.id);
}

/** Where the goods go: the place that is named, else the unloading point's, else the only one it can be. */
export function resolveShipTo(
  search: Search,
  place: { reference: PartyReference; unloadingPoint?: string } & Trade,
): Id | undefined {
  const { reference, unloadingPoint, customer } = place;
  const codes = placeCodesOf(reference, 'ship-to');
  const named = findSites(search, { codes, owner: customer });
  if (named.length === 1) return named[0];
  const byPoint = unloadingPoint ? findSites(search, { codes: [unloadingPoint], owner: customer }) : [];
  if (byPoint.length === 1) return byPoint[0];
  if (isEmpty(reference)) {
    const only = onlySite(search.data, customer);
    if (only) return only;
  }
  return miss(search, {
    key: `site:ship-to:${codes[0]}`,
    kind: 'site',
    role: 'ship-to',
    required: true,
    reason: named.length > 1 ? 'ambiguous' : 'not-known',
    code: codes[0]!,
    reference,
    fits: named,
    relation: { customer, supplier: place.supplier },
    facts: {},
  });
}

const onlySite = (data: MasterData, owner: Id | undefined): Id | undefined => {
  const sites = data.sites.filter((site) => site.owner === owner);
  return owner && sites.length === 1 ? sites[0]!.id : undefined;
};

/** Where they come from: what the message names, else the lane's beginning, else the supplier's only site. */
export function resolveShipFrom(
  search: Search,
  place: {
    reference: PartyReference | undefined;
    parts: (Id | undefined)[];
    to: Id | undefined;
    required: boolean;
  } & Trade,
): Id | undefined {
  const { reference, supplier } = place;
  const codes = placeCodesOf(reference, 'ship-from');
  const named = findSites(search, { codes, owner: supplier });
  if (named.length === 1) return named[0];
  const starts = [...new Set(lanesOf(search.data, place).map((lane) => lane.from))];
  if (starts.length === 1) return starts[0];
  const only = onlySite(search.data, supplier);
  if (only) return only;
  return miss(search, {
    key: `site:ship-from:${codes[0]}`,
    kind: 'site',
    role: 'ship-from',
    required: place.required,
    reason: named.length > 1 || starts.length > 1 ? 'ambiguous' : 'not-known',
    code: codes[0]!,
    reference,
    fits: named.length > 1 ? named : starts,
    relation: { supplier, customer: place.customer },
    facts: {},
  });
}

type Way = { parts: (Id | undefined)[]; to: Id | undefined } & Trade;

/** Lanes of these parts between the two; where none is for the part, any lane of theirs to that site. */
export function lanesOf(data: MasterData, { parts, to, customer, supplier }: Way): LaneEntry[] {
  const between = data.lanes.filter(
    (lane) => lane.supplier === supplier && lane.customer === customer && lane.to === to,
  );
  const exact = between.filter((lane) => parts.includes(lane.part));
  return exact.length > 0 ? exact : between;
}

/** Asks for the lane of a part that moves without one; the message needs it only where nothing else tells the arrival. */
export function missLane(
  search: Search,
  lane: {
    customer: Id;
    supplier: Id;
    part: Id;
    partKey: string;
    from?: Id;
    to: Id;
    mode?: TransportMode;
    leadTimeDays?: number;
    required: boolean;
  },
): void {
  const { customer, supplier, part, from, to } = lane;
  const known = search.data.lanes.some(
    (entry) => entry.supplier === supplier && entry.customer === customer && entry.part === part && entry.to === to,
  );
  if (known) return;
  miss(search, {
    key: `lane:${lane.partKey}`,
    kind: 'lane',
    role: 'lane',
    required: lane.required,
    reason: 'not-known',
    code: '',
    fits: [],
    relation: { customer, supplier, part, to, ...(from ? { from } : {}) },
    facts: {
      ...(lane.mode ? { mode: lane.mode } : {}),
      ...(lane.leadTimeDays !== undefined ? { leadTimeDays: lane.leadTimeDays } : {}),
    },
  });
}
