import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { lateForSlot } from './dock-slot.ts';
import type { TourStop } from './queries.ts';

type Docked = Pick<TourStop, 'dockSlot' | 'expectedAt' | 'state'>;

/** When and where a truck is unloaded, and whether that is asked for, given or going to be missed. */
export function DockSlotLines({ stop }: { stop: Docked }): ReactNode {
  const format = useFormat();
  const { t } = useTranslation();
  const { dockSlot } = stop;
  if (!dockSlot) return '–';
  const { from, bay, wantedFrom } = dockSlot;
  const first = from && bay ? t('docks.given', { at: format.instant(from), bay }) : format.instant(wantedFrom);
  return <TwoLines first={<span className="numeric">{first}</span>} second={<SlotWord stop={stop} />} />;
}

/** The same in one word, in the colour of what it means. */
export function SlotWord({ stop }: { stop: Docked }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { dockSlot } = stop;
  if (!dockSlot) return null;
  const late = lateForSlot(stop);
  if (late > 0) return <Coloured colour="red">{t('docks.misses', { minutes: late })}</Coloured>;
  if (dockSlot.state === 'confirmed') return <Coloured colour="green">{t('docks.confirmed')}</Coloured>;
  const text = dockSlot.from ? t('docks.asksAnew', { at: format.instant(dockSlot.wantedFrom) }) : t('docks.requested');
  return <Coloured colour="amber">{text}</Coloured>;
}

const Coloured = ({ colour, children }: { colour: 'red' | 'green' | 'amber'; children: string }): ReactNode => (
  <Text span size="xs" fw={560} c={`var(--${colour})`}>
    {children}
  </Text>
);
