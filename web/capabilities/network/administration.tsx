import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Audit } from './audit.tsx';
import { Invitations } from './invitations.tsx';
import { Keys } from './keys.tsx';
import { MyData } from './my-data.tsx';
import { People } from './people.tsx';

const TABS = { people: People, keys: Keys, invitations: Invitations, audit: Audit, data: MyData } as const;
type Tab = keyof typeof TABS;

export function Administration(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/administration' });
  const navigate = useNavigate({ from: '/administration' });
  const names = Object.keys(TABS) as Tab[];
  const tab = names.find((one) => one === search.tab) ?? 'people';
  const Content = TABS[tab];
  return (
    <Page title={t('screen.administration')}>
      <Tabs value={tab} onChange={(next) => void navigate({ search: { tab: next ?? undefined }, replace: true })}>
        <Tabs.List mb="sm">
          {names.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`administration.${one}`)}
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
