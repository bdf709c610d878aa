import { Button, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { Agreement, usePackagingName } from './container-account.tsx';
import { BalanceForm, BookForm } from './container-forms.tsx';
import { type ContainerAccount, type ContainerMovement, containerMovementsQuery } from './container-queries.ts';

/** One account: both balances, every passage with what either side says of it, and the ways to put it right. */
export function ContainerDrawer({
  account,
  onClose,
}: {
  account: ContainerAccount | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const packagingName = usePackagingName();
  return (
    <Drawer
      opened={account !== undefined}
      onClose={onClose}
      size="xl"
      title={account && `${names.organisation(account.partner)} · ${packagingName(account.packaging)}`}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {account && <Account account={account} />}
    </Drawer>
  );
}

function Account({ account }: { account: ContainerAccount }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [form, setForm] = useState<'book' | 'state'>();
  const movements = useQuery(containerMovementsQuery(account.partner, account.packaging));
  return (
    <Stack gap="md">
      <Group gap="xl" align="flex-end">
        <Figure
          label={t('containers.balance')}
          value={format.signed(account.balance)}
          note={useOwing(account.balance)}
        />
        <Figure label={t('containers.partnerBalance')} value={format.signed(account.partnerBalance)} />
        <Agreement account={account} />
      </Group>
      <Group gap="xs">
        <Button onClick={() => setForm('book')}>{t('containers.book')}</Button>
        <Button variant="default" onClick={() => setForm('state')}>
          {t('containers.state')}
        </Button>
      </Group>
      <Answered query={movements}>{(rows) => <Movements rows={rows} />}</Answered>
      <BookForm account={account} opened={form === 'book'} onClose={() => setForm(undefined)} />
      <BalanceForm
        key={account.balance}
        account={account}
        opened={form === 'state'}
        onClose={() => setForm(undefined)}
      />
    </Stack>
  );
}

function useOwing(balance: number): string {
  const { t } = useTranslation();
  if (balance === 0) return t('containers.even');
  return t(balance > 0 ? 'containers.owesUs' : 'containers.weOwe', { count: Math.abs(balance) });
}

function Figure({ label, value, note }: { label: string; value: string; note?: string }): ReactNode {
  return (
    <div>
      <Text c="dimmed" size="xs">
        {label}
      </Text>
      <Text fz={24} fw={620} className="numeric">
        {value}
      </Text>
      {note && <Text size="xs">{note}</Text>}
    </div>
  );
}

function Movements({ rows }: { rows: ContainerMovement[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('containers.movements')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.movedAt')}</Table.Th>
            <Table.Th>{t('containers.reference')}</Table.Th>
            <Table.Th>{t('containers.direction')}</Table.Th>
            <Table.Th data-numeric>{t('containers.sent')}</Table.Th>
            <Table.Th data-numeric>{t('containers.received')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Movement key={`${row.isOut}${row.reference}`} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Movement({ row }: { row: ContainerMovement }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const differs = row.sent !== null && row.received !== null && row.sent !== row.received;
  const said = (count: number | null, via: string | null, note: string | null): ReactNode => (
    <Table.Td data-numeric>
      <Text c={differs ? 'var(--red)' : undefined} fw={differs ? 600 : undefined}>
        {count === null ? (
          <Text span c="dimmed">
            {t('containers.notYet')}
          </Text>
        ) : (
          format.quantity(count)
        )}
      </Text>
      <Text size="xs" c="dimmed">
        {[via === 'word' || via === 'document' ? t(`containers.by-${via}`) : '', note].filter(Boolean).join(' · ')}
      </Text>
    </Table.Td>
  );
  return (
    <Table.Tr>
      <Table.Td>{format.instant(row.movedAt)}</Table.Td>
      <Table.Td className="mono">{row.reference}</Table.Td>
      <Table.Td>
        {t(row.isOut ? 'containers.wayOut' : 'containers.wayIn')}
        <Text size="xs" c="dimmed">
          {t(`containerCause.${row.cause}`)}
        </Text>
      </Table.Td>
      {said(row.sent, row.sentVia, row.sentNote)}
      {said(row.received, row.receivedVia, row.receivedNote)}
    </Table.Tr>
  );
}
