import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import classes from './season.module.css';
import type { Scenario, SeasonFigures } from './season-queries.ts';

const COSTS = ['fullLoads', 'groupage', 'milkRuns', 'overflow', 'stock', 'dock', 'co2'] as const;

/** Today, direct and groupage, and the plan, line by line. */
export function SeasonComparison({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = (value: number) => format.quantity(Math.round(value));
  const trucks = ({ arrivalsPerHour }: SeasonFigures) => arrivalsPerHour.flat().reduce((sum, count) => sum + count, 0);
  const rows: [string, (plan: SeasonFigures) => number][] = [
    [t('season.cost'), ({ cost }) => cost],
    ...COSTS.map((key): [string, (plan: SeasonFigures) => number] => [
      t(`season.cost-${key}`),
      ({ costs }) => costs[key],
    ]),
    [t('season.co2'), ({ co2Kg }) => co2Kg],
    [t('season.km'), ({ truckKm }) => truckKm],
    [t('season.trucks'), trucks],
    [t('season.peak'), ({ peakPerHour }) => peakPerHour],
    [t('season.waiting'), ({ dockOverloadMinutes }) => dockOverloadMinutes],
    [t('season.tours'), ({ tours }) => tours.length],
  ];
  const plans = [scenario.today, scenario.without, scenario.plan];
  return (
    <div className={classes.wide}>
      <Table striped className="numeric" miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('season.perWeek')}</Table.Th>
            {['today', 'without', 'plan', 'change'].map((column) => (
              <Table.Th key={column} ta="right">
                {t(`season.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, figure], i) => {
            const [today, without, plan] = plans.map(figure) as [number, number, number];
            return (
              <Table.Tr key={name} fw={i === 0 ? 600 : undefined}>
                <Table.Td>{name}</Table.Td>
                {[today, without, plan].map((value, column) => (
                  <Table.Td key={['today', 'without', 'plan'][column]} ta="right">
                    {whole(value)}
                  </Table.Td>
                ))}
                <Table.Td ta="right">{format.signed(Math.round(plan - today))}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
