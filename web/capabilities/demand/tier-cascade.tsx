import { Badge, Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { type EndDemand, endDemandQuery } from './demand-plan-queries.ts';
import { WeekLines } from './week-lines.tsx';

const keyOf = (row: EndDemand): string => `${row.customer}/${row.supplier}/${row.site}/${row.part}`;
const sumOf = (weeks: EndDemand['weeks']): number =>
  weeks.slice(0, 13).reduce((sum, { quantity }) => sum + quantity, 0);

/** End demand, tier by tier, beside the orders that each tier passed on. */
export function TierCascade(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(endDemandQuery);
  const [chosen, choose] = useState<string>();
  return (
    <Answered query={query}>
      {(rows) => {
        if (rows.length === 0)
          return (
            <Panel>
              <Empty title={t('cascade.empty')} text={t('cascade.emptyText')} />
            </Panel>
          );
        const shown = rows.find((row) => keyOf(row) === chosen) ?? rows[0];
        return (
          <>
            {shown && <Comparison row={shown} />}
            <Relations rows={rows} selected={shown && keyOf(shown)} onOpen={(row) => choose(keyOf(row))} />
          </>
        );
      }}
    </Answered>
  );
}

function Comparison({ row }: { row: EndDemand }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const lines = useMemo(
    () => [
      { label: t('cascade.endDemand'), weeks: row.weeks },
      { label: t('cascade.orders'), weeks: row.orders },
    ],
    [row, t],
  );
  const removed =
    row.bound !== null && row.boundWithoutSharing !== null && row.boundWithoutSharing > 1
      ? 1 - (row.bound - 1) / (row.boundWithoutSharing - 1)
      : undefined;
  return (
    <Panel
      title={`${names.part(row.part)} · ${names.organisation(row.customer)} → ${names.organisation(row.supplier)}`}
      aside={<Badge variant="light">{t('cascade.tier', { tier: row.tier })}</Badge>}
    >
      <WeekLines title={t('cascade.chart')} lines={lines} />
      <Group gap="xl" px={18} pb="sm">
        <Figure
          name={t('cascade.bullwhip')}
          value={row.bullwhip === null ? '–' : format.quantity(row.bullwhip)}
          hint={t('cascade.bullwhipText', { count: row.comparedWeeks })}
        />
        <Figure
          name={t('cascade.bound')}
          value={row.bound === null ? '–' : format.quantity(row.bound)}
          hint={t('cascade.boundText')}
        />
        <Figure
          name={t('cascade.removed')}
          value={removed === undefined ? '–' : `${Math.round(removed * 100)} %`}
          hint={t('cascade.removedText', { bound: row.boundWithoutSharing ?? '–' })}
        />
      </Group>
    </Panel>
  );
}

function Figure({ name, value, hint }: { name: string; value: string; hint: string }): ReactNode {
  return (
    <div style={{ maxWidth: 260 }}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fw={600} size="lg" className="numeric">
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
    </div>
  );
}

function Relations({
  rows,
  selected,
  onOpen,
}: {
  rows: EndDemand[];
  selected: string | undefined;
  onOpen: (row: EndDemand) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const columns = useColumns();
  return (
    <Panel
      flush
      title={t('cascade.relations')}
      aside={
        <TextInput
          leftSection={<IconSearch size={14} aria-hidden />}
          aria-label={t('forecast.search')}
          placeholder={t('forecast.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      }
    >
      <div style={{ height: 420, display: 'flex' }}>
        <DataTable
          label={t('cascade.relations')}
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          text={text}
          selected={selected}
          onOpen={onOpen}
          emptyTitle={t('cascade.empty')}
          emptyText={t('cascade.emptyText')}
          tall
        />
      </div>
    </Panel>
  );
}

function useColumns(): Column<EndDemand>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return [
    { id: 'tier', header: t('cascade.tierName'), value: (row) => row.tier, numeric: true, width: 70 },
    {
      id: 'part',
      header: t('field.part'),
      value: (row) => `${names.part(row.part)} ${names.partText(row.part)}`,
      cell: (row) => (
        <TwoLines first={<span className="mono">{names.part(row.part)}</span>} second={names.partText(row.part)} />
      ),
      grow: true,
    },
    { id: 'customer', header: t('cascade.customer'), value: (row) => names.organisation(row.customer), width: 170 },
    { id: 'supplier', header: t('cascade.supplier'), value: (row) => names.organisation(row.supplier), width: 170 },
    {
      id: 'demand',
      header: t('cascade.demandQuarter'),
      value: (row) => sumOf(row.weeks),
      cell: (row) => format.quantity(Math.round(sumOf(row.weeks))),
      numeric: true,
      width: 130,
    },
    {
      id: 'orders',
      header: t('cascade.ordersQuarter'),
      value: (row) => (row.release ? sumOf(row.orders) : null),
      cell: (row) => (row.release ? format.quantity(Math.round(sumOf(row.orders))) : '–'),
      numeric: true,
      width: 130,
    },
    {
      id: 'bullwhip',
      header: t('cascade.bullwhip'),
      value: (row) => row.bullwhip,
      cell: (row) => (row.bullwhip === null ? '–' : format.quantity(row.bullwhip)),
      numeric: true,
      width: 100,
    },
  ];
}
