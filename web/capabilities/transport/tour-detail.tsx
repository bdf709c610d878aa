import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { LoadPlan } from './load-plan.tsx';
import type { Move, Plan, PlanTour, TourWish } from './queries.ts';
import { MoveMenu } from './unplanned-list.tsx';

interface DetailProps {
  plan: Plan;
  tour: PlanTour;
  onMove: (move: Move) => void;
  onChange: (wish: TourWish) => void;
}

/** One tour: who drives it with what, its stops one after the other, and how it is loaded. */
export function TourDetail({ plan, tour, onMove, onChange }: DetailProps): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const carriers = [...names.organisations.values()].filter(({ roles }) => roles.includes('carrier'));
  return (
    <Panel
      title={t('planning.tour', { id: tour.id.slice(-7) })}
      aside={
        <Button variant="default" size="compact-xs" onClick={() => onChange({ locked: !tour.locked })}>
          {tour.locked ? t('planning.unlock') : t('planning.lock')}
        </Button>
      }
    >
      <Stack gap="xs">
        <Group grow>
          <Select
            label={t('field.vehicle')}
            value={tour.vehicle}
            allowDeselect={false}
            disabled={tour.locked}
            data={plan.vehicles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(vehicle) => vehicle && onChange({ vehicle })}
          />
          <Select
            label={t('field.carrier')}
            value={tour.carrier}
            clearable
            searchable
            placeholder={t('planning.toTender')}
            data={carriers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(carrier) => onChange({ carrier })}
          />
        </Group>
        <PricedBy tour={tour} />
        <Stops plan={plan} tour={tour} onMove={onMove} onChange={onChange} />
        {tour.planned && <LoadPlan plan={plan} tour={tour} />}
      </Stack>
    </Panel>
  );
}

/** By whose rates the tour is counted, or that there are none. */
function PricedBy({ tour }: { tour: PlanTour }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const { rates, carrier } = tour;
  if (rates === undefined) return null;
  if (rates) return <Text size="xs">{t('planning.pricedBy', { name: rates.name })}</Text>;
  return (
    <Text size="xs" c="var(--amber)">
      {carrier ? t('planning.noRates', { carrier: names.organisation(carrier) }) : t('planning.noCarrierPrice')}
    </Text>
  );
}

function Stops({ plan, tour, onMove, onChange }: DetailProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const stops = tour.planned?.stops ?? tour.stops.map((stop) => ({ ...stop, place: '', startAt: undefined }));
  const siteOf = (order: string | undefined, at: string): string => {
    const found = plan.orders.find(({ id }) => id === order);
    const site = at === 'pickup' ? found?.from : found?.to;
    return plan.sites.find(({ id }) => id === site)?.name ?? site ?? '';
  };
  return (
    <ol style={{ margin: 0, paddingLeft: 20 }}>
      {stops.map((stop, i) => (
        <li key={`${stop.order}-${stop.at}`}>
          <Group gap={6} wrap="nowrap" justify="space-between">
            <Text size="xs" truncate>
              {t(stop.at === 'pickup' ? 'planning.load' : 'planning.unload')} {siteOf(stop.order, stop.at)}
            </Text>
            <Group gap={4} wrap="nowrap">
              <Text size="xs" c="dimmed" className="numeric" style={{ whiteSpace: 'nowrap' }}>
                {stop.startAt ? format.instant(stop.startAt) : ''}
              </Text>
              {i < tour.lockedStops ? (
                <Button variant="subtle" size="compact-xs" onClick={() => onChange({ lockedStops: i })}>
                  {t('planning.locked')}
                </Button>
              ) : (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  onClick={() => onChange({ lockedStops: i + 1 })}
                >
                  {t('planning.lockHere')}
                </Button>
              )}
              {stop.at === 'pickup' && stop.order && i >= tour.lockedStops && !tour.locked && (
                <MoveMenu plan={plan} order={stop.order} onMove={onMove} />
              )}
            </Group>
          </Group>
        </li>
      ))}
    </ol>
  );
}
