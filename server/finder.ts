import type { EventData, EventType, ExceptionKind, IsoDay, Light } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from './house.ts';

/** Whose deviations are looked for, and when. */
export interface Scope {
  /** Where something may be remembered from one look to the next; without it everything is read anew. */
  house?: House;
  organisation: string;
  today: IsoDay;
  now: string;
}

type Raised = EventData<'exception-raised'>;
export type Option = EventData<'exception-options-ranked'>['options'][number];

export interface DeviationHit extends Omit<NonNullable<Raised['hits']>[number], never> {
  /**
   * Whether it is bad enough to be told anew. One that is not is only kept in an exception that names it already, so that
   * what wavers about a limit neither comes nor goes (hysteresis): a finder gives everything beyond the limit at which it
   * is withdrawn, and marks what is beyond the limit at which it is raised.
   */
  raises: boolean;
  /** Colour for whom the owner lets see lights; only of what stops. */
  light?: Light;
  /** Working days without material. */
  stopDays?: number;
}

/** What an organisation sees depart from what was agreed or is needed: one per cause, with all that it hits. */
export interface Deviation
  extends Pick<Raised, 'kind' | 'cause' | 'partner' | 'reference' | 'difference' | 'impactAt'> {
  /** Names the cause beside its kind: the same key is the same exception, however often it comes and goes. */
  key: readonly string[];
  /** The nearest first. */
  hits: DeviationHit[];
  /** Parties of the same goods or call-off, each with no more than its own messages hold. */
  told?: Omit<EventData<'exception-told'>, 'owner' | 'exception' | 'kind' | 'state'>[];
  /** What can be done beside accepting it, each with the stop that then remains. Called only for what is raised. */
  options?: () => Option[];
}

/**
 * Looks for deviations of some kinds. It reads as its organisation does, under row security, so it finds nothing that its
 * organisation may not know. It keeps nothing in mind: the watcher raises, says again, withdraws and ranks.
 */
export interface Finder {
  kinds: readonly ExceptionKind[];
  /** Events after which it may find otherwise, in whose audience the organisation is. */
  follows: readonly EventType[];
  /** Whether time that passes without an event can change what it finds within a day. */
  ages?: boolean;
  find: (tx: Transaction, scope: Scope) => Promise<Deviation[]>;
}

/** Which side of two limits a figure is on: `raise` beyond the first, `keep` between both, undefined when all is well. */
export const beyond = (value: number, limits: { raise: number; keep: number }): 'raise' | 'keep' | undefined =>
  value >= limits.raise ? 'raise' : value >= limits.keep ? 'keep' : undefined;
