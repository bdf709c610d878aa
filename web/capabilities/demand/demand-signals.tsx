import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { exceptionsQuery, type OpenException } from '../visibility/queries.ts';
import classes from './commits.module.css';

const KINDS = ['bullwhip', 'forecast-bias', 'forecast-accuracy'] as const;
type SignalKind = (typeof KINDS)[number];
type Signal = OpenException & { kind: SignalKind };
const isSignal = (exception: OpenException): exception is Signal => KINDS.some((kind) => kind === exception.kind);

/** Open exceptions about numbers themselves: orders that swing more than demand, and parties that say too much or too little. */
export function DemandSignals({ kinds = KINDS }: { kinds?: readonly SignalKind[] }): ReactNode {
  const { t } = useTranslation();
  const open = (useQuery(exceptionsQuery).data ?? [])
    .filter(isSignal)
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => excessOf(b) - excessOf(a));
  if (open.length === 0) return null;
  return (
    <section className={classes.proposals} aria-label={t('signal.title')}>
      <Text fw={620} size="sm" c="var(--red)">
        {t('signal.count', { count: open.length })}
      </Text>
      {open.map((signal) => (
        <SignalLine key={signal.id} signal={signal} />
      ))}
    </section>
  );
}

/** How many times what is expected was seen: the worst is listed first. */
const excessOf = ({ difference }: Signal): number => (difference?.observed ?? 0) / (difference?.expected || 1);

function SignalLine({ signal }: { signal: Signal }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { kind, partner, hits, difference } = signal;
  const [hit] = hits;
  return (
    <Text size="sm" component="div">
      <Anchor
        component={Link}
        to={kind === 'bullwhip' ? '/schedules' : '/accuracy'}
        search={{ text: names.part(hit?.part) } as never}
      >
        <span className="mono">{names.part(hit?.part)}</span>
      </Anchor>{' '}
      · {t(`exceptionKind.${kind}`)} · {partner ? names.organisation(partner) : t('signal.own')}
      {difference?.saidBy && kind !== 'bullwhip' && ` (${t(`forecastParty.${difference.saidBy}`)})`}:{' '}
      <b>{figureOf(signal, format)}</b>{' '}
      <Text span size="xs" c="dimmed">
        {difference?.because && t(`signal.because-${difference.because}`)}
      </Text>
    </Text>
  );
}

function figureOf({ kind, difference }: Signal, format: Format): string {
  const [observed, expected] = [difference?.observed ?? 0, difference?.expected ?? 0];
  if (kind === 'forecast-accuracy') return `${format.quantity(Math.round(observed))} %`;
  if (kind === 'bullwhip') return `${format.quantity(observed)} (${format.quantity(expected)})`;
  return `${format.quantity(Math.round(observed))} / ${format.quantity(Math.round(expected))}`;
}
