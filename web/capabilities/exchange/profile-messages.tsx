import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from './profile-form.tsx';

/** Messages whose version partners agree on, the usual version first; a test holds them against what the server takes. */
export const VERSIONS = {
  edifact: { forecast: ['97A', '04A'], callOff: ['04B', '97A'], despatch: ['97A', '96A', '07A'] },
  x12: { x12: ['004010', '002001', '002040', '003020', '003040', '003060', '004030', '005010'] },
  vda: {},
  csv: {},
} as const;
const MESSAGES = { forecast: 'DELFOR', callOff: 'DELJIT', despatch: 'DESADV', x12: 'X12' } as const;
type Version = keyof typeof MESSAGES;

/** Which message a call-off is, and in which directory or release messages are written. */
export function VersionFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const { format, versions } = form.values;
  const choices = Object.entries(VERSIONS[format]) as [Version, readonly string[]][];
  if (format === 'csv') return null;
  if (choices.length === 0)
    return (
      <Text size="xs" c="dimmed">
        {t('partnerProfile.vdaText')}
      </Text>
    );
  const own = format === 'x12' ? '862' : 'DELJIT';
  const together = format === 'x12' ? '830' : 'DELFOR';
  return (
    <Stack gap="xs">
      <Select
        label={t('partnerProfile.callOffs')}
        allowDeselect={false}
        data={[
          { value: 'own', label: t('partnerProfile.callOffsOwn', { message: own }) },
          { value: 'as-forecast', label: t('partnerProfile.callOffsTogether', { message: together }) },
        ]}
        {...form.getInputProps('callOffs')}
      />
      <SimpleGrid cols={{ base: 1, xs: choices.length }}>
        {choices.map(([version, known]) => (
          <Select
            key={version}
            label={t('partnerProfile.version', { message: MESSAGES[version] })}
            allowDeselect={false}
            data={known.map((value) => ({ value, label: format === 'x12' ? value : `D.${value}` }))}
            value={versions[version] ?? known[0]!}
            onChange={(value) => form.setFieldValue('versions', { ...versions, [version]: value ?? undefined })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const HORIZONS = ['backorder', 'immediate', 'firm', 'production', 'material', 'forecast'] as const;

/** What the partner means by its commitment (SCC) or forecast (FST) qualifiers, where it differs from the standard. */
export function HorizonFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const { horizons } = form.values;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('partnerProfile.horizons')}</Text>
      <Text size="xs" c="dimmed">
        {t('partnerProfile.horizonsText')}
      </Text>
      {horizons.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
        <Group key={index} wrap="nowrap" align="flex-end">
          <TextInput
            w={96}
            maxLength={3}
            label={t('partnerProfile.qualifier')}
            {...form.getInputProps(`horizons.${index}.code`)}
          />
          <Select
            flex={1}
            allowDeselect={false}
            label={t('schedules.horizon')}
            data={HORIZONS.map((value) => ({ value, label: t(`horizon.${value}`) }))}
            {...form.getInputProps(`horizons.${index}.horizon`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('webhook.remove')}
            onClick={() => form.removeListItem('horizons', index)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('horizons', { code: '', horizon: 'firm' })}
        >
          {t('partnerProfile.horizonAdd')}
        </Button>
      </Group>
    </Stack>
  );
}
