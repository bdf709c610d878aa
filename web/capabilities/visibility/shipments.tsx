import { Badge, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow, useNow } from '../../shell/clock.ts';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import { GateLink } from './gate-link.tsx';
import classes from './lists.module.css';
import { type Shipment, shipmentsQuery } from './queries.ts';
import { isOverdue, ShipmentState } from './shipment-state.tsx';

const FILTERS = ['in-transit', 'overdue', 'received', 'all'] as const;
type Filter = (typeof FILTERS)[number];

const matches = (shipment: Shipment, filter: Filter): boolean => {
  if (filter === 'overdue') return isOverdue(shipment, serverNow());
  if (filter === 'received') return Boolean(shipment.receivedAt);
  return filter === 'all' || !shipment.receivedAt;
};

export function Shipments(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(shipmentsQuery());
  const search = useSearch({ from: '/inside/shipments' });
  const navigate = useNavigate({ from: '/shipments' });
  const filter = FILTERS.find((one) => one === search.state) ?? 'in-transit';
  const rows = query.data?.filter((shipment) => matches(shipment, filter)) ?? [];
  const overdue = query.data?.filter((shipment) => isOverdue(shipment, serverNow())).length ?? 0;
  const columns = useShipmentColumns();
  return (
    <Page
      fill
      title={t('screen.shipments')}
      note={query.data && t('shipments.note', { count: rows.length, overdue })}
      actions={<GateLink />}
      tools={
        <>
          <TextInput
            w={230}
            leftSection={<IconSearch size={14} aria-hidden />}
            placeholder={t('shipments.search')}
            aria-label={t('shipments.search')}
            value={search.text ?? ''}
            onChange={(event) =>
              void navigate({ search: { ...search, text: event.currentTarget.value || undefined }, replace: true })
            }
          />
          <SegmentedControl
            aria-label={t('field.state')}
            value={filter}
            onChange={(state) => void navigate({ search: { ...search, state }, replace: true })}
            data={FILTERS.map((value) => ({ value, label: t(`shipmentFilter.${value}`) }))}
          />
        </>
      }
    >
      <Answered query={query}>
        {() => (
          <div className={classes.fillPanel}>
            <Panel flush>
              <div className={classes.fill}>
                <DataTable
                  tall
                  label={t('screen.shipments')}
                  rows={rows}
                  columns={columns}
                  rowKey={(row) => row.id}
                  text={search.text}
                  onOpen={(row) => void navigate({ to: '/shipments/$shipment', params: { shipment: row.id } })}
                  emptyTitle={t('shipments.empty')}
                  emptyText={t('shipments.emptyText')}
                />
              </div>
            </Panel>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function useShipmentColumns(): Column<Shipment>[] {
  const { t } = useTranslation();
  const names = useNames();
  const now = useNow();
  return [
    {
      id: 'state',
      header: t('field.state'),
      value: (row) => (isOverdue(row, now) ? 'overdue' : row.state),
      cell: (row) => <StateCell row={row} now={now} />,
      width: 128,
    },
    {
      id: 'note',
      header: t('field.despatchNote'),
      value: (row) => row.despatchNote,
      cell: (row) => (
        <TwoLines
          first={<span className="mono">{row.despatchNote}</span>}
          second={!row.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
        />
      ),
      width: 130,
    },
    {
      id: 'way',
      header: t('field.way'),
      value: (row) => `${names.site(row.from)} ${names.organisation(row.supplier)} ${names.site(row.to)}`,
      cell: (row) => (
        <TwoLines first={`${names.site(row.from)} → ${names.site(row.to)}`} second={names.organisation(row.supplier)} />
      ),
      grow: true,
      width: 230,
    },
    {
      id: 'parts',
      header: t('field.part'),
      value: (row) =>
        partsOf(row)
          .map((part) => `${names.part(part)} ${names.partnerNumber(part) ?? ''}`)
          .join(' ') ?? '',
      cell: (row) => <PartsCell parts={partsOf(row)} />,
      width: 190,
    },
    {
      id: 'carrier',
      header: t('field.carrier'),
      value: (row) => `${names.organisation(row.carrier)} ${row.vehicle ?? ''}`,
      cell: (row) => <TwoLines first={names.organisation(row.carrier)} second={row.vehicle} />,
      width: 150,
    },
    { id: 'units', header: t('field.units'), value: (row) => row.unitCount, width: 70, numeric: true },
    {
      id: 'expected',
      header: t('field.expectedAt'),
      value: (row) => row.expectedAt,
      cell: (row) => <ExpectedCell row={row} now={now} />,
      width: 172,
    },
  ];
}

const partsOf = (row: Shipment): string[] => [...new Set(row.lines?.map(({ part }) => part))];

function PartsCell({ parts }: { parts: string[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const [first] = parts;
  return (
    <TwoLines
      first={<span className="mono">{names.part(first)}</span>}
      second={parts.length > 1 ? t('shipments.moreParts', { count: parts.length - 1 }) : names.partText(first)}
    />
  );
}

function StateCell({ row, now }: { row: Shipment; now: number }): ReactNode {
  const { t } = useTranslation();
  if (isOverdue(row, now)) return <LightLabel light="red" text={t('shipmentState.overdue')} />;
  return <ShipmentState state={row.state} />;
}

function ExpectedCell({ row, now }: { row: Shipment; now: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const since = row.receivedAt
    ? t('shipments.receivedAt', { when: format.instant(row.receivedAt) })
    : format.distance(row.expectedAt, now);
  return <TwoLines first={format.instant(row.expectedAt)} second={since} />;
}
