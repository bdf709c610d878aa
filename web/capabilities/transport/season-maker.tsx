import { Button, Group, NumberInput, Progress, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { isOpen, type JobRun, useCancelJob, useJob } from '../../shell/jobs.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { useMe } from '../network/queries.ts';
import { SEASON_PLAN } from './season-queries.ts';

/** Starts a plan, and shows how far it is; stopped, it keeps the best that it has. */
export function SeasonMaker(): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const { run, start, starting } = useJob(SEASON_PLAN);
  const form = useForm({
    initialValues: {
      ...{ site: '', name: '', leastPickups: 1, bays: 8, openFrom: '06:00', openTo: '22:00' },
      ...{ mostOverflowPercent: 10, perTonneCo2: 0 },
    },
  });
  const plants = [...names.sites.values()].filter((site) => site.owner === own && site.kind === 'plant');
  const site = form.values.site || plants[0]?.id;
  const begin = () => {
    const { name, ...rest } = form.values;
    start({ ...rest, site, ...(name && { name }) });
  };
  const number = (field: 'leastPickups' | 'bays' | 'mostOverflowPercent' | 'perTonneCo2', most: number) => (
    <NumberInput
      w={132}
      label={t(`season.ask-${field}`)}
      min={field === 'bays' || field === 'leastPickups' ? 1 : 0}
      max={most}
      {...form.getInputProps(field)}
    />
  );
  return (
    <Panel title={t('season.make')}>
      <form onSubmit={form.onSubmit(begin)}>
        <Group align="flex-end" gap="sm">
          <Select
            w={200}
            label={t('season.plant')}
            allowDeselect={false}
            data={plants.map(({ id, name }) => ({ value: id, label: name }))}
            value={site ?? null}
            onChange={(value) => form.setFieldValue('site', value ?? '')}
          />
          <TextInput w={170} label={t('field.name')} maxLength={80} {...form.getInputProps('name')} />
          {number('leastPickups', 7)}
          {number('bays', 500)}
          <TextInput w={128} type="time" label={t('season.openFrom')} {...form.getInputProps('openFrom')} />
          <TextInput w={128} type="time" label={t('season.openTo')} {...form.getInputProps('openTo')} />
          {number('mostOverflowPercent', 100)}
          {number('perTonneCo2', 5000)}
          <Button
            type="submit"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            loading={starting}
            disabled={!site || (run && isOpen(run))}
          >
            {t('season.start')}
          </Button>
        </Group>
      </form>
      {run && <RunLine run={run} />}
    </Panel>
  );
}

function RunLine({ run }: { run: JobRun }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelJob();
  if (run.state === 'failed')
    return (
      <Text c="red" mt="sm" role="alert">
        {t('season.failed', { problem: run.problem })}
      </Text>
    );
  if (!isOpen(run)) return null;
  const note = run.note as { stage?: string; cost?: number; rest?: number; tours?: number } | null;
  return (
    <Group mt="sm" gap="sm" aria-live="polite">
      <Progress value={run.progress * 100} w={220} aria-label={t('season.running')} />
      <Text size="sm" className="numeric">
        {note?.rest === undefined
          ? t('season.running')
          : t('season.best', { cost: format.quantity(note.rest), tours: note.tours ?? 0 })}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        onClick={() => cancel(run)}
      >
        {t('season.stop')}
      </Button>
    </Group>
  );
}
