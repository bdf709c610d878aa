import type { InventoryLine, InventoryStatement } from '@intakt/contract';
import { edifactUnit, FUNCTION_BGM } from '../codes.ts';
import { INTO_INVENTORY, MEASURE_QUANTITIES, OUT_OF_INVENTORY, STATUS_QUANTITIES } from '../inventory-codes.ts';
import type { Control } from './control.ts';
import {
  also,
  article,
  type EdifactMessage,
  type EdifactSegment,
  loc,
  moment,
  nad,
  rff,
  writeEdifact,
} from './edifact.ts';
import { qty } from './schedule-line.ts';

/**
 * INVRPT D.97A: one message per statement, one LIN per line. Without a place in INVRPT: the status of anything that
 * is not on hand.
 */
export function encodeInvrpt(statements: InventoryStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeReport(statement, control)),
    control,
  );
}

function writeReport(statement: InventoryStatement, control: Control): EdifactMessage {
  const { reportNumber, function: kind, countedAt, customer, supplier, owner, site, lines } = statement;
  return {
    identifier: ['INVRPT', 'D', '97A', 'UN'],
    segments: [
      ['BGM', '35', reportNumber, kind === 'unspecified' ? '' : FUNCTION_BGM[kind]],
      ...moment('366', countedAt, control),
      ...nad('BY', customer),
      ...also(customer),
      ...nad('SU', supplier),
      ...also(supplier),
      ...nad('GO', owner),
      ...also(owner),
      ...nad('WH', site),
      ...also(site),
      ...lines.flatMap((line, index) => writeLine(line, String(index + 1), control)),
    ],
  };
}

function writeLine(line: InventoryLine, number: string, control: Control): EdifactSegment[] {
  return [
    ...article(number, line.part),
    ['INV', directionOf(line)],
    qty(kindOf(line), Math.abs(line.quantity), edifactUnit(line.unit)),
    ...(line.batch ? [['GIN', 'BX', line.batch] as EdifactSegment] : []),
    ...loc('14', line.storageLocation),
    ...moment('366', line.countedAt, control),
    ...rff('AAK', line.despatchNote),
    ...rff('ON', line.orderReference),
  ];
}

const kindOf = ({ measure, status }: InventoryLine): string =>
  measure === 'on-hand' && status ? STATUS_QUANTITIES[status] : MEASURE_QUANTITIES[measure];

function directionOf({ measure, quantity }: InventoryLine): string {
  if (measure === 'produced') return INTO_INVENTORY;
  return measure === 'adjusted' && quantity < 0 ? OUT_OF_INVENTORY : '';
}
