import type {
  DespatchStatement,
  InventoryStatement,
  ReceiptStatement,
  ScheduleStatement,
  TransportOrderStatement,
  TransportStatusStatement,
} from '@intakt/contract';
import {
  encode4905,
  encode4913,
  encode214,
  encode830,
  encode846,
  encode856,
  encode861,
  encode862,
  encodeDelfor,
  encodeDeljit,
  encodeDesadv,
  encodeIftmin,
  encodeIftsta,
  encodeInvrpt,
  encodeRecadv,
  type VdaControl,
  withDelimiters,
} from '@intakt/edi';
import type { PartnerProfile } from '../partners/profile.ts';
import type { References } from './references.ts';
import type { Saying, SpokenAs } from './saying.ts';
import { encodeScheduleSheet } from './schedule-sheet.ts';
import { toInventories, toStatus } from './to-reports.ts';
import { toDespatch, toReceipt, toSchedule } from './to-statements.ts';
import { toTransportOrder } from './to-transport-orders.ts';

type Write = (sayings: Saying[], names: References, control: VdaControl) => Uint8Array;
type Encode<S> = (statements: S[], control: VdaControl) => Uint8Array;
interface Message {
  type: string;
  write: Write;
}

const schedules = (type: string, encode: Encode<ScheduleStatement>): Message => ({
  type,
  write: (all, names, control) =>
    encode(
      all.map((one) => toSchedule(one, names)),
      control,
    ),
});
const despatches = (type: string, encode: Encode<DespatchStatement>): Message => ({
  type,
  write: (all, names, control) =>
    encode(
      all.map((one) => toDespatch(one, names)),
      control,
    ),
});
const receipts = (type: string, encode: Encode<ReceiptStatement>): Message => ({
  type,
  write: (all, names, control) =>
    encode(
      all.map((one) => toReceipt(one, names)),
      control,
    ),
});

const inventories = (type: string, encode: Encode<InventoryStatement>): Message => ({
  type,
  write: (all, names, control) => encode(toInventories(all, names), control),
});
const statuses = (type: string, encode: Encode<TransportStatusStatement>): Message => ({
  type,
  write: (all, names, control) =>
    encode(
      all.map((one) => toStatus(one, names)),
      control,
    ),
});

const transports = (type: string, encode: Encode<TransportOrderStatement>): Message => ({
  type,
  write: (all, names, control) =>
    encode(
      all.map((one) => toTransportOrder(one, names)),
      control,
    ),
});

/** X12 has one code for goods that have been collected and are on their way. */
const withX12Statuses: Encode<TransportStatusStatement> = (statements, control) =>
  encode214(
    statements.map((statement) => ({
      ...statement,
      happenings: statement.happenings.map((one) =>
        one.status === 'collected' ? { ...one, status: 'departed' as const } : one,
      ),
    })),
    control,
  );

/**
 * Which message says what, in each format. VDA has one record set for all schedules, and none for receipts, stock and milestones;
 * transport orders are written in EDIFACT alone; sheets are schedules alone.
 */
const MESSAGES: Record<PartnerProfile['format'], Partial<Record<SpokenAs, Message>>> = {
  edifact: {
    forecast: schedules('DELFOR', encodeDelfor),
    'call-off': schedules('DELJIT', encodeDeljit),
    despatch: despatches('DESADV', encodeDesadv),
    receipt: receipts('RECADV', encodeRecadv),
    inventory: inventories('INVRPT', encodeInvrpt),
    status: statuses('IFTSTA', encodeIftsta),
    'transport-order': transports('IFTMIN', encodeIftmin),
  },
  x12: {
    forecast: schedules('830', encode830),
    'call-off': schedules('862', encode862),
    despatch: despatches('856', encode856),
    receipt: receipts('861', encode861),
    inventory: inventories('846', encode846),
    status: statuses('214', withX12Statuses),
  },
  vda: {
    forecast: schedules('4905', encode4905),
    despatch: despatches('4913', encode4913),
  },
  csv: { forecast: schedules('CSV', encodeScheduleSheet) },
};

/** The message that says something to a partner. What has no message of its own in a format goes as forecasts do. */
export function messageFor({ as, spoken }: Saying, { format, callOffs }: PartnerProfile): Message | undefined {
  const own = as === 'call-off' && callOffs === 'as-forecast' ? undefined : MESSAGES[format][as];
  return own ?? (spoken === 'schedule' ? MESSAGES[format].forecast : undefined);
}

/** Where the version of a message stands in the profile. */
const VERSIONS: Record<string, 'forecast' | 'callOff' | 'despatch'> = {
  DELFOR: 'forecast',
  DELJIT: 'callOff',
  DESADV: 'despatch',
};

export interface Written {
  type: string;
  bytes: Uint8Array;
}
export interface WritingContext {
  profile: PartnerProfile;
  names: References;
  preparedAt: string;
}

/**
 * One interchange with everything that is said at once, in the partner's format, versions and delimiters.
 *
 * @throws RangeError where a value does not fit its VDA field, which is never cut
 */
export function writeSayings(
  sayings: Saying[],
  { profile, names, preparedAt }: WritingContext,
  number: number,
): Written {
  const { owner, partner } = sayings[0]!;
  const { format, versions = {}, test, delimiters } = profile;
  const { type, write } = messageFor(sayings[0]!, profile)!;
  const directory = VERSIONS[type] && versions[VERSIONS[type]];
  const bytes = write(sayings, names, {
    ...(format === 'vda' ? transmission(number) : { reference: String(number) }),
    sender: names.address(owner),
    receiver: names.address(partner),
    preparedAt,
    test,
    ...(directory ? { directory } : {}),
    ...(versions.x12 ? { x12Release: versions.x12 } : {}),
  });
  return {
    type,
    bytes: delimiters && (format === 'edifact' || format === 'x12') ? withDelimiters(bytes, delimiters) : bytes,
  };
}

/** Transmissions have five digits, begin again behind the last, and each names the one before it. */
const MOST_TRANSMISSIONS = 99_999;
const transmission = (number: number): Pick<VdaControl, 'reference' | 'previousReference'> => ({
  reference: String(((number - 1) % MOST_TRANSMISSIONS) + 1),
  ...(number > 1 ? { previousReference: String(((number - 2) % MOST_TRANSMISSIONS) + 1) } : {}),
});
