import type { Role } from '@intakt/contract';
import { Badge, Button, Group, Modal, MultiSelect, Select, Stack, Table, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shell/clock.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { type Invitation, invitationsQuery, invite, useMe, withdrawInvitation } from './queries.ts';
import { ROLE_LIST } from './role-name.ts';
import { ShownOnce } from './shown-once.tsx';

export function Invitations(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(invitationsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      flush
      title={t('administration.invitations')}
      aside={
        <Button leftSection={<IconMailPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
          {t('invite.add')}
        </Button>
      }
    >
      <Answered query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('invite.empty')} text={t('invite.text')} />
          ) : (
            <InvitationTable rows={rows} />
          )
        }
      </Answered>
      {adding && <InviteForm onClose={() => setAdding(false)} />}
    </Panel>
  );
}

const stateOf = (row: Invitation): 'accepted' | 'withdrawn' | 'expired' | 'open' => {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'withdrawn';
  return Date.parse(row.expiresAt) < serverNow() ? 'expired' : 'open';
};

function InvitationTable({ rows }: { rows: Invitation[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: withdrawInvitation,
    onSuccess: () => client.invalidateQueries({ queryKey: ['credentials'] }),
    onError: (error) => tellFailure(error),
  });
  return (
    <Table>
      <Table.Tbody>
        {rows.map((row) => {
          const state = stateOf(row);
          return (
            <Table.Tr key={row.id}>
              <Table.Td fw={560}>{names.organisation(row.invited)}</Table.Td>
              <Table.Td>{row.email}</Table.Td>
              <Table.Td>
                <Badge color={state === 'accepted' ? 'green' : state === 'open' ? 'petrol' : 'gray'}>
                  {t(`invite.${state}`)}
                </Badge>
              </Table.Td>
              <Table.Td c="dimmed">{t('invite.until', { when: format.instant(row.expiresAt) })}</Table.Td>
              <Table.Td ta="right">
                {state === 'open' && (
                  <Button variant="default" onClick={() => withdraw.mutate(row.id)}>
                    {t('invite.withdraw')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

const KINDS = ['oem', 'supplier', 'carrier', 'warehouse'] as const;

function InviteForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      organisation: '',
      name: '',
      kind: 'supplier' as (typeof KINDS)[number],
      country: '',
      email: '',
      roles: ['administrator', 'planner'] as Role[],
    },
    validate: {
      email: (value) => (value.includes('@') ? null : t('error.email')),
      name: (value, { organisation }) => (organisation || value ? null : t('error.required')),
    },
  });
  const send = useMutation({
    mutationFn: ({ organisation, name, kind, country, ...rest }: typeof form.values) =>
      invite(
        organisation
          ? { organisation, ...rest }
          : { name, organisationRoles: [kind], ...(country && { country: country.toUpperCase() }), ...rest },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['credentials'] }),
    onError: (error) => tellFailure(error),
  });
  const organisations = [...names.organisations.values()].filter(({ id }) => id !== own);
  return (
    <Modal opened onClose={onClose} title={t('invite.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {send.data ? (
        <ShownOnce secret={send.data.url} text={t('invite.link')} onClose={onClose} />
      ) : (
        <form onSubmit={form.onSubmit((values) => send.mutate(values))} noValidate>
          <Stack gap="sm">
            <Select
              label={t('invite.known')}
              clearable
              searchable
              data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('organisation')}
            />
            {!form.values.organisation && <NewOrganisation getInputProps={form.getInputProps} />}
            <TextInput label={t('field.email')} type="email" {...form.getInputProps('email')} />
            <MultiSelect
              label={t('people.roles')}
              data={ROLE_LIST.map((value) => ({ value, label: t(`role.${value}`) }))}
              {...form.getInputProps('roles')}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={send.isPending}>
                {t('invite.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

/** Who is not in the network yet is named by whoever invites it. */
function NewOrganisation({
  getInputProps,
}: {
  getInputProps: (path: 'name' | 'kind' | 'country') => object;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t('invite.newName')} {...getInputProps('name')} />
      <Group grow>
        <Select
          label={t('setup.kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`organisationRole.${value}`) }))}
          {...getInputProps('kind')}
        />
        <TextInput label={t('field.country')} maxLength={2} placeholder="DE" {...getInputProps('country')} />
      </Group>
    </>
  );
}
