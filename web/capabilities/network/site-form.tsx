import { MOST_DOCK_BAYS } from '@intakt/contract';
import { Alert, Button, Drawer, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { type Site, type SiteTerms, saveSite, useMe } from './queries.ts';

const KINDS = ['plant', 'supplier-plant', 'warehouse', 'cross-dock', 'port', 'yard', 'other'] as const;

export function SiteForm({ site, onClose }: { site: Site; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const isOwner = useMe()?.organisation.id === site.owner;
  const client = useQueryClient();
  const form = useForm({ initialValues: valuesOf(site) });
  const save = useMutation({
    mutationFn: (values: SiteValues) => saveSite(siteOf(site, values)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sites'] });
      tellDone(t('masterData.saved'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer opened onClose={onClose} title={site.name} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          {!isOwner && <Alert color="gray">{t('masterData.notOwner')}</Alert>}
          <TextInput label={t('field.name')} disabled={!isOwner} {...form.getInputProps('name')} />
          <Select
            label={t('field.kind')}
            disabled={!isOwner}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`siteKind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <Group grow>
            <TextInput label={t('field.city')} disabled={!isOwner} {...form.getInputProps('city')} />
            <TextInput
              label={t('field.country')}
              maxLength={2}
              disabled={!isOwner}
              {...form.getInputProps('country')}
            />
          </Group>
          <Coordinates form={form} isOwner={isOwner} />
          <TextInput label={t('field.timeZone')} disabled={!isOwner} {...form.getInputProps('timeZone')} />
          <NumberInput
            label={t('masterData.dockBays')}
            description={t('masterData.dockBaysText')}
            min={1}
            max={MOST_DOCK_BAYS}
            allowDecimal={false}
            disabled={!isOwner}
            {...form.getInputProps('dockBays')}
          />
          {isOwner && (
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending}>
                {t('action.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Drawer>
  );
}

interface CoordinatesProps {
  form: UseFormReturnType<SiteValues>;
  isOwner: boolean;
}

function Coordinates({ form, isOwner }: CoordinatesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Group grow>
      <NumberInput
        label={t('masterData.longitude')}
        decimalScale={5}
        min={-180}
        max={180}
        disabled={!isOwner}
        {...form.getInputProps('longitude')}
      />
      <NumberInput
        label={t('masterData.latitude')}
        decimalScale={5}
        min={-90}
        max={90}
        disabled={!isOwner}
        {...form.getInputProps('latitude')}
      />
    </Group>
  );
}

interface SiteValues {
  name: string;
  kind: Site['kind'];
  city: string;
  country: string;
  timeZone: string;
  longitude: number | string;
  latitude: number | string;
  dockBays: number | string;
}

const valuesOf = (site: Site): SiteValues => ({
  name: site.name,
  kind: site.kind,
  city: site.city ?? '',
  country: site.country ?? '',
  timeZone: site.timeZone,
  longitude: site.position?.longitude ?? '',
  latitude: site.position?.latitude ?? '',
  dockBays: site.dockBays ?? '',
});

function siteOf(site: Site, { longitude, latitude, city, country, dockBays, ...values }: SiteValues): SiteTerms {
  return {
    site: site.id,
    owner: site.owner,
    ...values,
    ...(city && { city }),
    ...(country && { country: country.toUpperCase() }),
    ...(longitude !== '' &&
      latitude !== '' && { position: { longitude: Number(longitude), latitude: Number(latitude) } }),
    ...(site.identifiers && { identifiers: site.identifiers }),
    ...(site.workingWeekdays && { workingWeekdays: site.workingWeekdays }),
    ...(site.holidays && { holidays: site.holidays }),
    ...(dockBays !== '' && { dockBays: Number(dockBays) }),
  };
}
