import { Alert, Button, Drawer, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { IconChecks } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { laneTerms } from './lane-terms.ts';
import { type Lane, type LaneTerms, saveLane, useMe } from './queries.ts';

type Incoterm = NonNullable<LaneTerms['incoterm']>;
const EVERY_MODE: Record<Lane['mode'], true> = {
  road: true,
  rail: true,
  sea: true,
  air: true,
  'inland-waterway': true,
};
const EVERY_INCOTERM: Record<Incoterm, true> = {
  EXW: true,
  FCA: true,
  CPT: true,
  CIP: true,
  DAP: true,
  DPU: true,
  DDP: true,
  FAS: true,
  FOB: true,
  CFR: true,
  CIF: true,
};
const LONGEST_LEAD_DAYS = 200;

interface LaneValues {
  carrier: string | null;
  mode: Lane['mode'];
  leadTimeDays: number | string;
  incoterm: string | null;
  minimumQuantity: number | string;
  roundingQuantity: number | string;
}

/** The customer agrees the terms of its lane; the supplier acknowledges them; others read them. */
export function LaneForm({ lane, onClose }: { lane: Lane; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const save = useSaveLane(onClose);
  const form = useForm<LaneValues>({
    initialValues: valuesOf(lane),
    validate: { leadTimeDays: (value) => (value === '' ? t('error.required') : null) },
  });
  const isCustomer = lane.customer === own;
  const isSupplier = lane.supplier === own;
  return (
    <Drawer
      opened
      onClose={onClose}
      title={<span className="mono">{names.part(lane.part)}</span>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate({ terms: termsOf(lane, values), done: 'saved' }))}>
        <Stack gap="sm">
          <Parties lane={lane} />
          {!isCustomer && !isSupplier && <Alert color="gray">{t('masterData.notCustomer')}</Alert>}
          {isSupplier && <Alert color="petrol">{t('masterData.acknowledgeText')}</Alert>}
          <TermFields form={form} disabled={!isCustomer} />
          <Group justify="flex-end">
            {isSupplier && (
              <Button
                leftSection={<IconChecks size={15} aria-hidden />}
                loading={save.isPending}
                onClick={() => save.mutate({ terms: laneTerms(lane), done: 'acknowledged' })}
              >
                {t('masterData.acknowledge')}
              </Button>
            )}
            {isCustomer && (
              <Button type="submit" loading={save.isPending}>
                {t('action.save')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

function useSaveLane(onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ terms }: { terms: LaneTerms; done: 'saved' | 'acknowledged' }) => saveLane(terms),
    onSuccess: async (_answer, { done }) => {
      await client.invalidateQueries({ queryKey: ['lanes'] });
      tellDone(t(`masterData.${done}`));
      onDone();
    },
    onError: (error) => tellFailure(error),
  });
}

function Parties({ lane }: { lane: Lane }): ReactNode {
  const names = useNames();
  return (
    <div>
      <Text fw={560}>
        {names.organisation(lane.supplier)} → {names.organisation(lane.customer)}
      </Text>
      <Text size="xs" c="dimmed">
        {names.site(lane.from)} → {names.site(lane.to)}
      </Text>
    </div>
  );
}

function TermFields({ form, disabled }: { form: UseFormReturnType<LaneValues>; disabled: boolean }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const carriers = [...names.organisations.values()].filter(
    ({ id, roles }) => roles.includes('carrier') || id === form.values.carrier,
  );
  return (
    <>
      <Select
        label={t('field.carrier')}
        clearable={!disabled}
        searchable
        disabled={disabled}
        data={carriers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('carrier')}
      />
      <Group grow>
        <Select
          label={t('field.mode')}
          allowDeselect={false}
          disabled={disabled}
          data={Object.keys(EVERY_MODE).map((value) => ({ value, label: t(`mode.${value}`) }))}
          {...form.getInputProps('mode')}
        />
        <NumberInput
          label={t('masterData.leadTime')}
          min={0}
          max={LONGEST_LEAD_DAYS}
          disabled={disabled}
          {...form.getInputProps('leadTimeDays')}
        />
      </Group>
      <Select
        label="Incoterm"
        clearable={!disabled}
        disabled={disabled}
        data={Object.keys(EVERY_INCOTERM)}
        {...form.getInputProps('incoterm')}
      />
      <Group grow>
        <NumberInput
          label={t('masterData.minimum')}
          min={0}
          disabled={disabled}
          {...form.getInputProps('minimumQuantity')}
        />
        <NumberInput
          label={t('masterData.rounding')}
          min={0}
          disabled={disabled}
          {...form.getInputProps('roundingQuantity')}
        />
      </Group>
    </>
  );
}

const valuesOf = (lane: Lane): LaneValues => ({
  carrier: lane.carrier,
  mode: lane.mode,
  leadTimeDays: lane.leadTimeDays,
  incoterm: lane.incoterm,
  minimumQuantity: lane.minimumQuantity ?? '',
  roundingQuantity: lane.roundingQuantity ?? '',
});

const quantityOf = (value: number | string): number | null => (Number(value) > 0 ? Number(value) : null);

function termsOf(lane: Lane, values: LaneValues): LaneTerms {
  return laneTerms({
    ...lane,
    ...values,
    leadTimeDays: Number(values.leadTimeDays),
    minimumQuantity: quantityOf(values.minimumQuantity),
    roundingQuantity: quantityOf(values.roundingQuantity),
  });
}
