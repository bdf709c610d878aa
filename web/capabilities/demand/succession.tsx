import { Button, Group, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { forecastsQuery, type Succession, stateSuccession, successionsQuery } from './forecast-queries.ts';

/** Phase-in and phase-out: which part this one takes over from, and which takes over from it. */
export function SuccessionOf({ part }: { part: string }): ReactNode {
  const { t } = useTranslation();
  const all = useQuery(successionsQuery).data ?? [];
  const concerned = all.filter(({ successor, predecessor }) => successor === part || predecessor === part);
  return (
    <section aria-label={t('succession.title')}>
      <Title order={3} size="h4">
        {t('succession.title')}
      </Title>
      {concerned.map((one) => (
        <Stated key={one.successor} succession={one} />
      ))}
      {concerned.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('succession.none')}
        </Text>
      )}
      <SuccessionForm key={part} part={part} known={all.find(({ successor }) => successor === part)} />
    </section>
  );
}

function Stated({ succession }: { succession: Succession }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { successor, predecessor, ratio, startsOn, endsOn } = succession;
  return (
    <Text size="sm" mt={4}>
      <span className="mono">{names.part(predecessor)}</span> → <span className="mono">{names.part(successor)}</span> ·{' '}
      {t('succession.during', { from: format.week(startsOn), to: format.week(endsOn) })}
      {ratio !== 1 && ` · ${t('succession.ratioText', { ratio: format.quantity(ratio) })}`}
    </Text>
  );
}

function SuccessionForm({ part, known }: { part: string; known: Succession | undefined }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const forecast = useQuery(forecastsQuery).data ?? [];
  const form = useForm({
    initialValues: {
      predecessor: known?.predecessor ?? '',
      ratio: known?.ratio ?? 1,
      startsOn: known?.startsOn ?? '',
      endsOn: known?.endsOn ?? '',
    },
    validate: {
      predecessor: (value) => (value ? null : t('error.required')),
      startsOn: (value) => (value ? null : t('error.required')),
      endsOn: (value, { startsOn }) => (value && value >= startsOn ? null : t('succession.endsBefore')),
    },
  });
  const state = useMutation({
    mutationFn: stateSuccession,
    onSuccess: () => {
      tellDone(t('succession.stated'), t('forecast.judgedText'));
      void client.invalidateQueries({ queryKey: ['forecasts'] });
    },
    onError: (error) => tellFailure(error),
  });
  const others = [...new Set(forecast.map((row) => row.part))].filter((id) => id !== part);
  return (
    <form onSubmit={form.onSubmit((values) => state.mutate({ ...values, successor: part }))}>
      <Group align="end" gap="sm" mt={6} wrap="wrap">
        <Select
          w={220}
          searchable
          label={t('succession.predecessor')}
          data={others.map((value) => ({ value, label: names.part(value) }))}
          {...form.getInputProps('predecessor')}
        />
        <TextInput type="date" label={t('succession.startsOn')} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t('succession.endsOn')} {...form.getInputProps('endsOn')} />
        <NumberInput w={110} min={0.001} label={t('succession.ratio')} {...form.getInputProps('ratio')} />
        <Button type="submit" variant="default" loading={state.isPending}>
          {t('succession.state')}
        </Button>
      </Group>
    </form>
  );
}

/** For a part that nothing is known of yet: it begins with what another part was needed for. */
export const NewPart = ({ part }: { part: string }): ReactNode => (
  <Stack gap="md" px={18} pb="md">
    <SuccessionOf part={part} />
  </Stack>
);
