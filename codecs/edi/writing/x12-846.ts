import type { InventoryLine, InventoryStatement } from '@intakt/contract';
import { FUNCTION_PURPOSES, x12Unit } from '../codes.ts';
import { X12_QUANTITIES } from '../inventory-codes.ts';
import { type Control, decimal } from './control.ts';
import { dateAndTime, lin, moment, n1, pid, ref, writeX12, type X12Segment, type X12Set } from './x12.ts';

/**
 * 846 in 004010: one set per statement, one LIN loop per line. Stock in quality inspection, and what was produced, scrapped
 * or adjusted, have no quantity qualifier there.
 *
 * @throws RangeError for a line that 846 has no qualifier for: as something else it would be another fact
 */
export function encode846(statements: InventoryStatement[], control: Control): Uint8Array {
  return writeX12(
    statements.map((statement) => writeAdvice(statement, control)),
    control,
  );
}

function writeAdvice(statement: InventoryStatement, control: Control): X12Set {
  const { reportNumber, function: kind, countedAt, customer, supplier, owner, site, lines } = statement;
  const purpose = kind === 'unspecified' ? '00' : FUNCTION_PURPOSES[kind];
  return {
    type: '846',
    functionalGroup: 'IB',
    segments: [
      ['BIA', purpose, 'SI', reportNumber, ...dateAndTime(countedAt, control)],
      ...moment('007', countedAt, control),
      ...n1('BY', customer),
      ...n1('SU', supplier),
      ...n1('OW', owner),
      ...n1('WH', site),
      ...lines.flatMap((line) => writeLine(line, control)),
      ['CTT', String(lines.length)],
    ],
  };
}

function writeLine(line: InventoryLine, control: Control): X12Segment[] {
  const kind = [line.measure, line.status].filter(Boolean).join(' ');
  const code = X12_QUANTITIES[kind];
  if (code === undefined)
    throw new RangeError(
      `An 846 has no quantity for ${kind}; expected one of ${Object.keys(X12_QUANTITIES).join(', ')}`,
    );
  return [
    lin(undefined, line.part, ['PO', line.orderReference]),
    ...pid(line.part.description),
    ...moment('007', line.countedAt, control),
    ...ref('BT', line.batch),
    ...ref('SI', line.despatchNote),
    ...ref('LU', line.storageLocation),
    ['QTY', code, decimal(line.quantity), x12Unit(line.unit)],
  ];
}
