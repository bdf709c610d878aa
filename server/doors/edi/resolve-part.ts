import type { Id, PartReference } from '@intakt/contract';
import { canonicalPartNumber } from '@intakt/identifiers';
import { findMapping, type PartEntry } from '../master-data/master-data.ts';
import { miss, type Search } from './search.ts';

export interface PartMention {
  reference: PartReference;
  customer: Id | undefined;
  supplier: Id | undefined;
  /** Rec 20, for a part that will be created. */
  unit?: string;
}

export const numbersOf = ({ buyerNumber, supplierNumber, gtin }: PartReference): string[] =>
  [buyerNumber, supplierNumber, gtin].filter((number): number is string => !!number?.trim());

export const partKey = (reference: PartReference): string =>
  [reference.buyerNumber, reference.supplierNumber, reference.gtin]
    .map((number) => canonicalPartNumber(number ?? ''))
    .join('|');

/**
 * A number means a part only within the two that trade: the buyer's number as the customer has it, the
 * supplier's as the supplier has it. Where both are given, both must agree.
 */
export function resolvePart(search: Search, mention: PartMention): PartEntry | undefined {
  const { data, partners } = search;
  const mapped = findMapping(data, { scheme: 'part', codes: numbersOf(mention.reference), partners });
  const known = mapped ? data.parts.find((part) => part.id === mapped) : undefined;
  if (known) return known;
  const { fits, contradiction } = fitting(search, mention);
  if (fits.length === 1 && !contradiction) return data.parts.find((part) => part.id === fits[0]);
  return missPart(search, mention, {
    fits,
    reason: contradiction ? 'contradiction' : fits.length > 1 ? 'ambiguous' : 'not-known',
  });
}

function fitting(
  search: Search,
  { reference, customer, supplier }: PartMention,
): { fits: Id[]; contradiction: boolean } {
  const byBuyer = partsNumbered(search, customer, reference.buyerNumber);
  const bySupplier = partsNumbered(search, supplier, reference.supplierNumber);
  if (byBuyer.length === 0 || bySupplier.length === 0) {
    const either = byBuyer.length > 0 ? byBuyer : bySupplier;
    return {
      fits: either.length > 1 ? preferTraded(search, either, { customer, supplier }) : either,
      contradiction: false,
    };
  }
  const both = byBuyer.filter((part) => bySupplier.includes(part));
  if (both.length === 0) return { fits: [...byBuyer, ...bySupplier], contradiction: true };
  return { fits: preferTraded(search, both, { customer, supplier }), contradiction: false };
}

function partsNumbered(search: Search, organisation: Id | undefined, number: string | undefined): Id[] {
  if (!organisation || !number?.trim()) return [];
  const canonical = canonicalPartNumber(number);
  const found = search.data.numbers.filter(
    (entry) => entry.organisation === organisation && entry.number === canonical,
  );
  return [...new Set(found.map((entry) => entry.part))];
}

/** Of several parts that fit, the one that the two trade on a lane. */
function preferTraded(
  search: Search,
  parts: Id[],
  trade: { customer: Id | undefined; supplier: Id | undefined },
): Id[] {
  const traded = parts.filter((part) =>
    search.data.lanes.some(
      (lane) => lane.part === part && lane.customer === trade.customer && lane.supplier === trade.supplier,
    ),
  );
  return traded.length > 0 ? traded : parts;
}

function missPart(
  search: Search,
  mention: PartMention,
  found: { fits: Id[]; reason: 'not-known' | 'ambiguous' | 'contradiction' },
): undefined {
  const { reference, customer, supplier, unit } = mention;
  return miss(search, {
    key: `part:${partKey(reference)}`,
    kind: 'part',
    role: 'part',
    required: true,
    reason: found.reason,
    code: numbersOf(reference)[0] ?? '',
    reference,
    fits: found.fits,
    relation: { customer, supplier },
    facts: unit ? { unit } : {},
  });
}
