import { Badge, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { Empty } from '../../shell/states.tsx';
import classes from './phone.module.css';
import type { PhoneLink, Trip } from './phone-client.ts';
import type { PhoneQueue } from './phone-queue.ts';

type Where = 'expected' | 'here' | 'left';
const TABS: Where[] = ['expected', 'here', 'left'];

/** What leaves this site is here until it has left; what comes to it is expected, here, and left again. */
function whereIs(trip: Trip, site: string | undefined): Where {
  if (trip.from?.id === site) return trip.departedAt ? 'left' : 'here';
  if (!trip.arrivedAt) return 'expected';
  return trip.gateOutAt ? 'left' : 'here';
}

const words = (trip: Trip): string =>
  [trip.vehicle, trip.despatchNote, trip.transportReference, trip.supplierName, trip.carrierName, trip.shipment]
    .join(' ')
    .toLowerCase();

/** Plate first: who is expected, one press for in and one for out. */
export function GateList({ link, queue }: { link: PhoneLink; queue: PhoneQueue }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [where, setWhere] = useState<Where>('expected');
  const at = (tab: Where): Trip[] => link.trips.filter((trip) => whereIs(trip, link.site?.id) === tab);
  const shown = (text ? link.trips : at(where)).filter((trip) => words(trip).includes(text.toLowerCase()));
  return (
    <>
      <Text fw={650} fz={20}>
        {link.site?.name}
      </Text>
      <TextInput
        size="md"
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={t('phone.searchTrailer')}
        aria-label={t('phone.searchTrailer')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('field.state')}
        value={where}
        onChange={(value) => setWhere(value as Where)}
        data={TABS.map((tab) => ({ value: tab, label: `${t(`phone.tab-${tab}`)} (${at(tab).length})` }))}
      />
      {shown.length === 0 && <Empty title={t('phone.noTrailer')} />}
      {shown.map((trip) => (
        <Trailer key={`${trip.supplier}/${trip.shipment}`} trip={trip} site={link.site?.id} queue={queue} />
      ))}
    </>
  );
}

function Trailer({ trip, site, queue }: { trip: Trip; site: string | undefined; queue: PhoneQueue }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const where = whereIs(trip, site);
  const isOutgoing = trip.from?.id === site;
  const say = (milestone: 'gate-in' | 'gate-out'): void =>
    void queue.say({
      id: crypto.randomUUID(),
      supplier: trip.supplier,
      shipment: trip.shipment,
      milestone,
      end: isOutgoing ? 'from' : 'to',
      at: new Date().toISOString(),
    });
  return (
    <section className={`${classes.sheet} ${classes.trip}`} aria-label={trip.despatchNote ?? trip.shipment}>
      <div>
        <Group gap={8}>
          <Text fw={650} className="mono" fz={17}>
            {trip.vehicle ?? trip.transportReference ?? trip.shipment}
          </Text>
          {isOutgoing && <Badge>{t('phone.outgoing')}</Badge>}
        </Group>
        <Text size="sm">{`${trip.carrierName} · ${isOutgoing ? trip.customerName : trip.supplierName}`}</Text>
        <Text size="xs" c="dimmed">
          {[
            trip.despatchNote,
            trip.packages !== null && t('phone.packageCount', { count: trip.packages }),
            format.instant(trip.arrivedAt ?? trip.expectedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {where === 'expected' && (
        <Button size="md" onClick={() => say('gate-in')}>
          {t('phone.in')}
        </Button>
      )}
      {where === 'here' && (
        <Button size="md" variant="default" onClick={() => say('gate-out')}>
          {t('phone.out')}
        </Button>
      )}
      {where === 'left' && <Text c="dimmed">{t('phone.tab-left')}</Text>}
    </section>
  );
}
