import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Outgoing } from './outgoing.tsx';
import { PartnerProfiles } from './partner-profiles.tsx';
import { Webhooks } from './webhooks.tsx';

const TABS = { outgoing: Outgoing, profiles: PartnerProfiles, webhooks: Webhooks } as const;
type Tab = keyof typeof TABS;

/** How the house speaks with other systems: what goes out, to whom in which form, and who hears of every event. */
export function Interfaces(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/interfaces' });
  const navigate = useNavigate({ from: '/interfaces' });
  const names = Object.keys(TABS) as Tab[];
  const tab = names.find((one) => one === search.tab) ?? 'outgoing';
  const Content = TABS[tab];
  return (
    <Page title={t('screen.interfaces')}>
      <Tabs value={tab} onChange={(next) => void navigate({ search: { tab: next ?? undefined }, replace: true })}>
        <Tabs.List mb="sm">
          {names.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`interfaces.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
