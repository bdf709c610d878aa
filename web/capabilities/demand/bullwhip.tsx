import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { bullwhipQuery, type TierBullwhip } from './demand-plan-queries.ts';
import { DemandSignals } from './demand-signals.tsx';

const keyOf = ({ against, customer, supplier, part, site }: TierBullwhip): string =>
  [against, customer, supplier, part, site].join('/');

/** Which orders swing more than the demand that caused them, the worst first, why, and what sharing removes. */
export function Bullwhip(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(bullwhipQuery);
  const columns = useColumns();
  return (
    <>
      <DemandSignals kinds={['bullwhip']} />
      <Panel flush title={t('bullwhip.title')}>
        <Answered query={query}>
          {(tiers) =>
            tiers.length === 0 ? (
              <Empty title={t('bullwhip.empty')} text={t('bullwhip.emptyText')} />
            ) : (
              <div style={{ height: 520, display: 'flex' }}>
                <DataTable
                  label={t('bullwhip.title')}
                  rows={tiers}
                  columns={columns}
                  rowKey={keyOf}
                  emptyTitle={t('bullwhip.empty')}
                  emptyText={t('bullwhip.emptyText')}
                  tall
                />
              </div>
            )
          }
        </Answered>
      </Panel>
    </>
  );
}

function useColumns(): Column<TierBullwhip>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return useMemo(() => {
    const figure = (id: 'ratio' | 'bound' | 'boundWithoutSharing' | 'weeks', width: number): Column<TierBullwhip> => ({
      id,
      header: t(`bullwhip.${id}`),
      numeric: true,
      width,
      value: (row) => row[id] ?? null,
      cell: (row) => (row[id] === undefined ? '–' : format.quantity(row[id])),
    });
    return [
      {
        id: 'part',
        header: t('field.part'),
        grow: true,
        value: (row) => `${names.part(row.part)} ${names.partText(row.part)}`,
        cell: (row) => (
          <TwoLines first={<span className="mono">{names.part(row.part)}</span>} second={names.partText(row.part)} />
        ),
      },
      figure('ratio', 100),
      figure('bound', 150),
      { id: 'customer', header: t('cascade.customer'), width: 150, value: (row) => names.organisation(row.customer) },
      {
        id: 'supplier',
        header: t('cascade.supplier'),
        width: 160,
        value: (row) => (row.supplier ? names.organisation(row.supplier) : t('bullwhip.several')),
      },
      { id: 'against', header: t('bullwhip.against'), width: 130, value: (row) => t(`bullwhip.${row.against}`) },
      figure('weeks', 80),
      figure('boundWithoutSharing', 180),
      {
        id: 'removed',
        header: t('cascade.removed'),
        numeric: true,
        width: 120,
        value: (row) => row.removed ?? null,
        cell: (row) => (row.removed === undefined ? '–' : `${Math.round(row.removed * 100)} %`),
      },
      {
        id: 'because',
        header: t('bullwhip.because'),
        grow: true,
        value: (row) => t(`signal.because-${row.because}`),
      },
    ];
  }, [t, names, format]);
}
