import type { Instant } from '@intakt/contract';
import type { Coordinates, Matrices } from '@intakt/routing';

/** Places between which distances are asked for; ids are the sites'. */
export interface Located extends Coordinates {
  id: string;
}

export interface Distances extends Matrices {
  /** Where they come from, in words for a plan's foot. */
  provider: string;
  /** Of the oldest distance in use. */
  asOf: Instant;
}

/** What does not answer, or not for all: the caller says so and takes the next provider. */
export interface Unanswered {
  problem: string;
}

/** Distances and times on the road between places, row-major. Adding one touches its file and `providersOf`. */
export interface DistanceProvider {
  name: string;
  matrix: (places: readonly Located[]) => Promise<Distances | Unanswered>;
}

export const isAnswer = (given: Distances | Unanswered): given is Distances => 'seconds' in given;
