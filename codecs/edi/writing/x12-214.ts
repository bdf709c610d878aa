import type { PartyReference, PlaceReference, TransportHappening, TransportStatusStatement } from '@intakt/contract';
import { NORMAL_STATUS, STATUS_X12, X12_ESTIMATES, X12_STATUSES } from '../transport-codes.ts';
import { type Control, decimal } from './control.ts';
import { dateAndTime, n1, writeX12, type X12Segment, type X12Set } from './x12.ts';

/**
 * 214 in 004010: one set per statement. Without a place in 214: number, function and moment of the report, further codes of
 * a party, the mode, labels, the code of a place, the text of a happening. A status that came under another code list is
 * written under X12's code for the same; what happened and what is expected with it are two statuses.
 *
 * @throws RangeError for a status that X12 has no code for
 */
export function encode214(statements: TransportStatusStatement[], control: Control): Uint8Array {
  return writeX12(
    statements.map((statement) => writeStatus(statement, control)),
    control,
  );
}

function writeStatus(statement: TransportStatusStatement, control: Control): X12Set {
  const { consignment, transportReference, despatchNotes, carrier, vehicle, happenings } = statement;
  const statuses = happenings.flatMap((happening) => writeHappening(happening, control));
  const [first, ...others] = statuses;
  const means: X12Segment[] = vehicle === undefined ? [] : [['MS2', '', vehicle]];
  return {
    type: '214',
    functionalGroup: 'QM',
    segments: [
      ['B10', consignment, transportReference, carrier?.agency === '2' ? carrier.code : undefined],
      ...(transportReference ? [['L11', transportReference, 'BM'] as X12Segment] : []),
      ...despatchNotes.map((note): X12Segment => ['L11', note, 'SI']),
      ...party('CA', carrier),
      ...party('SH', statement.consignor),
      ...party('CN', statement.consignee),
      ...party('ST', statement.shipTo),
      ['LX', '1'],
      ...(first ? [...first, ...means] : []),
      ...others.flat(),
    ],
  };
}

/** The loop of a party has no REF here. */
const party = (role: string, of: PartyReference | undefined): X12Segment[] => n1(role, of && { ...of, also: [] });

/** AT7 with its place, and a second one where it also says what is expected. */
function writeHappening(happening: TransportHappening, control: Control): X12Segment[][] {
  const { at, expectedAt, place } = happening;
  const code = codeOf(happening);
  const isEstimate = X12_ESTIMATES.includes(code);
  const isOwn = happening.code === code;
  const status = (own: string, reason: string | undefined, moment: string | undefined): X12Segment[] => [
    ['AT7', own, reason ?? NORMAL_STATUS, '', '', ...(moment ? dateAndTime(moment, control) : [])],
    ...writePlace(place),
  ];
  const said = status(code, isOwn ? happening.reason : undefined, isEstimate ? expectedAt : at);
  return !isEstimate && expectedAt ? [said, status(STATUS_X12.estimated!, undefined, expectedAt)] : [said];
}

function codeOf({ code, status }: TransportHappening): string {
  if (X12_STATUSES[code] === status) return code;
  const known = STATUS_X12[status];
  if (known === undefined)
    throw new RangeError(`A 214 has no status for ${status}; expected one of ${Object.keys(STATUS_X12).join(', ')}`);
  return known;
}

/** MS1: city, state, country, then longitude and latitude with their hemispheres. */
function writePlace(place: PlaceReference | undefined): X12Segment[] {
  if (!place || !(place.name || place.country || place.position)) return [];
  const [, city = place.name, state] = /^(.*), ([A-Z]{2})$/.exec(place.name ?? '') ?? [];
  const { longitude, latitude } = place.position ?? {};
  const position =
    longitude === undefined || latitude === undefined
      ? []
      : [
          decimal(Math.abs(longitude)),
          decimal(Math.abs(latitude)),
          longitude < 0 ? 'W' : 'E',
          latitude < 0 ? 'S' : 'N',
        ];
  return [['MS1', city, state, place.country, ...position]];
}
