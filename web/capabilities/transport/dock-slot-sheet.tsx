import { Alert, Button, Drawer, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { LONGEST_SLOT_MINUTES } from '@intakt/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { fieldOf, instantOf } from './dock-slot.ts';
import { type DockWish, giveDockSlot, type TourStop } from './queries.ts';

/** Where another truck stands already, and what is free next. */
export interface Taken {
  from: string;
  nextFrom: string;
  nextBay: number;
}

/** Gives a stop its slot; of one that is taken, it hears what is free next. */
export function useGiveSlot(
  stop: TourStop,
  { onDone, onTaken }: { onDone: () => void; onTaken: (taken: Taken) => void },
) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: DockWish) => giveDockSlot(stop, wish),
    onSuccess: async ({ from, bay }) => {
      await client.invalidateQueries({ queryKey: ['tours'] });
      tellDone(t('docks.done'), t('docks.given', { at: format.instant(from), bay }));
      onDone();
    },
    onError: (error) => {
      const values = error instanceof Refused && error.code === 'DOCK_TAKEN' ? error.problem.values : undefined;
      if (values) onTaken(values as unknown as Taken);
      else tellFailure(error);
    },
  });
}

interface SheetProps {
  stop: TourStop;
  taken?: Taken;
  onClose: () => void;
}

/** A truck's slot at our docks: when, how long, at which bay. */
export function DockSlotSheet({ stop, taken: first, onClose }: SheetProps): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const { dockSlot } = stop;
  const asked = dockSlot?.state === 'requested' ? dockSlot.wantedFrom : dockSlot?.from;
  const [from, setFrom] = useState(fieldOf(asked ?? stop.plannedStart));
  const [minutes, setMinutes] = useState<number | string>(dockSlot?.unloadingMinutes ?? '');
  const [bay, setBay] = useState<string | null>(dockSlot?.bay ? String(dockSlot.bay) : null);
  const [taken, setTaken] = useState(first);
  const bays = names.sites.get(stop.site)?.dockBays ?? 0;
  const give = useGiveSlot(stop, { onDone: onClose, onTaken: setTaken });
  const begins = instantOf(from);
  const wish = { from: begins, ...(minutes !== '' && { minutes: Number(minutes) }), ...(bay && { bay: Number(bay) }) };
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('docks.title', { site: names.site(stop.site) })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="sm">
        <Asked stop={stop} />
        {bays === 0 && (
          <Alert color="yellow">
            {t('docks.noBays', { site: names.site(stop.site) })} <Link to="/master-data">{t('screen.masterData')}</Link>
          </Alert>
        )}
        {taken && (
          <TakenAlert taken={taken} onTake={() => give.mutate({ ...wish, from: taken.nextFrom, bay: taken.nextBay })} />
        )}
        <TextInput
          type="datetime-local"
          label={t('docks.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <NumberInput
            label={t('docks.minutes')}
            min={1}
            max={LONGEST_SLOT_MINUTES}
            allowDecimal={false}
            value={minutes}
            onChange={setMinutes}
          />
          <Select
            label={t('docks.bay')}
            placeholder={t('docks.firstFree')}
            clearable
            value={bay}
            onChange={setBay}
            data={Array.from({ length: bays }, (_, i) => String(i + 1))}
          />
        </Group>
        <Group justify="flex-end">
          <Button disabled={!begins || bays === 0} loading={give.isPending} onClick={() => give.mutate(wish)}>
            {t('docks.confirm')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

function Asked({ stop }: { stop: TourStop }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const sum = (of: 'loadingMeters' | 'palletPlaces'): string =>
    format.quantity(Math.round(stop.unloads.reduce((total, { goods }) => total + goods[of], 0) * 10) / 10);
  const { dockSlot } = stop;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={560}>
        {[stop.vehicleName, names.organisation(stop.carrier)].filter(Boolean).join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" className="numeric">
        {t('docks.expected', { at: format.instant(stop.expectedAt) })}
      </Text>
      {dockSlot && (
        <Text size="xs" c="dimmed" className="numeric">
          {t('docks.asks', { at: format.instant(dockSlot.wantedFrom), minutes: dockSlot.unloadingMinutes })}
        </Text>
      )}
      <Text size="xs" c="dimmed" className="numeric">
        {t('docks.goods', { meters: sum('loadingMeters'), pallets: sum('palletPlaces') })}
      </Text>
    </Stack>
  );
}

function TakenAlert({ taken, onTake }: { taken: Taken; onTake: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="red" title={t('docks.taken', { at: format.instant(taken.from) })}>
      <Stack gap={6} align="flex-start">
        <Text size="sm" className="numeric">
          {t('docks.next', { at: format.instant(taken.nextFrom), bay: taken.nextBay })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {t('docks.take')}
        </Button>
      </Stack>
    </Alert>
  );
}
