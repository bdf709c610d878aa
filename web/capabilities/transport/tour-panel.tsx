import { Alert, Button, CloseButton, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { useMe } from '../network/queries.ts';
import { linkForDriver, reportTour, type Tour, type TourStop } from './queries.ts';
import { SlotWord } from './dock-slot-line.tsx';
import { StopProofs } from './stop-proofs.tsx';
import { StopState } from './stop-state.tsx';
import { TakeBackButton } from './take-back-button.tsx';

const LINK_HOURS = 72;

interface PanelProps {
  tours: Tour[];
  stops: TourStop[];
  id: string | undefined;
  onClose: () => void;
}

/** One tour against its plan, stop by stop; its carrier confirms it here and sends the driver the link. */
export function TourPanel({ tours, stops, id, onClose }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const tour = tours.find((one) => one.id === id);
  if (!tour) return null;
  const own = stops.filter((stop) => stop.tour === tour.id).sort((a, b) => a.position - b.position);
  return (
    <Panel
      title={tour.vehicle ?? tour.vehicleName}
      aside={<CloseButton size="sm" aria-label={t('action.close')} onClick={onClose} />}
    >
      <Stack gap="xs">
        <Text size="xs" c="dimmed" className="numeric">
          {t('tours.facts', {
            km: format.quantity(Math.round(tour.distanceKm)),
            hours: format.quantity(Math.round(tour.drivingMinutes / 6) / 10),
            co2: format.quantity(Math.round(tour.co2Kg)),
            fill: Math.round(Math.max(...Object.values(tour.fill)) * 100),
          })}
        </Text>
        {tour.problem && (
          <Alert color="red" p="xs">
            {t(`drive.reason-${tour.problem.reason}`)} {tour.problem.text}
          </Alert>
        )}
        <ol style={{ margin: 0, paddingLeft: 18 }}>
          {own.map((stop) => (
            <StopLine key={stop.stop} stop={stop} />
          ))}
        </ol>
        <Text size="xs" c="dimmed">
          {t('planning.distances', { provider: tour.distances.provider, asOf: format.instant(tour.distances.asOf) })}
        </Text>
        <CarrierActions tour={tour} />
      </Stack>
    </Panel>
  );
}

function StopLine({ stop }: { stop: TourStop }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const delay = Math.round((Date.parse(stop.expectedAt) - Date.parse(stop.plannedArrival)) / 60_000);
  return (
    <li>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="xs" truncate>
          {names.site(stop.site)}
        </Text>
        <Group gap={6} wrap="nowrap">
          <Text
            size="xs"
            className="numeric"
            c={delay > 15 ? 'var(--red)' : undefined}
            style={{ whiteSpace: 'nowrap' }}
          >
            {format.instant(stop.expectedAt)}
            {Math.abs(delay) >= 1 && ` (${format.signed(delay)} min)`}
          </Text>
          <StopState stop={stop} />
          <StopProofs stop={stop} />
          <TakeBackButton stop={stop} />
        </Group>
      </Group>
      {stop.dockSlot && (
        <Text size="xs" c="dimmed" className="numeric">
          {t('docks.slot')}:{' '}
          {stop.dockSlot.from && stop.dockSlot.bay
            ? t('docks.given', { at: format.instant(stop.dockSlot.from), bay: stop.dockSlot.bay })
            : format.instant(stop.dockSlot.wantedFrom)}{' '}
          <SlotWord stop={stop} />
        </Text>
      )}
    </li>
  );
}

function CarrierActions({ tour }: { tour: Tour }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [vehicle, setVehicle] = useState(tour.vehicle ?? '');
  const [link, setLink] = useState<string>();
  const confirm = useMutation({
    mutationFn: () => reportTour(tour.id, { milestone: 'accepted', ...(vehicle && { vehicle }) }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['tours'] });
      tellDone(t('tours.confirmed'));
    },
    onError: (error) => tellFailure(error),
  });
  const share = useMutation({
    mutationFn: () => linkForDriver(tour.id, LINK_HOURS),
    onSuccess: ({ token }) => setLink(`${window.location.origin}/drive#${token}`),
    onError: (error) => tellFailure(error),
  });
  const mine = me?.organisation.id;
  if (mine !== tour.carrier && mine !== tour.customer) return null;
  return (
    <Stack gap={6}>
      {mine === tour.carrier && (
        <Group gap={6} align="flex-end" wrap="nowrap">
          <TextInput
            label={t('tours.plate')}
            value={vehicle}
            onChange={(event) => setVehicle(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button
            leftSection={<IconCheck size={15} aria-hidden />}
            loading={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {t('tours.confirm')}
          </Button>
        </Group>
      )}
      <Button
        variant="default"
        leftSection={<IconLink size={15} aria-hidden />}
        loading={share.isPending}
        onClick={() => share.mutate()}
      >
        {t('tours.driverLink')}
      </Button>
      {link && (
        <Group gap={6} wrap="nowrap">
          <TextInput readOnly value={link} aria-label={t('tours.driverLink')} style={{ flex: 1 }} data-driver-link />
          <CopyButton value={link}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? t('action.copied') : t('action.copy')}</Button>}
          </CopyButton>
        </Group>
      )}
    </Stack>
  );
}
