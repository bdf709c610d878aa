import type { Id, Instant } from '@intakt/contract';
import type { TSchema } from 'typebox';
import type { Member } from './access/access.ts';
import type { Principal } from './access/principal.ts';
import type { House } from './house.ts';

/** One run of a long computation, in the name of who asked for it. */
export interface JobRun {
  id: string;
  kind: string;
  organisation: Id;
  person: Id | null;
  /** What the asker is limited to; empty: all sites. */
  sites: Id[];
  input: unknown;
  createdAt: Instant;
  /** From 1; a run that a stop interrupted begins again. */
  attempts: number;
}

/** Plain figures and words that a screen shows while a computation goes on, for example its best cost so far. */
export type JobNote = Record<string, number | string>;

/**
 * One kind of long computation. Around the computation itself, which runs in a worker thread and knows nothing but what it is
 * given: who may ask for it, what it is given, and what becomes of its answer. `server/jobs/kinds.ts` lists all kinds.
 */
export interface JobKind<Input = unknown, Given = unknown, Answer = unknown> {
  name: string;
  /** The shape of what is asked for. */
  input: TSchema;
  may: (who: Principal) => Member;
  /** Reads what is computed from, with the rights of who asked (`principalOfRun`). */
  gather: (house: House, run: JobRun & { input: Input }) => Promise<Given>;
  /** Records what follows; what it gives back is kept with the run. */
  conclude: (house: House, run: JobRun & { input: Input }, answer: Answer) => Promise<Record<string, unknown>>;
  /** Told to stop, it answers with the best that it has. */
  keepsBest?: boolean;
}

/** The same, for a list of many kinds. */
// biome-ignore lint/suspicious/noExplicitAny: a kind's own gather, computation and conclude agree on their types.
export type AnyJobKind = JobKind<any, any, any>;

/** How row security knows who asked for a run. */
export const principalOfRun = ({ organisation, person, sites }: JobRun) =>
  person === null
    ? ({ kind: 'organisation', org: organisation } as const)
    : ({ kind: 'person', org: organisation, person, sites } as const);

/** What a computation can do besides computing. */
export interface Doing {
  /** How far it is, 0 to 1. As often as it likes: a few a second are passed on. */
  tell: (progress: number, note?: JobNote) => void;
  /** Somebody cancelled; a kind that keeps its best answers soon. */
  stopping: () => boolean;
}

/** Pure: what it is given and what it answers are data. */
// biome-ignore lint/suspicious/noExplicitAny: the kind's own gather and conclude say what goes in and comes out.
export type Computation = (given: any, doing: Doing) => unknown;
