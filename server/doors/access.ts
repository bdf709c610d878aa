import type { Id } from '@intakt/contract';
import { type Member, requireRole } from '../access/access.ts';
import type { Principal } from '../access/principal.ts';
import { refuse } from '../refuse.ts';

/** Who may hand in what at the doors, and who decides about what waits there. */
export const may = {
  handInMessages: (who: Principal): Member => requireRole(who, 'hand in messages'),
  readInbox: (who: Principal): Member => requireRole(who, 'read the inbox'),
  /** A mapping is master data: it decides what partners' messages mean from now on. */
  decideMessages: (who: Principal): Member =>
    requireRole(who, 'decide about messages', 'planner', 'manager', 'administrator'),
  readOutgoing: (who: Principal): Member => requireRole(who, 'read outgoing messages'),
  sendMessages: (who: Principal): Member =>
    requireRole(who, 'send messages', 'planner', 'dispatcher', 'manager', 'administrator'),
  /** Where messages go and in which shape is a door of the house: whoever changes it opens or closes it. */
  changePartners: (who: Principal): Member => requireRole(who, 'change how partners are reached', 'administrator'),
  /** A webhook carries everything that the organisation may see out of the house. */
  manageWebhooks: (who: Principal): Member => requireRole(who, 'manage webhooks', 'administrator'),
  changeSettings: (who: Principal): Member => requireRole(who, 'change how messages are taken in', 'administrator'),
  captureEvents: (who: Principal): Member => requireRole(who, 'capture EPCIS events'),
  exchangeAspects: (who: Principal): Member => requireRole(who, 'exchange Catena-X payloads'),
  reportContainers: (who: Principal): Member => requireRole(who, 'report container events'),
  readEvents: (who: Principal): Member => requireRole(who, 'read EPCIS events'),
  nameQueries: (who: Principal): Member =>
    requireRole(who, 'name queries and subscribe to them', 'planner', 'manager', 'administrator'),
  importSheets: (who: Principal): Member =>
    requireRole(who, 'import master data', 'planner', 'manager', 'administrator'),
  /** Trackers, drivers' devices and carriers' systems. */
  reportPositions: (who: Principal): { organisation: Id; device?: Id } => {
    if (who.kind === 'device') return { organisation: who.organisation, device: who.device };
    if (who.kind !== 'link') return requireRole(who, 'report positions');
    return refuse('NOT_ALLOWED', {
      who: 'A link',
      what: 'report positions',
      needed: 'a device, a person or an API key',
    });
  },
};
