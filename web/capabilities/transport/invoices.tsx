import { Badge, Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import classes from './freight.module.css';
import { decideInvoice, type Invoice, invoicesQuery } from './freight-queries.ts';

/** Bills checked line by line against what was expected: what matches is paid without a look. */
export function Invoices(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(invoicesQuery);
  const columns = useInvoiceColumns();
  return (
    <Answered query={query}>
      {(invoices) => (
        <div className={classes.table}>
          <DataTable
            tall
            label={t('freight.tab-invoices')}
            rows={invoices}
            columns={columns}
            rowKey={({ carrier, id }) => `${carrier}/${id}`}
            emptyTitle={t('freight.noInvoices')}
          />
        </div>
      )}
    </Answered>
  );
}

const oddLines = ({ lines }: Invoice): Invoice['lines'] => lines.filter(({ verdict }) => verdict !== 'matches');

function useInvoiceColumns(): Column<Invoice>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return [
    {
      id: 'number',
      header: t('freight.number'),
      value: ({ number }) => number,
      cell: ({ number, invoicedOn }) => <TwoLines first={number} second={format.day(invoicedOn)} />,
      width: 150,
    },
    {
      id: 'carrier',
      header: t('field.carrier'),
      value: ({ carrier }) => names.organisation(carrier),
      grow: true,
      width: 160,
    },
    {
      id: 'total',
      header: t('freight.invoiced'),
      value: ({ total }) => total,
      cell: ({ total, currency }) => `${format.quantity(total)} ${currency}`,
      numeric: true,
      width: 130,
    },
    {
      id: 'expected',
      header: t('freight.expected'),
      value: ({ expected }) => expected,
      cell: ({ expected }) => format.quantity(expected),
      numeric: true,
      width: 120,
    },
    {
      id: 'check',
      header: t('freight.check'),
      value: (invoice) => oddLines(invoice).length,
      cell: (invoice) =>
        oddLines(invoice).length === 0 ? (
          <Badge color="green">{t('freight.matches', { count: invoice.lines.length })}</Badge>
        ) : (
          <TwoLines
            first={<Badge color="red">{t('freight.odd', { count: oddLines(invoice).length })}</Badge>}
            second={oddLines(invoice)
              .map(
                ({ tour, verdict, difference }) =>
                  `${tour.slice(-7)}: ${t(`freight.verdict-${verdict}`)}${difference === null ? '' : ` ${format.signed(difference)}`}`,
              )
              .join(', ')}
          />
        ),
      grow: true,
      width: 220,
    },
    {
      id: 'state',
      header: t('field.state'),
      value: ({ state }) => state,
      cell: ({ state }) => t(`invoiceState.${state}`),
      width: 110,
    },
    { id: 'do', header: '', value: () => '', cell: (invoice) => <Decision invoice={invoice} />, width: 190 },
  ];
}

function Decision({ invoice }: { invoice: Invoice }): ReactNode {
  const { t } = useTranslation();
  const me = useMe()?.organisation.id;
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: 'accepted' | 'disputed') =>
      decideInvoice(invoice.id, {
        decision,
        ...(decision === 'disputed' && {
          reason:
            oddLines(invoice)
              .map(({ tour, verdict }) => `${tour}: ${verdict}`)
              .join(', ')
              .slice(0, 400) || 'see our message',
        }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['freight'] }),
    onError: (error) => tellFailure(error),
  });
  if (me !== invoice.customer || invoice.state !== 'received') return null;
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-xs" loading={decide.isPending} onClick={() => decide.mutate('accepted')}>
        {t('freight.pay')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => decide.mutate('disputed')}>
        {t('freight.dispute')}
      </Button>
    </Group>
  );
}
