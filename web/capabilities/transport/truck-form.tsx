import {
  Button,
  Checkbox,
  Drawer,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { saveVehicleType, type TruckType } from './queries.ts';
import {
  CAPACITIES,
  COSTS,
  EMISSIONS,
  LIMITS,
  type TruckValues,
  truckStated,
  truckValues,
  wrongInTruck,
} from './truck-values.ts';

/** A kind of truck as its owner states it; plans that are begun from now on count with it. */
export function TruckForm({ truck, onClose }: { truck?: TruckType; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<TruckValues>({
    initialValues: truckValues(truck),
    validate: (values) =>
      Object.fromEntries(Object.entries(wrongInTruck(values)).map(([field, word]) => [field, t(word)])),
  });
  const save = useMutation({
    mutationFn: (values: TruckValues) =>
      saveVehicleType(truck?.id ?? `truck-${crypto.randomUUID()}`, truckStated(values)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['vehicle-types'] });
      tellDone(t('masterData.saved'), t('trucks.savedText'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer
      opened
      size="lg"
      onClose={onClose}
      title={truck?.name ?? t('trucks.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <Stack gap="sm">
          <Head form={form} />
          <Figures form={form} fields={CAPACITIES} />
          <Figures form={form} fields={COSTS} />
          <Figures form={form} fields={EMISSIONS} />
          <Figures form={form} fields={LIMITS} />
          <Checkbox label={t('trucks.roundTrip')} {...form.getInputProps('roundTrip', { type: 'checkbox' })} />
          <Checkbox label={t('trucks.driverHours')} {...form.getInputProps('driverHours', { type: 'checkbox' })} />
          <TagsInput label={t('trucks.skills')} {...form.getInputProps('skills')} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

type Form = UseFormReturnType<TruckValues>;

function Head({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const carriers = [...useNames().organisations.values()].filter(({ roles }) => roles.includes('carrier'));
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <TextInput label={t('field.name')} {...form.getInputProps('name')} />
      <Select
        clearable
        searchable
        label={t('field.carrier')}
        placeholder={t('planning.toTender')}
        data={carriers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('carrier')}
      />
      <NumberInput
        label={t('trucks.count')}
        min={0}
        max={500}
        allowDecimal={false}
        {...form.getInputProps('figures.count')}
      />
    </SimpleGrid>
  );
}

const WORDS: Record<string, string> = {
  costPerTour: 'freight.perTour',
  costPerKm: 'freight.perKm',
  costPerHour: 'freight.perHour',
  costPerStop: 'freight.perStop',
  maxStops: 'trucks.maxStops',
  maxDistanceKm: 'trucks.maxDistanceKm',
};

function Figures({ form, fields }: { form: Form; fields: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
      {fields.map((field) => (
        <NumberInput
          key={field}
          label={t(WORDS[field] ?? `freight.${field}`)}
          min={field === 'maxStops' ? 1 : 0}
          allowDecimal={field !== 'maxStops'}
          {...form.getInputProps(`figures.${field}`)}
        />
      ))}
    </SimpleGrid>
  );
}
