import {
  Alert,
  Button,
  Checkbox,
  Drawer,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { ShownOnce } from '../network/shown-once.tsx';
import { forgetProfile, type PartnerProfile, saveProfile } from './interface-queries.ts';
import { HorizonFields, VersionFields } from './profile-messages.tsx';
import { type ProfileValues, toTerms, toValues } from './profile-terms.ts';

const SPOKEN = ['schedule', 'despatch', 'receipt', 'inventory', 'status', 'transport-order'] as const;
type Spoken = (typeof SPOKEN)[number];
/** The messages that say it in each format; what has none is not written. */
const WRITTEN: Record<ProfileValues['format'], Partial<Record<Spoken, string>>> = {
  edifact: {
    ...{ schedule: 'DELFOR, DELJIT', despatch: 'DESADV', receipt: 'RECADV', inventory: 'INVRPT', status: 'IFTSTA' },
    'transport-order': 'IFTMIN',
  },
  x12: { schedule: '830, 862', despatch: '856', receipt: '861', inventory: '846', status: '214' },
  vda: { schedule: 'VDA 4905', despatch: 'VDA 4913' },
  csv: { schedule: 'CSV' },
};
/** The format of what came in decides among them. */
const ANSWERS = 'CONTRL, 997; APERAK, 824';
const CHANNELS = ['folder', 'webhook', 'none'] as const;
const SIGNS = ['element', 'component', 'terminator', 'release'] as const;
export type Form = UseFormReturnType<ProfileValues>;

/** One partner's profile; a webhook's secret is shown when it is made and never again. */
export function ProfileForm({ kept, onClose }: { kept: PartnerProfile; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<ProfileValues>({
    initialValues: toValues(kept.profile),
    validate: { url: (url, { channel }) => (channel === 'webhook' && !url.trim() ? t('error.required') : null) },
  });
  const saved = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['partner-profiles'] });
    tellDone(t('masterData.saved'));
  };
  const save = useMutation({
    mutationFn: (values: ProfileValues) => saveProfile(kept.partner, toTerms(values)),
    onSuccess: async ({ secret }) => {
      await saved();
      if (!secret) onClose();
    },
    onError: (error) => tellFailure(error),
  });
  const forget = useMutation({
    mutationFn: () => forgetProfile(kept.partner),
    onSuccess: async () => {
      await saved();
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      size="md"
      position="right"
      title={kept.name}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {save.data?.secret ? (
        <ShownOnce secret={save.data.secret} text={t('webhook.once')} onClose={onClose} />
      ) : (
        <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
          <Stack gap="md">
            {kept.isDefault && <Alert color="gray">{t('partnerProfile.defaultText')}</Alert>}
            <ChannelFields form={form} partner={kept.partner} />
            <SpokenFields form={form} />
            <VersionFields form={form} />
            <AddressFields form={form} />
            <WritingFields form={form} />
            <HorizonFields form={form} />
            <Group justify="flex-end">
              {!kept.isDefault && (
                <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate()}>
                  {t('partnerProfile.forget')}
                </Button>
              )}
              <Button type="submit" loading={save.isPending}>
                {t('action.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Drawer>
  );
}

function ChannelFields({ form, partner }: { form: Form; partner: string }): ReactNode {
  const { t } = useTranslation();
  const { channel } = form.values;
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('partnerProfile.format')}
        data={[
          { value: 'edifact', label: 'EDIFACT' },
          { value: 'x12', label: 'X12' },
          { value: 'vda', label: 'VDA' },
          { value: 'csv', label: 'CSV' },
        ]}
        {...form.getInputProps('format')}
      />
      <Select
        label={t('partnerProfile.channel')}
        allowDeselect={false}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        description={t(`channelText.${channel}`, { folder: `edi-out/…/${partner}/` })}
        {...form.getInputProps('channel')}
      />
      {channel === 'webhook' && (
        <TextInput label={t('webhook.url')} placeholder="https://" {...form.getInputProps('url')} />
      )}
    </Stack>
  );
}

function SpokenFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const { format, sends } = form.values;
  const toggle = (spoken: Spoken, on: boolean): void =>
    form.setFieldValue('sends', on ? [...sends, spoken] : sends.filter((one) => one !== spoken));
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('partnerProfile.sends')}</Text>
      {SPOKEN.map((spoken) => (
        <Checkbox
          key={spoken}
          label={t(`spokenText.${spoken}`)}
          description={WRITTEN[format][spoken] ?? t('partnerProfile.unwritten', { format: format.toUpperCase() })}
          checked={sends.includes(spoken)}
          disabled={!WRITTEN[format][spoken] && !sends.includes(spoken)}
          onChange={({ currentTarget }) => toggle(spoken, currentTarget.checked)}
        />
      ))}
      <Checkbox
        label={t('spokenText.acknowledgement')}
        description={ANSWERS}
        {...form.getInputProps('acknowledges', { type: 'checkbox' })}
      />
      <Checkbox label={t('partnerProfile.test')} {...form.getInputProps('test', { type: 'checkbox' })} />
    </Stack>
  );
}

function AddressFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('partnerProfile.addresses')}</Text>
      <Text size="xs" c="dimmed">
        {t('partnerProfile.addressesText')}
      </Text>
      {(['own', 'partner'] as const).map((side) => (
        <Group key={side} grow align="flex-start">
          <TextInput label={t(`partnerProfile.${side}Code`)} {...form.getInputProps(`${side}Code`)} />
          <TextInput label={t('partnerProfile.qualifier')} {...form.getInputProps(`${side}Qualifier`)} />
        </Group>
      ))}
    </Stack>
  );
}

function WritingFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <TextInput
        label={t('partnerProfile.timeZone')}
        description={t('partnerProfile.timeZoneText')}
        placeholder="Europe/Berlin"
        {...form.getInputProps('timeZone')}
      />
      <Text fw={600}>{t('partnerProfile.delimiters')}</Text>
      <Text size="xs" c="dimmed">
        {t('partnerProfile.delimitersText')}
      </Text>
      <SimpleGrid cols={4}>
        {SIGNS.map((sign) => (
          <TextInput key={sign} maxLength={1} label={t(`delimiter.${sign}`)} {...form.getInputProps(sign)} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
