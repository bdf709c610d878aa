import { ActionIcon, Button, Group, Modal, Radio, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { type TourStop, withdrawReport } from './queries.ts';
import { type TakeBack, takeBacks } from './take-back.ts';

/** For who may say that a report was wrong: a small button at the stop, which asks what to take back and why. */
export function TakeBackButton({ stop }: { stop: TourStop }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const site = useNames().site(stop.site);
  const [opened, open] = useState(false);
  const choices = me ? takeBacks(stop, { organisation: me.organisation.id, roles: me.roles }) : [];
  if (choices.length === 0) return null;
  return (
    <>
      <Tooltip label={t('takeBack.title')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('takeBack.of', { site })}
          onClick={() => open(true)}
        >
          <IconArrowBackUp size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {opened && <TakeBackDialog stop={stop} choices={choices} onClose={() => open(false)} />}
    </>
  );
}

interface DialogProps {
  stop: TourStop;
  choices: TakeBack[];
  onClose: () => void;
}

function TakeBackDialog({ stop, choices, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const [chosen, choose] = useState(0);
  const [reason, setReason] = useState('');
  const takeBack = useTakeBack(stop, onClose);
  const { milestones } = choices[Math.min(chosen, choices.length - 1)]!;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('takeBack.of', { site: names.site(stop.site) })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="sm">
        <Radio.Group label={t('takeBack.what')} value={String(chosen)} onChange={(value) => choose(Number(value))}>
          <Stack gap={6} mt={6}>
            {choices.map(({ milestones: some, at }, i) => (
              <Radio
                key={some.join(' ')}
                value={String(i)}
                label={t(some.length === 1 ? 'takeBack.last' : 'takeBack.since', {
                  what: t(`takeBack.${some.at(-1)}`),
                  at: format.instant(at),
                })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('takeBack.reason')}
          value={reason}
          maxLength={400}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {t('takeBack.text')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button color="red" loading={takeBack.isPending} onClick={() => takeBack.mutate({ milestones, reason })}>
            {t('takeBack.title')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function useTakeBack(stop: TourStop, onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ milestones, reason }: { milestones: TakeBack['milestones']; reason: string }) => {
      for (const milestone of milestones)
        await withdrawReport(stop, { milestone, ...(reason.trim() && { reason: reason.trim() }) });
    },
    onSuccess: () => {
      tellDone(t('takeBack.done'));
      onDone();
    },
    onError: (error) => tellFailure(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['tours'] }),
  });
}
