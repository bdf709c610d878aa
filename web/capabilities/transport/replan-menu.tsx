import { Button, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { tellFailure } from '../../shell/notices.ts';
import { SEARCH } from './optimise-panel.tsx';
import { replan, toursOfDayQuery } from './queries.ts';

const SECONDS = 5;

/** Something changed after the tours went out: plans anew in seconds, and changes no more tours than asked. */
export function ReplanMenu({ day, onPlan }: { day: string; onPlan: (plan: string) => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [broken, setBroken] = useState<string | null>(null);
  const [most, setMost] = useState<number | string>(1);
  const tours = useQuery({ ...toursOfDayQuery(day), enabled: day !== '' }).data?.tours ?? [];
  const start = useMutation({
    mutationFn: async () => {
      const { plan } = await replan({ day, broken: broken ? [broken] : [] });
      const input = { plan, seconds: SECONDS, mostChanged: Number(most) };
      await api.POST('/api/jobs', { body: { kind: SEARCH, input } });
      return plan;
    },
    onSuccess: async (plan) => {
      close();
      await client.invalidateQueries({ queryKey: ['transport-plans'] });
      await client.invalidateQueries({ queryKey: ['jobs'] });
      onPlan(plan);
    },
    onError: (error) => tellFailure(error),
  });
  if (tours.length === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconRefreshAlert size={15} aria-hidden />} onClick={open}>
        {t('planning.replan')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('planning.replan')}>
        <Stack gap="sm">
          <Text size="xs" c="dimmed">
            {t('planning.replanText')}
          </Text>
          <Select
            label={t('planning.broken')}
            placeholder={t('planning.noneBroken')}
            clearable
            value={broken}
            onChange={setBroken}
            data={tours.map(({ id, vehicleName }) => ({ value: id, label: `${id.slice(-7)} · ${vehicleName}` }))}
          />
          <NumberInput
            label={t('planning.mostChanged')}
            description={t('planning.mostChangedText')}
            min={0}
            max={tours.length}
            value={most}
            onChange={setMost}
          />
          <Button onClick={() => start.mutate()} loading={start.isPending}>
            {t('planning.replanStart')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
