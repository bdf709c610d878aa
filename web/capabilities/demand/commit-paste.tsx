import { Modal, ScrollArea, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { useMe } from '../network/queries.ts';
import { type Change, sideOf } from './commit-edit.ts';
import { SayForm } from './commit-form.tsx';
import { keyOf, weekOf } from './commit-rows.ts';

/** What a paste would say, week by week beside what is asked for, before anything is said. */
export function CommitPaste({ changes, onClose }: { changes?: Change[]; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const side = changes?.[0] && sideOf(changes[0].relation, own);
  if (!changes || !side) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('grid.pasteTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0 }}>
          <Changes changes={changes} />
        </ScrollArea.Autosize>
        <SayForm side={side} changes={changes} onDone={onClose} />
      </Stack>
    </Modal>
  );
}

function Changes({ changes }: { changes: Change[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.part')}</Table.Th>
          <Table.Th>{t('commits.week')}</Table.Th>
          <Table.Th data-numeric>{t('commitMeasure.released')}</Table.Th>
          <Table.Th data-numeric>{t('field.new')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ relation, week, quantity }) => (
          <Table.Tr key={`${keyOf(relation)}/${week}`}>
            <Table.Td className="mono">{names.part(relation.part)}</Table.Td>
            <Table.Td>{format.week(week)}</Table.Td>
            <Table.Td data-numeric>{format.quantity(weekOf(relation, week)?.released ?? 0)}</Table.Td>
            <Table.Td data-numeric fw={600}>
              {format.quantity(quantity)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
