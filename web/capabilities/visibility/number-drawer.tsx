import { Badge, Button, Drawer, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered, Empty } from '../../shell/states.tsx';
import { EventOrigin } from '../exchange/event-origin.tsx';
import type { GridColumn } from './grid-columns.ts';
import { cellValue, contributionsTo, countsCallOffs, type Measure } from './grid-values.ts';
import { unitName } from './part-line.tsx';
import { type Contribution, nodeQuery, type ProjectionNode } from './queries.ts';

export interface Opened {
  node: ProjectionNode;
  measure: Measure;
  column: GridColumn;
}

/** From a number to what it is made of, and from there to the message that said so. */
export function NumberDrawer({
  opened,
  days,
  onClose,
}: {
  opened?: Opened;
  days: string[];
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const [event, setEvent] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number starts again at its contributions.
  useEffect(() => setEvent(undefined), [opened]);
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={onClose}
      size="lg"
      title={opened && <span className="mono">{names.part(opened.node.part)}</span>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && !event && <Made opened={opened} days={days} onEvent={setEvent} />}
      {event && (
        <Stack gap="md" align="stretch">
          <Group>
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={14} aria-hidden />}
              onClick={() => setEvent(undefined)}
            >
              {t('grid.backToNumber')}
            </Button>
          </Group>
          <EventOrigin eventId={event} />
        </Stack>
      )}
    </Drawer>
  );
}

function Made({
  opened: { node, measure, column },
  days,
  onEvent,
}: {
  opened: Opened;
  days: string[];
  onEvent: (eventId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const query = useQuery(nodeQuery(node.site, node.part));
  const counts = ({ kind }: Contribution): boolean =>
    kind !== 'call-off' || measure === 'planned' || countsCallOffs(node);
  const { value, atLeast } = cellValue(node, measure, column);
  const when = column.kind === 'week' ? format.week(column.day) : format.day(column.day);
  return (
    <Stack gap="md">
      <div>
        <Text c="dimmed">
          {names.partText(node.part)} · {names.site(node.site)}
        </Text>
        <Text mt={8} c="dimmed">
          {t(`measure.${measure}`)} · {when}
        </Text>
        <Text fz={26} fw={620} className="numeric" c={value < 0 ? 'var(--red)' : undefined}>
          {atLeast ? '≥ ' : ''}
          {format.quantity(Math.round(value * 10) / 10)}{' '}
          <Text span c="dimmed">
            {measure === 'daysOfSupply' ? t('unit.days') : unitName(node.unit, t)}
          </Text>
        </Text>
      </div>
      <Answered query={query}>
        {(answer) => (
          <Contributions
            rows={contributionsTo(answer.contributions.filter(counts), measure, column, days)}
            onEvent={onEvent}
          />
        )}
      </Answered>
    </Stack>
  );
}

function Contributions({ rows, onEvent }: { rows: Contribution[]; onEvent: (eventId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows.length === 0) return <Empty title={t('grid.noContribution')} text={t('grid.noContributionText')} />;
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.source')}</Table.Th>
            <Table.Th>{t('field.reference')}</Table.Th>
            <Table.Th>{t('field.day')}</Table.Th>
            <Table.Th data-numeric>{t('field.quantity')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.kind}${row.day}${row.eventId}${row.reference}`}>
              <Table.Td>
                <UnstyledButton fz="sm" c="var(--number)" onClick={() => onEvent(row.eventId)}>
                  {t(`contribution.${row.kind}`)}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>
                {row.reference} {!row.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
              </Table.Td>
              <Table.Td>
                {row.day ? [...new Set([row.day, row.to ?? row.day])].map(format.shortDay).join(' – ') : '–'}
              </Table.Td>
              <Table.Td data-numeric>{format.quantity(row.quantity)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
