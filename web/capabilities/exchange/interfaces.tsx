import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shell/tabbed-page.tsx';
import { Outgoing } from './outgoing.tsx';
import { PartnerProfiles } from './partner-profiles.tsx';
import { UpdateRequests } from './update-requests.tsx';
import { Webhooks } from './webhooks.tsx';

const TABS = { outgoing: Outgoing, profiles: PartnerProfiles, requests: UpdateRequests, webhooks: Webhooks } as const;

/** How the house speaks with other systems: what goes out, to whom in which form, what partners ask to be told anew, and who hears of every event. */
export function Interfaces(): ReactNode {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/inside/interfaces' });
  const navigate = useNavigate({ from: '/interfaces' });
  return (
    <TabbedPage
      title={t('screen.interfaces')}
      tabs={TABS}
      nameOf={(one) => t(`interfaces.${one}`)}
      tab={tab}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
    />
  );
}
