import type { StockStatus } from '@intakt/contract';
import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { countStock } from './queries.ts';

const STATUSES = ['available', 'blocked', 'in-quality'] as const;

/** What was counted at a site replaces what the books say. */
export function CountForm({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  const form = useForm({
    initialValues: { site: '', part: '', status: 'available' as StockStatus, quantity: 0 },
    validate: {
      site: (value) => (value ? null : t('error.required')),
      part: (value) => (value ? null : t('error.required')),
    },
  });
  const count = useMutation({
    mutationFn: () => countStock({ ...form.values, unit: names.parts.get(form.values.part)?.unit ?? 'H87' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['stock'] });
      tellDone(t('stock.counted'));
      form.reset();
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  const sites = [...names.sites.values()].filter((site) => site.owner === own);
  const parts = [...names.parts.values()].map((part) => ({
    value: part.id,
    label: [part.myNumber, part.description].filter(Boolean).join(' · '),
  }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('stock.count')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit(() => count.mutate())}>
        <Stack gap="sm">
          <Select
            label={t('field.site')}
            searchable
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('site')}
          />
          <Select label={t('field.part')} searchable limit={50} data={parts} {...form.getInputProps('part')} />
          <Select
            label={t('field.stockStatus')}
            allowDeselect={false}
            data={STATUSES.map((value) => ({ value, label: t(`stockStatus.${value}`) }))}
            {...form.getInputProps('status')}
          />
          <NumberInput label={t('field.quantity')} min={0} {...form.getInputProps('quantity')} />
          <Group justify="flex-end">
            <Button type="submit" loading={count.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
