import type { Id, PartyReference } from '@intakt/contract';
import type { Envelope } from '../inbox/message.ts';
import { findMapping, type MasterData, type OrganisationEntry } from '../master-data/master-data.ts';
import { codesOf, isEmpty, labelOf, miss, type Search } from './search.ts';

export type PartyRole = 'customer' | 'supplier' | 'carrier';

/** The organisation that a reference means: the reader's mapping, else a public identifier, else its own id. */
export function findParty(data: MasterData, reference: PartyReference, partners: string[]): Id[] {
  const codes = codesOf(reference);
  const mapped = findMapping(data, { scheme: 'party', codes, partners });
  if (mapped) return [mapped];
  const identified = data.organisations.filter((organisation) =>
    codes.some((code) => isIdentifierOf(organisation, code)),
  );
  if (identified.length > 0) return identified.map((organisation) => organisation.id);
  if (codes.includes(data.own)) return [data.own];
  const owners = data.sites
    .filter((site) => codes.some((code) => site.identifiers.gln === code))
    .map((site) => site.owner);
  return [...new Set(owners)];
}

/** Public identifiers are compared without the signs that people group them with. */
function isIdentifierOf({ identifiers }: OrganisationEntry, code: string): boolean {
  const bare = comparable(code);
  return [identifiers.duns, identifiers.gln, identifiers.vat, identifiers.bpn].some(
    (value) => value !== undefined && comparable(value) === bare,
  );
}

const comparable = (code: string): string => code.toUpperCase().replace(/[\s.-]/g, '');

export interface Direction {
  /** Which side of the trade sends this kind of message. */
  sentBy: 'customer' | 'supplier';
}

/** A message that names a side nowhere means the sender or the receiver of its interchange. */
export function resolveParty(
  search: Search,
  {
    role,
    reference,
    envelope,
    sentBy,
  }: { role: PartyRole; reference: PartyReference; envelope: Envelope; sentBy: Direction['sentBy'] },
): Id | undefined {
  const isSender = role === sentBy;
  const named = isEmpty(reference) ? (isSender ? envelope.sender : envelope.receiver) : reference;
  const found = findParty(search.data, named, search.partners);
  if (found.length === 1) return found[0];
  const [senderIs] = findParty(search.data, envelope.sender, search.partners);
  return miss(search, {
    key: `party:${role}:${labelOf(named)}`,
    kind: 'party',
    role,
    required: role !== 'carrier',
    reason: found.length > 1 ? 'ambiguous' : 'not-known',
    code: codesOf(named)[0] ?? '',
    reference: named,
    fits: found,
    relation: {},
    facts: { isSender, ...(senderIs ? { senderIs } : {}) },
  });
}
