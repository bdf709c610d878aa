import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { LightLabel } from '../../shell/status-light.tsx';
import { packagingsQuery } from '../network/queries.ts';
import type { ContainerAccount } from './container-queries.ts';

/** The registered code of a packaging; what no master data knows keeps the code that the messages use. */
export function usePackagingName(): (packaging: string) => string {
  const packagings = useQuery(packagingsQuery).data;
  return useMemo(() => {
    const codes = new Map(packagings?.map(({ id, code }) => [id, code]));
    return (packaging) => codes.get(packaging) ?? packaging;
  }, [packagings]);
}

export function Agreement({ account }: { account: ContainerAccount }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const apart = Math.abs(account.balance - account.partnerBalance);
  if (apart === 0) return <LightLabel light="green" text={t('containers.agreed')} />;
  return <LightLabel light="red" text={t('containers.differs', { count: format.quantity(apart) as never })} />;
}
