import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconLockOpen } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import classes from './planning.module.css';
import type { Move, Plan, PlanTour } from './queries.ts';
import { positionAt, type Span, share, spanOf, ticksOf } from './timeline-scale.ts';
import { tourColour } from './tour-colours.ts';

export const ORDER_DRAG = 'application/x-intakt-order';

interface TimelineProps {
  plan: Plan;
  selected: string | undefined;
  onSelect: (tour: string) => void;
  onMove: (move: Move) => void;
  onLock: (tour: PlanTour) => void;
}

/** One row per tour. A pick-up is dragged along its row or to another; it is judged where it is dropped. */
export function PlanTimeline({ plan, selected, onSelect, onMove, onLock }: TimelineProps): ReactNode {
  const { t } = useTranslation();
  const span = spanOf(plan.tours);
  return (
    <div className={classes.timeline} role="list" aria-label={t('planning.tours')}>
      <Hours span={span} />
      {plan.tours.map((tour, index) => (
        <TourLine
          key={tour.id}
          {...{ plan, tour, index, span, onSelect, onMove, onLock }}
          selected={tour.id === selected}
        />
      ))}
    </div>
  );
}

function Hours({ span }: { span: Span }): ReactNode {
  const format = useFormat();
  return (
    <div className={classes.hours} aria-hidden>
      {ticksOf(span).map((at) => {
        const instant = new Date(at).toISOString();
        const local = new Date(at);
        return (
          <span key={at} style={{ left: `${share(span, instant)}%` }}>
            {local.getHours() === 0
              ? format.shortDay(localDay(local))
              : `${String(local.getHours()).padStart(2, '0')}:00`}
          </span>
        );
      })}
    </div>
  );
}

const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

interface LineProps extends Omit<TimelineProps, 'selected'> {
  tour: PlanTour;
  index: number;
  span: Span;
  selected: boolean;
}

function TourLine({ plan, tour, index, span, selected, onSelect, onMove, onLock }: LineProps): ReactNode {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent<HTMLDivElement>): void => {
    event.preventDefault();
    setOver(false);
    const order = event.dataTransfer.getData(ORDER_DRAG);
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = span.from + ((event.clientX - left) / width) * (span.to - span.from);
    if (order) onMove({ order, tour: tour.id, position: positionAt(tour, order, at) });
  };
  const Icon = tour.locked ? IconLock : IconLockOpen;
  return (
    <div className={classes.line} role="listitem" data-selected={selected || undefined} data-tour={tour.id}>
      <div className={classes.lineHead}>
        <ActionIcon
          size="sm"
          aria-label={tour.locked ? t('planning.unlock') : t('planning.lock')}
          onClick={() => onLock(tour)}
        >
          <Icon size={14} />
        </ActionIcon>
        <button type="button" className={classes.lineName} onClick={() => onSelect(tour.id)} aria-pressed={selected}>
          <span className={classes.swatch} style={{ background: tourColour(index) }} />
          <TourHead plan={plan} tour={tour} />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a drop target; the tour's panel moves orders by keyboard. */}
      <div
        className={classes.track}
        data-over={over || undefined}
        onDragOver={(event) => {
          if (tour.locked || !event.dataTransfer.types.includes(ORDER_DRAG)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {tour.planned ? (
          <Bars {...{ plan, tour, span }} colour={tourColour(index)} />
        ) : (
          <Text size="xs" c="var(--red)" className={classes.reason}>
            <IconAlertTriangle size={13} /> {tour.reason}
          </Text>
        )}
      </div>
    </div>
  );
}

function TourHead({ plan, tour }: { plan: Plan; tour: PlanTour }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const vehicle = plan.vehicles.find(({ id }) => id === tour.vehicle)?.name ?? tour.vehicle;
  const { planned } = tour;
  return (
    <span className={classes.lineText}>
      <span>{vehicle}</span>
      {planned ? (
        <span className="numeric">
          {t('planning.tourFigures', {
            cost: format.quantity(Math.round(planned.cost)),
            km: format.quantity(Math.round(planned.distanceKm)),
            fill: Math.round(Math.max(...planned.fill) * 100),
          })}
        </span>
      ) : (
        <Badge color="red">{t('planning.infeasible')}</Badge>
      )}
    </span>
  );
}

function Bars({ plan, tour, span, colour }: { plan: Plan; tour: PlanTour; span: Span; colour: string }): ReactNode {
  const planned = tour.planned!;
  const from = share(span, planned.departureAt);
  const to = share(span, planned.arrivalAt);
  return (
    <>
      <span className={classes.drive} style={{ left: `${from}%`, width: `${to - from}%`, background: colour }} />
      {planned.stops.map((stop, i) => (
        <StopChip
          key={`${stop.order}-${stop.at}-${stop.arrivalAt}`}
          {...{ plan, tour, span, stop, colour }}
          locked={tour.locked || i < tour.lockedStops}
        />
      ))}
    </>
  );
}

interface ChipProps {
  plan: Plan;
  tour: PlanTour;
  span: Span;
  stop: NonNullable<PlanTour['planned']>['stops'][number];
  colour: string;
  locked: boolean;
}

function StopChip({ plan, stop, span, colour, locked }: ChipProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const name = plan.sites.find(({ id }) => id === stop.place)?.name ?? stop.place;
  const left = share(span, stop.startAt);
  const width = Math.max(0.7, share(span, stop.departureAt) - left);
  const isPickup = stop.at === 'pickup';
  const text = t(isPickup ? 'planning.pickupAt' : 'planning.deliveryAt', {
    site: name,
    at: format.instant(stop.startAt),
  });
  return (
    <Tooltip label={text}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragged by pointer; the tour's panel moves it by keyboard. */}
      <span
        className={classes.chip}
        data-pickup={isPickup || undefined}
        data-order={isPickup ? stop.order : undefined}
        draggable={isPickup && !locked}
        onDragStart={(event) => {
          event.dataTransfer.setData(ORDER_DRAG, stop.order ?? '');
          event.dataTransfer.effectAllowed = 'move';
        }}
        style={{ left: `${left}%`, width: `${width}%`, borderColor: colour, background: isPickup ? colour : undefined }}
      >
        <span className={classes.chipName}>{isPickup ? name : ''}</span>
      </span>
    </Tooltip>
  );
}
