import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { useFormat } from '../../shell/format.ts';
import { type BoardRow, boardRows } from './board-rows.ts';
import { ExceptionDrawer } from './exception-drawer.tsx';
import { allExceptionsQuery, type ExceptionsAnswer, type OpenException } from './queries.ts';
import { StopBoardRow } from './stop-board-row.tsx';
import classes from './today.module.css';

const MINUTE_MS = 60_000;
/** As many as fit above what else the day brings. */
const AT_FIRST = 6;
type View = 'stops' | 'deviations';

/** What stops which line, when, and what can be done about it: one row per cause, ours and what partners share. */
export function StopBoard(): ReactNode {
  const now = useNow(MINUTE_MS);
  // What is selected keeps its unchanged rows from one answer to the next, so that only the others are drawn again.
  const select = useCallback(
    (answer: ExceptionsAnswer) => ({ rows: boardRows(answer, now), exceptions: answer.exceptions }),
    [now],
  );
  const { data } = useQuery({ ...allExceptionsQuery, select });
  return data ? <Board {...data} now={now} /> : null;
}

interface BoardProps {
  rows: BoardRow[];
  exceptions: OpenException[];
  now: number;
}

function Board({ rows, exceptions, now }: BoardProps): ReactNode {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('stops');
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<string>();
  const stops = rows.filter((row) => row.stops);
  const deviations = rows.filter((row) => !row.stops);
  const listed = view === 'stops' ? stops : deviations;
  const shown = all ? listed : listed.slice(0, AT_FIRST);
  return (
    <section className={classes.board} aria-label={t('board.title')}>
      <div className={classes.boardHead}>
        <Text component="h2" fw={620}>
          {t('board.title')}
        </Text>
        <AtStake rows={stops} />
        <Group gap={6} wrap="nowrap" role="group" aria-label={t('board.view')} ml="auto">
          <ViewChip view="stops" count={stops.length} now={view} onView={setView} />
          <ViewChip view="deviations" count={deviations.length} now={view} onView={setView} />
        </Group>
      </div>
      {listed.length === 0 ? (
        <Text c="dimmed" className={classes.boardEmpty}>
          {t(view === 'stops' ? 'board.empty' : 'board.noDeviation')}
        </Text>
      ) : (
        <ol className={classes.list}>
          {shown.map((row) => (
            <StopBoardRow key={row.id} row={row} now={now} onOpen={setOpened} />
          ))}
        </ol>
      )}
      {listed.length > AT_FIRST && (
        <Button variant="subtle" size="compact-sm" m={8} onClick={() => setAll(!all)}>
          {all ? t('board.fewer') : t('board.all', { count: listed.length })}
        </Button>
      )}
      <ExceptionDrawer exception={exceptions.find(({ id }) => id === opened)} onClose={() => setOpened(undefined)} />
    </section>
  );
}

/** What standing still would cost where it is known; what is not known is not in the sum, and that is said. */
function AtStake({ rows }: { rows: BoardRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const priced = rows.flatMap(({ costEuro }) => (costEuro === undefined ? [] : [costEuro]));
  if (priced.length === 0) return null;
  const euro = format.quantity(Math.round(priced.reduce((sum, cost) => sum + cost, 0)));
  const unpriced = rows.filter(({ own, costEuro }) => own && costEuro === undefined).length;
  return (
    <Text size="sm" c="dimmed" className="numeric">
      {unpriced > 0 ? t('board.atStakeBut', { euro, count: unpriced }) : t('board.atStake', { euro })}
    </Text>
  );
}

function ViewChip({
  view,
  count,
  now,
  onView,
}: {
  view: View;
  count: number;
  now: View;
  onView: (view: View) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.chip} aria-pressed={view === now} onClick={() => onView(view)}>
      {t(`board.${view}`)} <span className="numeric">{count}</span>
    </UnstyledButton>
  );
}
