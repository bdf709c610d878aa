import { Alert, Group, Loader, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../shell/logo.tsx';
import { Empty, Failure } from '../../shell/states.tsx';
import classes from './phone.module.css';
import { DriverTrip } from './phone-driver.tsx';
import { GateList } from './phone-gate.tsx';
import { usePhone } from './use-phone.ts';

/** What a driver or a gate clerk gets by a link: one trip or one gate, on a phone, without an account. */
export function Phone(): ReactNode {
  const { t } = useTranslation();
  const { query, queue, waiting } = usePhone();
  const link = query.data;
  useDocumentTitle(`${t(link?.kind === 'gate' ? 'phone.gate' : 'phone.trip')} · Intakt`);
  return (
    <main className={classes.phone}>
      <header className={classes.head}>
        <Logo size={26} />
        <Title order={1} size="h3" style={{ flex: 1 }}>
          {link ? t(link.kind === 'gate' ? 'phone.gate' : 'phone.trip') : 'Intakt'}
        </Title>
        <Sent waiting={waiting} />
      </header>
      {query.isPending && <Loader m="xl" />}
      {query.error && !link && <Failure error={query.error} again={() => void query.refetch()} />}
      {query.error && link && <Alert color="yellow">{t('phone.stale')}</Alert>}
      {link?.kind === 'driver' && link.trips[0] && <DriverTrip trip={link.trips[0]} queue={queue} />}
      {link?.kind === 'driver' && !link.trips[0] && <Empty title={t('phone.nothing')} text={t('phone.nothingText')} />}
      {link?.kind === 'gate' && <GateList link={link} queue={queue} />}
    </main>
  );
}

function Sent({ waiting }: { waiting: number }): ReactNode {
  const { t } = useTranslation();
  const Icon = waiting > 0 ? IconCloudUp : IconCloudCheck;
  return (
    <Group gap={4} wrap="nowrap" c={waiting > 0 ? 'var(--amber)' : 'dimmed'} role="status">
      <Icon size={18} aria-hidden />
      <Text size="xs">{waiting > 0 ? t('phone.waiting', { count: waiting }) : t('phone.allSent')}</Text>
    </Group>
  );
}
