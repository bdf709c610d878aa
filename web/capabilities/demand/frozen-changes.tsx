import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { exceptionsQuery } from '../visibility/queries.ts';
import classes from './commits.module.css';

/** Open exceptions: customers changed what they had called firm, and wait for an answer. */
export function FrozenChanges(): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const open = (useQuery(exceptionsQuery).data ?? []).filter(({ kind }) => kind === 'frozen-change');
  if (open.length === 0) return null;
  return (
    <section className={classes.proposals} aria-label={t('exceptionKind.frozen-change')}>
      <Text fw={620} size="sm" c="var(--red)">
        {t('exceptionKind.frozen-change')}
      </Text>
      {open.map(({ id, partner, reference, difference, hits }) => (
        <Text key={id} size="sm">
          <Anchor component={Link} to="/commits" search={{ part: hits[0]?.part } as never}>
            <span className="mono">{names.part(hits[0]?.part)}</span>
          </Anchor>{' '}
          · {names.organisation(partner)} · {t('schedules.release', { release: reference })}:{' '}
          {format.quantity(difference?.expected ?? 0)} → <b>{format.quantity(difference?.observed ?? 0)}</b>
        </Text>
      ))}
    </section>
  );
}
