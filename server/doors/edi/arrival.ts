import type { Id, PartyReference } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { decode, decodeStream, type EdiAnswer, type EdiInterchange } from '@intakt/edi';
import type { House } from '../../house.ts';
import { findInterchanges, type InboxFile, type SeenInterchange } from '../inbox/store.ts';
import { loadMasterData } from '../master-data/load.ts';
import type { MasterData } from '../master-data/master-data.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import { findParty } from './resolve-party.ts';
import { codesOf } from './search.ts';

/** Who stands behind the addresses of an interchange, as far as its reader knows them. */
export interface Sides {
  sender: Id | undefined;
  receiver: Id | undefined;
}
export interface Arrival {
  answer: EdiAnswer;
  sidesOf: (interchange: { sender: PartyReference; receiver: PartyReference }) => Sides;
  /** The same sender's interchange for the same receiver under the same reference that came before and stands. */
  repeats: (interchange: EdiInterchange) => SeenInterchange | undefined;
}

/** A file decoded as agreed with its sender, and what its reader knows about its interchanges. */
export async function readArrival(house: House, file: InboxFile): Promise<Arrival> {
  const { organisation, bytes } = file;
  const horizons = await agreedHorizons(house, organisation, bytes);
  const answer = decode(bytes, { timeZoneOffsetMinutes: 'local', horizons });
  return { answer, ...(await recognise(house, file, answer.ok ? answer.interchanges : [])) };
}

/** Who is behind the interchanges of a file, and which of them came before. */
export async function recognise(
  house: House,
  { id, organisation }: Pick<InboxFile, 'id' | 'organisation'>,
  interchanges: EdiInterchange[],
): Promise<Omit<Arrival, 'answer'>> {
  const references = interchanges.map((one) => one.controlReference).filter(Boolean);
  const seen = await house.db.system((tx) => findInterchanges(tx, { organisation, references, except: id }));
  const data = await loadAddresses(house, organisation, [...interchanges, ...seen]);
  const sidesOf: Arrival['sidesOf'] = ({ sender, receiver }) => {
    const who = (side: PartyReference) => onlyOne(findParty(data, side, [...codesOf(sender), '*']));
    return { sender: who(sender), receiver: who(receiver) };
  };
  const nameOf = (one: { sender: PartyReference; receiver: PartyReference }): string => {
    const { sender, receiver } = sidesOf(one);
    return JSON.stringify([sender ?? codesOf(one.sender), receiver ?? codesOf(one.receiver)]);
  };
  const repeats: Arrival['repeats'] = (interchange) =>
    seen.find((one) => one.reference === interchange.controlReference && nameOf(one) === nameOf(interchange));
  return { sidesOf, repeats };
}

const onlyOne = (found: Id[]): Id | undefined => (found.length === 1 ? found[0] : undefined);

/** The profile of the first interchange's sender, asked before the file is decoded. */
export async function agreedHorizons(
  house: House,
  organisation: Id,
  bytes: Buffer,
): Promise<NonNullable<PartnerProfile['horizons']>> {
  const profiles = await house.db.system((tx) => profilesWithHorizons(tx, organisation));
  if (profiles.length === 0) return {};
  const [head] = decodeStream(bytes);
  if (head?.kind !== 'interchange') return {};
  const { sender } = head.interchange;
  const data = await loadAddresses(house, organisation, [head.interchange]);
  const partner = onlyOne(findParty(data, sender, [...codesOf(sender), '*']));
  return profiles.find((profile) => profile.partner === partner)?.horizons ?? {};
}

const profilesWithHorizons = (
  tx: Transaction,
  owner: Id,
): Promise<{ partner: Id; horizons: NonNullable<PartnerProfile['horizons']> }[]> =>
  tx.query(
    `select partner, profile -> 'horizons' as horizons from partner_profile where owner = $1 and profile ? 'horizons'`,
    [owner],
  );

function loadAddresses(
  house: House,
  organisation: Id,
  interchanges: { sender: PartyReference; receiver: PartyReference }[],
): Promise<MasterData> {
  const codes = interchanges.flatMap(({ sender, receiver }) => [sender, receiver].flatMap(codesOf));
  const mentions = { codes: [...new Set(codes)], partNumbers: [], despatchNotes: [], handlingUnits: [] };
  return house.db.as({ kind: 'organisation', org: organisation }, (tx) => loadMasterData(tx, organisation, mentions), {
    readOnly: true,
  });
}
