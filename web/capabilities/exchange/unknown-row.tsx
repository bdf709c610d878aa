import { Badge, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Names, useNames } from '../../shell/names.ts';
import classes from './exchange.module.css';
import type { Decision, Proposal } from './queries.ts';

interface UnknownRowProps {
  proposal: Proposal;
  decision?: Decision;
  onDecide: (decision: Decision) => void;
}

/** One unknown code: what the message says of it, and what it shall mean. */
export function UnknownRow({ proposal, decision, onDecide }: UnknownRowProps): ReactNode {
  const { t } = useTranslation();
  const { unknown, kind, role, code, create, candidates } = proposal;
  const use = decision?.use ?? 'existing';
  const change = (next: string): void =>
    onDecide(
      next === 'new'
        ? { unknown, use: 'new', data: create }
        : { unknown, use: 'existing', id: candidates[0]?.id ?? '' },
    );
  return (
    <div className={classes.unknown}>
      <div>
        <Group gap={6}>
          <Badge color="gray">{t(`unknown.${kind}`)}</Badge>
          <Text size="xs" c="dimmed">
            {t(`unknownRole.${role}`, { defaultValue: role })}
            {!proposal.required && ` · ${t('mapping.optional')}`}
          </Text>
        </Group>
        <Text fw={600} className="mono" mt={2} style={{ overflowWrap: 'anywhere' }}>
          {code}
        </Text>
        <Text size="xs" c="dimmed">
          {saidOf(proposal)}
        </Text>
      </div>
      <Stack gap={6}>
        <SegmentedControl
          aria-label={`${t('mapping.how')} ${code}`}
          value={use}
          onChange={change}
          data={[
            { value: 'existing', label: t('mapping.choose'), disabled: kind === 'lane' },
            { value: 'new', label: t('mapping.create'), disabled: !create },
          ]}
        />
        {decision?.use === 'new' ? (
          <NewFields
            proposal={proposal}
            data={decision.data ?? {}}
            onChange={(data) => onDecide({ unknown, use: 'new', data })}
          />
        ) : (
          <Existing
            proposal={proposal}
            id={decision?.use === 'existing' ? decision.id : ''}
            onChange={(id) => onDecide({ unknown, use: 'existing', id })}
          />
        )}
      </Stack>
    </div>
  );
}

function saidOf({ reference }: Proposal): string {
  if (!reference) return '';
  const { name, street, city, country, description, buyerNumber, supplierNumber } = reference;
  return [name, street, city, country, description, buyerNumber, supplierNumber].filter(Boolean).join(', ');
}

function Existing({
  proposal,
  id,
  onChange,
}: {
  proposal: Proposal;
  id: string;
  onChange: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Select
      searchable
      limit={60}
      aria-label={`${t('mapping.choose')} ${proposal.code}`}
      placeholder={t('mapping.choosePlaceholder')}
      value={id || null}
      data={existing(proposal, names)}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

interface Option {
  value: string;
  label: string;
}

/** Candidates first, then everything of the kind. */
function existing({ kind, candidates }: Proposal, names: Names): Option[] {
  const likely = candidates.map(({ id, name, score }) => ({
    value: id,
    label: `${name} (${Math.round(score * 100)} %)`,
  }));
  const known = new Set(likely.map(({ value }) => value));
  return [...likely, ...allOf(kind, names).filter(({ value }) => !known.has(value))];
}

function allOf(kind: Proposal['kind'], names: Names): Option[] {
  if (kind === 'party') return [...names.organisations.values()].map(({ id, name }) => ({ value: id, label: name }));
  if (kind === 'site')
    return [...names.sites.values()].map(({ id, name, owner }) => ({
      value: id,
      label: `${name} · ${names.organisation(owner)}`,
    }));
  if (kind === 'part')
    return [...names.parts.values()].map(({ id, myNumber, description }) => ({
      value: id,
      label: [myNumber, description].filter(Boolean).join(' · '),
    }));
  return [];
}

/** Fields that the message does not say are assumed, and marked so that a person looks at them. */
function NewFields({
  proposal,
  data,
  onChange,
}: {
  proposal: Proposal;
  data: Record<string, unknown>;
  onChange: (data: Record<string, unknown>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const simple = Object.entries(data).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  const convert = (before: unknown, text: string): unknown => (typeof before === 'number' ? Number(text) : text);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6}>
      {simple.map(([field, value]) => (
        <TextInput
          key={field}
          label={field}
          description={proposal.assumed.includes(field) ? t('mapping.assumed') : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
          value={String(value)}
          onChange={(event) => onChange({ ...data, [field]: convert(value, event.currentTarget.value) })}
        />
      ))}
    </SimpleGrid>
  );
}
