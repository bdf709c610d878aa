import { Tabs } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import { Page } from './page.tsx';

/** A page whose parts are tabs, the first of them unless the address names another. */
export function TabbedPage<T extends string>({
  title,
  tabs,
  nameOf,
  tab: wanted,
  onTab,
}: {
  title: string;
  tabs: Record<T, ComponentType>;
  nameOf: (tab: T) => string;
  tab: string | undefined;
  onTab: (tab: string | undefined) => void;
}): ReactNode {
  const names = Object.keys(tabs) as T[];
  const tab = names.find((one) => one === wanted) ?? names[0]!;
  const Content: ComponentType = tabs[tab];
  return (
    <Page title={title}>
      <Tabs value={tab} onChange={(next) => onTab(next ?? undefined)}>
        <Tabs.List mb="sm">
          {names.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {nameOf(one)}
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
