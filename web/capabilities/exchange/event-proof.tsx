import type { BundleVerdict } from '@intakt/ledger';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconDownload, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { Failure } from '../../shell/states.tsx';
import classes from './exchange.module.css';
import { verifyEvent } from './queries.ts';

/** The check runs in this browser: nobody has to believe the server. */
export function EventProof({ eventId }: { eventId: string }): ReactNode {
  const { t } = useTranslation();
  const verify = useMutation({ mutationFn: () => verifyEvent(eventId) });
  return (
    <section className={classes.proof} aria-label={t('proof.title')}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{t('proof.title')}</Text>
          <Text size="xs" c="dimmed">
            {t('proof.text')}{' '}
            <Anchor component={Link} to="/verify" inherit>
              {t('proof.elsewhere')}
            </Anchor>
          </Text>
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            component="a"
            href={`/api/events/${eventId}/tlog-proof`}
            download={`${eventId}.tlog-proof`}
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('proof.download')}
          </Button>
          <Button
            loading={verify.isPending}
            onClick={() => verify.mutate()}
            leftSection={<IconShieldCheck size={15} aria-hidden />}
          >
            {t('proof.verify')}
          </Button>
        </Group>
      </Group>
      <div aria-live="polite">
        {verify.error && <Failure error={verify.error} />}
        {verify.data && <Verdict verdict={verify.data} />}
      </div>
    </section>
  );
}

function Verdict({ verdict }: { verdict: BundleVerdict }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!verdict.ok) {
    return (
      <div className={classes.verdict} data-ok={false}>
        <IconShieldX size={20} aria-hidden />
        <div>
          <Text fw={620}>{t('proof.refuted')}</Text>
          <Text size="xs">{verdict.detail}</Text>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.verdict} data-ok>
      <IconShieldCheck size={20} aria-hidden />
      <div>
        <Text fw={620}>
          {t('proof.proven', { index: format.quantity(verdict.index), size: format.quantity(verdict.size) })}
        </Text>
        <Text size="xs" className="mono" style={{ overflowWrap: 'anywhere' }}>
          {verdict.origin} · {t('proof.root')} {verdict.root}
        </Text>
        {verdict.witnesses.length > 0 && (
          <Text size="xs">{t('proof.witnesses', { names: verdict.witnesses.map(({ name }) => name).join(', ') })}</Text>
        )}
      </div>
    </div>
  );
}
