import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { type CommitRelation, type CommitWeek, sendAnswers } from './commit-queries.ts';
import { keyOf } from './commit-rows.ts';
import classes from './commits.module.css';

/** What suppliers offer instead of what we asked for, each to be accepted or rejected. */
export function OpenProposals({ relations }: { relations: CommitRelation[] }): ReactNode {
  const { t } = useTranslation();
  const open = relations.flatMap((relation) =>
    relation.weeks.filter(({ state }) => state === 'proposed').map((week) => ({ relation, week })),
  );
  if (open.length === 0) return null;
  return (
    <section className={classes.proposals} aria-label={t('commits.proposals')}>
      <Text fw={620} size="sm">
        {t('commits.proposalCount', { count: open.length })}
      </Text>
      {open.map(({ relation, week }) => (
        <ProposalLine key={`${keyOf(relation)}/${week.week}`} relation={relation} week={week} />
      ))}
    </section>
  );
}

function ProposalLine({ relation, week }: { relation: CommitRelation; week: CommitWeek }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Group gap="sm" className={classes.proposal} wrap="wrap">
      <Text size="sm" style={{ flex: 1, minWidth: 260 }}>
        <span className="mono">{names.part(relation.part)}</span> · {names.organisation(relation.supplier)} ·{' '}
        {format.week(week.week)}: {format.quantity(week.released)} → <b>{format.quantity(week.committed ?? 0)}</b>{' '}
        <ProposalReason week={week} />
      </Text>
      {week.frozen && <Badge variant="light">{t('commits.frozen')}</Badge>}
      <AnswerButtons relation={relation} week={week} />
    </Group>
  );
}

export function ProposalReason({ week }: { week: CommitWeek }): ReactNode {
  const { t } = useTranslation();
  const { reason, text, possibleIf } = week;
  const words = [
    reason && t(`commitReason.${reason as 'capacity'}`),
    text,
    possibleIf && t('commits.possibleIfText', { text: possibleIf }),
  ];
  return (
    <Text span size="xs" c="dimmed">
      {words.filter(Boolean).join(' · ')}
    </Text>
  );
}

export function AnswerButtons({
  relation,
  week,
  text,
  onDone,
}: {
  relation: CommitRelation;
  week: CommitWeek;
  text?: string;
  onDone?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (answer: 'accepted' | 'rejected') =>
      sendAnswers(relation, [{ week: week.week, proposed: week.committed ?? 0, answer, text: text || undefined }]),
    onSuccess: async ({ release }) => {
      await client.invalidateQueries({ queryKey: ['commits'] });
      tellDone(release ? t('commits.acceptedAs', { release }) : t('commits.rejected'));
      onDone?.();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Group gap="xs">
      <Button size="compact-sm" loading={send.isPending} onClick={() => send.mutate('accepted')}>
        {t('commits.accept')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={send.isPending} onClick={() => send.mutate('rejected')}>
        {t('commits.reject')}
      </Button>
    </Group>
  );
}
