import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shell/tabbed-page.tsx';
import { Accruals } from './accruals.tsx';
import { Claims } from './claims.tsx';
import { Invoices } from './invoices.tsx';
import { PriceList } from './price-list.tsx';
import { TenderRoom } from './tender-room.tsx';
import { TruckTypes } from './truck-types.tsx';

const TABS = {
  ...{ tenders: TenderRoom, accruals: Accruals, invoices: Invoices, claims: Claims },
  ...{ prices: PriceList, trucks: TruckTypes },
};

/** What customers and carriers agree, owe, bill and claim. */
export function FreightPage(): ReactNode {
  const { t } = useTranslation();
  const { tab } = useSearch({ from: '/inside/freight' });
  const navigate = useNavigate({ from: '/freight' });
  return (
    <TabbedPage
      title={t('screen.freight')}
      tabs={TABS}
      nameOf={(name) => t(`freight.tab-${name}`)}
      tab={tab}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
    />
  );
}
