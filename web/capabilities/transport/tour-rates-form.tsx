import { Button, Drawer, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { type Rates, saveTourRates } from './season-queries.ts';

const PRICES = ['perTour', 'perKm', 'perHour', 'perStop', 'minimum', 'fuelSurchargePercent'] as const;

interface RatesValues extends Record<(typeof PRICES)[number], number | string> {
  name: string;
  partner: string | null;
  validFrom: string | null;
}

/** Carrier or customer states what tours cost; what the customer states is a report until the carrier says the same. */
export function TourRatesForm({ rates, onClose }: { rates?: Rates; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const isCarrier = me?.organisation.roles.includes('carrier') ?? false;
  const form = useForm<RatesValues>({
    initialValues: valuesOf(rates, isCarrier),
    validate: {
      name: (value) => (value.trim() ? null : t('error.required')),
      partner: (value) => (value ? null : t('error.required')),
      validFrom: (value) => (value ? null : t('error.required')),
    },
  });
  const save = useMutation({
    mutationFn: ({ name, partner, validFrom, ...prices }: RatesValues) => {
      const own = me!.organisation.id;
      const pair = isCarrier ? { carrier: own, customer: partner! } : { carrier: partner!, customer: own };
      const amounts = Object.fromEntries(PRICES.map((price) => [price, Number(prices[price])])) as Record<
        (typeof PRICES)[number],
        number
      >;
      const terms = {
        ...pair,
        name: name.trim(),
        currency: rates?.currency ?? 'EUR',
        validFrom: validFrom!,
        ...amounts,
      };
      return saveTourRates(rates?.tariff ?? `tours-${crypto.randomUUID()}`, terms);
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
      onClose={onClose}
      title={rates?.name ?? t('freight.addRates')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <Stack gap="sm">
          <RatesFields form={form} isCarrier={isCarrier} known={rates !== undefined} />
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

function RatesFields({
  form,
  isCarrier,
  known,
}: {
  form: UseFormReturnType<RatesValues>;
  isCarrier: boolean;
  known: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const partners = [...names.organisations.values()].filter(({ roles }) => roles.includes('carrier') !== isCarrier);
  return (
    <>
      <TextInput label={t('field.name')} {...form.getInputProps('name')} />
      <Select
        searchable
        disabled={known}
        label={t(isCarrier ? 'season.customer' : 'field.carrier')}
        data={partners.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('partner')}
      />
      <DatePickerInput label={t('season.valid')} {...form.getInputProps('validFrom')} />
      <Group grow>
        {PRICES.slice(0, 3).map((price) => (
          <NumberInput key={price} label={t(`freight.${price}`)} min={0} {...form.getInputProps(price)} />
        ))}
      </Group>
      <Group grow>
        {PRICES.slice(3).map((price) => (
          <NumberInput key={price} label={t(`freight.${price}`)} min={0} {...form.getInputProps(price)} />
        ))}
      </Group>
    </>
  );
}

function valuesOf(rates: Rates | undefined, isCarrier: boolean): RatesValues {
  const terms = (rates?.terms ?? {}) as Partial<Record<(typeof PRICES)[number], number>>;
  const prices = Object.fromEntries(PRICES.map((price) => [price, terms[price] ?? 0])) as Record<
    (typeof PRICES)[number],
    number
  >;
  return {
    ...prices,
    name: rates?.name ?? '',
    partner: (isCarrier ? rates?.customer : rates?.carrier) ?? null,
    validFrom: rates?.validFrom ?? null,
  };
}
