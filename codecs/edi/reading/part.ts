import type { PartReference } from '@intakt/contract';
import { VALUE_INVALID } from '../problems.ts';
import { has, peek, type Segment, take, takeAll, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { type Reading, readText } from './reading.ts';

type PartNumber = 'buyerNumber' | 'supplierNumber' | 'gtin';

/** EDIFACT 7143: IN buyer's item number, BP buyer's part number, SA supplier's article number, VP vendor's part number … */
const EDIFACT_NUMBERS = new Map<string, PartNumber>(
  Object.entries({
    IN: 'buyerNumber',
    BP: 'buyerNumber',
    SA: 'supplierNumber',
    VP: 'supplierNumber',
    VN: 'supplierNumber',
    MF: 'supplierNumber',
    SRV: 'gtin',
    EN: 'gtin',
    UP: 'gtin',
  } as const),
);

/** X12 235: BP buyer's part, CB buyer's catalogue, VP vendor's part, VN vendor's item, UP/UA/EN/UK GTIN of 12, 12, 13, 14 digits. */
const X12_NUMBERS = new Map<string, PartNumber>(
  Object.entries({
    BP: 'buyerNumber',
    IN: 'buyerNumber',
    CB: 'buyerNumber',
    VP: 'supplierNumber',
    VN: 'supplierNumber',
    MG: 'supplierNumber',
    UP: 'gtin',
    UA: 'gtin',
    EN: 'gtin',
    UK: 'gtin',
  } as const),
);

/** LIN C212, then PIA's up to five composites, then IMD or FTX+LIN for the description. */
export function readEdifactPart(reading: Reading, lin: Segment): PartReference {
  const part: PartReference = {};
  readNumber(reading, part, lin, 3);
  readFurtherNumbers(reading, lin, part);
  const description = describeArticle(lin);
  if (description !== undefined) part.description = description;
  return part;
}

/** The article numbers in PIA, added to those that are known. */
export function readFurtherNumbers(reading: Reading, node: Segment, part: PartReference = {}): PartReference {
  for (let pia = child(node, 'PIA'); pia; pia = another(pia)) {
    take(pia, 1);
    const { size } = pia;
    for (let element = 2; element <= size; element++) readNumber(reading, part, pia, element);
  }
  return part;
}

const joined = (first: string | undefined, second: string | undefined) =>
  first && second ? `${first} ${second}` : (first ?? second);

function describeArticle(lin: Segment): string | undefined {
  for (let imd = child(lin, 'IMD'); imd; imd = another(imd)) {
    const found = joined(text(imd, 3, 4), text(imd, 3, 5));
    if (found) {
      takeAll(imd);
      return found;
    }
  }
  let ftx = child(lin, 'FTX');
  while (ftx && peek(ftx, 1) !== 'LIN') ftx = another(ftx);
  take(ftx, 1);
  return readText(ftx);
}

/** 7143: GB buyer's product group, CG commodity grouping, GN national group. */
const FAMILIES = ['GB', 'CG', 'GN'];

/** The part family (module) that PIA names beside the article numbers. */
export function readFamily(lin: Segment): string | undefined {
  for (const pia of children(lin, 'PIA')) {
    for (let element = 2; element <= pia.size; element++) {
      if (!FAMILIES.includes(peek(pia, element, 2) ?? '')) continue;
      take(pia, element, 2);
      return text(pia, element, 1);
    }
  }
  return undefined;
}

/** The number in the first component of an element, whose kind is the second. */
function readNumber(reading: Reading, part: PartReference, segment: Segment, element: number): void {
  const kind = peek(segment, element, 2);
  const field = kind === undefined ? undefined : EDIFACT_NUMBERS.get(kind);
  if (!field || !has(segment, element, 1)) return;
  keepNumber(reading, part, segment, { field, element });
  take(segment, element, 2);
  take(segment, element, 3);
  take(segment, element, 4);
}

/** The first number of a kind wins; a GTIN has 8, 12, 13 or 14 digits. */
function keepNumber(
  reading: Reading,
  part: PartReference,
  segment: Segment,
  { field, element }: { field: PartNumber; element: number },
): void {
  if (part[field] !== undefined) return;
  const value = peek(segment, element)!;
  if (field === 'gtin' && !/^(\d{8}|\d{12,14})$/.test(value)) {
    const expected = 'a GTIN of 8, 12, 13 or 14 digits';
    reading.report(VALUE_INVALID, segment, { value, element, component: 1, expected });
    return;
  }
  if (field === 'buyerNumber') part.buyerNumber = value;
  else if (field === 'supplierNumber') part.supplierNumber = value;
  else part.gtin = value;
  take(segment, element);
}

export interface X12Item {
  part: PartReference;
  assigned?: string;
  order?: string;
}

/** LIN: LIN01 the assigned line, then pairs of kind and number. */
export function readX12Item(reading: Reading, lin: Segment | undefined, item: Segment): X12Item {
  const part: PartReference = {};
  let order: string | undefined;
  const size = lin?.size ?? 0;
  for (let element = 2; lin && element < size; element += 2) {
    const kind = peek(lin, element) ?? '';
    const field = X12_NUMBERS.get(kind);
    if (field) {
      keepNumber(reading, part, lin, { field, element: element + 1 });
      take(lin, element);
    } else if (kind === 'PO' || kind === 'ON') {
      take(lin, element);
      order ??= text(lin, element + 1);
    }
  }
  const description = describeX12(item);
  if (description !== undefined) part.description = description;
  const found: X12Item = { part };
  const assigned = text(lin, 1);
  if (order) found.order = order;
  if (assigned) found.assigned = assigned;
  return found;
}

/** PID05 free-form description (only where PID01 is F), or J2X03 in 002001. */
function describeX12(item: Segment): string | undefined {
  for (let pid = child(item, 'PID'); pid; pid = another(pid)) {
    if (peek(pid, 1) !== 'F' || !has(pid, 5)) continue;
    take(pid, 1);
    return text(pid, 5);
  }
  let j2x = child(item, 'J2X');
  while (j2x && !has(j2x, 3)) j2x = another(j2x);
  take(j2x, 2);
  return text(j2x, 3);
}
