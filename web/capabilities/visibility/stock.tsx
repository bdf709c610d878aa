import { Button, Select, TextInput } from '@mantine/core';
import { IconClipboardCheck, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { CountForm } from './count-form.tsx';
import classes from './lists.module.css';
import { unitName } from './part-line.tsx';
import { stockQuery } from './queries.ts';
import { type StockByStatus, stockByStatus } from './stock-rows.ts';

export function Stock(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(stockQuery);
  const search = useSearch({ from: '/inside/stock' });
  const navigate = useNavigate({ from: '/stock' });
  const [counting, setCounting] = useState(false);
  const all = stockByStatus(query.data ?? []);
  const rows = search.site ? all.filter((row) => row.site === search.site) : all;
  const sites = [...new Set(all.map((row) => row.site))];
  const columns = useStockColumns();
  return (
    <Page
      fill
      title={t('screen.stock')}
      note={query.data && t('stock.note', { count: rows.length })}
      actions={
        <Button
          leftSection={<IconClipboardCheck size={15} aria-hidden />}
          variant="default"
          onClick={() => setCounting(true)}
        >
          {t('stock.count')}
        </Button>
      }
      tools={<StockFilters sites={sites} />}
    >
      <Answered query={query}>
        {() => (
          <div className={classes.fillPanel}>
            <Panel flush>
              <div className={classes.fill}>
                <DataTable
                  tall
                  label={t('screen.stock')}
                  rows={rows}
                  columns={columns}
                  rowKey={(row) => row.key}
                  text={search.text}
                  onOpen={(row) => void navigate({ to: '/grid', search: { site: row.site, part: row.part } })}
                  emptyTitle={t('stock.empty')}
                  emptyText={t('stock.emptyText')}
                />
              </div>
            </Panel>
          </div>
        )}
      </Answered>
      <CountForm opened={counting} onClose={() => setCounting(false)} />
    </Page>
  );
}

function StockFilters({ sites }: { sites: string[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const search = useSearch({ from: '/inside/stock' });
  const navigate = useNavigate({ from: '/stock' });
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  return (
    <>
      <TextInput
        w={230}
        leftSection={<IconSearch size={14} aria-hidden />}
        placeholder={t('grid.search')}
        aria-label={t('grid.search')}
        value={search.text ?? ''}
        onChange={(event) => set({ text: event.currentTarget.value || undefined })}
      />
      <Select
        w={190}
        clearable
        searchable
        aria-label={t('field.site')}
        placeholder={t('grid.allSites')}
        value={search.site ?? null}
        data={sites.map((site) => ({ value: site, label: names.site(site) }))}
        onChange={(site) => set({ site: site ?? undefined })}
      />
    </>
  );
}

function useStockColumns(): Column<StockByStatus>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const quantity = (value: number): string => (value === 0 ? '–' : format.quantity(value));
  return [
    {
      id: 'part',
      header: t('field.part'),
      value: (row) => `${names.part(row.part)} ${names.partnerNumber(row.part) ?? ''}`,
      cell: (row) => (
        <TwoLines first={<span className="mono">{names.part(row.part)}</span>} second={names.partnerNumber(row.part)} />
      ),
      width: 170,
    },
    { id: 'description', header: t('field.description'), value: (row) => names.partText(row.part), grow: true },
    {
      id: 'site',
      header: t('field.site'),
      value: (row) => names.site(row.site),
      cell: (row) => <TwoLines first={names.site(row.site)} second={names.organisation(row.owner)} />,
      width: 170,
    },
    {
      id: 'available',
      header: t('stockStatus.available'),
      value: (row) => row.available,
      cell: (row) => <strong>{quantity(row.available)}</strong>,
      numeric: true,
    },
    {
      id: 'in-quality',
      header: t('stockStatus.in-quality'),
      value: (row) => row['in-quality'],
      cell: (row) => quantity(row['in-quality']),
      numeric: true,
    },
    {
      id: 'blocked',
      header: t('stockStatus.blocked'),
      value: (row) => row.blocked,
      cell: (row) => quantity(row.blocked),
      numeric: true,
    },
    { id: 'unit', header: t('field.unit'), value: (row) => unitName(row.unit, t), width: 76 },
    {
      id: 'counted',
      header: t('field.countedAt'),
      value: (row) => row.countedAt ?? '',
      cell: (row) => (row.countedAt ? format.instant(row.countedAt) : '–'),
      width: 130,
    },
    {
      id: 'moved',
      header: t('field.movedAt'),
      value: (row) => row.movedAt,
      cell: (row) => format.instant(row.movedAt),
      width: 130,
    },
  ];
}
