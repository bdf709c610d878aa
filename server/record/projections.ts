import { demandProjections } from '../capabilities/demand/project.ts';
import { networkProjections } from '../capabilities/network/project.ts';
import { transportProjections } from '../capabilities/transport/project.ts';
import { visibilityProjections } from '../capabilities/visibility/project.ts';
import type { Projections } from './projection.ts';

/** Every capability's projections; an event without one only stands in the ledger and the feed. */
export const PROJECTIONS: Projections = {
  ...networkProjections,
  ...demandProjections,
  ...visibilityProjections,
  ...transportProjections,
};
