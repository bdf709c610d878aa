import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.ts';
import { isOpen, type JobRun, useCancelJob } from './jobs.ts';

const COLOURS: Record<JobRun['state'], string> = {
  queued: 'gray',
  running: 'petrol',
  done: 'green',
  failed: 'red',
  cancelled: 'gray',
};

export function JobState({ run }: { run: JobRun }): ReactNode {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={COLOURS[run.state]}>
      {t(`job.state-${run.state}`)}
    </Badge>
  );
}

/** How far a long computation is, with a way to cancel it; when it is over, what became of it. `note` words its figures. */
export function JobProgress({ run, note }: { run: JobRun; note?: (run: JobRun) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelJob();
  const said =
    note?.(run) ??
    Object.entries(run.note ?? {})
      .map(([key, value]) => `${key} ${value}`)
      .join(' · ');
  return (
    <Stack gap={4}>
      <Group gap="sm" wrap="nowrap">
        <JobState run={run} />
        {isOpen(run) && (
          <Progress
            value={run.progress * 100}
            animated={run.state === 'running'}
            aria-label={t('job.progress')}
            style={{ flex: 1, minWidth: 80 }}
          />
        )}
        <Text size="xs" className="numeric" c="dimmed">
          {isOpen(run) ? `${Math.floor(run.progress * 100)} %` : run.endedAt && format.instant(run.endedAt)}
        </Text>
        {isOpen(run) && (
          <Button size="compact-xs" variant="default" disabled={run.cancelAsked} onClick={() => cancel(run)}>
            {run.cancelAsked ? t('job.cancelling') : t('job.cancel')}
          </Button>
        )}
      </Group>
      {said && (
        <Text size="xs" c="dimmed" className="numeric">
          {said}
        </Text>
      )}
      {run.problem && (
        <Text size="xs" c="var(--red)">
          {run.problem}
        </Text>
      )}
    </Stack>
  );
}
