import { Button, Group, Modal, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LOCALES } from '../../languages/languages.ts';
import { serverNow } from '../../shell/clock.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { type CapacityGroup, stateGroup } from './capacity-queries.ts';
import { type CapacityValues, readWeeks, startingWeeks, toTerms, writeWeeks } from './capacity-terms.ts';
import { type ScheduleRow, schedulesQuery } from './queries.ts';

const HOURS = { min: 0, step: 0.5, decimalScale: 4 } as const;

/** States a group anew or for the first time; its weeks are four columns as a spreadsheet has them. */
export function CapacityForm({ group, onClose }: { group?: CapacityGroup; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  const locale = LOCALES[currentLanguage()];
  const traded = (useQuery(schedulesQuery).data ?? []).filter(({ supplier }) => supplier === own);
  const form = useForm<CapacityValues>({
    initialValues: valuesOf(group, new Date(serverNow()).toISOString().slice(0, 10)),
    validate: {
      name: (value) => (value.trim() ? null : t('error.required')),
      parts: (value) => (value.length > 0 ? null : t('error.required')),
      weeks: (value) => {
        const read = readWeeks(value, locale);
        return read.ok ? null : t('capacity.weekWrong', { line: read.line });
      },
    },
  });
  const state = useMutation({
    mutationFn: (values: CapacityValues) =>
      stateGroup(group?.group ?? `cap-${crypto.randomUUID()}`, toTerms(values, { group, locale })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['capacity'] });
      tellDone(t('capacity.stated'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('capacity.edit')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => state.mutate(values))}>
        <Stack gap="sm">
          <Fields form={form} traded={traded} />
          <Group justify="flex-end">
            <Button type="submit" loading={state.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type CapacityFormState = Pick<UseFormReturnType<CapacityValues>, 'values' | 'getInputProps'>;

function Fields({ form, traded }: { form: CapacityFormState; traded: ScheduleRow[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const offered = traded.filter(({ customer }) => !form.values.customer || customer === form.values.customer);
  const choices = [...new Set([...offered.map(({ part }) => part), ...form.values.parts])];
  return (
    <>
      <TextInput label={t('field.name')} required {...form.getInputProps('name')} />
      <Select
        label={t('capacity.customer')}
        description={t('capacity.customerText')}
        clearable
        data={[...new Set(traded.map(({ customer }) => customer))].map((id) => ({
          value: id,
          label: names.organisation(id),
        }))}
        {...form.getInputProps('customer')}
      />
      <MultiSelect
        label={t('field.part')}
        required
        searchable
        data={choices.map((value) => ({ value, label: names.part(value) }))}
        {...form.getInputProps('parts')}
      />
      <Group grow>
        <NumberInput label={t('capacity.loadFactor')} {...HOURS} {...form.getInputProps('loadFactor')} />
        <TextInput label={t('field.unit')} {...form.getInputProps('unit')} />
      </Group>
      <Textarea
        label={t('capacity.weeks')}
        description={t('capacity.weeksText')}
        autosize
        minRows={4}
        maxRows={12}
        className="mono"
        {...form.getInputProps('weeks')}
      />
      <Group grow>
        <NumberInput label={t('capacity.shiftsPerWeek')} min={1} max={21} {...form.getInputProps('shiftsPerWeek')} />
        <NumberInput label={t('capacity.hoursPerShift')} {...HOURS} {...form.getInputProps('hoursPerShift')} />
        <NumberInput label={t('capacity.hoursPerUnit')} {...HOURS} {...form.getInputProps('hoursPerUnit')} />
      </Group>
    </>
  );
}

const valuesOf = (group: CapacityGroup | undefined, today: string): CapacityValues => ({
  name: group?.name ?? '',
  customer: group?.customer ?? null,
  unit: group?.unit ?? 'H87',
  parts: group?.parts.map(({ part }) => part) ?? [],
  loadFactor: group?.parts[0]?.loadFactor ?? 1,
  weeks: group ? writeWeeks(group.weeks) : startingWeeks(today),
  shiftsPerWeek: group?.resources?.shiftsPerWeek ?? '',
  hoursPerShift: group?.resources?.hoursPerShift ?? '',
  hoursPerUnit: group?.resources?.hoursPerUnit ?? '',
});
