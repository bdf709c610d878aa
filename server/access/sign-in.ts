import type { House } from '../house.ts';
import { Refusal, refuse } from '../refuse.ts';
import { normalEmail } from './person-store.ts';
import type { Principal } from './principal.ts';
import { findPrincipal } from './principal-store.ts';
import { tokenHash, verifyPassword } from './secrets.ts';
import {
  type Account,
  findAccount,
  logSignIn,
  openSession,
  organisationOf,
  type SignInRecord,
} from './session-store.ts';
import { Throttle } from './throttle.ts';

/** A person mistypes a few times; an address may be a whole office behind one gateway. */
const PER_EMAIL = 10;
const PER_ADDRESS = 100;

interface Attempt {
  email: string;
  password: string;
  address: string;
}
export interface SignedInSession {
  token: string;
  who: Principal;
}

/** Checks passwords, slowly and evenly: an unknown e-mail, a disabled person and a wrong password look the same. */
export class PasswordDoor {
  readonly #house: House;
  readonly #byEmail = new Throttle(PER_EMAIL);
  readonly #byAddress = new Throttle(PER_ADDRESS);

  constructor(house: House) {
    this.#house = house;
  }

  async signIn(attempt: Attempt): Promise<SignedInSession> {
    const email = normalEmail(attempt.email);
    const releaseAddress = this.#byAddress.take(attempt.address);
    const releaseEmail = this.#byEmail.take(email);
    const account = await this.#house.db.system((tx) => findAccount(tx, email));
    const isRight = await verifyPassword(attempt.password, account?.passwordHash);
    if (!account || !isRight) return this.#fail(email, attempt.address);
    releaseAddress();
    releaseEmail();
    return startSession(this.#house, account, { method: 'password', address: attempt.address, email });
  }

  async #fail(email: string, address: string): Promise<never> {
    await this.#house.db.system(async (tx) => {
      const organisation = await organisationOf(tx, email);
      await logSignIn(tx, {
        organisation,
        email,
        outcome: 'failed',
        method: 'password',
        address,
        at: this.#house.clock.instant(),
      });
    });
    throw new Refusal('SIGN_IN_FAILED');
  }
}

type How = Pick<SignInRecord, 'method' | 'address' | 'email'>;

/** Opens a session for somebody who has shown who it is, and notes it. */
export async function startSession(
  house: House,
  { person, organisation }: Pick<Account, 'person' | 'organisation'>,
  how: How,
): Promise<SignedInSession> {
  const token = await house.db.system(async (tx) => {
    await logSignIn(tx, { ...how, organisation, person, outcome: 'signed-in', at: house.clock.instant() });
    return openSession(tx, { person, organisation });
  });
  const who = await findPrincipal(house.db, 'session', tokenHash(token));
  return { token, who: who ?? refuse('SESSION_ENDED') };
}
