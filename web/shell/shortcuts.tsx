import { Group, Kbd, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SCREENS } from './screens.ts';

const FOLLOWS_WITHIN_MS = 1200;
const SHOW = 'intakt:shortcuts';
/** The help stands in the frame and is asked for from anywhere. */
export const showShortcuts = (): void => void window.dispatchEvent(new Event(SHOW));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `g` and then a letter goes to a screen; `?` shows all keys. */
export function useScreenKeys(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let pressedG = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') return showShortcuts();
      const screen = SCREENS.find(({ key }) => key === event.key);
      if (screen && event.timeStamp - pressedG < FOLLOWS_WITHIN_MS) void navigate({ to: screen.to });
      pressedG = event.key === 'g' && !(screen && event.timeStamp - pressedG < FOLLOWS_WITHIN_MS) ? event.timeStamp : 0;
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);
}

const GRID_KEYS = [
  ['↑ ↓ ← →', 'move'],
  ['Shift + ↑ ↓ ← →', 'select'],
  ['Enter', 'open'],
  ['Esc', 'close'],
  ['Ctrl + C', 'copy'],
  ['Ctrl + V', 'paste'],
  ['+ / −', 'expand'],
] as const;

export function ShortcutHelp(): ReactNode {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  useWindowEvent(SHOW as keyof WindowEventMap, open);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Stack gap={6}>
          <Text fw={600}>{t('shortcuts.anywhere')}</Text>
          <Keys keys="Ctrl / ⌘ + K" text={t('shell.search')} />
          <Keys keys="?" text={t('shortcuts.title')} />
          {SCREENS.map((screen) => (
            <Keys key={screen.name} keys={`g  ${screen.key}`} text={t(`screen.${screen.name}`)} />
          ))}
        </Stack>
        <Stack gap={6}>
          <Text fw={600}>{t('screen.grid')}</Text>
          {GRID_KEYS.map(([keys, name]) => (
            <Keys key={name} keys={keys} text={t(`shortcuts.${name}`)} />
          ))}
        </Stack>
      </SimpleGrid>
    </Modal>
  );
}

function Keys({ keys, text }: { keys: string; text: string }): ReactNode {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{text}</Text>
      <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
        {keys}
      </Kbd>
    </Group>
  );
}
