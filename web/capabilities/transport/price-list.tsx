import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { RatesForm } from './rates-form.tsx';
import type { RatesKind } from './rates-values.ts';
import { type Rates, ratesQuery } from './season-queries.ts';

const KINDS: RatesKind[] = ['tour', 'full-load', 'groupage'];

/** What carriers charge: by it tours and seasons are planned, accrued and checked. Only carrier and customer see a price. */
export function PriceList(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(ratesQuery);
  const columns = useColumns();
  const [edited, edit] = useState<{ kind: RatesKind; rates?: Rates }>();
  return (
    <Answered query={query}>
      {(rates) => (
        <Panel
          title={t('freight.tab-prices')}
          flush
          aside={
            <Group gap={6}>
              {KINDS.map((kind) => (
                <Button key={kind} variant="default" size="compact-sm" onClick={() => edit({ kind })}>
                  {t(`freight.add-${kind}`)}
                </Button>
              ))}
            </Group>
          }
        >
          <div style={{ height: 420 }}>
            <DataTable
              label={t('freight.tab-prices')}
              rows={rates}
              columns={columns}
              rowKey={({ carrier, customer, tariff }) => `${carrier} ${customer} ${tariff}`}
              onOpen={(one) => edit({ kind: one.kind, rates: one })}
              emptyTitle={t('season.noRates')}
              emptyText={t('season.noRatesText')}
            />
          </div>
          {edited && <RatesForm {...edited} onClose={() => edit(undefined)} />}
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
    const { base, perTour, perKm, perHour, minimum, fromKg, upToKm } = said as Record<string, number & number[]>;
    if (kind === 'tour') return t('season.tourTerms', { perTour, perKm, perHour, minimum, currency });
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
