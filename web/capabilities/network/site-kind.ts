import type { useTranslation } from 'react-i18next';

const KINDS = ['plant', 'supplier-plant', 'warehouse', 'cross-dock', 'port', 'yard', 'other'] as const;
type Translate = ReturnType<typeof useTranslation>['t'];

export function siteKind(kind: string, t: Translate): string {
  const known = KINDS.find((one) => one === kind);
  return known ? t(`siteKind.${known}`) : kind;
}
