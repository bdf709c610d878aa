import type { Id } from '@intakt/contract';
import { MAPPING_ROLES, MASTER_DATA_ROLES, type Member, requireRole, SHARING_ROLES } from '../../access/access.ts';
import type { Principal } from '../../access/principal.ts';
import { refuse } from '../../refuse.ts';

/** Who may change what is known of the network. Everybody may read what row security shows. */
export const may = {
  editMasterData: (who: Principal): Member => requireRole(who, 'edit master data', ...MASTER_DATA_ROLES),
  editSite: (who: Principal, site: Id): Member => withinSites(may.editMasterData(who), site),
  mapIdentifiers: (who: Principal): Member => requireRole(who, 'say what a partner’s codes mean', ...MAPPING_ROLES),
  agree: (who: Principal): Member => requireRole(who, 'decide on sharing agreements', ...SHARING_ROLES),
};

/** Who is limited to some sites changes only these. */
function withinSites(who: Member, site: Id): Member {
  if (who.kind !== 'person' || who.sites.length === 0 || who.sites.includes(site)) return who;
  return refuse('NOT_ALLOWED', {
    who: `A person of the sites ${who.sites.join(', ')}`,
    what: `edit the site ${site}`,
    needed: 'somebody who is not limited to other sites',
  });
}
