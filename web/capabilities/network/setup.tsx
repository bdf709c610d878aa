import { Button, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../shell/client.ts';
import { Answered, Failure } from '../../shell/states.tsx';
import { Entrance } from './entrance.tsx';
import { MINIMUM_PASSWORD, passwordProblem } from './password.ts';
import { setUp, setupQuery } from './queries.ts';

const KINDS = ['oem', 'supplier', 'carrier', 'warehouse'] as const;

/** The one-time link of an empty installation: the first company and its administrator. */
export function Setup(): ReactNode {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/setup/$token' });
  const query = useQuery(setupQuery(token));
  return (
    <Entrance title={t('setup.title')} text={t('setup.text')}>
      <Answered query={query}>{() => <SetupForm token={token} />}</Answered>
    </Entrance>
  );
}

function SetupForm({ token }: { token: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      organisation: '',
      kind: 'oem' as (typeof KINDS)[number],
      country: '',
      name: '',
      email: '',
      password: '',
    },
    validate: {
      organisation: (value) => (value ? null : t('error.required')),
      country: (value) => (/^[A-Za-z]{2}$/.test(value) ? null : t('error.country')),
      name: (value) => (value ? null : t('error.required')),
      email: (value) => (value.includes('@') ? null : t('error.email')),
      password: (value) => passwordProblem(value, t),
    },
  });
  const save = useMutation({
    mutationFn: ({ organisation, kind, country, ...person }: typeof form.values) =>
      setUp(token, { organisation: { name: organisation, roles: [kind], country: country.toUpperCase() }, ...person }),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="sm">
        {save.error && <Failure error={save.error} />}
        <TextInput size="sm" label={t('field.organisation')} {...form.getInputProps('organisation')} />
        <Select
          size="sm"
          label={t('setup.kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`organisationRole.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          size="sm"
          label={t('field.country')}
          placeholder="DE"
          maxLength={2}
          {...form.getInputProps('country')}
        />
        <TextInput size="sm" label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          size="sm"
          label={t('field.email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          size="sm"
          label={t('field.password')}
          description={t('setup.password', { count: MINIMUM_PASSWORD })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button size="sm" type="submit" loading={save.isPending}>
          {t('setup.submit')}
        </Button>
      </Stack>
    </form>
  );
}
