import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellFailure } from '../../shell/notices.ts';
import { dismissMessage } from './queries.ts';

/** Nothing is dropped without a word: the reason stays beside the message. */
export function DismissButton({ message }: { message: string }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const dismiss = useMutation({
    mutationFn: () => dismissMessage(message, reason),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
    onError: (error) => tellFailure(error),
  });
  return (
    <Popover position="top-end" trapFocus shadow="md" width={300}>
      <Popover.Target>
        <Button variant="default">{t('inbox.dismiss')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            label={t('field.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button
              color="red"
              disabled={reason.trim() === ''}
              loading={dismiss.isPending}
              onClick={() => dismiss.mutate()}
            >
              {t('inbox.dismiss')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
