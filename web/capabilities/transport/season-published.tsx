import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import classes from './season.module.css';
import { ColourDot, type SeasonChoice, SeasonMap, wayColours } from './season-map.tsx';
import { type Season, seasonQuery } from './season-queries.ts';
import { weekdayName } from './season-times.ts';
import { rhythmKey, tourKey, waysOfSeason } from './season-ways.ts';

type Rhythm = Season['rhythms'][number];
type Tour = Season['tours'][number];

/** The season as it stands, as far as it is ours: whose goods come when, the tours that we pay or drive, and both on the map. */
export function SeasonPublished(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(seasonQuery);
  return (
    <Answered query={query}>
      {(season) =>
        season.rhythms.length + season.tours.length === 0 ? (
          <Empty title={t('season.notPublished')} text={t('season.notPublishedText')} />
        ) : (
          <Published season={season} />
        )
      }
    </Answered>
  );
}

function Published({ season }: { season: Season }): ReactNode {
  const { t } = useTranslation();
  const { sites } = useNames();
  const [choice, choose] = useState<SeasonChoice>({ weekday: undefined, selected: undefined });
  const ways = useMemo(
    () =>
      waysOfSeason(season, (site) => {
        const found = sites.get(site);
        return found?.position ? { id: site, name: found.name, ...found.position } : undefined;
      }),
    [season, sites],
  );
  const { rhythms, tours } = season;
  const tourColumns = useTourColumns(useMemo(() => wayColours(ways), [ways]));
  const rhythmColumns = useRhythmColumns();
  const select = (selected: string): void => choose((old) => ({ ...old, selected }));
  const { weekday, selected } = choice;
  const on = <T extends { weekdays: number[] }>(rows: T[]): T[] =>
    weekday === undefined ? rows : rows.filter(({ weekdays }) => weekdays.includes(weekday));
  return (
    <div className={classes.beside}>
      <div className={classes.grid}>
        {tours.length > 0 && (
          <Panel title={t('season.masterTours')} flush>
            <div style={{ height: Math.min(460, 70 + 46 * tours.length) }}>
              <DataTable
                tall
                label={t('season.masterTours')}
                rows={on(tours)}
                columns={tourColumns}
                rowKey={tourKey}
                selected={selected}
                onOpen={(tour) => select(tourKey(tour))}
                emptyTitle={t('season.noTours')}
              />
            </div>
          </Panel>
        )}
        {rhythms.length > 0 && (
          <Panel title={t('season.rhythms')} flush>
            <div style={{ height: Math.min(460, 60 + 34 * rhythms.length) }}>
              <DataTable
                label={t('season.rhythms')}
                rows={on(rhythms)}
                columns={rhythmColumns}
                rowKey={rhythmKey}
                selected={selected}
                onOpen={(rhythm) => select(rhythm.tour === null ? rhythmKey(rhythm) : tourKey(rhythm))}
                emptyTitle={t('season.notPublished')}
              />
            </div>
          </Panel>
        )}
      </div>
      <SeasonMap ways={ways} choice={choice} onChoose={choose} />
    </div>
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

function useTourColumns(colours: Map<string, string>): Column<Tour>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const days = useDays();
  return [
    {
      ...{ id: 'tour', header: t('season.tour'), value: ({ tour }) => tour, width: 80 },
      cell: (tour) => (
        <>
          <ColourDot colour={colours.get(tourKey(tour))} /> {tour.tour}
        </>
      ),
    },
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
