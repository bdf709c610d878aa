import type { Id } from '@intakt/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import {
  type Organisation,
  organisationsQuery,
  type Part,
  partsQuery,
  type Site,
  sitesQuery,
} from '../capabilities/network/queries.ts';

/** Names for ids; an id whose object is not shared with us is shown as it is. */
export interface Names {
  organisations: Map<Id, Organisation>;
  sites: Map<Id, Site>;
  parts: Map<Id, Part>;
  organisation: (id: Id | null | undefined) => string;
  site: (id: Id | null | undefined) => string;
  /** Our own number for the part. */
  part: (id: Id | null | undefined) => string;
  /** The number that the partner uses, if it is another one. */
  partnerNumber: (id: Id | null | undefined) => string | undefined;
  partText: (id: Id | null | undefined) => string;
  /** The part is named to us, but its owner does not share what it is. */
  isHiddenPart: (id: Id) => boolean;
}

const byId = <T extends { id: Id }>(rows: T[] | undefined): Map<Id, T> => new Map(rows?.map((row) => [row.id, row]));

/** Given once for all that is shown to somebody who is signed in: every row of a long list names something. */
export const NamesContext = createContext<Names>(
  makeNames(byId<Organisation>([]), byId<Site>([]), byId<Part>([]), false),
);

export const useNames = (): Names => useContext(NamesContext);

export function useNamesOfNetwork(): Names {
  const organisations = useQuery(organisationsQuery).data;
  const sites = useQuery(sitesQuery).data;
  const parts = useQuery(partsQuery).data;
  return useMemo(
    () => makeNames(byId(organisations), byId(sites), byId(parts), parts !== undefined),
    [organisations, sites, parts],
  );
}

function makeNames(
  organisations: Map<Id, Organisation>,
  sites: Map<Id, Site>,
  parts: Map<Id, Part>,
  partsAreLoaded: boolean,
): Names {
  return {
    organisations,
    sites,
    parts,
    organisation: (id) => (id ? (organisations.get(id)?.name ?? id) : ''),
    site: (id) => (id ? (sites.get(id)?.name ?? id) : ''),
    part: (id) => (id ? (parts.get(id)?.myNumber ?? parts.get(id)?.number ?? id) : ''),
    partnerNumber: (id) => otherNumber(id ? parts.get(id) : undefined),
    partText: (id) => (id ? (parts.get(id)?.description ?? '') : ''),
    isHiddenPart: (id) => partsAreLoaded && !parts.has(id),
  };
}

function otherNumber(part: Part | undefined): string | undefined {
  if (!part) return undefined;
  return [part.number, ...part.numbers.map(({ number }) => number)].find((number) => number !== part.myNumber);
}
