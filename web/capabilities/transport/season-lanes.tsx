import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import type { Scenario } from './season-queries.ts';
import { weekdayName } from './season-times.ts';

type Lane = Scenario['plan']['lanes'][number];

/** How each supplier's site delivers, today and by the plan. */
export function SeasonLanes({ scenario }: { scenario: Scenario }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const laneOf = new Map(scenario.lanes.map((lane) => [lane.lane, lane]));
  const before = new Map(scenario.today.lanes.map((lane) => [lane.lane, lane]));
  const days = (weekdays: number[]) => weekdays.map((day) => weekdayName(i18n.language, day)).join(' ');
  const how = (lane: Lane | undefined) =>
    lane ? `${t(`season.concept-${lane.concept}`)} · ${days(lane.weekdays)}` : '';
  const columns: Column<Lane>[] = [
    {
      id: 'supplier',
      header: t('season.supplier'),
      value: ({ lane }) => names.organisation(laneOf.get(lane)?.supplier),
      grow: true,
      width: 170,
    },
    { id: 'before', header: t('season.today'), value: ({ lane }) => how(before.get(lane)), grow: true, width: 190 },
    { id: 'plan', header: t('season.restPlan'), value: how, grow: true, width: 190 },
    { id: 'fullLoads', header: t('season.fullLoads'), value: ({ fullLoads }) => fullLoads, width: 110, numeric: true },
    { id: 'tour', header: t('season.tour'), value: ({ tour }) => tour, width: 80 },
    {
      id: 'stock',
      header: t('season.stockDays'),
      value: ({ stockDays }) => Math.round(stockDays * 10) / 10,
      width: 120,
      numeric: true,
    },
    {
      id: 'cost',
      header: t('season.cost'),
      value: ({ cost }) => Math.round(cost),
      cell: ({ cost }) => format.quantity(Math.round(cost)),
      width: 120,
      numeric: true,
    },
    {
      id: 'co2',
      header: t('season.co2'),
      value: ({ co2Kg }) => Math.round(co2Kg),
      cell: ({ co2Kg }) => format.quantity(Math.round(co2Kg)),
      width: 120,
      numeric: true,
    },
  ];
  return (
    <div style={{ height: 460 }}>
      <DataTable
        label={t('season.view-lanes')}
        rows={scenario.plan.lanes}
        columns={columns}
        rowKey={({ lane }) => lane}
        emptyTitle={t('season.none')}
      />
    </div>
  );
}
