import type { Principal } from '../../access/principal.ts';
import { may } from '../access.ts';
import type { Reporter } from './reading.ts';

/** A device speaks for itself; people and keys hand readings on for their organisation. */
export function reporterOf(who: Principal): Reporter {
  const { organisation } = may.reportPositions(who);
  if (who.kind === 'device') return { organisation, device: who.device, isDevice: true };
  return {
    organisation,
    device: who.kind === 'organisation' ? `key:${who.apiKey}` : `person:${(who as { person: string }).person}`,
    isDevice: false,
  };
}
