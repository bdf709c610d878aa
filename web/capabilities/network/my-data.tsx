import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shell/page.tsx';

/** What leaves with us: everything we may see, and what it takes to check it elsewhere. */
export function MyData(): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel title={t('administration.data')}>
      <Stack gap="sm" maw={560}>
        <Text>{t('administration.exportText')}</Text>
        <Group>
          <Button component="a" href="/api/export" download leftSection={<IconDownload size={14} aria-hidden />}>
            {t('administration.exportAll')}
          </Button>
          <Anchor href="/api/ledger/checkpoint" target="_blank">
            {t('administration.checkpoint')}
          </Anchor>
          <Anchor href="/api/ledger/key" target="_blank">
            {t('administration.ledgerKey')}
          </Anchor>
          <Anchor href="/docs" target="_blank">
            {t('administration.apiDocs')}
          </Anchor>
        </Group>
      </Stack>
    </Panel>
  );
}
