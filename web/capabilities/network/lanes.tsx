import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { LaneForm } from './lane-form.tsx';
import { MasterSheet } from './master-sheet.tsx';
import { type Lane, lanesQuery } from './queries.ts';

export function Lanes({ text }: { text?: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(lanesQuery);
  const [opened, setOpened] = useState<Lane>();
  const columns = useLaneColumns();
  return (
    <Answered query={query}>
      {(lanes) => (
        <MasterSheet>
          <DataTable
            tall
            label={t('masterData.lanes')}
            rows={lanes}
            columns={columns}
            rowKey={(lane) => `${lane.customer}/${lane.id}`}
            text={text}
            onOpen={setOpened}
            emptyTitle={t('masterData.empty')}
            emptyText={t('masterData.emptyText')}
          />
          {opened && <LaneForm lane={opened} onClose={() => setOpened(undefined)} />}
        </MasterSheet>
      )}
    </Answered>
  );
}

function useLaneColumns(): Column<Lane>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return [
    {
      id: 'part',
      header: t('field.part'),
      value: (lane) => `${names.part(lane.part)} ${names.partText(lane.part)}`,
      cell: (lane) => (
        <TwoLines first={<span className="mono">{names.part(lane.part)}</span>} second={names.partText(lane.part)} />
      ),
      width: 190,
    },
    {
      id: 'way',
      header: t('field.way'),
      value: (lane) => `${names.site(lane.from)} → ${names.site(lane.to)} ${names.organisation(lane.supplier)}`,
      cell: (lane) => (
        <TwoLines
          first={`${names.site(lane.from)} → ${names.site(lane.to)}`}
          second={names.organisation(lane.supplier)}
        />
      ),
      grow: true,
      width: 240,
    },
    {
      id: 'carrier',
      header: t('field.carrier'),
      value: (lane) => names.organisation(lane.carrier),
      cell: (lane) => (
        <TwoLines
          first={names.organisation(lane.carrier)}
          second={!lane.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
        />
      ),
      width: 160,
    },
    { id: 'mode', header: t('field.mode'), value: (lane) => t(`mode.${lane.mode}`), width: 100 },
    quantityColumn('lead', t('masterData.leadTime'), (lane) => lane.leadTimeDays, format.quantity),
    { id: 'incoterm', header: 'Incoterm', value: (lane) => lane.incoterm, width: 90 },
    quantityColumn('minimum', t('masterData.minimum'), (lane) => lane.minimumQuantity, format.quantity),
  ];
}

function quantityColumn(
  id: string,
  header: string,
  value: (lane: Lane) => number | null,
  show: (quantity: number) => string,
): Column<Lane> {
  return {
    id,
    header,
    value,
    cell: (lane) => {
      const quantity = value(lane);
      return quantity === null ? '–' : show(quantity);
    },
    width: 100,
    numeric: true,
  };
}
