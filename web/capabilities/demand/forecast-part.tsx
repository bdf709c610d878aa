import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Answered, Empty } from '../../shell/states.tsx';
import { ForecastChart } from './forecast-chart.tsx';
import { type ForecastView, forecastPartQuery, judgeWeek } from './forecast-queries.ts';
import { OwnNumber } from './own-number.tsx';
import classes from './schedules.module.css';
import { NewPart, SuccessionOf } from './succession.tsx';

/** One part: history and fan, each party's numbers, what the model was made of, and what was odd. */
export function ForecastPart({ of }: { of: { site: string; part: string } }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const query = useQuery(forecastPartQuery(of));
  return (
    <section className={classes.comparison} aria-label={names.part(of.part)}>
      <div className={classes.compareHead}>
        <div>
          <Title order={2} className="mono">
            {names.part(of.part)}
          </Title>
          <Text c="dimmed">{[names.partText(of.part), names.site(of.site)].filter(Boolean).join(' · ')}</Text>
        </div>
      </div>
      <Answered query={query}>
        {(view) => (
          <>
            <ForecastChart view={view} nameOf={names.organisation} />
            {view.statistical?.model ? (
              <Stack gap="md" px={18} pb="md">
                <Model view={view} />
                <Parties view={view} />
                <OwnNumber key={`${view.site}/${view.part}`} view={view} />
                <SuccessionOf part={view.part} />
                <Oddities view={view} />
              </Stack>
            ) : (
              <>
                <Empty title={t('forecast.none')} text={t('forecast.noneText')} />
                <NewPart part={view.part} />
              </>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Model({ view }: { view: ForecastView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const model = view.statistical!.model!;
  const { backtest } = model;
  const percent = (value: number | undefined): string =>
    value === undefined ? '–' : `${format.quantity(Math.round(value * 1000) / 10)} %`;
  const figures: [string, string][] = [
    ['wape', percent(backtest?.wape)],
    ['bias', percent(backtest?.bias)],
    ['mase', backtest?.mase === undefined ? '–' : format.quantity(backtest.mase)],
    ['coverage', percent(backtest?.coverage)],
    ['valueAdded', percent(backtest?.valueAdded)],
  ];
  return (
    <section aria-label={t('forecast.model')}>
      <Title order={3} size="h4">
        {t('forecast.model')}
      </Title>
      <Group gap={6} mt={4}>
        <Badge variant="light">{t(`forecast.demand-${model.demand}`)}</Badge>
        {model.models.map(({ name, weight }) => (
          <Badge key={name} variant="outline">
            {name} {Math.round(weight * 100)} %
          </Badge>
        ))}
      </Group>
      <Text size="sm" mt={6}>
        {t('forecast.learned', {
          weeks: model.weeks,
          from: format.day(model.historyFrom),
          to: format.day(model.historyTo),
          series: model.learnedFrom,
        })}
        {view.historySource && ` · ${t(`forecast.source-${view.historySource}`)}`}
      </Text>
      <Group gap="lg" mt={6}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {t(`forecast.${name}`)}
            </Text>
            <Text fw={600} className="numeric">
              {value}
            </Text>
          </div>
        ))}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {backtest ? t('forecast.backtest', { weeks: backtest.weeks }) : t('forecast.noBacktest')}
      </Text>
    </section>
  );
}

function Parties({ view }: { view: ForecastView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const rows = [...(view.statistical ? [{ ...view.statistical, accuracy: view.accuracy }] : []), ...view.parties];
  const share = (value: number | null): string =>
    value === null ? '–' : `${format.quantity(Math.round(value * 1000) / 10)} %`;
  return (
    <section aria-label={t('forecast.parties')}>
      <Title order={3} size="h4">
        {t('forecast.parties')}
      </Title>
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('forecast.party')}</Table.Th>
              <Table.Th>{t('forecast.publishedOn')}</Table.Th>
              <Table.Th data-numeric>{t('forecast.nextQuarter')}</Table.Th>
              <Table.Th data-numeric>{t('forecast.lag')}</Table.Th>
              <Table.Th data-numeric>{t('forecast.wape')}</Table.Th>
              <Table.Th data-numeric>{t('forecast.bias')}</Table.Th>
              <Table.Th data-numeric>{t('forecast.valueAdded')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => {
              const judged = row.accuracy.find(({ lagWeeks }) => lagWeeks === 4) ?? row.accuracy[0];
              const sum = row.weeks.slice(0, 13).reduce((total, { quantity }) => total + quantity, 0);
              return (
                <Table.Tr key={row.eventId}>
                  <Table.Td>
                    {t(`forecast.curve-${row.source}`)} · {names.organisation(row.owner)}
                  </Table.Td>
                  <Table.Td>{format.day(row.publishedOn)}</Table.Td>
                  <Table.Td data-numeric>{format.quantity(Math.round(sum))}</Table.Td>
                  <Table.Td data-numeric>{judged ? t('forecast.weeks', { count: judged.lagWeeks }) : '–'}</Table.Td>
                  <Table.Td data-numeric>{share(judged?.wape ?? null)}</Table.Td>
                  <Table.Td data-numeric>{share(judged?.bias ?? null)}</Table.Td>
                  <Table.Td data-numeric>{share(judged?.valueAdded ?? null)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

/** What was not used, what was guessed, what stands out: each with the week, and with the decision beside it. */
function Oddities({ view }: { view: ForecastView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const mutate = useJudge(view);
  const { flags, outliers, gaps } = view.statistical!.model!;
  const judged = view.judged as Record<string, { verdict: string } | undefined>;
  const rows = [
    ...flags.map(({ week, quantity, suspicion, usual }) => ({
      week,
      quantity,
      expected: usual,
      what: t(`forecast.flag-${suspicion}`, suspicion),
      verdict: 'use' as const,
    })),
    ...outliers.map(({ week, quantity, expected }) => ({
      week,
      quantity,
      expected,
      what: t('forecast.outlier'),
      verdict: 'leave-out' as const,
    })),
  ].sort((a, b) => (a.week < b.week ? 1 : -1));
  return (
    <section aria-label={t('forecast.odd')}>
      <Title order={3} size="h4">
        {t('forecast.odd')}
      </Title>
      {gaps.length > 0 && (
        <Text size="sm">
          {t('forecast.gaps', { count: gaps.length, weeks: gaps.slice(-6).map(format.week).join(', ') })}
        </Text>
      )}
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('forecast.nothingOdd')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.week}${row.what}`}>
                  <Table.Td>
                    {format.week(row.week)} · {format.shortDay(row.week)}
                  </Table.Td>
                  <Table.Td>{row.what}</Table.Td>
                  <Table.Td data-numeric fw={600}>
                    {format.quantity(row.quantity)}
                  </Table.Td>
                  <Table.Td data-numeric c="dimmed">
                    {t('forecast.usual', { quantity: format.quantity(Math.round(row.expected * 10) / 10) })}
                  </Table.Td>
                  <Table.Td>
                    {judged[row.week]?.verdict === row.verdict ? (
                      <Badge variant="light">{t(`forecast.said-${row.verdict}`)}</Badge>
                    ) : (
                      <Button size="compact-xs" variant="default" onClick={() => mutate(row)}>
                        {t(`forecast.verdict-${row.verdict}`)}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

function useJudge(view: ForecastView): (row: { week: string; verdict: 'use' | 'leave-out' }) => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ week, verdict }: { week: string; verdict: 'use' | 'leave-out' }) =>
      judgeWeek({ site: view.site, part: view.part, week, verdict, reason: t(`forecast.said-${verdict}`) }),
    onSuccess: () => {
      tellDone(t('forecast.judged'), t('forecast.judgedText'));
      void client.invalidateQueries({ queryKey: ['forecasts'] });
    },
    onError: (error) => tellFailure(error),
  });
  return mutate;
}
