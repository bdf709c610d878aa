import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { partnersQuery } from '../network/queries.ts';
import { type Asking, askForUpdate } from './interface-queries.ts';

const ASPECTS: Asking['aspect'][] = [
  'item-stock',
  'planned-production',
  'material-demand',
  'week-based-material-demand',
  'delivery-information',
];
/** Stock is stated on both sides of a trade. */
const DIRECTED: Asking['aspect'] = 'item-stock';

/** What is filled in, and what sends it. */
function useAsking(onClose: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      ...{ aspect: DIRECTED, direction: 'OUTBOUND' as NonNullable<Asking['direction']> },
      ...{ material: '', partner: null as string | null, note: '' },
    },
    validate: { material: (value) => (value ? null : t('error.required')) },
  });
  const ask = useMutation({
    mutationFn: () => {
      const { aspect, material, direction, partner, note } = form.values;
      return askForUpdate({
        ...{ aspect, material },
        ...(aspect === DIRECTED && { direction }),
        ...(partner && { partner }),
        ...(note.trim() && { note: note.trim() }),
      });
    },
    onSuccess: () => {
      tellDone(t('updateRequest.sent'));
      onClose();
    },
    onError: (error) => tellFailure(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['update-requests'] }),
  });
  return { form, ask };
}

export function AskForUpdate({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const partners = useQuery(partnersQuery).data ?? [];
  const { form, ask } = useAsking(onClose);
  const parts = [...names.parts.values()].map(({ id }) => ({
    value: id,
    label: [names.part(id), names.partText(id)].filter(Boolean).join(' · '),
  }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('updateRequest.ask')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit(() => ask.mutate())} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t('updateRequest.text')}</Text>
          <Select
            label={t('updateRequest.what')}
            allowDeselect={false}
            data={ASPECTS.map((value) => ({ value, label: t(`updateRequest.${value}`) }))}
            {...form.getInputProps('aspect')}
          />
          {form.values.aspect === DIRECTED && (
            <Select
              label={t('updateRequest.side')}
              allowDeselect={false}
              data={[
                { value: 'OUTBOUND', label: t('updateRequest.outbound') },
                { value: 'INBOUND', label: t('updateRequest.inbound') },
              ]}
              {...form.getInputProps('direction')}
            />
          )}
          <Select label={t('field.part')} searchable limit={50} data={parts} {...form.getInputProps('material')} />
          <Select
            label={t('updateRequest.whom')}
            placeholder={t('updateRequest.everybody')}
            searchable
            clearable
            data={partners.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
            {...form.getInputProps('partner')}
          />
          <TextInput label={t('updateRequest.note')} maxLength={400} {...form.getInputProps('note')} />
          <Group justify="flex-end">
            <Button type="submit" loading={ask.isPending}>
              {t('updateRequest.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
