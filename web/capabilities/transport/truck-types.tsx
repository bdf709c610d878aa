import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { type TruckType, vehicleTypesQuery } from './queries.ts';
import { TruckForm } from './truck-form.tsx';

/** The kinds of truck that days and seasons are planned with: what they carry, and what they cost where no rates are agreed. */
export function TruckTypes(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(vehicleTypesQuery);
  const columns = useColumns();
  const [edited, edit] = useState<TruckType | 'new'>();
  return (
    <Answered query={query}>
      {(trucks) => (
        <Panel
          title={t('freight.tab-trucks')}
          flush
          aside={
            <Button variant="default" size="compact-sm" onClick={() => edit('new')}>
              {t('trucks.add')}
            </Button>
          }
        >
          <div style={{ height: 420 }}>
            <DataTable
              label={t('freight.tab-trucks')}
              rows={trucks}
              columns={columns}
              rowKey={({ id }) => id}
              onOpen={edit}
              emptyTitle={t('trucks.none')}
              emptyText={t('trucks.noneText')}
            />
          </div>
          {edited && <TruckForm truck={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />}
        </Panel>
      )}
    </Answered>
  );
}

function useColumns(): Column<TruckType>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const figure = (id: string, header: string, value: (truck: TruckType) => number, width = 100): Column<TruckType> => ({
    ...{ id, header, value, width, numeric: true },
    cell: (truck) => format.quantity(value(truck)),
  });
  return [
    { id: 'name', header: t('field.name'), value: ({ name }) => name, width: 170, grow: true },
    figure('massKg', t('freight.massKg'), ({ capacity }) => capacity.massKg),
    figure('loadingMeters', t('freight.loadingMeters'), ({ capacity }) => capacity.loadingMeters, 120),
    figure('palletPlaces', t('freight.palletPlaces'), ({ capacity }) => capacity.palletPlaces, 110),
    figure('count', t('trucks.count'), ({ count }) => count, 90),
    figure('costPerTour', t('freight.perTour'), ({ costPerTour }) => costPerTour),
    figure('costPerKm', t('freight.perKm'), ({ costPerKm }) => costPerKm),
    figure('costPerHour', t('freight.perHour'), ({ costPerHour }) => costPerHour),
    figure('costPerStop', t('freight.perStop'), ({ costPerStop }) => costPerStop),
    { id: 'carrier', header: t('field.carrier'), value: ({ carrier }) => names.organisation(carrier), width: 180 },
  ];
}
