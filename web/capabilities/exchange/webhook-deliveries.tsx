import { Anchor, Badge, Button, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventName } from '../../shell/event-name.ts';
import { useFormat } from '../../shell/format.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Answered, Empty } from '../../shell/states.tsx';
import { type Delivery, deliveriesQuery, removeWebhook, replayDeliveries, type Webhook } from './interface-queries.ts';

const COLOURS = { delivered: 'green', dead: 'red', waiting: 'gray' } as const;

/** What one webhook got and what it did not; dead letters go out again from here. */
export function WebhookDeliveries({ webhook, onClose }: { webhook: Webhook; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(deliveriesQuery(webhook.id));
  const dead = query.data?.filter((delivery) => delivery.state === 'dead') ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: ['webhooks'] });
  const replay = useMutation({
    mutationFn: (numbers: number[] | undefined) => replayDeliveries(webhook.id, numbers),
    onSuccess: async ({ replayed }) => {
      await refresh();
      tellDone(t('webhook.replayed', { count: replayed }));
    },
    onError: (error) => tellFailure(error),
  });
  const remove = useMutation({
    mutationFn: () => removeWebhook(webhook.id),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      size="lg"
      position="right"
      title={webhook.name}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Group justify="space-between">
          <Button variant="default" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('webhook.remove')}
          </Button>
          <Button disabled={dead.length === 0} loading={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {t('webhook.replayAll', { count: dead.length })}
          </Button>
        </Group>
        <Answered query={query}>
          {(deliveries) =>
            deliveries.length === 0 ? (
              <Empty title={t('webhook.nothing')} />
            ) : (
              <DeliveryTable deliveries={deliveries} onReplay={(number) => replay.mutate([number])} />
            )
          }
        </Answered>
      </Stack>
    </Drawer>
  );
}

function DeliveryTable({
  deliveries,
  onReplay,
}: {
  deliveries: Delivery[];
  onReplay: (number: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table>
      <Table.Tbody>
        {deliveries.map((delivery) => (
          <Table.Tr key={delivery.number}>
            <Table.Td>
              <Anchor component={Link} to="/feed" search={{ event: delivery.eventId } as never}>
                {eventName(delivery.type, t)}
              </Anchor>
              <Text size="xs" c="dimmed" className="numeric">
                {t('feed.number', { sequence: format.quantity(delivery.sequence) })}
                {delivery.settledAt && ` · ${format.instant(delivery.settledAt)}`}
              </Text>
              {delivery.problem && <Text size="xs">{delivery.problem}</Text>}
            </Table.Td>
            <Table.Td>
              <Badge color={COLOURS[delivery.state]}>{t(`deliveryState.${delivery.state}`)}</Badge>
            </Table.Td>
            <Table.Td ta="right">
              {delivery.state === 'dead' && (
                <Button variant="default" onClick={() => onReplay(delivery.number)}>
                  {t('webhook.replay')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
