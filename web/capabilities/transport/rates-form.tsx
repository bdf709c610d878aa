import { Alert, Button, Drawer, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { GroupageGrid } from './groupage-grid.tsx';
import { vehicleTypesQuery } from './queries.ts';
import { AMOUNTS, type RatesKind, type RatesValues, statedOf, valuesOf, wrongIn } from './rates-values.ts';
import { type Rates, saveRates } from './season-queries.ts';

interface FormProps {
  kind: RatesKind;
  rates?: Rates;
  onClose: () => void;
}

/** What cannot be changed can still be read. */
const FIELDS: CSSProperties & Record<'--mantine-color-disabled-color', string> = {
  all: 'unset',
  display: 'block',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
};

/**
 * Carrier or customer states what tours, whole trucks or part loads cost. The carrier's word stands; the customer's is a report until
 * the carrier says the same, and is not asked for where it has.
 */
export function RatesForm({ kind, rates, onClose }: FormProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const own = me?.organisation.id;
  const isCarrier = rates ? rates.carrier === own : (me?.organisation.roles.includes('carrier') ?? false);
  const isFixed = (rates?.confirmed ?? false) && !isCarrier;
  const form = useForm<RatesValues>({
    initialValues: valuesOf(kind, rates, isCarrier),
    validate: (values) =>
      Object.fromEntries(Object.entries(wrongIn(kind, values)).map(([field, word]) => [field, t(word)])),
  });
  const save = useMutation({
    mutationFn: (values: RatesValues) => {
      const pair = isCarrier
        ? { carrier: own!, customer: values.partner! }
        : { carrier: values.partner!, customer: own! };
      return saveRates(kind, rates?.tariff ?? `${kind}-${crypto.randomUUID()}`, { ...pair, ...statedOf(kind, values) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rates'] });
      tellDone(t('masterData.saved'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer
      opened
      size="lg"
      onClose={onClose}
      title={rates?.name ?? t(`freight.add-${kind}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <fieldset disabled={isFixed} style={FIELDS}>
          <Stack gap="sm">
            {isFixed && <Alert p="xs">{t('freight.carriersWord')}</Alert>}
            <Head form={form} isCarrier={isCarrier} known={rates !== undefined} />
            <Terms form={form} kind={kind} />
            {!isFixed && (
              <Group justify="flex-end">
                <Button type="submit" loading={save.isPending}>
                  {t('action.save')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </Drawer>
  );
}

type Form = UseFormReturnType<RatesValues>;

function Head({ form, isCarrier, known }: { form: Form; isCarrier: boolean; known: boolean }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const partners = [...names.organisations.values()].filter(({ roles }) => roles.includes('carrier') !== isCarrier);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput label={t('field.name')} {...form.getInputProps('name')} />
      <Select
        searchable
        disabled={known}
        label={t(isCarrier ? 'season.customer' : 'field.carrier')}
        data={partners.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('partner')}
      />
      <DatePickerInput label={t('freight.validFrom')} {...form.getInputProps('validFrom')} />
      <DatePickerInput clearable label={t('freight.validTo')} {...form.getInputProps('validTo')} />
      <TextInput label={t('freight.currency')} maxLength={3} {...form.getInputProps('currency')} />
    </SimpleGrid>
  );
}

function Terms({ form, kind }: { form: Form; kind: RatesKind }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'tour' && <TruckOfTours form={form} />}
      {kind === 'full-load' && <TextInput label={t('freight.vehicleName')} {...form.getInputProps('vehicleName')} />}
      {kind === 'groupage' && <Hub form={form} />}
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        {AMOUNTS[kind].map((amount) => (
          <NumberInput
            key={amount}
            label={t(`freight.${amount}`)}
            min={0}
            {...form.getInputProps(`amounts.${amount}`)}
          />
        ))}
      </SimpleGrid>
      {kind === 'groupage' && (
        <GroupageGrid
          value={form.values.grid}
          onChange={(grid) => form.setFieldValue('grid', grid)}
          error={form.errors.grid}
        />
      )}
    </>
  );
}

function TruckOfTours({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const known = (useQuery(vehicleTypesQuery).data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const stated = form.values.vehicleType;
  const missing = stated && !known.some(({ value }) => value === stated) ? [{ value: stated, label: stated }] : [];
  return (
    <Select
      clearable
      label={t('freight.vehicleType')}
      placeholder={t('freight.anyTruck')}
      data={[...known, ...missing]}
      {...form.getInputProps('vehicleType')}
    />
  );
}

function Hub({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const sites = [...useNames().sites.values()];
  return (
    <Select
      searchable
      label={t('freight.hub')}
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      {...form.getInputProps('hub')}
    />
  );
}
