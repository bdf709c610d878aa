import { Button, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { givesSlot } from './dock-slot.ts';
import { DockSlotLines, SlotWord } from './dock-slot-line.tsx';
import { DockSlotSheet, type Taken, useGiveSlot } from './dock-slot-sheet.tsx';
import { arrivalsQuery, ordersQuery, type TourStop } from './queries.ts';
import { StopProofs } from './stop-proofs.tsx';
import { StopState } from './stop-state.tsx';
import classes from './tours.module.css';

const PHONE = '(max-width: 48em)';
type Docking = { stop: TourStop; taken?: Taken };

/** What comes to our gates, by when it is expected now, how much of it is aboard already, and which slot it asks for or has. */
export function Arrivals(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(arrivalsQuery);
  const [docking, setDocking] = useState<Docking>();
  const isPhone = useMediaQuery(PHONE) ?? false;
  const wide = useArrivalColumns(setDocking);
  const narrow = usePhoneColumns(setDocking);
  const columns = isPhone ? [...narrow, ...wide.filter(({ id }) => !ON_PHONE.has(id))] : wide;
  const me = useMe()?.organisation.id;
  const open = (stop: TourStop): void => {
    if (givesSlot(stop, me)) setDocking({ stop });
  };
  return (
    <Answered query={query}>
      {(arrivals) => (
        <div className={classes.table}>
          <DataTable
            tall
            label={t('tours.arrivals')}
            rows={arrivals}
            columns={columns}
            rowKey={(stop) => `${stop.customer}/${stop.tour}/${stop.stop}`}
            onOpen={arrivals.some((stop) => givesSlot(stop, me)) ? open : undefined}
            emptyTitle={t('tours.noArrivals')}
          />
          {docking && <DockSlotSheet {...docking} onClose={() => setDocking(undefined)} />}
        </div>
      )}
    </Answered>
  );
}

interface GiveProps {
  stop: TourStop;
  onMove: (docking: Docking) => void;
  /** There is room for one button; a tap on the row opens the sheet. */
  one?: boolean;
}

/** Gives the slot as it is asked for, in one click; another is given on the sheet. */
function GiveSlot({ stop, onMove, one = false }: GiveProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe()?.organisation.id;
  const bays = useNames().sites.get(stop.site)?.dockBays;
  const give = useGiveSlot(stop, { onDone: () => undefined, onTaken: (taken) => onMove({ stop, taken }) });
  if (!givesSlot(stop, me)) return null;
  const isAsked = stop.dockSlot?.state === 'requested';
  const size = one ? 'compact-md' : 'compact-xs';
  return (
    <Group gap={4} wrap="nowrap" onClick={(event) => event.stopPropagation()}>
      {isAsked && (
        <Button size={size} loading={give.isPending} onClick={() => (bays ? give.mutate({}) : onMove({ stop }))}>
          {t('docks.confirm')}
        </Button>
      )}
      {!(one && isAsked) && (
        <Button size={size} variant="default" onClick={() => onMove({ stop })}>
          {t(stop.dockSlot ? 'docks.move' : 'docks.give')}
        </Button>
      )}
    </Group>
  );
}

const giveColumn = (how: Omit<GiveProps, 'stop'>): Column<TourStop> => ({
  ...{ id: 'give', header: '', value: () => '', width: how.one ? 124 : 150 },
  cell: (stop) => <GiveSlot stop={stop} {...how} />,
});

/** What the two columns of a phone tell is not told again behind them. */
const ON_PHONE = new Set(['expected', 'give']);

/** When it comes and whether it has a slot, and the button, within the width of a phone; all else is to be scrolled to. */
function usePhoneColumns(onMove: (docking: Docking) => void): Column<TourStop>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return [
    {
      id: 'arrival',
      header: t('field.expectedAt'),
      value: (stop) => stop.expectedAt,
      cell: (stop) => (
        <TwoLines
          first={`${format.instant(stop.expectedAt)} · ${format.distance(stop.expectedAt, now)}`}
          second={
            <>
              {stop.dockSlot?.bay && `${t('docks.bay')} ${stop.dockSlot.bay} · `}
              <SlotWord stop={stop} />
            </>
          }
        />
      ),
      width: 190,
    },
    giveColumn({ onMove, one: true }),
  ];
}

function useArrivalColumns(onMove: (docking: Docking) => void): Column<TourStop>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  const orders = useQuery(ordersQuery()).data ?? [];
  const aboard = new Set(
    orders.filter(({ state }) => state === 'collected' || state === 'delivered').map(({ id }) => id),
  );
  const collected = (stop: TourStop): number => stop.unloads.filter(({ order }) => aboard.has(order)).length;
  return [
    {
      id: 'expected',
      header: t('field.expectedAt'),
      value: (stop) => stop.expectedAt,
      cell: (stop) => (
        <TwoLines first={format.instant(stop.expectedAt)} second={format.distance(stop.expectedAt, now)} />
      ),
      width: 120,
    },
    {
      id: 'slot',
      header: t('docks.slot'),
      value: (stop) => stop.dockSlot?.from ?? stop.dockSlot?.wantedFrom,
      cell: (stop) => <DockSlotLines stop={stop} />,
      width: 165,
    },
    giveColumn({ onMove }),
    {
      id: 'planned',
      header: t('tours.planned'),
      value: (stop) => stop.plannedArrival,
      cell: (stop) => format.instant(stop.plannedArrival),
      width: 130,
    },
    { id: 'site', header: t('field.site'), value: (stop) => names.site(stop.site), grow: true, width: 160 },
    {
      id: 'state',
      header: t('field.state'),
      value: (stop) => stop.state,
      cell: (stop) => (
        <Group gap={6} wrap="nowrap">
          <StopState stop={stop} />
          <StopProofs stop={stop} />
        </Group>
      ),
      width: 170,
    },
    {
      id: 'aboard',
      header: t('tours.aboard'),
      value: collected,
      cell: (stop) => t('tours.aboardOf', { aboard: collected(stop), of: stop.unloads.length }),
      width: 110,
    },
    { id: 'carrier', header: t('field.carrier'), value: (stop) => names.organisation(stop.carrier), width: 150 },
    {
      id: 'mass',
      header: t('tours.goods'),
      value: massOf,
      cell: (stop) => `${format.quantity(Math.round(massOf(stop)))} kg`,
      numeric: true,
      width: 110,
    },
  ];
}

const massOf = ({ unloads }: TourStop): number => unloads.reduce((sum, { goods }) => sum + goods.massKg, 0);
