import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import classes from './freight.module.css';
import { type Freight, freightQuery, sendInvoice } from './freight-queries.ts';

/** What each tour will cost by what was agreed, and what of it is billed; the carrier bills what is driven with one click. */
export function Accruals(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(freightQuery);
  const columns = useAccrualColumns();
  return (
    <Answered query={query}>
      {(freight) => (
        <Stack gap="sm">
          <BillDriven freight={freight} />
          <div className={classes.table}>
            <DataTable
              label={t('freight.tab-accruals')}
              rows={freight}
              columns={columns}
              rowKey={({ tour, carrier }) => `${tour}/${carrier}`}
              emptyTitle={t('freight.noAccruals')}
            />
          </div>
        </Stack>
      )}
    </Answered>
  );
}

function useAccrualColumns(): Column<Freight>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const money = (value: number | null): string => (value === null ? '–' : format.quantity(value));
  return [
    { id: 'day', header: t('field.day'), value: ({ day }) => day, cell: ({ day }) => format.shortDay(day), width: 90 },
    { id: 'tour', header: t('tours.tour'), value: ({ tour }) => tour, grow: true, width: 190 },
    { id: 'carrier', header: t('field.carrier'), value: ({ carrier }) => names.organisation(carrier), width: 160 },
    {
      id: 'lines',
      header: t('freight.lines'),
      value: ({ lines }) => lines.length,
      cell: ({ lines }) =>
        lines.map(({ kind, amount }) => `${t(`freight.line-${kind}`)} ${format.quantity(amount)}`).join(' · '),
      grow: true,
      width: 260,
    },
    {
      id: 'planned',
      header: t('freight.planned'),
      value: ({ planned }) => planned,
      cell: ({ planned }) => money(planned),
      numeric: true,
      width: 100,
    },
    {
      id: 'driven',
      header: t('freight.driven'),
      value: ({ driven }) => driven,
      cell: ({ driven }) => money(driven),
      numeric: true,
      width: 100,
    },
    {
      id: 'invoiced',
      header: t('freight.invoiced'),
      value: ({ invoiced }) => invoiced,
      cell: ({ invoiced }) => money(invoiced || null),
      numeric: true,
      width: 100,
    },
    { id: 'currency', header: '', value: ({ currency }) => currency, width: 60 },
  ];
}

function BillDriven({ freight }: { freight: Freight[] }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const open = useMemo(
    () =>
      freight.filter(
        ({ carrier, driven, invoiced }) => carrier === me?.organisation.id && driven !== null && invoiced === 0,
      ),
    [freight, me?.organisation.id],
  );
  const bill = useMutation({
    mutationFn: async () => {
      for (const [customer, rows] of Map.groupBy(open, (row) => row.customer)) {
        const invoice = `inv-${crypto.randomUUID()}`;
        await sendInvoice({
          ...{
            invoice,
            customer,
            carrier: rows[0]!.carrier,
            number: invoice.slice(0, 12),
            currency: rows[0]!.currency,
          },
          invoicedOn: me!.today,
          lines: rows.map(({ tour, driven }) => ({ tour, amount: driven! })),
        });
      }
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['freight'] });
      tellDone(t('freight.billed', { count: open.length }));
    },
    onError: (error) => tellFailure(error),
  });
  if (open.length === 0) return null;
  return (
    <Group>
      <Button loading={bill.isPending} onClick={() => bill.mutate()}>
        {t('freight.bill', { count: open.length })}
      </Button>
    </Group>
  );
}
