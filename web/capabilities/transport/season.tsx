import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shell/tabbed-page.tsx';
import { SeasonPublished } from './season-published.tsx';
import { SeasonScenarios } from './season-scenarios.tsx';

const TABS = { published: SeasonPublished, scenarios: SeasonScenarios };

/** How goods come through a season: what is published, and what it could be. */
export function SeasonPage(): ReactNode {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/inside/season' });
  const navigate = useNavigate({ from: '/season' });
  return (
    <TabbedPage
      title={t('screen.season')}
      tabs={TABS}
      nameOf={(name) => t(`season.tab-${name}`)}
      tab={tab}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
    />
  );
}
