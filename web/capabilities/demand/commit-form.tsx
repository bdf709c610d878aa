import { COMMIT_REASONS, type CommitReason } from '@intakt/contract';
import { Alert, Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { type Change, needsReason, type Side, toSaid } from './commit-edit.ts';
import { sendCommits, sendOverride } from './commit-queries.ts';

interface FormProps {
  changes: Change[];
  onDone: () => void;
}

/** The supplier's reason, or the customer's. */
export const SayForm = ({ side, ...props }: FormProps & { side: Side }): ReactNode =>
  side === 'supplier' ? <CommitForm {...props} /> : <OverrideForm {...props} />;

/** Says it; a quantity that looks wrong is said only once somebody has ticked that it was looked at. */
function useSaying(say: (confirmed: boolean) => Promise<string>, onDone: () => void) {
  const client = useQueryClient();
  const [doubt, setDoubt] = useState<string>();
  const [looked, setLooked] = useState(false);
  const send = useMutation({
    mutationFn: () => say(looked),
    onSuccess: async (done) => {
      await Promise.all([['commits'], ['schedules']].map((queryKey) => client.invalidateQueries({ queryKey })));
      tellDone(done);
      onDone();
    },
    onError: (error) => {
      if (error instanceof Refused && error.code === 'IMPLAUSIBLE') setDoubt(error.problem.detail);
      else tellFailure(error);
    },
  });
  return { send, doubt, looked, setLooked };
}

function Doubt({
  doubt,
  looked,
  setLooked,
}: Pick<ReturnType<typeof useSaying>, 'doubt' | 'looked' | 'setLooked'>): ReactNode {
  const { t } = useTranslation();
  if (!doubt) return null;
  return (
    <Alert color="red" variant="light" title={doubt} role="alert">
      <Checkbox
        label={t('commits.looked')}
        checked={looked}
        onChange={(event) => setLooked(event.currentTarget.checked)}
      />
    </Alert>
  );
}

function CommitForm({ changes, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState<CommitReason | null>(null);
  const [text, setText] = useState('');
  const [possibleIf, setPossibleIf] = useState('');
  const isProposal = needsReason(changes);
  const saying = useSaying(async (confirmed) => {
    const why = {
      reason: reason ?? undefined,
      text: text.trim() || undefined,
      possibleIf: possibleIf.trim() || undefined,
    };
    const { weeks } = await sendCommits(toSaid(changes, why), confirmed);
    return t('commits.done', { count: weeks });
  }, onDone);
  return (
    <Stack gap="sm">
      {isProposal && (
        <>
          <Select
            label={t('field.reason')}
            required
            data={COMMIT_REASONS.map((value) => ({ value, label: t(`commitReason.${value}`) }))}
            value={reason}
            onChange={(value) => setReason(value as CommitReason | null)}
          />
          <Textarea
            label={t('commits.text')}
            maxLength={400}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            label={t('commits.possibleIf')}
            maxLength={400}
            value={possibleIf}
            onChange={(event) => setPossibleIf(event.currentTarget.value)}
          />
        </>
      )}
      <Doubt {...saying} />
      <Group justify="flex-end">
        <Button loading={saying.send.isPending} disabled={isProposal && !reason} onClick={() => saying.send.mutate()}>
          {isProposal ? t('commits.propose') : t('commits.commit')}
        </Button>
      </Group>
    </Stack>
  );
}

/** One release per relation: each goes out as a message of its own. */
function OverrideForm({ changes, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const saying = useSaying(async (confirmed) => {
    const releases: string[] = [];
    for (const [relation, list] of Map.groupBy(changes, (change) => change.relation)) {
      const weeks = list.map(({ week, quantity }) => ({ week, quantity }));
      releases.push((await sendOverride(relation, { weeks, text: text.trim(), confirmed })).release);
    }
    return t('commits.overridden', { release: releases.join(', ') });
  }, onDone);
  return (
    <Stack gap="sm">
      <Textarea
        label={t('commits.overrideReason')}
        required
        maxLength={400}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Doubt {...saying} />
      <Group justify="flex-end">
        <Button loading={saying.send.isPending} disabled={!text.trim()} onClick={() => saying.send.mutate()}>
          {t('commits.override')}
        </Button>
      </Group>
    </Stack>
  );
}
