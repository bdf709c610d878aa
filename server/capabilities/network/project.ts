import type { Projections } from '../../record/projection.ts';
import { agreementAccepted, agreementProposed, agreementRevoked } from './project-agreement.ts';
import { identifierMapped } from './project-identifier.ts';
import { laneAgreed, laneEnded } from './project-lane.ts';
import { billOfMaterialRegistered, packagingRegistered, partNumbered, partRegistered } from './project-part.ts';
import { organisationRegistered, siteRegistered } from './project-partner.ts';
import { credentialChanged, personErased, rolesGranted } from './project-people.ts';

/** How what partners say about the network becomes its read tables. */
export const networkProjections: Projections = {
  'organisation-registered': organisationRegistered,
  'site-registered': siteRegistered,
  'packaging-registered': packagingRegistered,
  'part-registered': partRegistered,
  'part-numbered': partNumbered,
  'bill-of-material-registered': billOfMaterialRegistered,
  'lane-agreed': laneAgreed,
  'lane-ended': laneEnded,
  'identifier-mapped': identifierMapped,
  'agreement-proposed': agreementProposed,
  'agreement-accepted': agreementAccepted,
  'agreement-revoked': agreementRevoked,
  'roles-granted': rolesGranted,
  'credential-changed': credentialChanged,
  'person-erased': personErased,
};
