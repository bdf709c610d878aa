import { Table, Text, UnstyledButton } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Empty } from '../../shell/states.tsx';
import classes from './season.module.css';
import { ColourDot, type SeasonChoice, SeasonMap, wayColours } from './season-map.tsx';
import type { Scenario } from './season-queries.ts';
import { clockOf, weekdayName } from './season-times.ts';
import { waysOfScenario } from './season-ways.ts';

/** Master tours by weekday: when each leaves, and when the plant takes it in; beside them the map of the same. */
export function SeasonCalendar({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const [choice, choose] = useState<SeasonChoice>({ weekday: undefined, selected: undefined });
  const ways = useMemo(() => waysOfScenario(scenario, names.site), [scenario, names]);
  return (
    <div className={classes.beside} data-inset>
      {scenario.plan.tours.length === 0 ? (
        <Empty title={t('season.noTours')} text={t('season.noToursText')} />
      ) : (
        <Calendar scenario={scenario} colours={wayColours(ways)} choice={choice} onChoose={choose} />
      )}
      <SeasonMap ways={ways} choice={choice} onChoose={choose} />
    </div>
  );
}

interface CalendarProps {
  scenario: Scenario;
  colours: Map<string, string>;
  choice: SeasonChoice;
  onChoose: (choice: SeasonChoice) => void;
}

function Calendar({ scenario, colours, choice, onChoose }: CalendarProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { tours } = scenario.plan;
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => day <= 5 || tours.some((tour) => tour.weekdays.includes(day)));
  const siteOf = new Map(scenario.lanes.map(({ lane, from }) => [lane, from]));
  const chosen = (day: number) => (day === choice.weekday ? { 'data-chosen': true } : {});
  return (
    <div className={classes.wide}>
      <Table miw={760} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('season.tour')}</Table.Th>
            <Table.Th>{t('season.stops')}</Table.Th>
            {weekdays.map((day) => (
              <Table.Th key={day} {...chosen(day)} className={classes.day}>
                {weekdayName(i18n.language, day)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tours.map((tour) => (
            <Table.Tr
              key={tour.id}
              className={classes.tour}
              data-selected={tour.id === choice.selected || undefined}
              onClick={() => onChoose({ ...choice, selected: tour.id })}
            >
              <Table.Td>
                <TourHead tour={tour} colour={colours.get(tour.id)} />
              </Table.Td>
              <Table.Td>
                <TourStops tour={tour} siteOf={siteOf} />
              </Table.Td>
              {weekdays.map((day) => (
                <Table.Td key={day} {...chosen(day)} className={classes.day}>
                  {tour.weekdays.includes(day) && <Run tour={tour} day={day} />}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type PlanTour = Scenario['plan']['tours'][number];

function TourHead({ tour, colour }: { tour: PlanTour; colour: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <UnstyledButton fw={600}>
        <ColourDot colour={colour} /> {tour.id}
      </UnstyledButton>
      <Text size="xs" c="dimmed" className="numeric">
        {tour.truck}
        <br />
        {t('season.tourFigures', {
          km: format.quantity(Math.round(tour.km)),
          fill: Math.round(tour.fill * 100),
          cost: format.quantity(Math.round(tour.cost)),
        })}
      </Text>
    </>
  );
}

function TourStops({ tour, siteOf }: { tour: PlanTour; siteOf: Map<string, string> }): ReactNode {
  const names = useNames();
  return tour.stops.map((stop) => (
    <div key={stop.lane} className={classes.stop}>
      <span>{names.site(siteOf.get(stop.lane))}</span>
      <span className="numeric">{clockOf(stop.startSeconds)}</span>
    </div>
  ));
}

function Run({ tour, day }: { tour: PlanTour; day: number }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes.run}>
      <Text size="xs" className="numeric">
        {t('season.leaves', { at: clockOf(tour.departureSeconds) })}
      </Text>
      <Text size="xs" c="dimmed" className="numeric">
        {t('season.back', { at: plantTime(tour, tour.weekdays.indexOf(day), i18n.language) })}
      </Text>
    </div>
  );
}

const plantTime = ({ plantWeekdays, plantSeconds }: PlanTour, run: number, language: string) =>
  `${weekdayName(language, plantWeekdays[run] ?? 1)} ${clockOf(plantSeconds[run] ?? 0)}`;
