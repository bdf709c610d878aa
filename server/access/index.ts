import type { Routes } from '../house.ts';
import { auditRoutes } from './audit-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes } from './setup.ts';

export { type Member, mayRecord, personOf, requireMember, requireRole } from './access.ts';
export { principalOf, registerAuthentication, SESSION_COOKIE } from './authenticate.ts';
export { DEMO_PASSWORD, type DemoAccess, type DemoPerson, seedDemoAccounts } from './demo-accounts.ts';
export { issueLink } from './credential-routes.ts';
export { endExpiredSessions } from './end-access.ts';
export { commandOf, recordAll, recordAs, statementId } from './record-as.ts';
export { createSetupLink } from './setup.ts';

/** Signing in, people, keys, links, invitations and their audit. */
export const accessRoutes: Routes = async (app, house) => {
  for (const routes of [
    sessionRoutes,
    peopleRoutes,
    credentialRoutes,
    invitationRoutes,
    setupRoutes,
    oidcRoutes,
    auditRoutes,
  ]) {
    await routes(app, house);
  }
};
