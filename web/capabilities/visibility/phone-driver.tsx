import {
  Anchor,
  Button,
  FileButton,
  Group,
  Modal,
  Select,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconCamera,
  IconMapPin,
  IconPackage,
  IconTruck,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { Facts } from './map-panel.tsx';
import classes from './phone.module.css';
import type { PhoneStep, Trip, TripSite } from './phone-client.ts';
import type { PhoneQueue } from './phone-queue.ts';
import { scalePhoto } from '../../shell/scale-photo.ts';
import { useOwnPosition } from './use-phone.ts';

type Step = 'arrived' | 'loaded' | 'departed' | 'problem';
const LATE = ['30', '60', '120', '240', '480', '1440'];
const did = ({ steps }: Trip, milestone: string, site: TripSite | null): boolean =>
  steps.some((step) => step.milestone === milestone && step.site === site?.id);

/** Where to go, with which papers, and the four things that a driver has to say. */
export function DriverTrip({ trip, queue }: { trip: Trip; queue: PhoneQueue }): ReactNode {
  const { t } = useTranslation();
  const [follow, setFollow] = useState(false);
  const { last, problem } = useOwnPosition(follow, queue);
  const [saying, setSaying] = useState<Step>();
  const isLeaving = !trip.departedAt && !did(trip, 'departed', trip.from);
  const end = isLeaving ? ('from' as const) : ('to' as const);
  const open: Step[] = isLeaving ? ['arrived', 'loaded', 'departed', 'problem'] : ['arrived', 'problem'];
  return (
    <>
      <section className={classes.sheet} aria-label={t('phone.goTo')}>
        <Text size="xs" c="dimmed">
          {t(isLeaving ? 'phone.collectAt' : 'phone.deliverTo')}
        </Text>
        <Place site={trip[end]} fallback={isLeaving ? trip.supplierName : trip.customerName} />
        <TripFacts trip={trip} isLeaving={isLeaving} />
      </section>
      <section className={classes.steps} aria-label={t('phone.say')}>
        {open.map((step) => (
          <StepButton key={step} step={step} done={did(trip, step, trip[end])} onSay={() => setSaying(step)} />
        ))}
      </section>
      <section className={classes.sheet}>
        <Switch
          checked={follow}
          onChange={(event) => setFollow(event.currentTarget.checked)}
          label={t('phone.follow')}
          description={t('phone.followText')}
        />
        {last && (
          <Text
            size="xs"
            c="dimmed"
            className="numeric"
          >{`${last.coords.latitude.toFixed(4)}, ${last.coords.longitude.toFixed(4)} (± ${Math.round(last.coords.accuracy)} m)`}</Text>
        )}
        {problem && <Text size="xs" c="var(--red)">{`${t('phone.noPosition')}: ${problem}`}</Text>}
      </section>
      <Said trip={trip} />
      {saying && (
        <SayForm
          key={saying}
          step={saying}
          onClose={() => setSaying(undefined)}
          onSay={(more) => {
            setSaying(undefined);
            void queue.say(stepOf(trip, { milestone: saying, end, ...more }, last));
          }}
        />
      )}
    </>
  );
}

const stepOf = (
  { supplier, shipment }: Trip,
  said: Omit<PhoneStep, 'id' | 'supplier' | 'shipment' | 'at'>,
  last: GeolocationPosition | undefined,
): PhoneStep => ({
  id: crypto.randomUUID(),
  supplier,
  shipment,
  at: new Date().toISOString(),
  ...said,
  ...(last && { longitude: last.coords.longitude, latitude: last.coords.latitude }),
});

function Place({ site, fallback }: { site: TripSite | null; fallback: string }): ReactNode {
  const { t } = useTranslation();
  if (!site) return <Text fw={650}>{fallback}</Text>;
  const { longitude, latitude } = site;
  const hasPlace = longitude !== null && latitude !== null;
  return (
    <div>
      <Text fw={650} fz={20} lh={1.2}>
        {site.name}
      </Text>
      <Text>{[fallback, site.city, site.country].filter(Boolean).join(', ')}</Text>
      {hasPlace && (
        <Anchor href={`geo:${latitude},${longitude}?q=${latitude},${longitude}(${encodeURIComponent(site.name)})`}>
          <Group gap={4} wrap="nowrap">
            <IconMapPin size={16} aria-hidden />
            {t('phone.navigate')} <span className="numeric">{`${latitude.toFixed(4)}, ${longitude.toFixed(4)}`}</span>
          </Group>
        </Anchor>
      )}
    </div>
  );
}

function TripFacts({ trip, isLeaving }: { trip: Trip; isLeaving: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      facts={[
        [
          t(isLeaving ? 'phone.collectTime' : 'field.expectedAt'),
          format.instant(isLeaving ? trip.collectAt : trip.expectedAt),
        ],
        [t('field.despatchNote'), trip.despatchNote],
        [t('field.transportReference'), trip.transportReference],
        [t('field.vehicle'), trip.vehicle],
        [t('field.carrier'), trip.carrierName],
        [t('phone.packages'), trip.packages === null ? '' : format.quantity(trip.packages)],
        [t('field.grossMass'), trip.grossMassKg === null ? '' : `${format.quantity(trip.grossMassKg)} kg`],
        [t('field.to'), isLeaving ? [trip.to?.name, trip.to?.city].filter(Boolean).join(', ') : undefined],
      ]}
    />
  );
}

const ICONS = { arrived: IconMapPin, loaded: IconPackage, departed: IconTruckDelivery, problem: IconAlertTriangle };

function StepButton({ step, done, onSay }: { step: Step; done: boolean; onSay: () => void }): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[step];
  const colour = step === 'problem' ? 'red' : undefined;
  return (
    <Button
      size="lg"
      h={64}
      color={colour}
      variant={step === 'problem' ? 'light' : done ? 'default' : 'filled'}
      disabled={done && step !== 'problem'}
      leftSection={<Icon size={22} aria-hidden />}
      onClick={onSay}
    >
      {t(`milestone.${step}`)}
    </Button>
  );
}

