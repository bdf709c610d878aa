import { Button, CopyButton, Group, Modal, Select, Stack, Table, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { useFormat } from '../../shell/format.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { QrCode } from './qr-code.tsx';
import { erasePersonal, type GivenLink, giveLink, linksQuery, revokeLink } from './share-queries.ts';

const HOURS = [8, 24, 72, 168, 720];

/** Gives out, shows and withdraws links to one object: a driver's to a shipment, a clerk's to a gate. */
export function ShareLink({
  object,
  title,
  opened,
  onClose,
  children,
}: {
  object: string | undefined;
  title: string;
  opened: boolean;
  onClose: () => void;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [hours, setHours] = useState('24');
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: () => giveLink(object!, Number(hours)),
    onSuccess: () => client.invalidateQueries({ queryKey: linksQuery.queryKey }),
    onError: (error) => tellFailure(error),
  });
  const close = (): void => {
    give.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="md">
        <Text c="dimmed">{t('share.text')}</Text>
        {children}
        <Group align="flex-end">
          <Select
            w={160}
            label={t('share.hours')}
            allowDeselect={false}
            value={hours}
            onChange={(value) => value && setHours(value)}
            data={HOURS.map((count) => ({
              value: String(count),
              label: count < 48 ? t('share.hoursCount', { count }) : t('share.daysCount', { count: count / 24 }),
            }))}
          />
          <Button
            leftSection={<IconLink size={15} aria-hidden />}
            disabled={!object}
            loading={give.isPending}
            onClick={() => give.mutate()}
          >
            {t('share.create')}
          </Button>
        </Group>
        {give.data && <Given token={give.data.token} />}
        {object && <Existing object={object} />}
      </Stack>
    </Modal>
  );
}

function Given({ token }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const address = `${window.location.origin}/go#${token}`;
  return (
    <Group align="flex-start" wrap="wrap">
      <QrCode text={address} label={t('share.qr')} />
      <Stack gap="xs" style={{ flex: 1, minWidth: 200 }}>
        <Text>{t('share.once')}</Text>
        <Text className="mono" size="xs" style={{ overflowWrap: 'anywhere' }}>
          {address}
        </Text>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'share.copied' : 'share.copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Group>
  );
}

function Existing({ object }: { object: string }): ReactNode {
  const { t } = useTranslation();
  const links = useQuery(linksQuery).data?.filter((link) => link.object === object) ?? [];
  if (links.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={t('share.given')}>
        <Table.Tbody>
          {links.map((link) => (
            <Line key={link.id} link={link} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Line({ link }: { link: GivenLink }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const client = useQueryClient();
  const onError = (error: unknown): void => tellFailure(error);
  const revoke = useMutation({
    mutationFn: () => revokeLink(link.id),
    onSuccess: () => client.invalidateQueries({ queryKey: linksQuery.queryKey }),
    onError,
  });
  const erase = useMutation({
    mutationFn: () => erasePersonal(link.id),
    onSuccess: ({ erased }) => tellDone(t('share.erased', { count: erased })),
    onError,
  });
  const ended = link.revokedAt !== null || Date.parse(link.expiresAt) < now;
  return (
    <Table.Tr>
      <Table.Td>{format.instant(link.createdAt)}</Table.Td>
      <Table.Td>
        {ended
          ? t(link.revokedAt ? 'share.revoked' : 'share.ended')
          : t('share.until', { when: format.instant(link.expiresAt) })}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button variant="subtle" loading={erase.isPending} onClick={() => erase.mutate()}>
            {t('share.erase')}
          </Button>
          {!ended && (
            <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('share.revoke')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
