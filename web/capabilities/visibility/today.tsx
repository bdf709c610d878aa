import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { ExceptionDrawer } from './exception-drawer.tsx';
import { bySpan } from './impact.ts';
import {
  exceptionsQuery,
  type OpenException,
  TODAY_KINDS,
  type TodayAnswer,
  type TodayItem,
  type TodayKind,
  todayQuery,
} from './queries.ts';
import { StopBoard } from './stop-board.tsx';
import classes from './today.module.css';
import { TodayRow } from './today-row.tsx';

/** The board of line stops, and below it everything that needs me, ranked by the time until it hurts. */
export function Today(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(todayQuery);
  const { kind } = useSearch({ from: '/inside/' });
  const items = query.data?.items;
  const red = items?.filter((item) => item.light === 'red').length ?? 0;
  return (
    <Page
      title={t('screen.today')}
      note={items && t('today.note', { count: items.length, red })}
      tools={items && items.length > 0 ? <KindFilter items={items} kind={kind} /> : undefined}
    >
      <div className={classes.page}>
        <StopBoard />
        <Answered query={query}>{(answer) => <Ranked answer={answer} kind={kind} />}</Answered>
      </div>
    </Page>
  );
}

function KindFilter({ items, kind }: { items: TodayItem[]; kind?: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/' });
  const choose = (next?: TodayKind): void => void navigate({ search: { kind: next }, replace: true });
  const counts = TODAY_KINDS.map((one) => [one, items.filter((item) => item.kind === one).length] as const);
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={t('today.filter')}>
      <FilterChip label={t('today.all')} count={items.length} on={!kind} onClick={() => choose()} />
      {counts.map(([one, count]) =>
        count > 0 ? (
          <FilterChip
            key={one}
            label={t(`todayKind.${one}`)}
            count={count}
            on={kind === one}
            onClick={() => choose(kind === one ? undefined : one)}
          />
        ) : null,
      )}
    </Group>
  );
}

function FilterChip({
  label,
  count,
  on,
  onClick,
}: {
  label: string;
  count: number;
  on: boolean;
  onClick: () => void;
}): ReactNode {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={on} onClick={onClick}>
      {label} <span className="numeric">{count}</span>
    </UnstyledButton>
  );
}

function Ranked({ answer, kind }: { answer: TodayAnswer; kind?: string }): ReactNode {
  const { t } = useTranslation();
  const exceptions = useQuery(exceptionsQuery).data ?? [];
  const [opened, setOpened] = useState<string>();
  const items = kind ? answer.items.filter((item) => item.kind === kind) : answer.items;
  if (items.length === 0) {
    return (
      <Empty icon={<IconCircleCheck size={28} stroke={1.4} />} title={t('today.empty')} text={t('today.emptyText')} />
    );
  }
  return (
    <div className={classes.sheet}>
      {bySpan(items, answer.today).map(([span, group]) => (
        <section key={span} aria-label={t(`span.${span}`)}>
          <div className={classes.span} data-span={span}>
            <Text component="h2" size="xs" fw={620}>
              {t(`span.${span}`)}
            </Text>
            <Text size="xs" c="dimmed" className="numeric">
              {group.length}
            </Text>
          </div>
          <ol className={classes.list}>
            {group.map((item) => (
              <TodayRow key={item.id} item={item} exception={exceptionOf(item, exceptions)} onOpen={setOpened} />
            ))}
          </ol>
        </section>
      ))}
      <ExceptionDrawer exception={exceptions.find(({ id }) => id === opened)} onClose={() => setOpened(undefined)} />
    </div>
  );
}

/** The cause behind a part that runs out: several parts may have the same. */
const exceptionOf = ({ kind, site, part }: TodayItem, exceptions: OpenException[]): OpenException | undefined =>
  kind === 'runout'
    ? exceptions.find(({ hits }) => hits.some((hit) => hit.site === site && hit.part === part))
    : undefined;
