import type { Id, Instant, PartReference, PartyReference } from '@intakt/contract';
import type { Envelope, InboxMessage } from '../inbox/message.ts';
import type { PartEntry } from '../master-data/master-data.ts';
import { ediCommandId } from './identity.ts';
import { conversionFactor, readMessageUnit } from './quantities.ts';
import { resolvePart } from './resolve-part.ts';
import { resolveParty } from './resolve-party.ts';
import { codesOf, type Search } from './search.ts';
import { compact } from '../gaps.ts';

/** What the readings of all statements share. */
export interface Reader {
  message: InboxMessage;
  envelope: Envelope;
  format: 'edifact' | 'x12';
  search: Search;
}

export function resolveSides(
  { search, envelope }: Reader,
  {
    customer,
    supplier,
    sentBy,
  }: { customer: PartyReference; supplier: PartyReference; sentBy: 'customer' | 'supplier' },
): { customer: Id | undefined; supplier: Id | undefined } {
  const found = {
    customer: resolveParty(search, { role: 'customer', reference: customer, envelope, sentBy }),
    supplier: resolveParty(search, { role: 'supplier', reference: supplier, envelope, sentBy }),
  };
  for (const unknown of search.unknowns.values()) if (unknown.kind === 'party') unknown.relation = compact(found);
  return found;
}

export interface MeasuredPart {
  part: PartEntry;
  /** From the message's unit to the part's. */
  factor: number;
}

/** The part with its unit. Both are looked for even when the other is missing, so that all gaps show at once. */
export function resolveMeasuredPart(
  { search, format }: Reader,
  mention: { reference: PartReference; unit: string; customer: Id | undefined; supplier: Id | undefined },
): MeasuredPart | undefined {
  const unit = readMessageUnit(search, mention.unit, format);
  const part = resolvePart(search, { ...mention, unit: unit?.code });
  if (!unit || !part) return undefined;
  const factor = conversionFactor(search, unit, part);
  return factor === undefined ? undefined : { part, factor };
}

/** Sender, message type, document and place in it: what makes a statement the same when it is sent again. */
export function commandId({ message, envelope }: Reader, document: string, ...place: string[]): string {
  const type = message.type.split(' ')[0] ?? message.type;
  return ediCommandId(codesOf(envelope.sender)[0] ?? '?', type, document, ...place);
}

/** Only moments that the message itself gives count, so that the same message says the same again. */
export const momentOf = (reader: Reader, ...moments: (Instant | undefined)[]): Instant =>
  moments.find((moment) => moment !== undefined) ?? reader.envelope.preparedAt ?? reader.message.receivedAt;
