import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api.ts';
import { client } from '../../shell/client.ts';
import classes from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { type DemoAccount, signIn, signInOptionsQuery } from './queries.ts';
import { roleName } from './role-name.ts';

type Credentials = Pick<DemoAccount, 'email' | 'password'>;

export function SignIn(): ReactNode {
  const { t } = useTranslation();
  const options = useQuery(signInOptionsQuery).data;
  const enter = useEnter();
  const demo = options?.demo ?? [];
  const submit = (credentials: Credentials): void => enter.mutate(credentials);
  return (
    <Entrance title={t('signIn.title')} wide={demo.length > 0}>
      <div className={classes.columns} data-single={demo.length === 0 || undefined}>
        <div>
          <SignInForm busy={enter.isPending} error={enter.error} onSubmit={submit} />
          {options?.oidc && (
            <>
              <Divider my="md" label={t('signIn.or')} />
              <Button fullWidth size="sm" variant="default" component="a" href="/api/oidc/start">
                {t('signIn.oidc', { name: options.oidc.name })}
              </Button>
            </>
          )}
        </div>
        {demo.length > 0 && <DemoAccounts accounts={demo} busy={enter.isPending} onChoose={submit} />}
      </div>
    </Entrance>
  );
}

function useEnter() {
  const router = useRouter();
  const { to } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: ({ email, password }: Credentials) => signIn(email, password),
    onSuccess: () => {
      client.clear();
      // Only a path of this application is followed, never an address that somebody put into a link.
      const isOwn = to?.startsWith('/') && !to.startsWith('//');
      router.history.push(isOwn ? to! : '/');
    },
  });
}

function SignInForm({
  busy,
  error,
  onSubmit,
}: {
  busy: boolean;
  error: unknown;
  onSubmit: (credentials: Credentials) => void;
}): ReactNode {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('error.email')),
      password: (value) => (value ? null : t('error.required')),
    },
  });
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="sm">
        {error instanceof Refused && (
          <Alert color="red" title={error.problem.title} role="alert">
            {error.problem.detail}
          </Alert>
        )}
        <TextInput
          size="sm"
          type="email"
          autoComplete="username"
          label={t('field.email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          size="sm"
          autoComplete="current-password"
          label={t('field.password')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button size="sm" type="submit" loading={busy}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** On a demonstration everybody may look through everybody's eyes. */
function DemoAccounts({
  accounts,
  busy,
  onChoose,
}: {
  accounts: DemoAccount[];
  busy: boolean;
  onChoose: (credentials: Credentials) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={t('signIn.demo')}>
      <Text fw={600}>{t('signIn.demo')}</Text>
      <Text size="xs" c="dimmed">
        {t('signIn.demoText')}
      </Text>
      <div className={classes.accounts}>
        {accounts.map((account) => (
          <UnstyledButton
            key={account.email}
            className={classes.account}
            disabled={busy}
            onClick={() => onChoose(account)}
          >
            <Text fw={600} truncate>
              {account.organisation}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {account.name} · {roleName(account.role, t)}
            </Text>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
