import type { SchedulePackaging, ScheduleStatement } from '@intakt/contract';
import { PACK_CAPACITY, PREVIOUS_RELEASE, SUPPLIER_PACKAGING, withNumber } from '../reading/x12-packaging.ts';
import { decimal } from './control.ts';
import { ref, type X12Segment } from './x12.ts';

/** REF in one LIN loop of 830 and 862. */
const MOST_REFERENCES = 12;

/**
 * Dock, line, and what X12 has no qualifier for, of one article.
 *
 * @throws RangeError where the packagings name more than the loop holds
 */
export function writeLineReferences(statement: ScheduleStatement): X12Segment[] {
  const { packaging = [] } = statement;
  const references = [
    ...ref('DK', statement.unloadingPoint),
    ...ref('LF', statement.supplyArea),
    ...named(PREVIOUS_RELEASE, statement.previousRelease),
    ...packaging.flatMap(writeNumbered),
  ];
  if (references.length <= MOST_REFERENCES) return references;
  const next = 'send fewer packagings or choose DELFOR';
  throw new RangeError(
    `An article of X12 takes ${MOST_REFERENCES} references; its ${packaging.length} packagings make ${references.length}; ${next}.`,
  );
}

/** One PKG for each packaging: PKG05 the customer's code of it. PO4 stands once, and says what the first holds. */
export function writePackaging(packaging: readonly SchedulePackaging[] = []): X12Segment[] {
  const [first] = packaging;
  const isCoded = packaging.length > 1 || first?.packaging !== undefined;
  return [
    ...(isCoded ? packaging.map((one): X12Segment => ['PKG', 'F', '', '', '', one.packaging]) : []),
    ...(first?.capacity === undefined ? [] : [['PO4', decimal(first.capacity)] as X12Segment]),
  ];
}

const writeNumbered = ({ supplierPackaging, capacity }: SchedulePackaging, index: number): X12Segment[] => [
  ...named(withNumber(SUPPLIER_PACKAGING, index), supplierPackaging),
  ...named(withNumber(PACK_CAPACITY, index), index === 0 || capacity === undefined ? undefined : decimal(capacity)),
];

const named = (name: string, value: string | undefined): X12Segment[] =>
  value === undefined ? [] : [['REF', 'ZZ', value, name]];
