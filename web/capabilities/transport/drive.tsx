import { Alert, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconMapPin, IconNavigation } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { Phone } from '../../shell/phone.tsx';
import { Empty, RowsSkeleton } from '../../shell/states.tsx';
import type { Driven, DrivenStop, Report } from './drive-api.ts';
import { navigationUrl, nextStop, servedAs, withWaiting } from './drive-state.ts';
import { SlotWord } from './dock-slot-line.tsx';
import { ProofSheet } from './proof-sheet.tsx';
import { ProblemSheet } from './problem-sheet.tsx';
import { type Drive, useDrive } from './use-drive.ts';

/** The driver's tour, opened by a link: the token stands behind the #, so that no server on the way sees it. */
export function DrivePage(): ReactNode {
  const { t } = useTranslation();
  const token = window.location.hash.slice(1);
  if (!token.startsWith('il_'))
    return (
      <Phone title={t('drive.title')}>
        <Empty title={t('drive.noLink')} text={t('drive.noLinkText')} />
      </Phone>
    );
  return <DriveByLink token={token} />;
}

function DriveByLink({ token }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const drive = useDrive(token);
  const { problem, waiting, refused } = drive;
  const tour = drive.tour && withWaiting(drive.tour, waiting);
  return (
    <Phone
      title={tour ? t('drive.tourOf', { customer: tour.customer }) : t('drive.title')}
      note={tour && `${tour.tour.vehicleName} · ${format.instant(tour.tour.departsAt)}`}
      waiting={waiting.length}
    >
      {problem && (
        <Alert color="red" title={t('drive.linkOver')}>
          {problem}
        </Alert>
      )}
      {refused.map(({ id, problem: why }) => (
        <Alert key={id} color="red" title={t('drive.refused')}>
          {why}
        </Alert>
      ))}
      {!tour && !problem && <RowsSkeleton />}
      {tour && <StopList tour={tour} report={drive.report} />}
    </Phone>
  );
}

function StopList({ tour, report }: { tour: Driven; report: Drive['report'] }): ReactNode {
  const { t } = useTranslation();
  const next = nextStop(tour);
  const stops = tour.stops.toSorted((a, b) => a.position - b.position);
  return (
    <>
      {!next && <Alert color="green" title={t('drive.done')} />}
      {stops.map((stop) => (
        <StopCard key={stop.stop} tour={tour} stop={stop} isNext={stop.stop === next?.stop} report={report} />
      ))}
    </>
  );
}

interface CardProps {
  tour: Driven;
  stop: DrivenStop;
  isNext: boolean;
  report: Drive['report'];
}

const COLOURS: Record<string, string> = {
  planned: 'gray',
  arrived: 'petrol',
  served: 'green',
  departed: 'green',
  refused: 'red',
};

function StopCard({ tour, stop, isNext, report }: CardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const place = tour.places.find(({ id }) => id === stop.site);
  const goods = [...stop.loads, ...stop.unloads].map(({ goods: one }) => one);
  const massKg = goods.reduce((sum, one) => sum + one.massKg, 0);
  const meters = goods.reduce((sum, one) => sum + one.loadingMeters, 0);
  return (
    <Card withBorder padding="sm" radius="md" data-stop={stop.stop} aria-current={isNext ? 'step' : undefined}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={620} size="md">
            {stop.position}. {place?.name ?? stop.site}
          </Text>
          <Text size="xs" c="dimmed" className="numeric">
            {t(servedAs(stop) === 'collected' ? 'drive.load' : 'drive.unload', {
              mass: format.quantity(Math.round(massKg)),
              meters: format.quantity(meters),
            })}
          </Text>
          <Text size="xs" className="numeric">
            {t('drive.expected', { at: format.instant(stop.expectedAt) })}
          </Text>
          <DrivenSlot stop={stop} />
        </div>
        <Badge color={COLOURS[stop.state] ?? 'gray'} style={{ flexShrink: 0 }}>
          {t(`stopState.${stop.state}`)}
        </Badge>
      </Group>
      {isNext && <StopActions stop={stop} navigate={navigationUrl(place)} report={report} />}
    </Card>
  );
}

/** At which bay, and when; before the plant has said so, what was asked for. */
function DrivenSlot({ stop }: { stop: DrivenStop }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { dockSlot } = stop;
  if (!dockSlot) return null;
  const { from, bay, wantedFrom } = dockSlot;
  return (
    <Text size="sm" className="numeric" data-dock-slot={dockSlot.state}>
      {from && bay
        ? t('docks.driverGiven', { at: format.instant(from), bay })
        : t('docks.driverAsked', { at: format.instant(wantedFrom) })}{' '}
      <SlotWord stop={stop} />
    </Text>
  );
}

function StopActions({
  stop,
  navigate,
  report,
}: {
  stop: DrivenStop;
  navigate: string | undefined;
  report: Drive['report'];
}): ReactNode {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<'proof' | 'problem'>();
  const say = async (more: Omit<Report, 'id' | 'at' | 'stop'>): Promise<void> => {
    setSheet(undefined);
    const position = await whereAmI();
    await report({ stop: stop.stop, ...(position && { position }), ...more });
  };
  return (
    <Stack gap={8} mt="sm">
      {navigate && (
        <Button size="md" variant="default" component="a" href={navigate} leftSection={<IconNavigation size={18} />}>
          {t('drive.navigate')}
        </Button>
      )}
      {stop.state === 'planned' ? (
        <Button
          key="arrived"
          size="md"
          leftSection={<IconMapPin size={18} />}
          onClick={() => void say({ milestone: 'arrived' })}
        >
          {t('drive.arrived')}
        </Button>
      ) : (
        <Button key="proof" size="md" color="green" onClick={() => setSheet('proof')}>
          {t(servedAs(stop) === 'collected' ? 'drive.confirmPickup' : 'drive.confirmDelivery')}
        </Button>
      )}
      <Button size="md" variant="subtle" color="red" onClick={() => setSheet('problem')}>
        {t('drive.problem')}
      </Button>
      {sheet === 'proof' && (
        <ProofSheet
          stop={stop}
          onClose={() => setSheet(undefined)}
          onDone={(proof) => void say({ milestone: servedAs(stop), ...proof })}
        />
      )}
      {sheet === 'problem' && (
        <ProblemSheet
          onClose={() => setSheet(undefined)}
          onDone={(problem) => void say({ milestone: 'problem', ...problem })}
        />
      )}
    </Stack>
  );
}

const FIX_MS = 3000;
/** Where the phone is, if it may tell and does so soon; a report does not wait for it. */
function whereAmI(): Promise<{ longitude: number; latitude: number } | undefined> {
  if (!('geolocation' in navigator)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), FIX_MS);
    const settle = (value?: { longitude: number; latitude: number }): void => {
      clearTimeout(late);
      resolve(value);
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => settle({ longitude: coords.longitude, latitude: coords.latitude }),
      () => settle(),
      { maximumAge: 60_000, timeout: FIX_MS },
    );
  });
}
