import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TourStop } from './queries.ts';

const COLOURS: Record<string, string> = {
  planned: 'gray',
  arrived: 'petrol',
  served: 'green',
  departed: 'green',
  refused: 'red',
};

/** What is the matter with a stop, and whether something is wrong there. */
export function StopState({ stop }: { stop: Pick<TourStop, 'state' | 'problem'> }): ReactNode {
  const { t } = useTranslation();
  const colour = stop.problem ? 'red' : (COLOURS[stop.state] ?? 'gray');
  const text = stop.problem ? t(`drive.reason-${stop.problem.reason}`) : t(`stopState.${stop.state}`);
  return <Badge color={colour}>{text}</Badge>;
}