interface SayFormProps {
  step: Step;
  onClose: () => void;
  onSay: (more: Pick<PhoneStep, 'driver' | 'note' | 'photo' | 'lateMinutes'>) => void;
}

/** A word more where it is needed; name, note and photo can be erased again. */
function SayForm({ step, onClose, onSay }: SayFormProps): ReactNode {
  const { t } = useTranslation();
  const [driver, setDriver] = useLocalStorage({ key: 'intakt.driver', defaultValue: '' });
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<string>();
  const [late, setLate] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`milestone.${step}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="sm">
        {step === 'problem' && (
          <Select
            label={t('phone.late')}
            clearable
            value={late}
            onChange={setLate}
            data={LATE.map((value) => ({ value, label: t('phone.lateBy', { hours: Number(value) / 60 }) }))}
          />
        )}
        <TextInput
          label={t('phone.name')}
          maxLength={100}
          value={driver}
          onChange={(event) => setDriver(event.currentTarget.value)}
        />
        <Textarea
          label={t('phone.note')}
          maxLength={1000}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FileButton
          accept="image/*"
          onChange={(file) => file && void scalePhoto(file).then(setPhoto)}
          inputProps={{ capture: 'environment' } as never}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconCamera size={18} aria-hidden />}>
              {t('phone.photo')}
            </Button>
          )}
        </FileButton>
        {photo && <img className={classes.photo} src={photo} alt={t('phone.photo')} />}
        <Text size="xs" c="dimmed">
          {t('phone.personal')}
        </Text>
        <Button
          size="md"
          onClick={() =>
            onSay({
              ...(driver && { driver }),
              ...(note && { note }),
              ...(photo && { photo }),
              ...(late && { lateMinutes: Number(late) }),
            })
          }
        >
          {t('phone.send')}
        </Button>
      </Stack>
    </Modal>
  );
}

/** What was said of this trip, newest first. */
function Said({ trip: { steps, from, to } }: { trip: Trip }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (steps.length === 0) return null;
  const nameOf = (site: string | null): string | undefined => [from, to].find((one) => one?.id === site)?.name;
  return (
    <section className={classes.sheet} aria-label={t('phone.said')}>
      {steps.toReversed().map((step, index) => (
        <Group key={`${step.milestone}${step.at}${String(index)}`} gap="xs" wrap="nowrap">
          <IconTruck size={15} aria-hidden />
          <Text size="sm" style={{ flex: 1 }}>
            {[t(`milestone.${step.milestone}`), nameOf(step.site)].filter(Boolean).join(' · ')}
          </Text>
          <Text size="xs" c="dimmed" className="numeric">
            {format.instant(step.at)}
          </Text>
        </Group>
      ))}
    </section>
  );
}
