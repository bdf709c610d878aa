import {
  type Control,
  encode830,
  encode856,
  encode861,
  encodeDelfor,
  encodeDesadv,
  encodeRecadv,
  withDelimiters,
} from '@intakt/edi';
import type { PartnerProfile, Spoken } from '../partners/profile.ts';
import type { References } from './references.ts';
import { type Saying, toDespatch, toReceipt, toSchedule } from './to-statements.ts';

type Write = (sayings: Saying[], names: References, control: Control) => Uint8Array;

/** Which message says what, in each format. */
const MESSAGES: Record<PartnerProfile['format'], Record<Spoken, { type: string; write: Write }>> = {
  edifact: {
    schedule: {
      type: 'DELFOR',
      write: (all, names, control) =>
        encodeDelfor(
          all.map((one) => toSchedule(one, names)),
          control,
        ),
    },
    despatch: {
      type: 'DESADV',
      write: (all, names, control) =>
        encodeDesadv(
          all.map((one) => toDespatch(one, names)),
          control,
        ),
    },
    receipt: {
      type: 'RECADV',
      write: (all, names, control) =>
        encodeRecadv(
          all.map((one) => toReceipt(one, names)),
          control,
        ),
    },
  },
  x12: {
    schedule: {
      type: '830',
      write: (all, names, control) =>
        encode830(
          all.map((one) => toSchedule(one, names)),
          control,
        ),
    },
    despatch: {
      type: '856',
      write: (all, names, control) =>
        encode856(
          all.map((one) => toDespatch(one, names)),
          control,
        ),
    },
    receipt: {
      type: '861',
      write: (all, names, control) =>
        encode861(
          all.map((one) => toReceipt(one, names)),
          control,
        ),
    },
  },
};

export interface Written {
  type: string;
  bytes: Uint8Array;
}

/** One interchange with everything that is said at once, in the partner's format and delimiters. */
export function writeSayings(
  sayings: Saying[],
  {
    profile,
    names,
    reference,
    preparedAt,
  }: { profile: PartnerProfile; names: References; reference: string; preparedAt: string },
): Written {
  const { owner, partner, spoken } = sayings[0]!;
  const { type, write } = MESSAGES[profile.format][spoken];
  const control = {
    sender: names.address(owner),
    receiver: names.address(partner),
    reference,
    preparedAt,
    test: profile.test,
  };
  const bytes = write(sayings, names, control);
  return { type, bytes: profile.delimiters ? withDelimiters(bytes, profile.delimiters) : bytes };
}
