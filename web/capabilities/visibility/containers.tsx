import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { Agreement, usePackagingName } from './container-account.tsx';
import { ContainerDrawer } from './container-drawer.tsx';
import { type ContainerAccount, containersQuery } from './container-queries.ts';
import classes from './lists.module.css';

const keyOf = ({ partner, packaging }: ContainerAccount): string => `${partner}|${packaging}`;
const isApart = ({ balance, partnerBalance }: ContainerAccount): boolean => balance !== partnerBalance;

/** What each partner owes of each kind of returnable package, in our view and in the partner's. */
export function Containers(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(containersQuery);
  const search = useSearch({ from: '/inside/containers' });
  const navigate = useNavigate({ from: '/containers' });
  const columns = useColumns();
  const shown = search.show === 'differing' ? 'differing' : 'all';
  const rows = query.data?.filter((account) => shown === 'all' || isApart(account)) ?? [];
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <Page
      fill
      title={t('screen.containers')}
      note={query.data && t('containers.note', { count: rows.length, differing: query.data.filter(isApart).length })}
      tools={
        <>
          <TextInput
            w={230}
            leftSection={<IconSearch size={14} aria-hidden />}
            placeholder={t('containers.search')}
            aria-label={t('containers.search')}
            value={search.text ?? ''}
            onChange={(event) => set({ text: event.currentTarget.value || undefined })}
          />
          <SegmentedControl
            aria-label={t('field.state')}
            value={shown}
            onChange={(show) => set({ show })}
            data={(['all', 'differing'] as const).map((value) => ({ value, label: t(`containers.${value}`) }))}
          />
        </>
      }
    >
      <Answered query={query}>
        {(accounts) => (
          <div className={classes.fillPanel}>
            <Panel flush>
              <div className={classes.fill}>
                <DataTable
                  label={t('screen.containers')}
                  rows={rows}
                  columns={columns}
                  rowKey={keyOf}
                  text={search.text}
                  selected={search.account}
                  onOpen={(row) => set({ account: keyOf(row) })}
                  emptyTitle={t('containers.empty')}
                  emptyText={t('containers.emptyText')}
                />
              </div>
            </Panel>
            <ContainerDrawer
              account={accounts.find((account) => keyOf(account) === search.account)}
              onClose={() => set({ account: undefined })}
            />
          </div>
        )}
      </Answered>
    </Page>
  );
}

function useColumns(): Column<ContainerAccount>[] {
  const { t } = useTranslation();
  const names = useNames();
  const packagingName = usePackagingName();
  const format = useFormat();
  const figure = (id: keyof ContainerAccount, header: string, width: number): Column<ContainerAccount> => ({
    id,
    header,
    value: (row) => Number(row[id]),
    cell: (row) => (Number(row[id]) === 0 ? <Text c="dimmed">–</Text> : format.quantity(Number(row[id]))),
    width,
    numeric: true,
  });
  return [
    {
      id: 'partner',
      header: t('field.organisation'),
      value: (row) => names.organisation(row.partner),
      grow: true,
      width: 180,
    },
    {
      id: 'packaging',
      header: t('containers.packaging'),
      value: (row) => packagingName(row.packaging),
      cell: (row) => <span className="mono">{packagingName(row.packaging)}</span>,
      grow: true,
      width: 190,
    },
    {
      id: 'balance',
      header: t('containers.balance'),
      value: (row) => row.balance,
      cell: (row) => <Text fw={600}>{format.signed(row.balance)}</Text>,
      width: 100,
      numeric: true,
    },
    {
      id: 'partnerBalance',
      header: t('containers.partnerBalance'),
      value: (row) => row.partnerBalance,
      cell: (row) => format.signed(row.partnerBalance),
      width: 130,
      numeric: true,
    },
    {
      id: 'difference',
      header: t('field.difference'),
      value: (row) => Math.abs(row.balance - row.partnerBalance),
      cell: (row) => <Agreement account={row} />,
      width: 150,
    },
    figure('underWayOut', t('containers.underWayOut'), 150),
    figure('underWayIn', t('containers.underWayIn'), 130),
    {
      id: 'moved',
      header: t('field.movedAt'),
      value: (row) => row.movedAt,
      cell: (row) => (row.movedAt ? format.instant(row.movedAt) : ''),
      width: 130,
    },
  ];
}
