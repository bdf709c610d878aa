import type { MessageError } from '@intakt/contract';
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LightMark } from '../../shell/status-light.tsx';
import classes from './exchange.module.css';

export function MessageErrors({
  errors,
  chosen,
  onChoose,
}: {
  errors: MessageError[];
  chosen?: number;
  onChoose: (offset: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className={classes.errors} aria-label={t('inbox.errors', { count: errors.length })}>
      {errors.map((error) => (
        <UnstyledButton
          key={`${error.position.offset}.${error.position.element}.${error.position.component}.${error.code}`}
          className={classes.error}
          aria-current={error.position.offset === chosen || undefined}
          onClick={() => onChoose(error.position.offset)}
        >
          <Text fw={600}>
            <LightMark light={error.severity === 'error' ? 'red' : 'amber'} size={12} /> {error.message}
          </Text>
          <Text size="xs" c="dimmed">
            {placeOf(error, t)}
          </Text>
          {error.value !== undefined && (
            <Text size="xs">
              {t('inbox.seen')} <code className="mono">{error.value}</code>
            </Text>
          )}
          <Text size="xs">
            {t('inbox.expected')} {error.expected}
          </Text>
        </UnstyledButton>
      ))}
    </section>
  );
}

function placeOf({ position, code }: MessageError, t: ReturnType<typeof useTranslation>['t']): string {
  const place = [position.tag, position.element, position.component].filter((part) => part !== undefined).join('.');
  return `${t('inbox.segment', { number: position.segment })} ${place} · ${code}`;
}
