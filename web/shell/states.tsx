import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconCircleDashed, IconCloudOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api.ts';
import classes from './states.module.css';

/** Shows what is loading, what went wrong with its next step, or the answer. */
export function Answered<T>({
  query,
  skeleton,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
  return skeleton ?? <RowsSkeleton />;
}

export function Failure({ error, again }: { error: unknown; again?: () => void }): ReactNode {
  const { t } = useTranslation();
  const problem = error instanceof Refused ? error.problem : undefined;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconCloudOff size={18} />}
      title={problem?.title ?? t('error.unexpected')}
      m="md"
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text>{problem?.detail ?? String(error)}</Text>
        {problem && (
          <Text size="xs" className="mono">
            {problem.code}
          </Text>
        )}
        {again && (
          <Button variant="default" onClick={again}>
            {t('action.tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface EmptyProps {
  title: string;
  text?: string;
  icon?: ReactNode;
  children?: ReactNode;
}
export function Empty({ title, text, icon, children }: EmptyProps): ReactNode {
  return (
    <Stack align="center" gap={6} className={classes.empty}>
      <div className={classes.emptyIcon}>{icon ?? <IconCircleDashed size={26} stroke={1.4} />}</div>
      <Text fw={600} size="md" ta="center">
        {title}
      </Text>
      {text && (
        <Text c="dimmed" ta="center" maw={420}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
export function RowsSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap={10} p="md" aria-busy="true" aria-label={t('state.loading')} role="status">
      {ROWS.map((row, index) => (
        <Skeleton key={row} height={18} width={`${96 - index * 6}%`} />
      ))}
    </Stack>
  );
}

export function PageSkeleton(): ReactNode {
  return (
    <Stack p="md" gap="md">
      <Skeleton height={22} width={220} />
      <RowsSkeleton />
    </Stack>
  );
}
