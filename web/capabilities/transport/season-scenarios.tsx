import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import classes from './season.module.css';
import { SeasonMaker } from './season-maker.tsx';
import { type ScenarioListed, scenariosQuery } from './season-queries.ts';
import { SeasonScenario } from './season-scenario.tsx';

/** Scenarios side by side: each with what it saves against today and against direct and groupage. */
export function SeasonScenarios(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(scenariosQuery);
  const columns = useColumns();
  const [chosen, choose] = useState<string>();
  return (
    <div className={classes.grid}>
      <SeasonMaker />
      <Answered query={query}>
        {(scenarios) => {
          const shown = scenarios.find(({ id }) => id === chosen) ?? scenarios[0];
          return (
            <>
              <Panel title={t('season.scenarios')} flush>
                <div style={{ height: Math.min(300, 60 + 34 * Math.max(2, scenarios.length)) }}>
                  <DataTable
                    label={t('season.scenarios')}
                    rows={scenarios}
                    columns={columns}
                    rowKey={({ id }) => id}
                    selected={shown?.id}
                    onOpen={({ id }) => choose(id)}
                    emptyTitle={t('season.none')}
                    emptyText={t('season.noneText')}
                  />
                </div>
              </Panel>
              {shown && scenarios.length > 1 && (
                <Select
                  hiddenFrom="sm"
                  label={t('season.scenario')}
                  allowDeselect={false}
                  value={shown.id}
                  onChange={(id) => choose(id ?? undefined)}
                  data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
              {shown && <SeasonScenario key={shown.id} id={shown.id} />}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function useColumns(): Column<ScenarioListed>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const percent = (value: number) => `${format.quantity(Math.round(value * 1000) / 10)} %`;
  return [
    { id: 'name', header: t('field.name'), value: ({ name }) => name, grow: true, width: 160 },
    { id: 'site', header: t('field.site'), value: ({ site }) => names.site(site), width: 150 },
    { id: 'createdAt', header: t('season.made'), value: ({ createdAt }) => format.instant(createdAt), width: 130 },
    {
      ...{ id: 'cost', header: t('season.cost'), width: 120, numeric: true },
      value: ({ plan }) => Math.round(plan.cost),
      cell: ({ plan }) => format.quantity(Math.round(plan.cost)),
    },
    {
      ...{ id: 'today', header: t('season.savedOfToday'), width: 130, numeric: true },
      value: ({ plan, today }) => 1 - plan.cost / today.cost,
      cell: ({ plan, today }) => percent(1 - plan.cost / today.cost),
    },
    {
      ...{ id: 'without', header: t('season.savedOfWithout'), width: 170, numeric: true },
      value: ({ plan, without }) => 1 - plan.cost / without.cost,
      cell: ({ plan, without }) => percent(1 - plan.cost / without.cost),
    },
    { id: 'tours', header: t('season.tours'), value: ({ plan }) => plan.tours, width: 90, numeric: true },
    { id: 'peak', header: t('season.peak'), value: ({ plan }) => plan.peakPerHour, width: 130, numeric: true },
  ];
}
