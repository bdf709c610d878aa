import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import classes from './planning.module.css';
import type { Figures, Plan } from './queries.ts';

/** What the plan costs now, against what is driven without it, and what the last move did. */
export function PlanFigures({ plan, before }: { plan: Plan; before: Figures | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { figures, baseline } = plan;
  const whole = (value: number): string => format.quantity(Math.round(value));
  const rows = [
    ['cost', figures.cost, baseline.cost, '€'],
    ['distance', figures.distanceKm, baseline.distanceKm, 'km'],
    ['hours', figures.hours, baseline.hours, 'h'],
    ['co2', figures.co2Kg, baseline.co2Kg, 'kg'],
  ] as const;
  const changes = before && [
    ...(['cost', 'distanceKm', 'hours', 'co2Kg'] as const).map((key) => figures[key] - before[key]),
  ];
  return (
    <section className={`${classes.sheet} ${classes.figures}`} aria-label={t('planning.figures')} aria-live="polite">
      {rows.map(([key, value, base, unit], i) => (
        <div key={key} className={classes.figure} data-figure={key}>
          <Text size="xs" c="dimmed">
            {t(`planning.${key}`)}
          </Text>
          <strong className="numeric">
            {whole(value)} {unit}
          </strong>
          <Text size="xs" c="dimmed" className="numeric">
            {t('planning.against', { value: whole(base), unit })}
          </Text>
          {changes && Math.abs(changes[i]!) >= 0.5 && (
            <Text size="xs" className="numeric" c={changes[i]! > 0 ? 'var(--red)' : 'var(--green)'}>
              {format.signed(Math.round(changes[i]!))} {unit}
            </Text>
          )}
        </div>
      ))}
      <div className={classes.figure}>
        <Text size="xs" c="dimmed">
          {t('planning.tours')}
        </Text>
        <strong className="numeric">{figures.tours}</strong>
        <Text size="xs" c="dimmed" className="numeric">
          {t('planning.against', { value: baseline.tours, unit: '' })}
        </Text>
      </div>
      <div className={classes.figure}>
        <Text size="xs" c="dimmed">
          {t('planning.fill')}
        </Text>
        <strong className="numeric">{Math.round(figures.fill * 100)} %</strong>
        <Text size="xs" c="dimmed" className="numeric">
          {t('planning.against', { value: Math.round(baseline.fill * 100), unit: '%' })}
        </Text>
      </div>
      {figures.infeasible > 0 && (
        <Text c="var(--red)" role="alert">
          {t('planning.infeasibleCount', { count: figures.infeasible })}
        </Text>
      )}
    </section>
  );
}
