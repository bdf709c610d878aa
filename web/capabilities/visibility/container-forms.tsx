import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shell/clock.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { bookContainers, type ContainerAccount, stateBalance } from './container-queries.ts';

interface FormProps {
  account: ContainerAccount;
  opened: boolean;
  onClose: () => void;
}
const CAUSES = ['empty', 'full', 'lost', 'scrapped', 'adjusted'] as const;
const now = (): string => new Date(serverNow()).toISOString();

function useBooking(send: () => Promise<unknown>, done: string, onClose: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['containers'] });
      tellDone(done);
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
}

/** Packages that left or came, or a correction of what was said of a slip. */
export function BookForm({ account, opened, onClose }: FormProps): ReactNode {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      direction: 'received' as 'sent' | 'received',
      cause: 'empty' as (typeof CAUSES)[number],
      reference: '',
      quantity: 0,
      note: '',
    },
    validate: { reference: (value) => (value.trim() ? null : t('error.required')) },
  });
  const { partner, packaging } = account;
  const book = useBooking(
    () => {
      const { note, ...values } = form.values;
      return bookContainers({ ...values, partner, packaging, movedAt: now(), ...(note && { note }) });
    },
    t('containers.booked'),
    () => {
      form.reset();
      onClose();
    },
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('containers.book')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit(() => book.mutate())}>
        <Stack gap="sm">
          <Text c="dimmed">{t('containers.bookText')}</Text>
          <Select
            label={t('containers.direction')}
            allowDeselect={false}
            data={[
              { value: 'received', label: t('containers.wayIn') },
              { value: 'sent', label: t('containers.wayOut') },
            ]}
            {...form.getInputProps('direction')}
          />
          <Select
            label={t('containers.cause')}
            allowDeselect={false}
            data={CAUSES.map((value) => ({ value, label: t(`containerCause.${value}`) }))}
            {...form.getInputProps('cause')}
          />
          <TextInput label={t('containers.reference')} maxLength={70} {...form.getInputProps('reference')} />
          <NumberInput
            label={t('field.quantity')}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            {...form.getInputProps('quantity')}
          />
          <TextInput label={t('containers.noteField')} maxLength={200} {...form.getInputProps('note')} />
          <Group justify="flex-end">
            <Button type="submit" loading={book.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What our books say; the partner's figure is one press away, so that agreeing is as easy as differing. */
export function BalanceForm({ account, opened, onClose }: FormProps): ReactNode {
  const { t } = useTranslation();
  const { partner, packaging, balance, partnerBalance } = account;
  const form = useForm({ initialValues: { balance, note: '' } });
  const state = useBooking(
    () => {
      const { note, ...values } = form.values;
      return stateBalance({ ...values, partner, packaging, statedAt: now(), ...(note && { note }) });
    },
    t('containers.stated'),
    onClose,
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('containers.state')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit(() => state.mutate())}>
        <Stack gap="sm">
          <Text c="dimmed">{t('containers.stateText')}</Text>
          <NumberInput
            label={t('containers.balance')}
            description={t('containers.balanceHint')}
            allowDecimal={false}
            {...form.getInputProps('balance')}
          />
          {balance !== partnerBalance && (
            <Group>
              <Button variant="default" onClick={() => form.setFieldValue('balance', partnerBalance)}>
                {t('containers.takeOver')} ({partnerBalance})
              </Button>
            </Group>
          )}
          <TextInput label={t('containers.noteField')} maxLength={200} {...form.getInputProps('note')} />
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
