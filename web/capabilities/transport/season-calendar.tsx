import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Empty } from '../../shell/states.tsx';
import classes from './season.module.css';
import type { Scenario } from './season-queries.ts';
import { clockOf, weekdayName } from './season-times.ts';

/** Master tours by weekday: when each leaves, and when the plant takes it in. */
export function SeasonCalendar({ scenario }: { scenario: Scenario }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const { tours } = scenario.plan;
  if (tours.length === 0) return <Empty title={t('season.noTours')} text={t('season.noToursText')} />;
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => day <= 5 || tours.some((tour) => tour.weekdays.includes(day)));
  const siteOf = new Map(scenario.lanes.map(({ lane, from }) => [lane, from]));
  return (
    <div className={classes.wide}>
      <Table miw={760} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('season.tour')}</Table.Th>
            <Table.Th>{t('season.stops')}</Table.Th>
            {weekdays.map((day) => (
              <Table.Th key={day}>{weekdayName(i18n.language, day)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tours.map((tour) => (
            <Table.Tr key={tour.id}>
              <Table.Td>
                <Text fw={600}>{tour.id}</Text>
                <Text size="xs" c="dimmed" className="numeric">
                  {tour.truck}
                  <br />
                  {t('season.tourFigures', {
                    km: format.quantity(Math.round(tour.km)),
                    fill: Math.round(tour.fill * 100),
                    cost: format.quantity(Math.round(tour.cost)),
                  })}
                </Text>
              </Table.Td>
              <Table.Td>
                {tour.stops.map((stop) => (
                  <div key={stop.lane} className={classes.stop}>
                    <span>{names.site(siteOf.get(stop.lane))}</span>
                    <span className="numeric">{clockOf(stop.startSeconds)}</span>
                  </div>
                ))}
              </Table.Td>
              {weekdays.map((day) => (
                <Table.Td key={day}>
                  {tour.weekdays.includes(day) && (
                    <div className={classes.run}>
                      <Text size="xs" className="numeric">
                        {t('season.leaves', { at: clockOf(tour.departureSeconds) })}
                      </Text>
                      <Text size="xs" c="dimmed" className="numeric">
                        {t('season.back', { at: plantTime(tour, tour.weekdays.indexOf(day), i18n.language) })}
                      </Text>
                    </div>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const plantTime = ({ plantWeekdays, plantSeconds }: Scenario['plan']['tours'][number], run: number, language: string) =>
  `${weekdayName(language, plantWeekdays[run] ?? 1)} ${clockOf(plantSeconds[run] ?? 0)}`;
