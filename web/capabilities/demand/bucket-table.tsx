import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { cumulated } from './buckets.ts';
import type { Comparison } from './queries.ts';
import classes from './schedules.module.css';

/** Old | new | delta for each bucket, coloured by how binding it is. A first release has nothing to be compared with. */
export function BucketTable({ comparison, compared }: { comparison: Comparison; compared: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = cumulated(comparison.buckets);
  const total = rows.at(-1);
  return (
    <Table className={classes.buckets} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('schedules.bucket')}</Table.Th>
          <Table.Th>{t('schedules.horizon')}</Table.Th>
          <Table.Th data-numeric>{t('field.old')}</Table.Th>
          <Table.Th data-numeric>{t('field.new')}</Table.Th>
          <Table.Th data-numeric>{t('field.delta')}</Table.Th>
          <Table.Th data-numeric>{t('schedules.deltaSoFar')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.from}${row.to}${row.horizon}`} data-changed={row.delta !== 0 || undefined}>
            <Table.Td>
              {format.week(row.from)} · {format.shortDay(row.from)}
              {row.to !== row.from && ` – ${format.shortDay(row.to)}`}
            </Table.Td>
            <Table.Td>
              {row.horizon && (
                <span className={classes.horizon} data-horizon={row.horizon}>
                  {t(`horizon.${row.horizon}`)}
                </span>
              )}
            </Table.Td>
            <Table.Td data-numeric>{compared ? format.quantity(row.old) : '–'}</Table.Td>
            <Table.Td data-numeric fw={600}>
              {format.quantity(row.new)}
            </Table.Td>
            <Table.Td data-numeric className={classes.delta} data-sign={compared ? Math.sign(row.delta) : 0}>
              {row.delta === 0 || !compared ? '–' : format.signed(row.delta)}
            </Table.Td>
            <Table.Td data-numeric c="dimmed">
              {compared ? format.signed(row.deltaSoFar) : '–'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      {total && (
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2}>{t('schedules.total')}</Table.Th>
            <Table.Th data-numeric>{compared ? format.quantity(total.oldSoFar) : '–'}</Table.Th>
            <Table.Th data-numeric>{format.quantity(total.newSoFar)}</Table.Th>
            <Table.Th data-numeric>{compared ? format.signed(total.deltaSoFar) : '–'}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  );
}
