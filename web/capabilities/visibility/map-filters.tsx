import type { TransportMode } from '@intakt/contract';
import { SegmentedControl, Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stateOnTheWay } from './on-the-way.ts';
import type { MapConsignment } from './queries.ts';

const STATES = ['all', 'late', 'held', 'onTime'] as const;
const MODES: TransportMode[] = ['road', 'rail', 'sea', 'air', 'inland-waterway'];
export interface MapFilter {
  show?: string;
  mode?: string;
}

export function isShown(consignment: MapConsignment, { show, mode }: MapFilter, now: number): boolean {
  if (mode && consignment.mode !== mode) return false;
  const state = stateOnTheWay(consignment, now);
  if (show === 'late') return state === 'late' || state === 'at-risk';
  if (show === 'held') return state === 'held';
  return show !== 'onTime' || state === 'on-time';
}

/** Which of the moving goods are on the map; kept in the address like every filter. */
export function MapFilters(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/map' });
  const navigate = useNavigate({ from: '/map' });
  const set = (change: Record<string, string | undefined>): void =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <>
      <SegmentedControl
        aria-label={t('mapFilter.label')}
        value={search.show ?? 'all'}
        onChange={(show) => set({ show: show === 'all' ? undefined : show })}
        data={STATES.map((value) => ({ value, label: t(`mapFilter.${value}`) }))}
      />
      <Select
        w={170}
        aria-label={t('mapFilter.mode')}
        placeholder={t('mapFilter.anyMode')}
        clearable
        value={search.mode ?? null}
        onChange={(mode) => set({ mode: mode ?? undefined })}
        data={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
    </>
  );
}
