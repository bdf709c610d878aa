import type { Id } from '@intakt/contract';
import type { ApiPaths } from '@intakt/contract/client';
import { chance } from './chance.ts';
import type { Deed } from './deeds.ts';
import { ask, type DoorOptions, perform } from './doors.ts';
import type { DemonstrationNetwork } from './network-shape.ts';

/** So many suppliers look at what is asked of them each time, one after the other. */
const LOOKING = 4;
/** Of a thousand weeks so many are too much for their supplier, which then offers this share. */
const SHORT = 0.002;
const OFFERED = 0.85;

type Path = ApiPaths['/api/commits'];
type Relation = Path['get']['responses'][200]['content']['application/json']['relations'][number];
type Commit = Path['post']['requestBody']['content']['application/json']['commits'][number];
type Answered = NonNullable<Commit['weeks']>[number];

/** Suppliers answer what is called off: nearly always with a yes. Those with people who sign in leave it to them. */
export class Committing {
  readonly #seed: number;
  readonly #suppliers: Id[];
  #next = 0;

  constructor({ seed, relations, people }: DemonstrationNetwork) {
    const withPeople = new Set(people.map(({ organisation }) => organisation));
    this.#seed = seed;
    this.#suppliers = [...new Set(relations.map(({ supplier }) => supplier))].filter((id) => !withPeople.has(id));
  }

  async act(now: number, options: DoorOptions): Promise<void> {
    for (let looked = 0; looked < LOOKING; looked++) {
      const supplier = this.#suppliers[this.#next++ % this.#suppliers.length]!;
      if (!options.keys[supplier] || options.signal.aborted) continue;
      const query = { supplier };
      const asked = await ask(supplier, options, (client, signal) =>
        client.GET('/api/commits', { params: { query }, signal }),
      );
      const commits = (asked?.relations ?? []).flatMap((relation) => answersTo(relation, this.#seed));
      if (commits.length > 0) await perform([commitDeed(supplier, now, commits)], options);
    }
  }
}

/** What a supplier says of the weeks that wait for it, and need nobody's look. */
export function answersTo(relation: Relation, seed: number): Commit[] {
  const { customer, part, shipTo, kind, releaseEvent } = relation;
  const weeks = relation.weeks.flatMap((week): Answered[] => {
    const { state, flags, released, horizon } = week;
    if ((state !== 'open' && state !== 'rejected') || flags) return [];
    // What a customer has rejected once is found possible after all.
    const mayBeShort = state === 'open' && horizon === 'production' && released > 0;
    if (!mayBeShort || chance(seed, 'short', relation.supplier, part, week.week) >= SHORT) return [{ week: week.week }];
    const quantity = Math.floor(released * OFFERED);
    return [{ week: week.week, quantity, reason: 'capacity', possibleIf: 'An extra shift on Saturday' }];
  });
  return weeks.length > 0 ? [{ customer, part, shipTo, kind, releaseEvent, weeks }] : [];
}

const commitDeed = (organisation: Id, at: number, commits: Commit[]): Deed => ({
  ...{ at, organisation, door: 'call', path: '/api/commits' },
  say: (client, signal) => client.POST('/api/commits', { body: { commits }, signal }),
});
