import type { PartReference, PartyReference, ScheduleStatement } from '@intakt/contract';
import type { Cells, Column } from '../imports/columns.ts';
import { callOffs, withoutGaps } from '../imports/call-offs.ts';
import { writeCsv } from '../imports/write-sheet.ts';

/** Schedules as the sheet of call-offs that the receiver can also import: one row per quantity, in the columns of the template. */
export function encodeScheduleSheet(statements: ScheduleStatement[]): Uint8Array {
  const columns: Column[] = callOffs.columns;
  return writeCsv({ name: 'call-offs', columns, language: 'en', rows: statements.flatMap(rowsOf) });
}

function rowsOf({ customer, supplier, shipTo, part, quantities, cumulative, ...said }: ScheduleStatement): Cells[] {
  const { release, releasedOn, scheduleKind: kind, unit, orderReference, unloadingPoint } = said;
  const head = {
    ...{ customer: calledBy(customer), supplier: calledBy(supplier), shipTo: calledBy(shipTo), part: numberOf(part) },
    ...{ release, releasedOn, kind, unit, orderReference, unloadingPoint },
    ...{ cumulativeReceived: cumulative?.received, zeroedOn: cumulative?.zeroedOn },
  };
  return quantities.map(({ from, to, dueAt, horizon, quantity, cumulative: upTo }) =>
    withoutGaps({ ...head, from, to, dueAt: onTheWall(dueAt), horizon, quantity, cumulative: upTo }),
  );
}

/** A sheet says no zone: its times are those on the wall of the place, as the statement's are. */
const onTheWall = (moment: string | undefined): string | undefined => moment?.replace('Z', '');

/** People read a sheet, so that names go before codes. */
const calledBy = ({ name, code }: PartyReference): string => name ?? code ?? '';
const numberOf = ({ supplierNumber, buyerNumber }: PartReference): string => supplierNumber ?? buyerNumber ?? '';
