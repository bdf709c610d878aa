import { Badge, Group, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { Arrivals } from './arrivals.tsx';
import classes from './tours.module.css';
import { LiveMap } from './live-map.tsx';
import { type Tour, type TourStop, toursQuery } from './queries.ts';
import { StopProofs } from './stop-proofs.tsx';
import { StopState } from './stop-state.tsx';
import { TourPanel } from './tour-panel.tsx';

const DAYS_BACK = 7;

/** Published tours as each party may see them: the whole for who plans or drives, the own stop for a supplier. */
export function Tours(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const since = useMemo(() => daysBefore(me?.today), [me?.today]);
  const query = useQuery({ ...toursQuery(since), enabled: since !== '' });
  const search = useSearch({ from: '/inside/tours' });
  const navigate = useNavigate({ from: '/tours' });
  const show = (change: Record<string, string | undefined>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  return (
    <Page
      fill
      title={t('screen.tours')}
      note={query.data && t('tours.note', { tours: query.data.tours.length, stops: query.data.stops.length })}
    >
      <Answered query={query}>
        {({ tours, stops }) => (
          <Tabs
            value={search.tab ?? (tours.length > 0 ? 'tours' : 'stops')}
            onChange={(tab) => show({ tab: tab ?? undefined })}
            className={classes.tabs}
          >
            <Tabs.List mb="sm">
              <Tabs.Tab value="tours">{t('tours.tours')}</Tabs.Tab>
              <Tabs.Tab value="stops">{t('tours.stops')}</Tabs.Tab>
              <Tabs.Tab value="arrivals">{t('tours.arrivals')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="tours" className={classes.panel}>
              <div className={classes.split}>
                <TourTable tours={tours} selected={search.tour} onOpen={(tour) => show({ tour })} />
                <div className={classes.side}>
                  <TourPanel tours={tours} stops={stops} id={search.tour} onClose={() => show({ tour: undefined })} />
                  <LiveMap tours={tours} stops={stops} selected={search.tour} onSelect={(tour) => show({ tour })} />
                </div>
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="stops" className={classes.panel}>
              <StopTable stops={stops} />
            </Tabs.Panel>
            <Tabs.Panel value="arrivals" className={classes.panel}>
              <Arrivals />
            </Tabs.Panel>
          </Tabs>
        )}
      </Answered>
    </Page>
  );
}

function daysBefore(today: string | undefined): string {
  return today ? new Date(Date.parse(`${today}T00:00:00Z`) - DAYS_BACK * 86_400_000).toISOString().slice(0, 10) : '';
}

interface TourTableProps {
  tours: Tour[];
  selected: string | undefined;
  onOpen: (tour: string) => void;
}

const COLOURS: Record<string, string> = {
  published: 'gray',
  accepted: 'petrol',
  'under-way': 'petrol',
  completed: 'green',
};

function TourTable({ tours, selected, onOpen }: TourTableProps): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const columns: Column<Tour>[] = [
    {
      id: 'tour',
      header: t('tours.tour'),
      value: (tour) => tour.id,
      cell: (tour) => <TwoLines first={tour.vehicle ?? tour.vehicleName} second={tour.id} />,
      grow: true,
      width: 190,
    },
    {
      id: 'state',
      header: t('field.state'),
      value: (tour) => tour.state,
      cell: (tour) => (
        <Badge color={tour.problem ? 'red' : (COLOURS[tour.state] ?? 'gray')}>{t(`tourState.${tour.state}`)}</Badge>
      ),
      width: 110,
    },
    { id: 'carrier', header: t('field.carrier'), value: (tour) => names.organisation(tour.carrier), width: 150 },
    {
      id: 'departs',
      header: t('tours.departs'),
      value: (tour) => tour.departsAt,
      cell: (tour) => <TwoLines first={format.instant(tour.departsAt)} second={format.instant(tour.arrivesAt)} />,
      width: 130,
    },
    { id: 'stops', header: t('tours.stopCount'), value: (tour) => tour.stops, numeric: true, width: 70 },
    { id: 'km', header: 'km', value: (tour) => Math.round(tour.distanceKm), numeric: true, width: 70 },
    { id: 'co2', header: 'CO₂ kg', value: (tour) => Math.round(tour.co2Kg), numeric: true, width: 80 },
  ];
  return (
    <div className={classes.table}>
      <DataTable
        tall
        label={t('tours.tours')}
        rows={tours}
        columns={columns}
        rowKey={(tour) => tour.id}
        selected={selected}
        onOpen={(tour) => onOpen(tour.id)}
        emptyTitle={t('tours.empty')}
        emptyText={t('tours.emptyText')}
      />
    </div>
  );
}

function StopTable({ stops }: { stops: TourStop[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  const columns: Column<TourStop>[] = [
    { id: 'site', header: t('field.site'), value: (stop) => names.site(stop.site), grow: true, width: 180 },
    {
      id: 'state',
      header: t('field.state'),
      value: (stop) => stop.state,
      cell: (stop) => (
        <Group gap={6} wrap="nowrap">
          <StopState stop={stop} />
          <StopProofs stop={stop} />
        </Group>
      ),
      width: 170,
    },
    { id: 'carrier', header: t('field.carrier'), value: (stop) => names.organisation(stop.carrier), width: 150 },
    { id: 'vehicle', header: t('field.vehicle'), value: (stop) => stop.vehicleName, width: 140 },
    {
      id: 'planned',
      header: t('tours.planned'),
      value: (stop) => stop.plannedArrival,
      cell: (stop) => format.instant(stop.plannedArrival),
      width: 120,
    },
    {
      id: 'expected',
      header: t('field.expectedAt'),
      value: (stop) => stop.expectedAt,
      cell: (stop) => (
        <TwoLines first={format.instant(stop.expectedAt)} second={format.distance(stop.expectedAt, now)} />
      ),
      width: 130,
    },
    {
      id: 'delivered',
      header: t('tours.delivered'),
      value: (stop) => stop.deliveredAt ?? '',
      cell: (stop) => (stop.deliveredAt ? format.instant(stop.deliveredAt) : '–'),
      width: 120,
    },
    {
      id: 'goods',
      header: t('tours.goods'),
      value: (stop) => massOf(stop),
      cell: (stop) => `${format.quantity(Math.round(massOf(stop)))} kg`,
      numeric: true,
      width: 100,
    },
  ];
  return (
    <div className={classes.table}>
      <DataTable
        tall
        label={t('tours.stops')}
        rows={stops}
        columns={columns}
        rowKey={(stop) => `${stop.customer}/${stop.tour}/${stop.stop}`}
        emptyTitle={t('tours.empty')}
        emptyText={t('tours.emptyText')}
      />
    </div>
  );
}

const massOf = ({ loads, unloads }: TourStop): number =>
  [...loads, ...unloads].reduce((sum, { goods }) => sum + goods.massKg, 0);
