import { type Answer, reject } from './answer.ts';
import { withCheckDigit } from './check-digit.ts';
import { checkKey, type Gs1Identifier } from './gs1-key.ts';
import { checkedPart, GS1_SCHEMES, type SchemeRow, schemeRow } from './gs1-schemes.ts';

const URN = /^urn:epc:(id|idpat|class):([a-z]+):(.+)$/;

/** Reads `urn:epc:id:`, `urn:epc:idpat:` (its `*` is dropped) and `urn:epc:class:lgtin:`. */
export function readEpcUrn(urn: string): Answer<Gs1Identifier> {
  const [, , scheme, body = ''] = URN.exec(urn) ?? [];
  const row = GS1_SCHEMES.find((candidate) => candidate.scheme === scheme);
  if (!row) return reject('urn-scheme', urn, 'urn:epc:id:, idpat: or class: with a GS1 scheme');
  const parts = splitBody(row, body);
  if (!parts) return reject('urn-format', urn, `urn:epc:id:${row.scheme}: with ${partCount(row)} parts between dots`);
  return assemble(row, parts, urn);
}

interface UrnParts {
  companyPrefix: string;
  reference: string;
  middle: string[];
  serial?: string;
}

function partCount(row: SchemeRow): number {
  return 2 + (row.pieceAndTotal ? 2 : 0) + (row.serial ? 1 : 0);
}

/** A serial may itself contain dots, so only the parts before it are split off. */
function splitBody(row: SchemeRow, body: string): UrnParts | undefined {
  const pieces = body.split('.');
  const fixed = partCount(row) - (row.serial ? 1 : 0);
  if (pieces.length < partCount(row) || (!row.serial && row.digits !== undefined && pieces.length > fixed)) return;
  const head = row.serial ? pieces.slice(0, fixed) : [pieces[0] ?? '', pieces.slice(1).join('.')];
  const [companyPrefix = '', reference = '', ...middle] = head;
  if (!/^\d{4,12}$/.test(companyPrefix)) return;
  const serial = row.serial ? decode(pieces.slice(fixed).join('.')) : undefined;
  return { companyPrefix, reference: decode(reference), middle, serial };
}

/** A stray percent sign is kept as it stands; the key check judges it. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function assemble(row: SchemeRow, parts: UrnParts, urn: string): Answer<Gs1Identifier> {
  const { companyPrefix, reference, middle } = parts;
  if (row.digits !== undefined) {
    const digits = companyPrefix + reference;
    if (!/^\d+$/.test(digits) || digits.length !== row.digits) {
      return reject('urn-format', urn, `${row.digits} digits in company prefix and reference together`);
    }
  }
  const serial = parts.serial === '*' || parts.serial === row.noSerial ? undefined : parts.serial;
  return checkKey(row, {
    scheme: row.scheme,
    value: keyOf(row, companyPrefix, reference) + middle.join(''),
    ...(serial === undefined ? {} : { serial }),
    companyPrefixLength: companyPrefix.length,
  });
}

function keyOf(row: SchemeRow, companyPrefix: string, reference: string): string {
  const ordered = row.leadingDigit
    ? reference.slice(0, 1) + companyPrefix + reference.slice(1)
    : (row.leadingZero ? '0' : '') + companyPrefix + reference;
  return row.checkDigit ? withCheckDigit(ordered) : ordered;
}

/**
 * Writes the EPC URN. The company prefix length must be known, from the identifier or given: a Digital Link does not
 * carry it and guessing would name another company.
 */
export function writeEpcUrn(identifier: Gs1Identifier, companyPrefixLength = identifier.companyPrefixLength): string {
  if (companyPrefixLength === undefined) throw new Error('The length of the GS1 company prefix must be given.');
  const row = schemeRow(identifier.scheme);
  const { companyPrefix, reference } = splitKey(identifier, companyPrefixLength);
  const middle = row.pieceAndTotal ? [identifier.value.slice(-4, -2), identifier.value.slice(-2)] : [];
  const isPattern = row.serial && identifier.serial === undefined && row.noSerial === undefined;
  const kind = isPattern ? 'idpat' : row.isClass ? 'class' : 'id';
  const serial = row.serial ? [encodeSerial(identifier.serial) ?? row.noSerial ?? '*'] : [];
  return `urn:epc:${kind}:${row.scheme}:${[companyPrefix, encodeSerial(reference), ...middle, ...serial].join('.')}`;
}

/** Company prefix and URN reference of a key; the reference starts with the indicator or extension digit. */
export function splitKey(identifier: Gs1Identifier, companyPrefixLength: number) {
  const row = schemeRow(identifier.scheme);
  const checked = checkedPart(row, identifier.value);
  const body = row.checkDigit ? checked.slice(0, -1) : checked;
  const start = row.leadingDigit || row.leadingZero ? 1 : 0;
  const companyPrefix = body.slice(start, start + companyPrefixLength);
  const leading = row.leadingDigit ? body.slice(0, 1) : '';
  return { companyPrefix, reference: leading + body.slice(start + companyPrefixLength) };
}

function encodeSerial(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeUrn(text);
}

/** TDS 2.x, section 6: only these characters must be escaped in a URN. */
export function escapeUrn(text: string): string {
  return text.replace(/["%&/<>?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
