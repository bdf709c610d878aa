import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { ORDER_DRAG } from './plan-timeline.tsx';
import classes from './planning.module.css';
import type { Move, Plan } from './queries.ts';

/** Orders that are on no tour: dragged onto one, or given a truck of their own. Dropping one here takes it off its tour. */
export function UnplannedList({ plan, onMove }: { plan: Plan; onMove: (move: Move) => void }): ReactNode {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent<HTMLElement>): void => {
    event.preventDefault();
    setOver(false);
    const order = event.dataTransfer.getData(ORDER_DRAG);
    if (order) onMove({ order });
  };
  return (
    <section
      className={`${classes.sheet} ${classes.dropTarget}`}
      aria-label={t('planning.unplanned')}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(ORDER_DRAG)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text fw={600} p="8px 12px 4px">
        {t('planning.unplanned')} <span className="numeric">{plan.unplanned.length}</span>
      </Text>
      {plan.unplanned.length === 0 && (
        <Text size="xs" c="dimmed" p="0 12px 8px">
          {t('planning.allPlanned')}
        </Text>
      )}
      {plan.unplanned.map((id) => (
        <OpenOrder key={id} plan={plan} id={id} onMove={onMove} />
      ))}
    </section>
  );
}

function OpenOrder({ plan, id, onMove }: { plan: Plan; id: string; onMove: (move: Move) => void }): ReactNode {
  const format = useFormat();
  const order = plan.orders.find((one) => one.id === id);
  const place = plan.sites.find((site) => site.id === order?.from)?.name ?? order?.from;
  if (!order) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragged by pointer; the menu does the same by keyboard.
    <div
      className={classes.open}
      draggable
      data-order={id}
      onDragStart={(event) => event.dataTransfer.setData(ORDER_DRAG, id)}
    >
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="xs" fw={560} truncate>
          {place}
        </Text>
        <Text size="xs" c="dimmed" className="numeric">
          {format.quantity(Math.round(order.goods.massKg))} kg · {format.quantity(order.goods.loadingMeters)} ldm
        </Text>
      </div>
      <MoveMenu plan={plan} order={id} onMove={onMove} />
    </div>
  );
}

/** The same as dragging, for keyboard and touch. */
export function MoveMenu({
  plan,
  order,
  onMove,
}: {
  plan: Plan;
  order: string;
  onMove: (move: Move) => void;
}): ReactNode {
  const { t } = useTranslation();
  const current = plan.tours.find(({ stops }) => stops.some((stop) => stop.order === order));
  const nameOf = (vehicle: string): string => plan.vehicles.find(({ id }) => id === vehicle)?.name ?? vehicle;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton aria-label={t('planning.move')}>
          <IconDots size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 320, overflow: 'auto' }}>
        <Menu.Label>{t('planning.moveTo')}</Menu.Label>
        {plan.tours
          .filter((tour) => tour !== current && !tour.locked)
          .map((tour) => (
            <Menu.Item key={tour.id} onClick={() => onMove({ order, tour: tour.id })}>
              {tour.id.slice(-2)} · {nameOf(tour.vehicle)}
            </Menu.Item>
          ))}
        <Menu.Label>{t('planning.newTour')}</Menu.Label>
        {plan.vehicles.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onMove({ order, tour: newTourId(plan), vehicle: id })}>
            {name}
          </Menu.Item>
        ))}
        {current && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onMove({ order })}>{t('planning.takeOff')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function newTourId(plan: Plan): string {
  const taken = new Set(plan.tours.map(({ id }) => id));
  for (let number = plan.tours.length + 1; ; number++) {
    const id = `tour-${plan.day}-${plan.id.slice(-4)}-${String(number).padStart(2, '0')}`;
    if (!taken.has(id)) return id;
  }
}
