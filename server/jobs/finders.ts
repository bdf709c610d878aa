import { demandFinders } from '../capabilities/demand/index.ts';
import { visibilityFinders } from '../capabilities/visibility/index.ts';
import type { Finder } from '../finder.ts';

/** Every capability's finders of deviations, put together here so that a later capability needs no arrow upwards. */
export const FINDERS: readonly Finder[] = [...demandFinders, ...visibilityFinders];
