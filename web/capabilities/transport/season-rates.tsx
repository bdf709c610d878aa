import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { type Rates, ratesQuery } from './season-queries.ts';

/** Rates by which a season is planned; only carrier and customer see them. */
export function SeasonRates(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(ratesQuery);
  const columns = useColumns();
  return (
    <Answered query={query}>
      {(rates) => (
        <Panel title={t('season.tab-rates')} flush>
          <div style={{ height: 420 }}>
            <DataTable
              label={t('season.tab-rates')}
              rows={rates}
              columns={columns}
              rowKey={({ carrier, customer, tariff }) => `${carrier} ${customer} ${tariff}`}
              emptyTitle={t('season.noRates')}
              emptyText={t('season.noRatesText')}
            />
          </div>
        </Panel>
      )}
    </Answered>
  );
}

function useColumns(): Column<Rates>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const terms = ({ kind, terms: said, currency }: Rates): string => {
    const { base, perKm, minimum, fromKg, upToKm } = said as Record<string, number & number[]>;
    return kind === 'full-load'
      ? t('season.fullLoadTerms', { base, perKm, minimum, currency })
      : t('season.groupageTerms', { classes: fromKg?.length, bands: upToKm?.length, minimum, currency });
  };
  return [
    { id: 'name', header: t('field.name'), value: ({ name }) => name, width: 180 },
    { id: 'kind', header: t('field.kind'), value: ({ kind }) => t(`season.rates-${kind}`), width: 120 },
    { id: 'carrier', header: t('field.carrier'), value: ({ carrier }) => names.organisation(carrier), width: 180 },
    { id: 'customer', header: t('season.customer'), value: ({ customer }) => names.organisation(customer), width: 180 },
    { id: 'terms', header: t('season.terms'), value: terms, grow: true, width: 260 },
    {
      id: 'valid',
      header: t('season.valid'),
      value: ({ validFrom, validTo }) => `${format.day(validFrom)} – ${validTo ? format.day(validTo) : ''}`,
      width: 190,
    },
    {
      id: 'confirmed',
      header: t('field.state'),
      value: ({ confirmed }) => t(confirmed ? 'season.confirmed' : 'season.reported'),
      width: 120,
    },
  ];
}
