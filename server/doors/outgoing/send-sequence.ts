import type { Id, SequenceStatement } from '@intakt/contract';
import { encode866, encodeDeljitSequence, toWall, withDelimiters } from '@intakt/edi';
import type { House } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { NOWHERE } from '../edi/to-messages.ts';
import { shortHash } from '../master-data/identity.ts';
import { defaultProfile, type PartnerProfile } from '../partners/profile.ts';
import { findPartner } from '../partners/store.ts';
import { draft } from './draft.ts';
import { loadReferences, type References } from './references.ts';
import type { SequenceToSend } from './sequence-shape.ts';
import { insertOutgoing, nextReference, type OutgoingMessage, selectOutgoing } from './store.ts';
import { compact } from '../gaps.ts';

/**
 * A sequence call-off of the customer's system as DELJIT (VDA 4986) or 866, to the supplier whose it is. The same document
 * sent again is the message that went out already: a rack is not called twice.
 */
export async function sendSequence(house: House, owner: Id, sequence: SequenceToSend): Promise<OutgoingMessage> {
  const id = `o-${shortHash(32, owner, sequence.partner, 'sequence', sequence.documentNumber, JSON.stringify(sequence))}`;
  const before = await findOwn(house, owner, id);
  if (before) return before;
  const profile = await profileOf(house, owner, sequence.partner);
  const names = await loadReferences(house, { owner, partner: sequence.partner, profile }, mentionsOf(owner, sequence));
  const statement = toSequence(owner, sequence, names);
  await house.db.system(async (tx) => {
    const number = await nextReference(tx, owner, sequence.partner);
    const { type, bytes } = write(house, { owner, sequence, statement, profile, names, number });
    const message = draft(house, {
      owner,
      partner: sequence.partner,
      profile,
      receiver: names.address(sequence.partner),
      format: profile.format,
      type,
      controlReference: String(number),
      events: [],
    });
    await insertOutgoing(tx, { ...message, id }, bytes);
  });
  return (await findOwn(house, owner, id))!;
}

const findOwn = async (house: House, owner: Id, id: string): Promise<OutgoingMessage | undefined> => {
  const found = await house.db.as({ kind: 'organisation', org: owner }, (tx) => selectOutgoing(tx, { id, limit: 1 }), {
    readOnly: true,
  });
  return found[0];
};

async function profileOf(house: House, owner: Id, partner: Id): Promise<PartnerProfile> {
  const found = await house.db.as({ kind: 'organisation', org: owner }, (tx) => findPartner(tx, owner, partner), {
    readOnly: true,
  });
  if (!found || partner === owner) return refuse('NOT_FOUND', { what: 'partner', id: partner });
  const profile = found.profile ?? defaultProfile(found.country ?? undefined);
  if (profile.format !== 'vda') return profile;
  const problem =
    'VDA 4916 is not written, because no public source settles its fields; choose edifact or x12 in the profile';
  return refuse('INVALID', { path: 'partner', problem, value: partner });
}

const mentionsOf = (owner: Id, { partner, shipTo, shipFrom, calls }: SequenceToSend) => ({
  organisations: [owner, partner],
  sites: [shipTo, ...(shipFrom ? [shipFrom] : [])],
  parts: [...new Set(calls.flatMap(({ items }) => items.map(({ part }) => part)))],
});

function toSequence(owner: Id, sequence: SequenceToSend, names: References): SequenceStatement {
  const { partner, shipTo, shipFrom, issuedAt, calls, ...said } = sequence;
  const wall = (at: string | undefined) => (at ? toWall(at, names.timeZone(shipTo)) : undefined);
  const trade = { customer: owner, supplier: partner };
  return {
    ...said,
    kind: 'sequence',
    position: NOWHERE,
    customer: names.organisation(owner),
    supplier: names.organisation(partner),
    shipTo: names.site(shipTo),
    ...(shipFrom ? { shipFrom: names.site(shipFrom) } : {}),
    ...compact({ issuedAt: wall(issuedAt) }),
    calls: calls.map(({ items, dueAt, dueUntil, fitAt, ...call }) => ({
      ...call,
      position: NOWHERE,
      ...compact({ dueAt: wall(dueAt), dueUntil: wall(dueUntil), fitAt: wall(fitAt) }),
      items: items.map(({ part, dueAt: itemDueAt, ...item }) => ({
        ...item,
        part: names.part(part, trade),
        ...compact({ dueAt: wall(itemDueAt) }),
      })),
    })),
  };
}

interface ToWrite {
  owner: Id;
  sequence: SequenceToSend;
  statement: SequenceStatement;
  profile: PartnerProfile;
  names: References;
  number: number;
}

function write(
  house: House,
  { owner, sequence, statement, profile, names, number }: ToWrite,
): { type: string; bytes: Uint8Array } {
  const { test, delimiters, versions = {} } = profile;
  const control = {
    sender: names.address(owner),
    receiver: names.address(sequence.partner),
    reference: String(number),
    preparedAt: house.clock.instant(),
    test,
    ...(versions.x12 ? { x12Release: versions.x12 } : {}),
  };
  const isX12 = profile.format === 'x12';
  try {
    const bytes = isX12 ? encode866([statement], control) : encodeDeljitSequence([statement], control);
    return { type: isX12 ? '866' : 'DELJIT', bytes: delimiters ? withDelimiters(bytes, delimiters) : bytes };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse('INVALID', { path: 'calls', problem: error.message, value: sequence.documentNumber });
  }
}
