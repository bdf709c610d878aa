import type { MessageError, MessagePosition, PartyReference } from '@intakt/contract';
import type { Unknown } from '../inbox/message.ts';
import type { MasterData } from '../master-data/master-data.ts';

/** One reading's state: the data it looks in, whose codes they are, and what it could not find. */
export interface Search {
  data: MasterData;
  /** Whose mappings apply, most specific first. */
  partners: string[];
  unknowns: Map<string, Unknown>;
  errors: MessageError[];
  position: MessagePosition;
}

/** The first of several mentions keeps its place; a required one is not softened by an optional one. */
export function miss(search: Search, unknown: Unknown): undefined {
  const known = search.unknowns.get(unknown.key);
  if (!known) search.unknowns.set(unknown.key, unknown);
  else if (unknown.required) known.required = true;
  return undefined;
}

export const fault = (search: Search, error: Omit<MessageError, 'position' | 'severity'>): undefined => {
  search.errors.push({ ...error, position: search.position, severity: 'error' });
  return undefined;
};

/** All codes of a party or place; further ones stand as `qualifier:code`. Who gives none is known by its name. */
export function codesOf(reference: PartyReference | undefined): string[] {
  const further = reference?.also?.map((text) => text.slice(text.indexOf(':') + 1)) ?? [];
  const codes = [reference?.code, ...further].flatMap((code) => (code?.trim() ? [code.trim()] : []));
  return codes.length > 0 || !reference?.name?.trim() ? codes : [reference.name.trim()];
}

/** A place that a partner never names has a mapping too, under this code. */
export const placeCodesOf = (reference: PartyReference | undefined, role: 'ship-to' | 'ship-from'): string[] =>
  isEmpty(reference) ? [`(no ${role})`] : codesOf(reference);

export const isEmpty = (reference: PartyReference | undefined): boolean => codesOf(reference).length === 0;

export const labelOf = (reference: PartyReference | undefined): string => codesOf(reference)[0] ?? '';
