import {
  Badge,
  Button,
  Group,
  Modal,
  MultiSelect,
  Stack,
  Switch,
  Table,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconWebhook } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventName, KNOWN_EVENTS } from '../../shell/event-name.ts';
import { useFormat } from '../../shell/format.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { ShownOnce } from '../network/shown-once.tsx';

import { changeWebhook, makeWebhook, type Webhook, type WebhookTerms, webhooksQuery } from './interface-queries.ts';
import { WebhookDeliveries } from './webhook-deliveries.tsx';

/** Our own systems that hear of every event, and how far each has come. */
export function Webhooks(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(webhooksQuery);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  const shown = query.data?.find((webhook) => webhook.id === opened);
  return (
    <Panel
      flush
      title={t('interfaces.webhooks')}
      aside={
        <Button leftSection={<IconWebhook size={14} aria-hidden />} onClick={() => setAdding(true)}>
          {t('webhook.add')}
        </Button>
      }
    >
      <Answered query={query}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Empty title={t('webhook.empty')} text={t('webhook.emptyText')} />
          ) : (
            <WebhookTable webhooks={webhooks} onOpen={setOpened} />
          )
        }
      </Answered>
      {adding && <NewWebhook onClose={() => setAdding(false)} />}
      {shown && <WebhookDeliveries webhook={shown} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}

function WebhookTable({ webhooks, onOpen }: { webhooks: Webhook[]; onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.name')}</Table.Th>
            <Table.Th>{t('webhook.types')}</Table.Th>
            <Table.Th>{t('field.state')}</Table.Th>
            <Table.Th ta="right">{t('webhook.position')}</Table.Th>
            <Table.Th>{t('webhook.active')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} onOpen={() => onOpen(webhook.id)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function WebhookRow({ webhook, onOpen }: { webhook: Webhook; onOpen: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (active: boolean) => changeWebhook({ ...webhook, active }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
    onError: (error) => tellFailure(error),
  });
  const { name, url, types, active, problem, position, attempts, dueAt } = webhook;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton onClick={onOpen}>
          <Text fw={560} c="var(--accent)">
            {name}
          </Text>
        </UnstyledButton>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
      </Table.Td>
      <Table.Td>{types.length === 0 ? t('webhook.all') : types.map((type) => eventName(type, t)).join(', ')}</Table.Td>
      <Table.Td>
        {problem ? (
          <>
            <Badge color="red">{t('webhook.failing', { count: attempts })}</Badge>
            <Text size="xs" c="dimmed" maw={260}>
              {problem}
              {dueAt && ` · ${t('webhook.next', { at: format.instant(dueAt) })}`}
            </Text>
          </>
        ) : (
          <Badge color="green">{t('webhook.fine')}</Badge>
        )}
      </Table.Td>
      <Table.Td ta="right" className="numeric">
        {format.quantity(position)}
      </Table.Td>
      <Table.Td>
        <Switch
          checked={active}
          disabled={change.isPending}
          aria-label={`${t('webhook.active')} ${name}`}
          onChange={({ currentTarget }) => change.mutate(currentTarget.checked)}
        />
      </Table.Td>
    </Table.Tr>
  );
}

function NewWebhook({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<WebhookTerms>({
    initialValues: { name: '', url: '', types: [] },
    validate: {
      name: (value) => (value.trim() ? null : t('error.required')),
      url: (value) => (value.trim() ? null : t('error.required')),
    },
  });
  const make = useMutation({
    mutationFn: () => makeWebhook(form.values),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
    onError: (error) => tellFailure(error),
  });
  return (
    <Modal opened onClose={onClose} title={t('webhook.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {make.data ? (
        <ShownOnce secret={make.data.secret} text={t('webhook.once')} onClose={onClose} />
      ) : (
        <form onSubmit={form.onSubmit(() => make.mutate())} noValidate>
          <Stack gap="sm">
            <Text c="dimmed">{t('webhook.text')}</Text>
            <TextInput label={t('field.name')} {...form.getInputProps('name')} />
            <TextInput label={t('webhook.url')} placeholder="https://" {...form.getInputProps('url')} />
            <MultiSelect
              label={t('webhook.types')}
              placeholder={form.values.types.length === 0 ? t('webhook.all') : ''}
              searchable
              data={KNOWN_EVENTS.map((value) => ({ value, label: eventName(value, t) }))}
              {...form.getInputProps('types')}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={make.isPending}>
                {t('webhook.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
