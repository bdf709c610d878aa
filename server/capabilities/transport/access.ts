import { type Member, requireRole } from '../../access/access.ts';
import type { Principal } from '../../access/principal.ts';

/** Who may do what with orders and tours. Reading is row security's matter. */
export const may = {
  order: (who: Principal): Member =>
    requireRole(who, 'order transports', 'planner', 'dispatcher', 'manager', 'administrator'),
  plan: (who: Principal): Member => requireRole(who, 'plan tours', 'planner', 'dispatcher', 'manager', 'administrator'),
  drive: (who: Principal): Member =>
    requireRole(who, 'report of a tour', 'planner', 'dispatcher', 'gate', 'manager', 'administrator'),
  giveDockSlots: (who: Principal): Member =>
    requireRole(who, 'give dock slots', 'gate', 'dispatcher', 'planner', 'manager', 'administrator'),
  agreeFreight: (who: Principal): Member =>
    requireRole(who, 'agree on freight', 'planner', 'dispatcher', 'manager', 'administrator'),
};
