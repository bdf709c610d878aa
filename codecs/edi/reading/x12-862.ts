import type { ScheduleStatement } from '@intakt/contract';
import { ELEMENT_MISSING } from '../problems.ts';
import { type Segment, text } from '../segment.ts';
import { child } from '../tree.ts';
import { compact, readN1Parties } from './party.ts';
import { type Reading, readX12Date } from './reading.ts';
import { readRelease } from './x12-830.ts';
import { readPurpose } from './x12-header.ts';

/**
 * 862: call-offs by the day or hour, one statement per LIN loop. BSS: purpose, reference, date, basis (DL delivery,
 * SH shipment, JS production sequence), horizon start and end, release, second reference, contract, order, quantities
 * (A actual, C cumulative).
 */
export function readShippingSchedule(message: Segment, reading: Reading): ScheduleStatement[] {
  const bss = child(message, 'BSS');
  const date = (element: number) => (bss ? readX12Date(reading, bss, element) : undefined);
  const [reference, release] = [text(bss, 2), text(bss, 7)];
  if (bss && !reference) reading.report(ELEMENT_MISSING, bss, { element: 2, expected: 'a reference (BSS02)' });
  const header = {
    documentNumber: reference ?? '',
    scheduleKind: 'call-off' as const,
    release: release ?? reference ?? '',
    function: readPurpose(reading, bss),
    byShipment: text(bss, 4) === 'SH',
    cumulative: text(bss, 11) === 'C',
    ...compact({ releasedOn: date(3), horizonStart: date(5), horizonEnd: date(6) }),
    ...compact({ orderReference: text(bss, 10) ?? text(bss, 9) }),
    parties: readN1Parties(reading, message),
  };
  return readRelease(message, header, reading);
}
