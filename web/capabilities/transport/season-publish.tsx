import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { publishScenario, type Scenario } from './season-queries.ts';

const SEASON_DAYS = 182;
const dayAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10);

/** Makes a scenario the season: each supplier learns its own rhythm, each carrier its tours. */
export function SeasonPublish({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      validFrom: dayAfter(scenario.createdAt, 14),
      validTo: dayAfter(scenario.createdAt, 14 + SEASON_DAYS),
    },
    validate: {
      validFrom: (day) => (day ? null : t('error.required')),
      validTo: (day, { validFrom }) => (day >= validFrom ? null : t('season.endsBefore')),
    },
  });
  const publish = useMutation({
    mutationFn: () => publishScenario(scenario.id, form.values),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['season'] });
      tellDone(t('season.published'));
      close();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <>
      <Button size="compact-sm" leftSection={<IconSend size={14} aria-hidden />} onClick={open}>
        {t('season.publish')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('season.publish')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <form onSubmit={form.onSubmit(() => publish.mutate())}>
          <Stack gap="sm">
            <Text size="sm">
              {t('season.publishText', { lanes: scenario.plan.lanes.length, tours: scenario.plan.tours.length })}
            </Text>
            <Group grow>
              <TextInput type="date" label={t('season.validFrom')} {...form.getInputProps('validFrom')} />
              <TextInput type="date" label={t('season.validTo')} {...form.getInputProps('validTo')} />
            </Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={publish.isPending}>
                {t('season.publish')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
