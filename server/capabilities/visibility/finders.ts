import type { Finder } from '../../finder.ts';
import { stopFinder } from './stop-finder.ts';

/** What this capability looks for; `server/jobs/finders.ts` puts the capabilities' lists together. */
export const visibilityFinders: readonly Finder[] = [stopFinder];
