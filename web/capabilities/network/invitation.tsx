import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../shell/client.ts';
import { Answered, Failure } from '../../shell/states.tsx';
import { Entrance } from './entrance.tsx';
import { MINIMUM_PASSWORD, passwordProblem } from './password.ts';
import { acceptInvitation, invitationQuery } from './queries.ts';

/** A partner joins by the link that it was sent. */
export function Invitation(): ReactNode {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/invitation/$token' });
  const query = useQuery(invitationQuery(token));
  const text =
    query.data && t('invitation.text', { by: query.data.invitedBy ?? 'Intakt', organisation: query.data.organisation });
  return (
    <Entrance title={t('invitation.title')} text={text}>
      <Answered query={query}>{(invited) => <AcceptForm token={token} email={invited.email ?? ''} />}</Answered>
    </Entrance>
  );
}

function AcceptForm({ token, email }: { token: string; email: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', email, password: '' },
    validate: {
      name: (value) => (value ? null : t('error.required')),
      email: (value) => (value.includes('@') ? null : t('error.email')),
      password: (value) => passwordProblem(value, t),
    },
  });
  const accept = useMutation({
    mutationFn: (values: typeof form.values) => acceptInvitation(token, values),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => accept.mutate(values))} noValidate>
      <Stack gap="sm">
        {accept.error && <Failure error={accept.error} />}
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
        <Button size="sm" type="submit" loading={accept.isPending}>
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}
