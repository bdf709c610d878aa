import { Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendEdi } from './send-edi.ts';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A partner's file may be dropped on any screen; the import screen takes spreadsheets itself. */
export function WindowDrop(): ReactNode {
  const { t } = useTranslation();
  const matchRoute = useMatchRoute();
  const { send } = useSendEdi();
  if (matchRoute({ to: '/import' })) return null;
  return (
    <Dropzone.FullScreen
      active
      maxSize={MAX_FILE_BYTES}
      onDrop={(files) => void send(files)}
      inputProps={{ 'aria-label': t('inbox.choose') }}
    >
      <Group justify="center" gap="md" mih={260} style={{ pointerEvents: 'none' }}>
        <IconFileUpload size={44} stroke={1.3} aria-hidden />
        <div>
          <Text size="xl" fw={620}>
            {t('inbox.drop')}
          </Text>
          <Text c="dimmed">{t('inbox.dropText')}</Text>
        </div>
      </Group>
    </Dropzone.FullScreen>
  );
}
