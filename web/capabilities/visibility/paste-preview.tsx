import { Button, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { savePlan } from '../demand/queries.ts';
import type { PastedDay } from './paste.ts';
import type { ProjectionNode } from './queries.ts';

export interface PastePlan {
  kind: 'requirement' | 'production';
  node: ProjectionNode;
  days: string[];
  quantities: PastedDay[];
  from: string;
  to: string;
}

/** What a paste would write, day by day beside what stands there, before anything is written. */
export function PastePreview({ plan, onClose }: { plan?: PastePlan; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: savePlan,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['projection'] });
      tellDone(t('grid.planSaved'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  if (!plan) return null;
  const { kind, node, quantities, from, to } = plan;
  return (
    <Modal opened onClose={onClose} title={t('grid.pasteTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text>
          {t(`plan.${kind}`)} · <span className="mono">{names.part(node.part)}</span> · {names.site(node.site)}
        </Text>
        <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0 }}>
          <Changes plan={plan} />
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            loading={save.isPending}
            onClick={() =>
              save.mutate({ kind, site: node.site, part: node.part, unit: node.unit, from, to, quantities })
            }
          >
            {t('grid.pasteApply', { count: quantities.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Changes({ plan: { kind, node, days, quantities } }: { plan: PastePlan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const standing = kind === 'requirement' ? node.demand : node.planned;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.day')}</Table.Th>
          <Table.Th data-numeric>{t('field.old')}</Table.Th>
          <Table.Th data-numeric>{t('field.new')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {quantities.map(({ day, quantity }) => (
          <Table.Tr key={day}>
            <Table.Td>
              {format.weekday(day)} {format.day(day)}
            </Table.Td>
            <Table.Td data-numeric>{format.quantity(standing[days.indexOf(day)] ?? 0)}</Table.Td>
            <Table.Td data-numeric fw={600}>
              {format.quantity(quantity)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
