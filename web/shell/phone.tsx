import { Alert, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle, useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from './logo.tsx';
import classes from './phone.module.css';

interface PhoneProps {
  title: string;
  note?: ReactNode;
  /** What was done here and is not yet sent. */
  waiting?: number;
  children: ReactNode;
}

/** The page of somebody who holds nothing but a link: large, for one hand, and honest about the network. */
export function Phone({ title, note, waiting = 0, children }: PhoneProps): ReactNode {
  const { t } = useTranslation();
  const { online } = useNetwork();
  useDocumentTitle(`${title} · Intakt`);
  return (
    <div className={classes.phone}>
      <header className={classes.head}>
        <Logo />
        <div style={{ minWidth: 0 }}>
          <Title order={1} size="h3" lineClamp={1}>
            {title}
          </Title>
          {note && (
            <Text size="xs" c="dimmed" component="div">
              {note}
            </Text>
          )}
        </div>
      </header>
      {(!online || waiting > 0) && (
        <Alert color={online ? 'petrol' : 'yellow'} variant="light" radius={0} p="xs" role="status">
          <Group gap={6} wrap="nowrap">
            <IconCloudOff size={16} aria-hidden />
            <Text size="xs">
              {online ? t('phone.sending', { count: waiting }) : t('phone.offline', { count: waiting })}
            </Text>
          </Group>
        </Alert>
      )}
      <main className={classes.content}>{children}</main>
    </div>
  );
}
