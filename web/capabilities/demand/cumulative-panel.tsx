import { Divider, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import type { Comparison, CumulativeAccount } from './queries.ts';
import classes from './schedules.module.css';

/** The cumulative account of both sides, and where it does not agree. */
export function CumulativePanel({ comparison: { cumulative, current } }: { comparison: Comparison }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!cumulative) return null;
  // What is neither received nor under way got lost between the two books.
  const difference = cumulative.despatched - cumulative.received - cumulative.inTransit;
  return (
    <aside className={classes.cumulative} aria-label={t('cumulative.title')}>
      <Text fw={600}>{t('cumulative.title')}</Text>
      {cumulative.zeroedOn && (
        <Text size="xs" c="dimmed">
          {t('cumulative.zeroedOn', { day: format.day(cumulative.zeroedOn) })}
        </Text>
      )}
      <dl className={classes.account}>
        <Line
          label={t('cumulative.despatched')}
          value={format.quantity(cumulative.despatched)}
          hint={noteHint(cumulative.lastDespatchNote, cumulative.lastDespatchOn, format.shortDay)}
        />
        <Line
          label={t('cumulative.received')}
          value={format.quantity(cumulative.received)}
          hint={noteHint(cumulative.countedDespatchNote, cumulative.countedDespatchOn, format.shortDay)}
        />
        <Line label={t('cumulative.inTransit')} value={format.quantity(cumulative.inTransit)} />
        <Line label={t('cumulative.difference')} value={format.signed(difference)} alarming={difference !== 0} />
      </dl>
      <Stated cumulative={cumulative} />
      <Authorised authorisations={current.authorisations} />
    </aside>
  );
}

/** What the customer says of the same account; it alarms where our books say otherwise. */
function Stated({ cumulative }: { cumulative: CumulativeAccount }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { statedReceived, statedDespatched, received, despatched } = cumulative;
  if (statedReceived === null && statedDespatched === null) return null;
  return (
    <>
      <Divider my={6} />
      <Text size="xs" c="dimmed">
        {t('cumulative.stated')}
      </Text>
      <dl className={classes.account}>
        {statedReceived !== null && (
          <Line
            label={t('cumulative.received')}
            value={format.quantity(statedReceived)}
            alarming={statedReceived !== received}
          />
        )}
        {statedDespatched !== null && (
          <Line
            label={t('cumulative.despatched')}
            value={format.quantity(statedDespatched)}
            alarming={statedDespatched !== despatched}
          />
        )}
      </dl>
    </>
  );
}

function Authorised({ authorisations }: { authorisations: Comparison['current']['authorisations'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (authorisations.length === 0) return null;
  return (
    <Stack gap={2} mt={6}>
      <Divider my={6} />
      <Text size="xs" c="dimmed">
        {t('cumulative.authorisations')}
      </Text>
      <dl className={classes.account}>
        {authorisations.map((one) => (
          <Line
            key={one.kind}
            label={t(`authorisation.${one.kind}`)}
            value={format.quantity(one.cumulative)}
            hint={one.until && t('cumulative.until', { day: format.shortDay(one.until) })}
          />
        ))}
      </dl>
    </Stack>
  );
}

const noteHint = (
  note: string | null | undefined,
  day: string | null | undefined,
  shortDay: (day: string) => string,
): string | undefined => (note ? [note, day && shortDay(day)].filter(Boolean).join(', ') : undefined);

function Line({
  label,
  value,
  hint,
  alarming,
}: {
  label: string;
  value: string;
  hint?: string;
  alarming?: boolean;
}): ReactNode {
  return (
    <div>
      <dt>
        {label}
        {hint && <small>{hint}</small>}
      </dt>
      <dd data-alarming={alarming || undefined}>{value}</dd>
    </div>
  );
}
