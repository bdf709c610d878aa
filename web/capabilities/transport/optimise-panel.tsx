import { Button, Group, Select } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import UPlot from 'uplot';
import { api } from '../../api.ts';
import { type Format, useFormat } from '../../shell/format.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { isOpen, type JobRun, jobsQuery } from '../../shell/jobs.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { pageColour } from '../../shell/page-colour.ts';
import { type Drawing, Plot, plotAxis } from '../../shell/plot.tsx';
import type { Plan } from './queries.ts';

export const SEARCH = 'plan-tours';
const SECONDS = [5, 10, 20, 60, 300];
const HEIGHT = 110;

/** Starts the search, shows the best cost over time while it goes on, and lets it be cancelled: the best so far is kept. */
export function OptimisePanel({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [seconds, setSeconds] = useState('10');
  const run = useQuery(jobsQuery(SEARCH)).data?.find((one) => planOf(one) === plan.id);
  const start = useMutation({
    mutationFn: () =>
      api.POST('/api/jobs', { body: { kind: SEARCH, input: { plan: plan.id, seconds: Number(seconds) } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
    onError: (error) => tellFailure(error),
  });
  useKeptResult(run, plan.id);
  const busy = run !== undefined && isOpen(run);
  return (
    <Panel
      title={t('planning.search')}
      aside={
        <Group gap={6} wrap="nowrap">
          <Select
            aria-label={t('planning.seconds')}
            w={92}
            allowDeselect={false}
            value={seconds}
            onChange={(value) => value && setSeconds(value)}
            data={SECONDS.map((each) => ({ value: String(each), label: `${each} s` }))}
          />
          <Button
            leftSection={<IconSparkles size={15} aria-hidden />}
            loading={start.isPending || busy}
            disabled={plan.state !== 'draft'}
            onClick={() => start.mutate()}
          >
            {t('planning.optimise')}
          </Button>
        </Group>
      }
    >
      {run && <JobProgress run={run} note={(one) => <SearchNote run={one} />} />}
      {run && costsOf(run).length > 1 && <CostCurve costs={costsOf(run)} />}
    </Panel>
  );
}

const planOf = ({ input }: JobRun): unknown => (input as { plan?: unknown }).plan;

/** What the run left on the board is fetched when it ends. */
function useKeptResult(run: JobRun | undefined, plan: string): void {
  const client = useQueryClient();
  const ended = run?.endedAt;
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['transport-plans', 'one', plan] });
  }, [client, ended, plan]);
}

function SearchNote({ run }: { run: JobRun }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const result = run.result as { costBefore?: number; costAfter?: number; kept?: boolean; reason?: string } | null;
  if (result?.reason) return result.reason;
  if (result?.costAfter !== undefined)
    return t('planning.searched', { after: format.quantity(Math.round(result.costAfter)) });
  const { cost, iteration } = (run.note ?? {}) as { cost?: number; iteration?: number };
  return cost === undefined
    ? ''
    : t('planning.searching', { cost: format.quantity(Math.round(cost)), iterations: format.quantity(iteration ?? 0) });
}

interface CostPoint {
  at: number;
  cost: number;
}
function costsOf(run: JobRun): CostPoint[] {
  const kept = (run.result as { costs?: CostPoint[] } | null)?.costs;
  const told = (run.note as { costs?: string } | null)?.costs;
  return kept ?? (told ? (JSON.parse(told) as CostPoint[]) : []);
}

function CostCurve({ costs }: { costs: CostPoint[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const last = format.quantity(Math.round(costs.at(-1)!.cost));
  return (
    <Plot
      height={HEIGHT}
      text={t('planning.curve', { last })}
      of={[costs]}
      draw={() => ({ data: [costs.map(({ at }) => at), costs.map(({ cost }) => cost)], options: options(format) })}
    />
  );
}

function options(format: Format): Drawing['options'] {
  const axis = plotAxis();
  const stepped = UPlot.paths.stepped?.({ align: 1 });
  return {
    cursor: { drag: { x: false, y: false } },
    legend: { show: false },
    scales: { x: { time: false } },
    axes: [
      { ...axis, values: (_, splits) => splits.map((second) => `${format.quantity(second)} s`) },
      { ...axis, size: 62, values: (_, splits) => splits.map((cost) => format.quantity(cost)) },
    ],
    series: [
      {},
      { stroke: pageColour('--accent'), width: 1.5, points: { show: false }, ...(stepped && { paths: stepped }) },
    ],
  };
}
