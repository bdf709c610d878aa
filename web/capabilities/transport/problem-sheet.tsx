import { PROBLEM_REASONS } from '@intakt/contract';
import { Button, Drawer, Select, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from './drive-api.ts';

type Problem = Pick<Report, 'reason' | 'text'>;

/** What is wrong at a stop, in a word and as the driver says it. */
export function ProblemSheet({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (problem: Problem) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Problem['reason']>('not-ready');
  const [text, setText] = useState('');
  return (
    <Drawer opened onClose={onClose} position="bottom" size="60%" title={t('drive.problem')}>
      <Stack gap="sm">
        <Select
          size="md"
          label={t('drive.reason')}
          allowDeselect={false}
          value={reason ?? null}
          onChange={(next) => setReason(next as Problem['reason'])}
          data={PROBLEM_REASONS.map((value) => ({ value, label: t(`drive.reason-${value}`) }))}
        />
        <Textarea
          size="md"
          label={t('drive.words')}
          autosize
          minRows={2}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Button size="lg" color="red" onClick={() => onDone({ reason, ...(text && { text }) })}>
          {t('drive.report')}
        </Button>
      </Stack>
    </Drawer>
  );
}
