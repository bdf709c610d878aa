import { ActionIcon, NavLink, ScrollArea, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxQuery } from '../capabilities/exchange/queries.ts';
import { todayQuery } from '../capabilities/visibility/queries.ts';
import classes from './navigation.module.css';
import { SCREEN_GROUPS, SCREENS, type Screen } from './screens.ts';

/** All screens, in groups; counts beside those where something waits. */
export function Navigation({ narrow, onToggle }: { narrow: boolean; onToggle: () => void }): ReactNode {
  const { t } = useTranslation();
  const label = narrow ? t('shell.widen') : t('shell.narrow');
  const Icon = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <>
      <ScrollArea
        className={classes.list}
        scrollbars="y"
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('shell.navigation') }}
      >
        {SCREEN_GROUPS.map((group) => (
          <div key={group} className={classes.group}>
            {!narrow && <div className={classes.groupName}>{t(`group.${group}`)}</div>}
            {SCREENS.filter((screen) => screen.group === group).map((screen) => (
              <Entry key={screen.to} screen={screen} narrow={narrow} />
            ))}
          </div>
        ))}
      </ScrollArea>
      <div className={classes.foot}>
        <Tooltip label={label} position="right">
          <ActionIcon onClick={onToggle} aria-label={label} visibleFrom="sm">
            <Icon size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </>
  );
}

function Entry({ screen, narrow }: { screen: Screen; narrow: boolean }): ReactNode {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const waiting = useWaiting(screen.name);
  const name = t(`screen.${screen.name}`);
  const active = screen.to === '/' ? path === '/' : path.startsWith(screen.to);
  return (
    <Tooltip label={name} position="right" disabled={!narrow}>
      <NavLink
        component={Link}
        to={screen.to}
        active={active}
        aria-current={active ? 'page' : undefined}
        aria-label={narrow ? name : undefined}
        label={narrow ? undefined : name}
        leftSection={<screen.icon size={17} stroke={1.6} aria-hidden />}
        rightSection={!narrow && waiting > 0 ? <span className={classes.count}>{waiting}</span> : undefined}
        className={classes.link}
      />
    </Tooltip>
  );
}

/** Red lights on Today, decisions that wait in the inbox. */
function useWaiting(screen: Screen['name']): number {
  const today = useQuery({ ...todayQuery, enabled: screen === 'today' });
  const inbox = useQuery({ ...inboxQuery, enabled: screen === 'inbox' });
  if (screen === 'today') return today.data?.items.filter((item) => item.light === 'red').length ?? 0;
  if (screen === 'inbox')
    return inbox.data?.filter((message) => message.state === 'waiting' || message.state === 'conflict').length ?? 0;
  return 0;
}
