import { AppShell, Burger, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { WindowDrop } from '../capabilities/exchange/window-drop.tsx';
import { useMe } from '../capabilities/network/queries.ts';
import { LiveProvider } from '../live/live.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { client } from './client.ts';
import { ConnectionLight } from './connection-light.tsx';
import { useFormat } from './format.ts';
import classes from './frame.module.css';
import { Logo } from './logo.tsx';
import { NamesContext, useNamesOfNetwork } from './names.ts';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { ShortcutHelp, useScreenKeys } from './shortcuts.tsx';

const PHONE = '(max-width: 48em)';

/** Everything around the screens of somebody who is signed in. */
export function Frame(): ReactNode {
  const navigate = useNavigate();
  const leave = (): void => {
    client.clear();
    void navigate({ to: '/sign-in' });
  };
  return (
    <LiveProvider onEnded={leave}>
      <Named>
        <Cockpit />
      </Named>
    </LiveProvider>
  );
}

const Named = ({ children }: { children: ReactNode }): ReactNode => (
  <NamesContext value={useNamesOfNetwork()}>{children}</NamesContext>
);

function Cockpit(): ReactNode {
  const { t } = useTranslation();
  const isPhone = useMediaQuery(PHONE) ?? false;
  const [opened, drawer] = useDisclosure(false);
  const [narrow, setNarrow] = useLocalStorage({ key: 'intakt.narrow', defaultValue: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  useScreenKeys();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the screen changes.
  useEffect(drawer.close, [path]);
  return (
    <AppShell
      header={{ height: 46 }}
      navbar={{ width: narrow ? 52 : 196, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      footer={isPhone ? { height: 54 } : undefined}
      padding={0}
      transitionDuration={120}
    >
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Header opened={opened} toggle={drawer.toggle} />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t('shell.navigation')}>
        <Navigation narrow={narrow && !isPhone} onToggle={() => setNarrow(!narrow)} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      {isPhone && (
        <AppShell.Footer>
          <BottomBar onMore={drawer.toggle} />
        </AppShell.Footer>
      )}
      <Palette />
      <ShortcutHelp />
      <WindowDrop />
    </AppShell>
  );
}

function Header({ opened, toggle }: { opened: boolean; toggle: () => void }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Group h="100%" px="sm" gap="sm" wrap="nowrap">
      <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} />
      <UnstyledButton component={Link} to="/" className={classes.brand} aria-label={t('shell.home')}>
        <Logo />
        <Text fw={680} size="md" visibleFrom="xs">
          Intakt
        </Text>
      </UnstyledButton>
      <Text c="dimmed" truncate className={classes.organisation}>
        {me?.organisation.name}
      </Text>
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <IconSearch size={14} aria-hidden />
        <span className={classes.searchText}>{t('shell.search')}</span>
        <Kbd size="xs" visibleFrom="sm">
          {/mac/i.test(navigator.platform) ? '⌘' : 'Ctrl'} K
        </Kbd>
      </UnstyledButton>
      <Today />
      <ConnectionLight />
      <ProfileMenu />
    </Group>
  );
}

/** The server's day: a demonstration may live in another week than the reader. */
function Today(): ReactNode {
  const me = useMe();
  const format = useFormat();
  if (!me) return null;
  return (
    <Text size="xs" c="dimmed" className={`numeric ${classes.today}`} visibleFrom="md">
      {format.weekday(me.today)} {format.day(me.today)} · {format.week(me.today)}
    </Text>
  );
}
