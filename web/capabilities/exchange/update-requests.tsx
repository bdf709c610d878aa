import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { AskForUpdate } from './ask-for-update.tsx';
import { confirmStanding, type UpdateRequest, updateRequestsQuery } from './interface-queries.ts';

/** What we ask partners to state anew, and what they ask of us: by Catena-X's requests for updates, or by hand. */
export function UpdateRequests(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(updateRequestsQuery);
  const [asking, setAsking] = useState(false);
  return (
    <Panel
      flush
      title={t('interfaces.requests')}
      aside={
        <Button leftSection={<IconMessageQuestion size={14} aria-hidden />} onClick={() => setAsking(true)}>
          {t('updateRequest.ask')}
        </Button>
      }
    >
      <Answered query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <Empty title={t('updateRequest.empty')} text={t('updateRequest.emptyText')} />
          ) : (
            <RequestTable requests={requests} />
          )
        }
      </Answered>
      {asking && <AskForUpdate onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function RequestTable({ requests }: { requests: UpdateRequest[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('updateRequest.what')}</Table.Th>
            <Table.Th>{t('outgoing.partner')}</Table.Th>
            <Table.Th>{t('updateRequest.asked')}</Table.Th>
            <Table.Th>{t('field.state')}</Table.Th>
            <Table.Th aria-label={t('field.actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {requests.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RequestRow({ request }: { request: UpdateRequest }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const isOurs = request.owner === useMe()?.organisation.id;
  const { aspect, part, direction, note, owner, partner, requestedAt, answeredAt } = request;
  const about = [names.part(part), names.partText(part)].filter(Boolean).join(' · ');
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>
          {t(`updateRequest.${aspect}`)}
          {direction && ` · ${t(direction === 'INBOUND' ? 'updateRequest.inbound' : 'updateRequest.outbound')}`}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {about}
          {note && ` · ${note}`}
        </Text>
      </Table.Td>
      <Table.Td>
        {isOurs
          ? t('updateRequest.byUs', { partner: names.organisation(partner) })
          : t('updateRequest.byThem', { partner: names.organisation(owner) })}
      </Table.Td>
      <Table.Td className="numeric">{format.instant(requestedAt)}</Table.Td>
      <Table.Td>
        {answeredAt ? (
          <Text size="sm" c="dimmed">
            {t('updateRequest.answered')} {format.instant(answeredAt)}
          </Text>
        ) : (
          <Badge color={isOurs ? 'gray' : 'yellow'}>{t(isOurs ? 'updateRequest.open' : 'updateRequest.waits')}</Badge>
        )}
      </Table.Td>
      <Table.Td>{!isOurs && !answeredAt && <AnswerActions request={request} />}</Table.Td>
    </Table.Tr>
  );
}

/** Where what is asked for stands, and is stated anew. */
const PLACES: Record<UpdateRequest['aspect'], string> = {
  'item-stock': '/stock',
  'planned-production': '/grid',
  'material-demand': '/grid',
  'week-based-material-demand': '/schedules',
  'delivery-information': '/shipments',
  'week-based-capacity-group': '/capacity',
};

function AnswerActions({ request: { id, aspect } }: { request: UpdateRequest }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => confirmStanding(id),
    onSuccess: () => tellDone(t('updateRequest.confirmed')),
    onError: (error) => tellFailure(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['update-requests'] }),
  });
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Anchor component={Link} to={PLACES[aspect]}>
        {t('updateRequest.see')}
      </Anchor>
      <Button size="compact-sm" variant="default" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('updateRequest.confirm')}
      </Button>
    </Group>
  );
}
