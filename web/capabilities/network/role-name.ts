import type { Role } from '@intakt/contract';
import type { useTranslation } from 'react-i18next';

const EVERY_ROLE: Record<Role, true> = {
  planner: true,
  dispatcher: true,
  gate: true,
  quality: true,
  manager: true,
  administrator: true,
};
export const ROLE_LIST = Object.keys(EVERY_ROLE) as Role[];

export function roleName(role: string, t: ReturnType<typeof useTranslation>['t']): string {
  const known = ROLE_LIST.find((one) => one === role);
  return known ? t(`role.${known}`) : role;
}
