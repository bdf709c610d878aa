import { VALUE_INVALID } from '../problems.ts';
import type { ReportField, VdaRecord } from './record.ts';
import { VDA_UNITS } from './records.ts';

/** A unit as Recommendation 20 has it; blank means pieces, as the recommendations have it. */
export function readVdaUnit(record: VdaRecord, field: string, report: ReportField): string {
  const code = record.text(field)?.toUpperCase();
  if (code === undefined) return 'H87';
  const unit = VDA_UNITS[code];
  if (!unit)
    report(VALUE_INVALID, record, { value: code, expected: `one of ${Object.keys(VDA_UNITS).join(', ')}` }, field);
  return unit ?? code;
}

/** The VDA code of a unit, or nothing where it has none. */
export const vdaUnit = (rec20: string): string | undefined => {
  const bare = rec20 === 'EA' || rec20 === 'C62' ? 'H87' : rec20;
  return Object.keys(VDA_UNITS).find((code) => VDA_UNITS[code] === bare);
};
