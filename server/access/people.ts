import { randomUUID } from 'node:crypto';
import type { EventCommand, Id, Role } from '@intakt/contract';
import type { House } from '../house.ts';
import { refuse } from '../refuse.ts';
import { type Member, personOf } from './access.ts';
import { endAccess } from './end-access.ts';
import {
  deletePerson,
  erasePersonalData,
  insertPerson,
  type NewPerson,
  personalSequences,
  setDisabled,
  setPassword,
} from './person-store.ts';
import { commandOf, recordAll } from './record-as.ts';
import { hashPassword } from './secrets.ts';
import { closeSessions, logSignIn, type SignInRecord } from './session-store.ts';

export const newPersonId = (): Id => `person-${randomUUID()}`;

/** A person comes to be beside the ledger and gets its roles in it; if the ledger refuses, the person was never there. */
export async function addPerson(house: House, person: NewPerson, commands: EventCommand[]): Promise<void> {
  await house.db.system((tx) => insertPerson(tx, person));
  try {
    await recordAll(house, person.organisation, commands);
  } catch (error) {
    await house.db.system((tx) => deletePerson(tx, person.id));
    throw error;
  }
}

interface Grant {
  organisation: Id;
  person: Id;
  roles: Role[];
  sites: Id[];
  name: string;
  by?: Member;
}

/** Who was granted what is the ledger's; names lie beside it and can be erased. */
export function grant(house: House, { organisation, person, roles, sites, name, by }: Grant): EventCommand {
  const command = commandOf(house, 'roles-granted', { organisation, person, roles, sites });
  return { ...command, personal: { person, name, by: by && (personOf(by) ?? by.kind) } };
}

export async function resetPassword(house: House, who: Member, person: Id, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await house.db.system(async (tx) => {
    await setPassword(tx, person, passwordHash);
    await closeSessions(tx, person);
    await logSignIn(tx, byAdministrator(house, who, person, 'password-changed'));
  });
  await endAccess(house, { person });
}

export async function disablePerson(house: House, who: Member, person: Id, disabled: boolean): Promise<void> {
  if (person === personOf(who)) {
    refuse('WRONG_STATE', {
      what: 'person',
      id: person,
      state: 'yourself',
      action: 'disabling',
      needed: 'another administrator',
    });
  }
  await house.db.system(async (tx) => {
    await setDisabled(tx, person, disabled);
    await logSignIn(tx, byAdministrator(house, who, person, disabled ? 'disabled' : 'enabled'));
  });
  await endAccess(house, { person });
}

/** First the event, then the deletion: should the server stop between the two, erasing again finishes it. */
export async function erasePerson(house: House, who: Member, person: Id): Promise<void> {
  const { organisation } = who;
  const sequences = await house.db.system((tx) => personalSequences(tx, organisation, person));
  await recordAll(house, organisation, [
    commandOf(house, 'roles-granted', { organisation, person, roles: [], sites: [] }),
    commandOf(house, 'person-erased', { organisation, person, sequences }),
  ]);
  await house.db.system((tx) => erasePersonalData(tx, organisation, person));
  await endAccess(house, { person });
}

const byAdministrator = (house: House, who: Member, person: Id, outcome: SignInRecord['outcome']): SignInRecord => ({
  organisation: who.organisation,
  person,
  outcome,
  method: 'administrator',
  at: house.clock.instant(),
});
