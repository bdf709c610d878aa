import type { PartyReference } from '@intakt/contract';
import { PARTY_REPEATED } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { children } from '../tree.ts';
import type { Reading } from './reading.ts';

/**
 * Parties of one level of a message by their role (NAD 3035, N101), each read when somebody asks for it: what nobody
 * asks for stays unread and is reported as unmapped. The first of a role counts.
 */
export type Parties = Map<string, { node: Segment; party: () => PartyReference }>;

export function readNadParties(reading: Reading, parent: Segment): Parties {
  return readParties(reading, children(parent, 'NAD'), readNad);
}

export function readN1Parties(reading: Reading, parent: Segment): Parties {
  return readParties(reading, children(parent, 'N1'), readN1);
}

function readParties(reading: Reading, nodes: Segment[], read: (node: Segment) => PartyReference): Parties {
  const parties: Parties = new Map();
  for (const node of nodes) {
    const role = peek(node, 1) ?? '';
    const before = parties.get(role);
    if (!before) parties.set(role, { node, party: once(() => read(node)) });
    else if (codeOf(before.node) === codeOf(node))
      reading.report(PARTY_REPEATED, node, { value: role, element: 1, expected: 'one party per role' });
  }
  return parties;
}

function once<T>(read: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= read();
    return known;
  };
}

/** NAD 3039 or N104, unread. */
export const codeOf = (party: Segment): string | undefined =>
  party.tag === 'NAD' ? peek(party, 2, 1) : peek(party, 4);

export function pickParty(parties: Parties, ...roles: string[]): PartyReference | undefined {
  for (const role of roles) {
    const found = parties.get(role)?.party();
    if (found && Object.keys(found).length > 0) return found;
  }
  return undefined;
}

/** A party that the message names without a code is, on its own side of the interchange, sender or receiver. */
export function completed(party: PartyReference | undefined, address: PartyReference): PartyReference {
  if (!party) return address;
  return party.code || party.name ? party : { ...party, ...address };
}

/** NAD: C082 party, C058 name and address lines, C080 name, then street, city, region, post code, country. */
export function readNad(node: Segment): PartyReference {
  const nad = node;
  take(nad, 1);
  const also = children(node, 'RFF').map((rff) => reference(rff));
  return compact({
    code: text(nad, 2, 1),
    agency: text(nad, 2, 3) ?? text(nad, 2, 2),
    name: joined(nad, 4) ?? text(nad, 3, 1),
    street: joined(nad, 5) ?? (peek(nad, 4) ? joined(nad, 3) : text(nad, 3, 2)),
    city: text(nad, 6),
    postalCode: text(nad, 8),
    country: text(nad, 9),
    also: also.length > 0 ? also : undefined,
  });
}

/** N1 with the address segments of its loop. */
function readN1(node: Segment): PartyReference {
  const n1 = node;
  take(n1, 1);
  const first = (tag: string) => children(node, tag)[0];
  const street = children(node, 'N3').flatMap((n3) => [text(n3, 1), text(n3, 2)]);
  const names = [text(n1, 2), ...children(node, 'N2').flatMap((n2) => [text(n2, 1), text(n2, 2)])];
  const also = children(node, 'REF').map((ref) => `${text(ref, 1) ?? ''}:${text(ref, 2) ?? ''}`);
  return compact({
    agency: text(n1, 3),
    code: text(n1, 4),
    name: names.filter(Boolean).join(' ') || undefined,
    street: street.filter(Boolean).join(', ') || undefined,
    city: text(first('N4'), 1),
    postalCode: text(first('N4'), 3),
    country: text(first('N4'), 4),
    also: also.length > 0 ? also : undefined,
  });
}

/** RFF C506 as `qualifier:number`, with the line number where there is one. */
function reference(rff: Segment): string {
  return [text(rff, 1, 1), text(rff, 1, 2), text(rff, 1, 3)].filter(Boolean).join(':');
}

/** Lines of one composite (a name over two components) as one text. */
function joined(segment: Segment, element: number): string | undefined {
  const first = text(segment, element);
  const count = segment.componentsOf(element);
  if (count <= 1) return first;
  const lines = Array.from({ length: count }, (_, i) => text(segment, element, i + 1));
  return lines.filter(Boolean).join(' ') || undefined;
}

function isComplete(value: object): boolean {
  for (const key in value) if (value[key as keyof typeof value] === undefined) return false;
  return true;
}

/** The value without its undefined fields. */
export function compact<T extends object>(value: T): T {
  if (isComplete(value)) return value;
  const kept = {} as T;
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept;
}
