import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { loadBlocks } from './load-blocks.ts';
import type { Plan, PlanTour } from './queries.ts';
import { tourColour } from './tour-colours.ts';

const WIDTH = 320;
const HEIGHT = 44;

/** The floor of the truck seen from above, the cab on the left, with the loading metres that each order takes. */
export function LoadPlan({ plan, tour }: { plan: Plan; tour: PlanTour }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const capacity = plan.vehicles.find(({ id }) => id === tour.vehicle)?.capacity.loadingMeters ?? 0;
  const blocks = loadBlocks(plan, tour);
  const length = Math.max(capacity, blocks.at(-1)?.toMeters ?? 0, 0.1);
  const x = (meters: number): number => (meters / length) * WIDTH;
  const nameOf = (order: string): string => {
    const from = plan.orders.find(({ id }) => id === order)?.from;
    return plan.sites.find(({ id }) => id === from)?.name ?? from ?? order;
  };
  return (
    <figure style={{ margin: 0 }}>
      <figcaption style={{ fontSize: '0.75rem' }}>
        {t('planning.loadPlan', { used: format.quantity(blocks.at(-1)?.toMeters ?? 0), of: format.quantity(capacity) })}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        role="img"
        aria-label={blocks
          .map(({ order, fromMeters, toMeters }) => `${nameOf(order)} ${fromMeters}–${toMeters} m`)
          .join(', ')}
      >
        <rect x={0.5} y={0.5} width={x(capacity) - 1} height={HEIGHT - 1} rx={3} fill="none" stroke="var(--ink-soft)" />
        {blocks.map(({ order, fromMeters, toMeters, unloadedAs, blocked }, i) => (
          <g key={order}>
            <title>{nameOf(order)}</title>
            <rect
              x={x(fromMeters) + 1}
              y={3}
              width={Math.max(1, x(toMeters) - x(fromMeters) - 2)}
              height={HEIGHT - 6}
              rx={2}
              fill={tourColour(i)}
              fillOpacity={0.3}
              stroke={blocked ? 'var(--red-fill)' : tourColour(i)}
              strokeDasharray={blocked ? '3 2' : undefined}
            />
            <text x={x(fromMeters) + 5} y={HEIGHT / 2 + 4} fontSize={11} fill="var(--ink)">
              {unloadedAs}
            </text>
          </g>
        ))}
      </svg>
      {blocks.some(({ blocked }) => blocked) && (
        <Text size="xs" c="var(--red)">
          {t('planning.blocked', {
            orders: blocks
              .filter(({ blocked }) => blocked)
              .map(({ order }) => nameOf(order))
              .join(', '),
          })}
        </Text>
      )}
    </figure>
  );
}
