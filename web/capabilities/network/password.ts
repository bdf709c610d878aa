import type { useTranslation } from 'react-i18next';

export const MINIMUM_PASSWORD = 10;

export const passwordProblem = (value: string, t: ReturnType<typeof useTranslation>['t']): string | null =>
  value.length >= MINIMUM_PASSWORD ? null : t('setup.password', { count: MINIMUM_PASSWORD });
