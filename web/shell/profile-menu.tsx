import {
  Avatar,
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, signOut, useMe } from '../capabilities/network/queries.ts';
import { currentLanguage, LANGUAGES, type Language, loadLanguage } from '../languages/languages.ts';
import { client } from './client.ts';
import { showShortcuts } from './shortcuts.tsx';

export function ProfileMenu(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await signOut();
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  const name = me?.person?.name ?? me?.organisation.name ?? '';
  return (
    <Menu position="bottom-end" width={264} shadow="md">
      <Menu.Target>
        <UnstyledButton>
          <Avatar name={name} size={28} radius="xl" color="petrol" variant="filled" alt="" />
          <VisuallyHidden>{t('profile.open', { name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--ink)">
            {name}
          </Text>
          {me?.person?.email}
          <br />
          {me?.roles.map((role) => t(`role.${role}`)).join(', ')}
        </Menu.Label>
        <Menu.Divider />
        <LanguageChoice />
        <SchemeChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={15} aria-hidden />} onClick={showShortcuts}>
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => void leave()}>
          {t('profile.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function LanguageChoice(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const choose = async (language: Language): Promise<void> => {
    await loadLanguage(language);
    if (me?.person) await changeLanguage(language);
  };
  return (
    <SegmentedControl
      m={6}
      aria-label={t('profile.language')}
      value={currentLanguage()}
      onChange={(value) => void choose(value as Language)}
      data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
    />
  );
}

function SchemeChoice(): ReactNode {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      m={6}
      aria-label={t('profile.scheme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`profile.${value}`) }))}
    />
  );
}
