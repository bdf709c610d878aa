import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import classes from './season.module.css';
import { type Season, seasonQuery } from './season-queries.ts';
import { weekdayName } from './season-times.ts';

type Rhythm = Season['rhythms'][number];
type Tour = Season['tours'][number];

/** The season as it stands, as far as it is ours: whose goods come when, and the tours that we pay or drive. */
export function SeasonPublished(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(seasonQuery);
  const rhythmColumns = useRhythmColumns();
  const tourColumns = useTourColumns();
  return (
    <Answered query={query}>
      {({ rhythms, tours }) =>
        rhythms.length + tours.length === 0 ? (
          <Empty title={t('season.notPublished')} text={t('season.notPublishedText')} />
        ) : (
          <div className={classes.grid}>
            {rhythms.length > 0 && (
              <Panel title={t('season.rhythms')} flush>
                <div style={{ height: Math.min(460, 60 + 34 * rhythms.length) }}>
                  <DataTable
                    label={t('season.rhythms')}
                    rows={rhythms}
                    columns={rhythmColumns}
                    rowKey={({ from, to }) => `${from} ${to}`}
                    emptyTitle={t('season.notPublished')}
                  />
                </div>
              </Panel>
            )}
            {tours.length > 0 && (
              <Panel title={t('season.masterTours')} flush>
                <div style={{ height: Math.min(460, 70 + 46 * tours.length) }}>
                  <DataTable
                    tall
                    label={t('season.masterTours')}
                    rows={tours}
                    columns={tourColumns}
                    rowKey={({ plan, tour }) => `${plan} ${tour}`}
                    emptyTitle={t('season.noTours')}
                  />
                </div>
              </Panel>
            )}
          </div>
        )
      }
    </Answered>
  );
}

const useDays = (): ((weekdays: number[]) => string) => {
  const { i18n } = useTranslation();
  return (weekdays) => weekdays.map((day) => weekdayName(i18n.language, day)).join(' ');
};

function useRhythmColumns(): Column<Rhythm>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const days = useDays();
  return [
    {
      id: 'supplier',
      header: t('season.supplier'),
      value: ({ supplier }) => names.organisation(supplier),
      grow: true,
      width: 180,
    },
    { id: 'to', header: t('field.to'), value: ({ to }) => names.site(to), width: 160 },
    { id: 'concept', header: t('season.concept'), value: ({ concept }) => t(`season.concept-${concept}`), width: 130 },
    { id: 'weekdays', header: t('season.weekdays'), value: ({ weekdays }) => days(weekdays), width: 150 },
    { id: 'fullLoads', header: t('season.fullLoads'), value: ({ fullLoads }) => fullLoads, width: 110, numeric: true },
    { id: 'tour', header: t('season.tour'), value: ({ tour }) => tour, width: 70 },
    {
      id: 'arrives',
      header: t('season.truckThere'),
      value: ({ arrives, departs }) => (arrives ? `${arrives} – ${departs}` : ''),
      width: 130,
    },
    {
      id: 'valid',
      header: t('season.valid'),
      value: ({ validFrom, validTo }) => `${format.shortDay(validFrom)} – ${format.day(validTo)}`,
      width: 190,
    },
  ];
}

function useTourColumns(): Column<Tour>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const days = useDays();
  return [
    { id: 'tour', header: t('season.tour'), value: ({ tour }) => tour, width: 70 },
    { id: 'carrier', header: t('field.carrier'), value: ({ carrier }) => names.organisation(carrier), width: 160 },
    { id: 'vehicle', header: t('field.vehicle'), value: ({ vehicleName }) => vehicleName, width: 130 },
    { id: 'weekdays', header: t('season.weekdays'), value: ({ weekdays }) => days(weekdays), width: 130 },
    { id: 'departs', header: t('season.departs'), value: ({ departs }) => departs, width: 90 },
    {
      ...{ id: 'stops', header: t('season.stops'), grow: true, width: 260 },
      value: ({ stops }) => stops.map(({ site, arrives }) => `${names.site(site)} ${arrives}`).join(' → '),
    },
    {
      id: 'plant',
      header: t('season.atPlant'),
      value: ({ plantArrivals }) => [...new Set(plantArrivals)].join(', '),
      width: 110,
    },
    {
      id: 'km',
      header: 'km',
      value: ({ distanceKm }) => Math.round(distanceKm),
      cell: ({ distanceKm }) => format.quantity(Math.round(distanceKm)),
      width: 80,
      numeric: true,
    },
  ];
}
