import { Alert, Button, Checkbox, Drawer, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { type Packaging, type PackagingTerms, savePackaging, useMe } from './queries.ts';

const EVERY_KIND: Record<Packaging['kind'], true> = {
  KLT: true,
  GLT: true,
  pallet: true,
  lid: true,
  carton: true,
  rack: true,
  other: true,
};
const MEASURES = ['lengthMm', 'widthMm', 'heightMm'] as const;

interface PackagingValues {
  code: string;
  kind: Packaging['kind'];
  returnable: boolean;
  tareKg: number | string;
  lengthMm: number | string;
  widthMm: number | string;
  heightMm: number | string;
}

/** The owner edits its packaging or registers a new one. */
export function PackagingForm({ packaging, onClose }: { packaging?: Packaging; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id ?? '';
  const client = useQueryClient();
  const isOwner = !packaging || packaging.owner === own;
  const form = useForm<PackagingValues>({
    initialValues: valuesOf(packaging),
    validate: { code: (value) => (value.trim() ? null : t('error.required')) },
  });
  const save = useMutation({
    mutationFn: (values: PackagingValues) => savePackaging(termsOf(values, packaging?.id ?? newId(values.code), own)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['packagings'] });
      tellDone(t('masterData.saved'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      title={packaging ? <span className="mono">{packaging.code}</span> : t('masterData.addPackaging')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <Stack gap="sm">
          {!isOwner && <Alert color="gray">{t('masterData.notPackagingOwner')}</Alert>}
          <PackagingFields form={form} disabled={!isOwner} />
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

function PackagingFields({
  form,
  disabled,
}: {
  form: UseFormReturnType<PackagingValues>;
  disabled: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t('masterData.code')} disabled={disabled} {...form.getInputProps('code')} />
      <Select
        label={t('field.kind')}
        allowDeselect={false}
        disabled={disabled}
        data={Object.keys(EVERY_KIND).map((value) => ({ value, label: t(`packagingKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Checkbox
        label={t('masterData.returnable')}
        disabled={disabled}
        {...form.getInputProps('returnable', { type: 'checkbox' })}
      />
      <NumberInput label={t('masterData.tare')} min={0} disabled={disabled} {...form.getInputProps('tareKg')} />
      <Group grow>
        {MEASURES.map((measure) => (
          <NumberInput
            key={measure}
            label={t(`masterData.${measure}`)}
            min={0}
            disabled={disabled}
            {...form.getInputProps(measure)}
          />
        ))}
      </Group>
    </>
  );
}

const valuesOf = (packaging?: Packaging): PackagingValues => ({
  code: packaging?.code ?? '',
  kind: packaging?.kind ?? 'KLT',
  returnable: packaging?.returnable ?? true,
  tareKg: packaging?.tareKg ?? '',
  lengthMm: packaging?.lengthMm ?? '',
  widthMm: packaging?.widthMm ?? '',
  heightMm: packaging?.heightMm ?? '',
});

/** An id that people recognise: the code, in the letters that an id may have. */
const newId = (code: string): string =>
  `packaging-${code
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 80);

function termsOf({ code, kind, returnable, ...sizes }: PackagingValues, id: string, owner: string): PackagingTerms {
  const given = Object.entries(sizes).flatMap(([key, value]) => (Number(value) > 0 ? [[key, Number(value)]] : []));
  return { packaging: id, owner, code: code.trim(), kind, returnable, ...Object.fromEntries(given) };
}
