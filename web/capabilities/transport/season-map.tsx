import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../network/queries.ts';
import classes from './season.module.css';
import { weekdayName } from './season-times.ts';
import type { SeasonWay } from './season-ways.ts';
import { tourColour } from './tour-colours.ts';
import { TourMap } from './tour-map.tsx';

/** What is looked at: a weekday or the whole week, and one tour or lane. */
export interface SeasonChoice {
  weekday: number | undefined;
  selected: string | undefined;
}

interface SeasonMapProps {
  ways: SeasonWay[];
  choice: SeasonChoice;
  onChoose: (choice: SeasonChoice) => void;
}

/** The season from above: tours in their colours, what comes straight or by groupage in grey, on one weekday or all. */
export function SeasonMap({ ways, choice, onChoose }: SeasonMapProps): ReactNode {
  const me = useMe();
  const { weekday, selected } = choice;
  const tours = useMemo(() => {
    const colours = wayColours(ways);
    return ways
      .filter(({ weekdays, places }) => places.length > 1 && (weekday === undefined || weekdays.includes(weekday)))
      .map(({ id, places, isTour }) => ({ id, places, colour: colours.get(id) ?? QUIET, quiet: !isTour }));
  }, [ways, weekday]);
  return (
    <div className={classes.mapBox}>
      <Weekdays ways={ways} weekday={weekday} onChoose={(day) => onChoose({ ...choice, weekday: day })} />
      <div className={classes.map}>
        <TourMap
          tours={tours}
          selected={tours.some(({ id }) => id === selected) ? selected : undefined}
          tileUrl={me?.features.tileUrl}
          onSelect={(id) => onChoose({ ...choice, selected: id })}
        />
      </div>
    </div>
  );
}

const QUIET = '#8792a1';

/** One colour per tour, the same on the map and in the list, whatever is shown. */
export const wayColours = (ways: readonly SeasonWay[]): Map<string, string> =>
  new Map(ways.filter(({ isTour }) => isTour).map(({ id }, index) => [id, tourColour(index)]));

/** By which a row finds its tour on the map. */
export const ColourDot = ({ colour }: { colour: string | undefined }): ReactNode =>
  colour ? <span className={classes.dot} style={{ background: colour }} aria-hidden /> : null;

const WHOLE_WEEK = '0';
const USUAL = [1, 2, 3, 4, 5];

interface WeekdaysProps {
  ways: SeasonWay[];
  weekday: number | undefined;
  onChoose: (weekday: number | undefined) => void;
}

function Weekdays({ ways, weekday, onChoose }: WeekdaysProps): ReactNode {
  const { t, i18n } = useTranslation();
  const weekend = [6, 7].filter((day) => ways.some(({ weekdays }) => weekdays.includes(day)));
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('season.weekdays')}
      value={String(weekday ?? WHOLE_WEEK)}
      onChange={(value) => onChoose(value === WHOLE_WEEK ? undefined : Number(value))}
      data={[
        { value: WHOLE_WEEK, label: t('season.wholeWeek') },
        ...[...USUAL, ...weekend].map((day) => ({ value: String(day), label: weekdayName(i18n.language, day) })),
      ]}
    />
  );
}
