import { UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bottom-bar.module.css';
import { SCREENS } from './screens.ts';

const ON_PHONE = ['today', 'grid', 'shipments', 'inbox'];

/** The four screens that are used standing up; the rest is in the drawer. */
export function BottomBar({ onMore }: { onMore: () => void }): ReactNode {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={classes.bar} aria-label={t('shell.mainScreens')}>
      {SCREENS.filter((screen) => ON_PHONE.includes(screen.name)).map((screen) => {
        const active = screen.to === '/' ? path === '/' : path.startsWith(screen.to);
        return (
          <UnstyledButton
            key={screen.to}
            component={Link}
            to={screen.to}
            className={classes.item}
            data-active={active || undefined}
            aria-current={active ? 'page' : undefined}
          >
            <screen.icon size={20} stroke={1.6} aria-hidden />
            {t(`screen.${screen.name}`)}
          </UnstyledButton>
        );
      })}
      <UnstyledButton className={classes.item} onClick={onMore}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
        {t('shell.more')}
      </UnstyledButton>
    </nav>
  );
}
