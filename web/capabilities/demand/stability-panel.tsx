import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { dampRelease, type Relation, type ScheduleRow, type Stability, stabilityQuery } from './queries.ts';
import classes from './schedules.module.css';

const ZONES = ['firm', 'production', 'material', 'forecast'] as const;

/** How restless the releases were per horizon, go-aheads, what is owed, and what a calmer release would be. */
export function StabilityPanel({ relation, current }: { relation: Relation; current: ScheduleRow }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(stabilityQuery(relation));
  return (
    <section className={classes.stability} aria-label={t('stability.title')}>
      <Title order={3}>{t('stability.title')}</Title>
      <Answered query={query}>
        {(stability) => (
          <Stack gap="md">
            <Position stability={stability} />
            <Zones stability={stability} />
            <Damping stability={stability} relation={relation} current={current} />
          </Stack>
        )}
      </Answered>
    </section>
  );
}

function Position({ stability: { position, goAheads } }: { stability: Stability }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap="xs" wrap="wrap">
      {position && position.backorder > 0 && (
        <Badge color="red">{t('stability.backorder', { quantity: format.quantity(position.backorder) })}</Badge>
      )}
      {position && position.advance > 0 && (
        <Badge color="yellow">{t('stability.advance', { quantity: format.quantity(position.advance) })}</Badge>
      )}
      {position && position.backorder === 0 && position.advance === 0 && <Badge>{t('stability.even')}</Badge>}
      {goAheads.map(({ kind, cumulative, until, stated }) => (
        <Text key={kind} size="xs" c="dimmed">
          {t(`authorisation.${kind}`)}: <b className="numeric">{format.quantity(cumulative)}</b>
          {until && ` ${t('stability.until', { day: format.shortDay(until) })}`}
          {!stated && ` (${t('stability.derived')})`}
        </Text>
      ))}
    </Group>
  );
}

function Zones({ stability: { zones, releases } }: { stability: Stability }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (releases < 2) return <Text c="dimmed">{t('stability.tooFew')}</Text>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('schedules.horizon')}</Table.Th>
          <Table.Th data-numeric>{t('stability.before')}</Table.Th>
          <Table.Th data-numeric>{t('stability.changed')}</Table.Th>
          <Table.Th data-numeric>{t('stability.share')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ZONES.map((zone) => (
          <Table.Tr key={zone}>
            <Table.Td>{t(`horizon.${zone}`)}</Table.Td>
            <Table.Td data-numeric>{format.quantity(zones[zone].before)}</Table.Td>
            <Table.Td data-numeric>{format.quantity(zones[zone].changed)}</Table.Td>
            <Table.Td data-numeric>{percent(zones[zone].share)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${Math.round(share * 1000) / 10} %`;

/** The price of calm before it is paid: what each share held would have done to the past, and to this release. */
function Damping({
  stability: { effects },
  relation,
  current,
}: {
  stability: Stability;
  relation: Relation;
  current: ScheduleRow;
}): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  const apply = useMutation({
    mutationFn: (hold: number) => dampRelease(relation, current.eventId, hold),
    onSuccess: async ({ release }) => {
      await Promise.all([['schedules'], ['commits']].map((queryKey) => client.invalidateQueries({ queryKey })));
      tellDone(t('commits.overridden', { release }));
    },
    onError: (error) => tellFailure(error),
  });
  const useful = effects.filter(({ hold, weeks }) => hold === 0 || weeks.length > 0);
  if (useful.length < 2) return null;
  return (
    <Table.ScrollContainer minWidth={460} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stability.hold')}</Table.Th>
            {ZONES.slice(1).map((zone) => (
              <Table.Th key={zone} data-numeric>
                {t(`horizon.${zone}`)}
              </Table.Th>
            ))}
            <Table.Th data-numeric>{t('stability.error')}</Table.Th>
            <Table.Th data-numeric>{t('stability.weeks')}</Table.Th>
            <Table.Th aria-label={t('field.actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {useful.map(({ hold, nervousness, wape, weeks }) => (
            <Table.Tr key={hold}>
              <Table.Td>{hold === 0 ? t('stability.asIs') : percent(hold)}</Table.Td>
              {ZONES.slice(1).map((zone) => (
                <Table.Td key={zone} data-numeric>
                  {percent(nervousness[zone].share)}
                </Table.Td>
              ))}
              <Table.Td data-numeric>{percent(wape)}</Table.Td>
              <Table.Td data-numeric>{weeks.length}</Table.Td>
              <Table.Td>
                {hold > 0 && relation.customer === own && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={apply.isPending}
                    onClick={() => apply.mutate(hold)}
                  >
                    {t('stability.apply')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
