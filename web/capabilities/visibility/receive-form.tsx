import type { StockStatus } from '@intakt/contract';
import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { type ReceiptTerms, receiveGoods, type ShipmentDetail } from './queries.ts';

const STATUSES = ['available', 'blocked', 'in-quality'] as const;
interface ReceiveValues {
  closesShipment: boolean;
  lines: { part: string; unit: string; despatched: number; quantity: number; status: StockStatus; reason: string }[];
}

/** A receipt by hand: the despatched quantities are proposed, and every difference is shown before it is written. */
export function ReceiveForm({
  detail,
  opened,
  onClose,
}: {
  detail: ShipmentDetail;
  opened: boolean;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<ReceiveValues>({ initialValues: proposed(detail) });
  const receive = useMutation({
    mutationFn: () => receiveGoods(receiptOf(detail, form.values)),
    onSuccess: async () => {
      await Promise.all(
        ['shipments', 'stock', 'today', 'projection'].map((root) => client.invalidateQueries({ queryKey: [root] })),
      );
      tellDone(t('receive.done', { note: detail.shipment.despatchNote }));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('receive.title', { note: detail.shipment.despatchNote })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit(() => receive.mutate())}>
        <Stack>
          <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('field.part')}</Table.Th>
                  <Table.Th data-numeric>{t('field.despatched')}</Table.Th>
                  <Table.Th w={120}>{t('field.received')}</Table.Th>
                  <Table.Th data-numeric>{t('field.difference')}</Table.Th>
                  <Table.Th w={130}>{t('field.stockStatus')}</Table.Th>
                  <Table.Th>{t('field.reason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {form.values.lines.map((line, index) => (
                  <ReceiveLine key={line.part} line={line} index={index} form={form} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Checkbox
            label={t('receive.closes')}
            description={t('receive.closesText')}
            {...form.getInputProps('closesShipment', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={receive.isPending}>
              {t('receive.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ReceiveLine({
  line,
  index,
  form,
}: {
  line: ReceiveValues['lines'][number];
  index: number;
  form: ReturnType<typeof useForm<ReceiveValues>>;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const difference = Number(line.quantity) - line.despatched;
  const number = names.part(line.part);
  return (
    <Table.Tr>
      <Table.Td>
        <Text className="mono">{number}</Text>
        <Text size="xs" c="dimmed">
          {names.partnerNumber(line.part)}
        </Text>
      </Table.Td>
      <Table.Td data-numeric>{format.quantity(line.despatched)}</Table.Td>
      <Table.Td>
        <NumberInput
          min={0}
          hideControls
          aria-label={`${t('field.received')} ${number}`}
          {...form.getInputProps(`lines.${index}.quantity`)}
        />
      </Table.Td>
      <Table.Td data-numeric c={difference === 0 ? 'dimmed' : 'var(--red)'} fw={difference === 0 ? 400 : 600}>
        {format.signed(difference)}
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={`${t('field.stockStatus')} ${number}`}
          allowDeselect={false}
          data={STATUSES.map((value) => ({ value, label: t(`stockStatus.${value}`) }))}
          {...form.getInputProps(`lines.${index}.status`)}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={`${t('field.reason')} ${number}`}
          placeholder={difference === 0 ? '' : t('receive.why')}
          {...form.getInputProps(`lines.${index}.reason`)}
        />
      </Table.Td>
    </Table.Tr>
  );
}

const proposed = (detail: ShipmentDetail): ReceiveValues => ({
  closesShipment: true,
  lines: detail.lines.map(({ part, unit, quantity, received }) => ({
    part,
    unit,
    despatched: quantity - received,
    quantity: quantity - received,
    status: 'available',
    reason: '',
  })),
});

function receiptOf({ shipment }: ShipmentDetail, { lines, closesShipment }: ReceiveValues): ReceiptTerms {
  return {
    shipment: shipment.id,
    supplier: shipment.supplier,
    site: shipment.to,
    despatchNote: shipment.despatchNote,
    closesShipment,
    lines: lines.map(({ part, unit, quantity, status, reason }) => ({
      part,
      unit,
      quantity: Number(quantity),
      status,
      ...(reason && { reason }),
    })),
  };
}
