import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shipment } from './queries.ts';

const STATES = ['in-transit', 'part-received', 'received', 'cancelled'] as const;
const COLOURS: Record<(typeof STATES)[number], string> = {
  'in-transit': 'petrol',
  received: 'green',
  'part-received': 'yellow',
  cancelled: 'gray',
};

export const isOverdue = (shipment: Pick<Shipment, 'receivedAt' | 'expectedAt' | 'state'>, now: number): boolean =>
  !shipment.receivedAt && shipment.state !== 'cancelled' && Date.parse(shipment.expectedAt) < now;

export function ShipmentState({ state }: { state: string }): ReactNode {
  const { t } = useTranslation();
  const known = STATES.find((one) => one === state);
  return (
    <Badge color={known ? COLOURS[known] : 'gray'} autoContrast={false}>
      {known ? t(`shipmentState.${known}`) : state}
    </Badge>
  );
}
