import { readGs1, writeDigitalLink } from '@intakt/identifiers';
import { expandName, type Prefixes } from './context.ts';
import type { EpcisEvent } from './events.ts';
import { HASHED_EVENT, type HashedMember, UNHASHED_MEMBERS } from './hash-order.ts';
import { toUtc } from './instant.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import { VOCABULARIES, webTerm } from './vocabulary.ts';

/** SHA-256 as the caller's platform offers it. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * The CBV 2.0 event hash id (section 8.9): the same for the same event, however its members are ordered, its times
 * zoned and its identifiers written. Serves as eventID for events that come without one, and finds duplicates.
 *
 * @example eventHash(event, (bytes) => createHash('sha256').update(bytes).digest()) // 'ni:///sha-256;…?ver=CBV2.0'
 */
export function eventHash(event: EpcisEvent, sha256: Sha256): string {
  const digest = sha256(new TextEncoder().encode(preHash(event)));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `ni:///sha-256;${hex}?ver=CBV2.0`;
}

/** The text that is hashed, which CBV publishes beside its examples. */
export function preHash(event: EpcisEvent): string {
  return hashObject({ ...event.source, eventType: event.source.type }, HASHED_EVENT, {
    prefixes: event.prefixes,
    ignored: new Set([...UNHASHED_MEMBERS, ...COMMENTS, ...event.ignoredFields]),
  });
}

interface Setting {
  prefixes: Prefixes;
  ignored: ReadonlySet<string>;
}

/** Comments are left out at every level; what repositories add is only looked for in the event itself. */
const COMMENTS = ['rdfs:comment', 'comment'];

function inside(setting: Setting): Setting {
  return { ...setting, ignored: new Set(COMMENTS) };
}

/** Members of the standard in their fixed order, then whatever else there is, sorted. */
function hashObject(value: JsonObject, order: readonly HashedMember[], setting: Setting): string {
  const standard = order.map((member) => hashMember(value[member.name], member, setting)).join('');
  const known = new Set(order.map(({ name }) => name));
  const others = Object.entries(value).filter(([name]) => !known.has(name) && !setting.ignored.has(name));
  return standard + sorted(others.map(([name, member]) => hashExtension(name, member, setting))).join('');
}

function hashMember(value: unknown, member: HashedMember, setting: Setting): string {
  if (value === undefined || value === null) return '';
  const { name, item, members, isBare } = member;
  if (item === undefined && members === undefined) return `${name}=${hashScalar(value, member)}`;
  const each = listOf(value).map((entry) => hashEntry(entry, member, setting));
  return each.length === 0 ? '' : (isBare ? '' : name) + sorted(each).join('');
}

/** A list's entry: a scalar under the entry's name, or an object with or without a name of its own. */
function hashEntry(entry: unknown, member: HashedMember, setting: Setting): string {
  const { item = '', members } = member;
  if (members === undefined || !isObject(entry)) return `${item || 'id'}=${hashScalar(entry, member)}`;
  return item + hashObject(entry, members, inside(setting));
}

function hashScalar(value: unknown, member: HashedMember): string {
  if (typeof value !== 'string') return String(value);
  const text = value.trim();
  if (member.vocabulary) return webTerm(member.vocabulary, text);
  const isTime = member.isTime ?? (/time/i.test(member.name) && !/offset/i.test(member.name));
  return (isTime ? toUtc(text) : undefined) ?? canonicalText(text);
}

/** Longer digit strings are no quantities, and looking for zeros in them would cost quadratic time. */
const LONGEST_NUMBER = 64;

/** One form for numbers, CBV words and GS1 identifiers, so that XML and JSON, URN and link hash alike. */
function canonicalText(text: string): string {
  if (text.length > LONGEST_NUMBER) return canonicalIdentifier(text);
  const [, sign = '', whole, fraction = ''] = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (whole !== undefined) return (sign === '-' ? '-' : '') + whole + (fraction && `.${fraction}`);
  return canonicalIdentifier(text);
}

function canonicalIdentifier(text: string): string {
  if (text.startsWith('urn:epcglobal:cbv:')) return canonicalWord(text);
  return /^(?:urn:epc:|https?:)/.test(text) ? canonicalLink(text) : text;
}

function canonicalWord(urn: string): string {
  const vocabulary = Object.values(VOCABULARIES).find((candidate) => candidate.urn && urn.startsWith(candidate.urn));
  return vocabulary?.urn ? vocabulary.web + urn.slice(vocabulary.urn.length) : urn;
}

/** CBV keeps the finest identification only: where there is a serial, the lot is left out. */
function canonicalLink(text: string): string {
  const read = readGs1(text);
  if (!read.ok) return text;
  const { lot: _lot, ...key } = read.value;
  return writeDigitalLink(key.serial === undefined ? read.value : key);
}

/** In JSON-LD a list is the same member said several times over. */
function hashExtension(name: string, value: unknown, setting: Setting): string {
  if (Array.isArray(value)) return sorted(value.map((item) => hashExtension(name, item, setting))).join('');
  const expanded = expandName(name, setting.prefixes);
  return isObject(value)
    ? expanded + hashObject(value, [], inside(setting))
    : `${expanded}=${hashScalar(value, { name: name.slice(name.indexOf(':') + 1) })}`;
}

/** By UTF-16 code unit: case and accents count, and no locale has a say. */
function sorted(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
