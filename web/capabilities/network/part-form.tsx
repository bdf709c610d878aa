import { Button, Drawer, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { type Part, type PartTerms, saveOwnNumber, savePart, useMe } from './queries.ts';

/** The owner edits its part; everybody else gives it its own number. */
export function PartForm({ part, onClose }: { part: Part; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  const isOwner = part.owner === own;
  const form = useForm({
    initialValues: {
      number: part.myNumber,
      description: part.description ?? '',
      massKg: part.massKg ?? '',
      quantityPerPack: part.quantityPerPack ?? '',
    },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      isOwner ? savePart(partOf(part, values)) : saveOwnNumber(part.id, values.number),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['parts'] });
      tellDone(t('masterData.saved'));
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      title={<span className="mono">{part.myNumber}</span>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <TextInput label={t('masterData.ownNumber')} {...form.getInputProps('number')} />
          <TextInput label={t('field.description')} disabled={!isOwner} {...form.getInputProps('description')} />
          <Group grow>
            <NumberInput
              label={t('masterData.perPack')}
              min={0}
              disabled={!isOwner}
              {...form.getInputProps('quantityPerPack')}
            />
            <NumberInput label={t('masterData.mass')} min={0} disabled={!isOwner} {...form.getInputProps('massKg')} />
          </Group>
          <Numbers part={part} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

function Numbers({ part }: { part: Part }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const rows = [{ organisation: part.owner, number: part.number }, ...part.numbers];
  return (
    <div>
      <Text fw={600} mb={4}>
        {t('masterData.numbers')}
      </Text>
      <Table>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.organisation}>
              <Table.Td>{names.organisation(row.organisation)}</Table.Td>
              <Table.Td className="mono">{row.number}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function partOf(
  part: Part,
  values: { number: string; description: string; massKg: number | string; quantityPerPack: number | string },
): PartTerms {
  return {
    part: part.id,
    owner: part.owner,
    number: values.number,
    unit: part.unit,
    ...(values.description && { description: values.description }),
    ...(values.massKg !== '' && { massKg: Number(values.massKg) }),
    ...(values.quantityPerPack !== '' && { quantityPerPack: Number(values.quantityPerPack) }),
    ...(part.packaging && { packaging: part.packaging }),
    ...(part.family && { family: part.family }),
  };
}
