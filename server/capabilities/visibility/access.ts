import { type Member, requireRole } from '../../access/access.ts';
import type { Principal } from '../../access/principal.ts';

/** Who may do what with stock and goods in transit. Reading is row security's matter. */
export const may = {
  receive: (who: Principal): Member =>
    requireRole(who, 'receive goods', 'planner', 'dispatcher', 'gate', 'manager', 'administrator'),
  count: (who: Principal): Member =>
    requireRole(who, 'count stock', 'planner', 'dispatcher', 'quality', 'manager', 'administrator'),
  assignEquipment: (who: Principal): Member =>
    requireRole(who, 'say which container goods travel in', 'planner', 'dispatcher', 'manager', 'administrator'),
  bookContainers: (who: Principal): Member =>
    requireRole(who, 'book packages', 'planner', 'dispatcher', 'gate', 'manager', 'administrator'),
  decide: (who: Principal): Member =>
    requireRole(who, 'choose what is done', 'planner', 'dispatcher', 'manager', 'administrator'),
  price: (who: Principal): Member => requireRole(who, 'state what a standstill costs', 'manager', 'administrator'),
};
