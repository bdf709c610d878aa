import { type Member, requireRole } from '../../access/access.ts';
import type { Principal } from '../../access/principal.ts';

/** Who may do what with demand. Reading is row security's matter. */
export const may = {
  plan: (who: Principal): Member => requireRole(who, 'change a plan', 'planner', 'manager', 'administrator'),
};
