import { Anchor, Badge, Group, Select, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { BucketTable } from './bucket-table.tsx';
import { CumulativePanel } from './cumulative-panel.tsx';
import { type Comparison, comparisonQuery, type Relation } from './queries.ts';
import { ScheduleChart } from './schedule-chart.tsx';
import classes from './schedules.module.css';
import { StabilityPanel } from './stability-panel.tsx';

export function ComparisonView({ relation, against }: { relation: Relation; against?: string }): ReactNode {
  const query = useQuery(comparisonQuery(relation, against));
  const compared = Boolean(against ?? query.data?.current.previousEventId);
  return (
    <section className={classes.comparison} aria-label={relation.part}>
      <Answered query={query}>
        {(comparison) => (
          <>
            <Head relation={relation} comparison={comparison} against={against} />
            <div className={classes.body}>
              <div className={classes.main}>
                <ScheduleChart buckets={comparison.buckets} compared={compared} />
                <BucketTable comparison={comparison} compared={compared} />
                <StabilityPanel relation={relation} current={comparison.current} />
              </div>
              <CumulativePanel comparison={comparison} />
            </div>
          </>
        )}
      </Answered>
    </section>
  );
}

function Head({
  relation,
  comparison,
  against,
}: {
  relation: Relation;
  comparison: Comparison;
  against?: string;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { current } = comparison;
  return (
    <div className={classes.compareHead}>
      <div>
        <Group gap="xs" align="baseline">
          <Title order={2} className="mono">
            {names.part(relation.part)}
          </Title>
          <Text c="dimmed">
            {[names.partnerNumber(relation.part), names.partText(relation.part)].filter(Boolean).join(' · ')}
          </Text>
          {!current.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
        </Group>
        <Text c="dimmed">
          {names.organisation(relation.customer)} → {names.organisation(relation.supplier)} ·{' '}
          {names.site(relation.shipTo)}
          {current.unloadingPoint && ` · ${t('field.unloadingPoint')} ${current.unloadingPoint}`} ·{' '}
          <Anchor component={Link} underline="always" to="/feed" search={{ event: current.eventId } as never}>
            {t('schedules.source')}
          </Anchor>
        </Text>
      </div>
      <Group gap="xs">
        <ReleasePicker comparison={comparison} against={against} />
        <Text fw={600}>
          → {t('schedules.release', { release: current.release })}, {format.shortDay(current.releasedOn)}
        </Text>
      </Group>
    </div>
  );
}

function ReleasePicker({ comparison, against }: { comparison: Comparison; against?: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate({ from: '/schedules' });
  const older = comparison.releases.filter((release) => release.eventId !== comparison.current.eventId);
  if (older.length === 0) return <Text c="dimmed">{t('schedules.firstRelease')}</Text>;
  const chosen = against ?? comparison.current.previousEventId ?? older[0]?.eventId ?? null;
  return (
    <Select
      w={200}
      aria-label={t('schedules.against')}
      allowDeselect={false}
      value={chosen}
      data={older.map((release) => ({
        value: release.eventId,
        label: `${t('schedules.release', { release: release.release })}, ${format.shortDay(release.releasedOn)}`,
      }))}
      onChange={(next) => void navigate({ search: (old) => ({ ...old, against: next ?? undefined }), replace: true })}
    />
  );
}
