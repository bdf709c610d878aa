import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { type JobRun, jobsQuery } from '../../shell/jobs.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { peopleQuery } from './queries.ts';

/** Every long computation of the organisation, with its progress. */
export function Runs(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(jobsQuery());
  const people = useQuery(peopleQuery).data;
  const nameOf = (person: string | null): string =>
    people?.find((one) => one.id === person)?.name ?? person ?? t('job.byKey');
  const columns: Column<JobRun>[] = [
    {
      id: 'created',
      header: t('job.asked'),
      value: (run) => run.createdAt,
      cell: (run) => format.instant(run.createdAt),
      width: 150,
    },
    { id: 'kind', header: t('field.kind'), value: (run) => t(`job.kind-${run.kind}`, run.kind), width: 200 },
    { id: 'person', header: t('job.who'), value: (run) => nameOf(run.person), width: 180 },
    {
      id: 'state',
      header: t('field.state'),
      value: (run) => run.state,
      cell: (run) => <JobProgress run={run} />,
      width: 320,
      grow: true,
    },
  ];
  return (
    <Panel flush title={t('administration.runs')}>
      <Answered query={query}>
        {(rows) => (
          <div style={{ height: 560, display: 'flex' }}>
            <DataTable
              label={t('administration.runs')}
              rows={rows}
              columns={columns}
              rowKey={(run) => run.id}
              emptyTitle={t('job.empty')}
              emptyText={t('job.emptyText')}
              tall
            />
          </div>
        )}
      </Answered>
    </Panel>
  );
}
