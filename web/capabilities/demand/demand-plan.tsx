import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shell/tabbed-page.tsx';
import { Bullwhip } from './bullwhip.tsx';
import { Scenarios } from './scenarios.tsx';
import { TierCascade } from './tier-cascade.tsx';

const TABS = { cascade: TierCascade, bullwhip: Bullwhip, scenarios: Scenarios } as const;

/** End demand through the tiers, and what if it were another. */
export function DemandPlan(): ReactNode {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/inside/end-demand' });
  const navigate = useNavigate({ from: '/end-demand' });
  return (
    <TabbedPage
      title={t('screen.endDemand')}
      tabs={TABS}
      nameOf={(one) => t(`cascade.tab-${one}`)}
      tab={tab}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
    />
  );
}
