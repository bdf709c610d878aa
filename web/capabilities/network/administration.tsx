import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shell/tabbed-page.tsx';
import { Audit } from './audit.tsx';
import { Invitations } from './invitations.tsx';
import { Keys } from './keys.tsx';
import { MyData } from './my-data.tsx';
import { People } from './people.tsx';
import { Runs } from './runs.tsx';

const TABS = { people: People, keys: Keys, invitations: Invitations, audit: Audit, runs: Runs, data: MyData } as const;

export function Administration(): ReactNode {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/inside/administration' });
  const navigate = useNavigate({ from: '/administration' });
  return (
    <TabbedPage
      title={t('screen.administration')}
      tabs={TABS}
      nameOf={(one) => t(`administration.${one}`)}
      tab={tab}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
    />
  );
}
