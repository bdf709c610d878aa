import type { TransportHappening, TransportStatus, TransportStatusStatement } from '@intakt/contract';
import { FUNCTION_BGM, MODE_8067 } from '../codes.ts';
import { STATUS_REC24 } from '../transport-codes.ts';
import type { Control } from './control.ts';
import { type EdifactMessage, type EdifactSegment, labels, moment, nad, rff, writeEdifact } from './edifact.ts';

/**
 * IFTSTA D.97A: one message per statement. Without a place in IFTSTA: further codes of a party, the country and
 * position of a place. A status is written as the code that the statement carries, or Recommendation 24's where it carries none.
 *
 * @throws RangeError for a status without a code that the recommendation has none for
 */
export function encodeIftsta(statements: TransportStatusStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeReport(statement, control)),
    control,
  );
}

function writeReport(statement: TransportStatusStatement, control: Control): EdifactMessage {
  const { reportNumber, function: kind, reportedAt, happenings, despatchNotes, mode, vehicle } = statement;
  /* The means of transport stand beside what happened; once is enough. */
  const means: EdifactSegment[] =
    mode || vehicle ? [['TDT', '20', '', mode ? MODE_8067[mode] : '', '', '', '', '', [vehicle]]] : [];
  return {
    identifier: ['IFTSTA', 'D', '97A', 'UN'],
    segments: [
      ['BGM', '44', reportNumber, kind === 'unspecified' ? '' : FUNCTION_BGM[kind]],
      ...moment('137', reportedAt, control),
      ...nad('CA', statement.carrier),
      ...nad('CZ', statement.consignor),
      ...nad('CN', statement.consignee),
      ...nad('DP', statement.shipTo),
      ...rff('CRN', statement.transportReference),
      ...despatchNotes.flatMap((note) => rff('DQ', note)),
      ['CNI', '1', statement.consignment],
      ...happenings.flatMap((happening, index) => writeHappening(happening, index === 0 ? means : [], control)),
    ],
  };
}

function writeHappening(
  { code, status, reason, text, at, expectedAt, place, units }: TransportHappening,
  means: EdifactSegment[],
  control: Control,
): EdifactSegment[] {
  return [
    ['STS', '1', code || codeOf(status), reason],
    ...moment('334', at, control),
    ...moment('132', expectedAt, control),
    ...(text ? [['FTX', 'AAI', '', '', text] as EdifactSegment] : []),
    ...(place ? [['LOC', '14', [place.code, '', place.agency, place.name]] as EdifactSegment] : []),
    ...means,
    ...(units.length > 0 ? [['GID', '1'] as EdifactSegment, ...labels(units)] : []),
  ];
}

function codeOf(status: TransportStatus): string {
  const code = STATUS_REC24[status];
  if (code !== undefined) return code;
  const known = Object.keys(STATUS_REC24).join(', ');
  throw new RangeError(`An IFTSTA has no status for ${status}; expected one of ${known}`);
}
