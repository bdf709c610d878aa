import type { RecordedEvent } from '@intakt/contract';
import { Code, Spoiler, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { displayed } from './event-values.ts';

/** The event's own words: names beside ids where they are known, lists and objects as they are. */
export function EventFacts({ event }: { event: RecordedEvent }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const rows = displayed(event.data as Record<string, unknown>, names);
  return (
    <div>
      <Table fz="xs" verticalSpacing={3} withRowBorders={false}>
        <Table.Tbody>
          {rows.map(({ field, text, name }) => (
            <Table.Tr key={field}>
              <Table.Td w={140} c="dimmed" pl={0}>
                {field}
              </Table.Td>
              <Table.Td>
                <span className="mono">{text}</span>
                {name && (
                  <Text span size="xs" c="dimmed" ml={8}>
                    {name}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Spoiler maxHeight={0} showLabel={t('feed.showJson')} hideLabel={t('feed.hideJson')}>
        <Code block tabIndex={0}>
          {JSON.stringify(event, null, 2)}
        </Code>
      </Spoiler>
    </div>
  );
}
