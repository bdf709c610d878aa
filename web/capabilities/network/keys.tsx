import type { Role } from '@intakt/contract';
import { Badge, Button, Group, Modal, MultiSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import {
  apiKeysQuery,
  assignDevice,
  type Credential,
  devicesQuery,
  issueApiKey,
  issueDevice,
  revokeKey,
} from './queries.ts';
import { ROLE_LIST, roleName } from './role-name.ts';
import { ShownOnce } from './shown-once.tsx';

type Kind = 'api-keys' | 'devices';

/** Keys for systems and for devices; the secret is shown when it is made and never again. */
export function Keys(): ReactNode {
  return (
    <Stack>
      <KeyPanel kind="api-keys" />
      <KeyPanel kind="devices" />
    </Stack>
  );
}

function KeyPanel({ kind }: { kind: Kind }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(kind === 'api-keys' ? apiKeysQuery : devicesQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      flush
      title={t(`keys.${kind}`)}
      aside={
        <Button leftSection={<IconKey size={14} aria-hidden />} onClick={() => setAdding(true)}>
          {t(`keys.add-${kind}`)}
        </Button>
      }
    >
      <Answered query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <Empty title={t('keys.empty')} text={t(`keys.text-${kind}`)} />
          ) : (
            <KeyTable kind={kind} keys={keys} />
          )
        }
      </Answered>
      {adding && <NewKey kind={kind} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function KeyTable({ kind, keys }: { kind: Kind; keys: Credential[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => revokeKey(kind, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['credentials'] }),
    onError: (error) => tellFailure(error),
  });
  return (
    <Table>
      <Table.Tbody>
        {keys.map((key) => (
          <Table.Tr key={key.id}>
            <Table.Td fw={560}>{key.name}</Table.Td>
            <Table.Td>
              {kind === 'devices' ? (
                <Travelling device={key} />
              ) : (
                key.roles?.map((role) => roleName(role, t)).join(', ')
              )}
            </Table.Td>
            <Table.Td c="dimmed">{format.instant(key.createdAt)}</Table.Td>
            <Table.Td ta="right">
              {key.revokedAt ? (
                <Badge color="gray">{t('keys.revoked')}</Badge>
              ) : (
                <Button
                  variant="default"
                  aria-label={`${t('keys.revoke')} ${key.name}`}
                  onClick={() => revoke.mutate(key.id)}
                >
                  {t('keys.revoke')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A tracker that cannot know its shipment is told here, at the dock, which one it lies in. */
function Travelling({ device }: { device: Credential }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [shipment, setShipment] = useState(device.shipment ?? '');
  const assign = useMutation({
    mutationFn: () => assignDevice(device.id, shipment.trim() || null),
    onSuccess: () => client.invalidateQueries({ queryKey: ['credentials'] }),
    onError: (error) => tellFailure(error),
  });
  if (device.revokedAt) return device.shipment;
  const changed = shipment.trim() !== (device.shipment ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) assign.mutate();
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          aria-label={t('keys.travels', { name: device.name })}
          placeholder={t('keys.shipment')}
          value={shipment}
          onChange={(event) => setShipment(event.currentTarget.value)}
        />
        {changed && (
          <Button type="submit" loading={assign.isPending}>
            {t('action.save')}
          </Button>
        )}
      </Group>
    </form>
  );
}

function NewKey({ kind, onClose }: { kind: Kind; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '', roles: ['planner'] as Role[] },
    validate: { name: (value) => (value ? null : t('error.required')) },
  });
  const issue = useMutation({
    mutationFn: () => (kind === 'api-keys' ? issueApiKey(form.values) : issueDevice({ name: form.values.name })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['credentials'] }),
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`keys.add-${kind}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {issue.data ? (
        <ShownOnce secret={issue.data.token} text={t('keys.once')} onClose={onClose} />
      ) : (
        <form onSubmit={form.onSubmit(() => issue.mutate())}>
          <Stack gap="sm">
            <Text c="dimmed">{t(`keys.text-${kind}`)}</Text>
            <TextInput label={t('field.name')} {...form.getInputProps('name')} />
            {kind === 'api-keys' && (
              <MultiSelect
                label={t('people.roles')}
                data={ROLE_LIST.map((value) => ({ value, label: t(`role.${value}`) }))}
                {...form.getInputProps('roles')}
              />
            )}
            <Group justify="flex-end">
              <Button type="submit" loading={issue.isPending}>
                {t('keys.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
