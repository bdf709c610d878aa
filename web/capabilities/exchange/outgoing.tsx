import { ActionIcon, Anchor, Group, Table, Text, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChecks,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconDownload,
  IconSend,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import classes from './exchange.module.css';
import { type OutgoingMessage, outgoingQuery, sendAgain } from './interface-queries.ts';

type Reason = NonNullable<OutgoingMessage['reply']>['reasons'][number];

/** What went out to partners, what waits, and what their systems said. */
export function Outgoing(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(outgoingQuery);
  return (
    <Panel flush title={t('interfaces.outgoing')}>
      <Answered query={query}>
        {(messages) =>
          messages.length === 0 ? (
            <Empty title={t('outgoing.empty')} text={t('outgoing.emptyText')} />
          ) : (
            <OutgoingTable messages={messages} />
          )
        }
      </Answered>
    </Panel>
  );
}

function OutgoingTable({ messages }: { messages: OutgoingMessage[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outgoing.message')}</Table.Th>
            <Table.Th>{t('outgoing.partner')}</Table.Th>
            <Table.Th>{t('outgoing.says')}</Table.Th>
            <Table.Th>{t('field.state')}</Table.Th>
            <Table.Th>{t('outgoing.written')}</Table.Th>
            <Table.Th aria-label={t('field.actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function MessageRow({ message }: { message: OutgoingMessage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const { partner, receiver, type, controlReference, channel, target, createdAt } = message;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>
          {type} <span className="mono">{controlReference}</span>
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {target ?? t(`channel.${channel}`)}
        </Text>
      </Table.Td>
      <Table.Td>{partner ? names.organisation(partner) : receiver.code}</Table.Td>
      <Table.Td>
        <Says message={message} />
      </Table.Td>
      <Table.Td>
        <State message={message} />
      </Table.Td>
      <Table.Td className="numeric">{format.instant(createdAt)}</Table.Td>
      <Table.Td>
        <Actions message={message} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Other answers than these say that an interchange came. */
const ADVICES = ['APERAK', '824'];

function Says({ message: { type, events, answers } }: { message: OutgoingMessage }): ReactNode {
  const { t } = useTranslation();
  if (answers) return <Text c="dimmed">{t(ADVICES.includes(type) ? 'outgoing.advice' : 'outgoing.answer')}</Text>;
  return (
    <Anchor component={Link} to="/feed" search={{ event: events[0] } as never}>
      {t('outgoing.events', { count: events.length })}
    </Anchor>
  );
}

const ICONS = {
  kept: IconAlertTriangle,
  waiting: IconClock,
  sent: IconCircleCheck,
  failed: IconCircleX,
  acknowledged: IconChecks,
  rejected: IconCircleX,
} as const;
/** The colours of the inbox: red is lost, amber waits for a person, green is done. */
const TONES = {
  kept: 'waiting',
  waiting: 'duplicate',
  sent: 'recorded',
  failed: 'rejected',
  acknowledged: 'recorded',
  rejected: 'rejected',
} as const;

function State({ message: { state, problem, attempts, dueAt, reply } }: { message: OutgoingMessage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = ICONS[state];
  return (
    <>
      <span className={classes.stateMark} data-state={TONES[state]}>
        <Icon size={14} stroke={1.8} aria-hidden />
        {t(`outgoingState.${state}`)}
      </span>
      {problem && (
        <Text size="xs" c="dimmed" maw={280}>
          {problem}
          {state === 'waiting' && dueAt && ` · ${t('outgoing.next', { count: attempts, at: format.instant(dueAt) })}`}
        </Text>
      )}
      {reply && <Reasons reply={reply} />}
    </>
  );
}

const MOST_REASONS = 5;

/** Codes and words of the partner's system, and where in our message it found fault. */
function Reasons({ reply: { type, reasons } }: { reply: NonNullable<OutgoingMessage['reply']> }): ReactNode {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed" maw={320} component="div">
      {t('outgoing.replied', { type })}
      {reasons.slice(0, MOST_REASONS).map((reason) => (
        <div key={JSON.stringify(reason)} style={{ overflowWrap: 'anywhere' }}>
          <span className="mono">{placeOf(reason)}</span> {[reason.code, reason.text].filter(Boolean).join(' ')}
          {reason.value && <span className="mono"> {reason.value}</span>}
        </div>
      ))}
      {reasons.length > MOST_REASONS && t('outgoing.moreReasons', { count: reasons.length - MOST_REASONS })}
    </Text>
  );
}

/** As the message counts: its reference, the segment's number and tag, the element. */
const placeOf = ({ message, segment, tag, element }: Reason): string =>
  [message, segment, tag, element].filter((part) => part !== undefined).join(' · ');

function Actions({ message: { id, name, partner } }: { message: OutgoingMessage }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => sendAgain(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['outgoing'] });
      tellDone(t('outgoing.again'));
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Tooltip label={t('outgoing.download')}>
        <ActionIcon
          component="a"
          href={`/api/outgoing/${id}/raw`}
          download={name}
          aria-label={`${t('outgoing.download')} ${name}`}
        >
          <IconDownload size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('outgoing.retry')}>
        <ActionIcon
          disabled={!partner}
          loading={again.isPending}
          onClick={() => again.mutate()}
          aria-label={`${t('outgoing.retry')} ${name}`}
        >
          <IconSend size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
