import type { SchedulePackaging } from '@intakt/contract';
import { peek, type Segment, take, text } from '../segment.ts';
import { another, child, children } from '../tree.ts';
import { compact } from './party.ts';
import { type Reading, readQuantity } from './reading.ts';

/** REF*ZZ under one of these names states what X12 has no qualifier for (see `encode830`); from the second packaging on with its number. */
export const PREVIOUS_RELEASE = 'PREVIOUS RELEASE';
export const SUPPLIER_PACKAGING = 'SUPPLIER PACKAGING';
export const PACK_CAPACITY = 'PACK CAPACITY';
export const withNumber = (name: string, index: number): string => (index === 0 ? name : `${name} ${index + 1}`);

export function namedNumber(lin: Segment, name: string): string | undefined {
  const ref = namedReference(lin, name);
  take(ref, 1);
  take(ref, 3);
  return text(ref, 2);
}

function namedReference(lin: Segment, name: string): Segment | undefined {
  for (let ref = child(lin, 'REF'); ref; ref = another(ref))
    if (peek(ref, 1) === 'ZZ' && peek(ref, 3) === name) return ref;
  return undefined;
}

/** PO401 what one pack holds, PO404 or PKG05 which pack it is; further PKG are further packagings. */
export function readPackaging(lin: Segment, reading: Reading): SchedulePackaging[] | undefined {
  const po4 = child(lin, 'PO4');
  const coded = text(po4, 4);
  const packages = children(lin, 'PKG');
  if (!po4 && packages.length === 0 && !namedReference(lin, SUPPLIER_PACKAGING)) return undefined;
  const found = Array.from({ length: Math.max(1, packages.length) }, (_, index) => {
    const pkg = packages[index];
    if (coded === undefined || index > 0) take(pkg, 1);
    return compact<SchedulePackaging>({
      packaging: index === 0 && coded !== undefined ? coded : text(pkg, 5),
      supplierPackaging: namedNumber(lin, withNumber(SUPPLIER_PACKAGING, index)),
      capacity: index === 0 ? po4 && readQuantity(reading, po4, 1) : readCapacity(lin, index, reading),
    });
  });
  const said = found.filter((packaging) => Object.keys(packaging).length > 0);
  return said.length > 0 ? said : undefined;
}

function readCapacity(lin: Segment, index: number, reading: Reading): number | undefined {
  const ref = namedReference(lin, withNumber(PACK_CAPACITY, index));
  if (!ref) return undefined;
  take(ref, 1);
  take(ref, 3);
  return readQuantity(reading, ref, 2);
}
