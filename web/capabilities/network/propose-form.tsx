import type { AgreementTerm, Id, SharedKind } from '@intakt/contract';
import {
  ActionIcon,
  Button,
  Group,
  Modal,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shell/clock.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import classes from './partners.module.css';
import { type Organisation, proposeAgreement, useMe } from './queries.ts';

const EVERY_KIND: Record<SharedKind, true> = {
  stock: true,
  projection: true,
  shipment: true,
  schedule: true,
  production: true,
  mandate: true,
  'pass-through': true,
};
const KINDS = Object.keys(EVERY_KIND) as SharedKind[];
/** Only the projection can be shown as a light; everything else is shown as it is or not at all. */
const hasLight = (kind: SharedKind): boolean => kind === 'projection';

interface Proposal {
  title: string;
  coversFrom: string;
  terms: (AgreementTerm & { sites: Id[]; parts: Id[] })[];
}
type ProposalForm = Pick<
  UseFormReturnType<Proposal>,
  'values' | 'getInputProps' | 'setFieldValue' | 'insertListItem' | 'removeListItem'
>;

/** A proposal of both directions at once; it widens nothing until the other side accepts. */
export function ProposeForm({
  partner,
  opened,
  onClose,
}: {
  partner: Organisation;
  opened: boolean;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id ?? '';
  const client = useQueryClient();
  const form = useForm<Proposal>({
    initialValues: { title: '', coversFrom: new Date(serverNow()).toISOString().slice(0, 10), terms: [newTerm(own)] },
    validate: { title: (value) => (value.trim() ? null : t('error.required')) },
  });
  const propose = useMutation({
    mutationFn: (values: Proposal) => proposeAgreement({ ...values, counterparty: partner.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['agreements'] });
      tellDone(t('agreement.proposed', { name: partner.name }));
      form.reset();
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('agreement.proposeTo', { name: partner.name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => propose.mutate(values))}>
        <Stack>
          <Group grow>
            <TextInput label={t('field.title')} {...form.getInputProps('title')} />
            <DatePickerInput
              label={t('agreement.coversFrom')}
              valueFormat="DD MMM YYYY"
              {...form.getInputProps('coversFrom')}
            />
          </Group>
          {form.values.terms.map((_term, index) => (
            <TermForm key={form.key(`terms.${index}`)} index={index} form={form} own={own} partner={partner} />
          ))}
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => form.insertListItem('terms', newTerm(partner.id))}
            >
              {t('agreement.addTerm')}
            </Button>
            <Button type="submit" loading={propose.isPending}>
              {t('agreement.send')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t('agreement.proposeText', { name: partner.name })}
          </Text>
        </Stack>
      </form>
    </Modal>
  );
}

const newTerm = (giver: Id): Proposal['terms'][number] => ({
  giver,
  kind: 'projection',
  depth: 'light',
  sites: [],
  parts: [],
});

function TermForm({
  index,
  form,
  own,
  partner,
}: {
  index: number;
  form: ProposalForm;
  own: Id;
  partner: Organisation;
}): ReactNode {
  const { t } = useTranslation();
  const term = form.values.terms[index]!;
  const chooseKind = (chosen: string | null): void => {
    const kind = chosen as SharedKind;
    form.setFieldValue(`terms.${index}.kind`, kind);
    if (!hasLight(kind)) form.setFieldValue(`terms.${index}.depth`, 'exact');
  };
  return (
    <fieldset className={classes.termForm}>
      <legend className={classes.hidden}>{t('agreement.term', { number: index + 1 })}</legend>
      <SegmentedControl
        aria-label={t('agreement.direction')}
        data={[
          { value: own, label: t('partners.give') },
          { value: partner.id, label: t('partners.get') },
        ]}
        {...form.getInputProps(`terms.${index}.giver`)}
      />
      <Select
        aria-label={t('agreement.kind')}
        allowDeselect={false}
        w={210}
        data={KINDS.map((value) => ({ value, label: t(`sharedKind.${value}`) }))}
        value={term.kind}
        onChange={chooseKind}
      />
      <SegmentedControl
        aria-label={t('agreement.depth')}
        disabled={!hasLight(term.kind)}
        data={(['exact', 'light'] as const).map((value) => ({ value, label: t(`depth.${value}`) }))}
        {...form.getInputProps(`terms.${index}.depth`)}
      />
      <TermScope index={index} form={form} />
      <ActionIcon
        aria-label={t('agreement.removeTerm')}
        disabled={form.values.terms.length === 1}
        onClick={() => form.removeListItem('terms', index)}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </fieldset>
  );
}

/** The sites and parts that a term is limited to; none chosen means all. */
function TermScope({ index, form }: { index: number; form: ProposalForm }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const term = form.values.terms[index]!;
  const sites = [...names.sites.values()].filter((site) => site.owner === term.giver);
  return (
    <>
      <MultiSelect
        aria-label={t('agreement.sites')}
        placeholder={term.sites.length === 0 ? t('agreement.allSites') : ''}
        searchable
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        style={{ flex: 1, minWidth: 170 }}
        {...form.getInputProps(`terms.${index}.sites`)}
      />
      <MultiSelect
        aria-label={t('agreement.parts')}
        placeholder={term.parts.length === 0 ? t('agreement.allParts') : ''}
        searchable
        limit={40}
        data={[...names.parts.values()].map((part) => ({ value: part.id, label: part.myNumber }))}
        style={{ flex: 1, minWidth: 170 }}
        {...form.getInputProps(`terms.${index}.parts`)}
      />
    </>
  );
}
