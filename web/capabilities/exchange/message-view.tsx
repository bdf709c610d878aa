import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventName } from '../../shell/event-name.ts';
import { useFormat } from '../../shell/format.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Answered } from '../../shell/states.tsx';
import { DismissButton } from './dismiss-button.tsx';
import classes from './exchange.module.css';
import { MappingTask } from './mapping-task.tsx';
import { MessageErrors } from './message-errors.tsx';
import { StateMark } from './message-state.tsx';
import { type InboxMessage, type MessageDetail, messageQuery, supersedeMessage } from './queries.ts';
import { RawMessage } from './raw-message.tsx';

export function MessageView({ id }: { id: string }): ReactNode {
  const query = useQuery(messageQuery(id));
  return <Answered query={query}>{(message) => <Message message={message} />}</Answered>;
}

function Message({ message }: { message: MessageDetail }): ReactNode {
  const isOpen = ['waiting', 'conflict', 'rejected', 'unmatched'].includes(message.state);
  return (
    <Stack gap="md">
      <Head message={message} />
      {message.state === 'waiting' && message.proposals.length > 0 && <MappingTask message={message} />}
      {message.state === 'conflict' && <Conflict message={message} />}
      {message.errors.length > 0 ? <Faults message={message} /> : <Original message={message} />}
      {isOpen && (
        <Group justify="flex-end">
          <DismissButton message={message.id} />
        </Group>
      )}
    </Stack>
  );
}

function Head({ message }: { message: InboxMessage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Group gap="sm" align="baseline">
        <Title order={2}>
          {message.type} {message.reference && <span className="mono">{message.reference}</span>}
        </Title>
        <StateMark state={message.state} />
      </Group>
      <Text c="dimmed">
        {[message.sender?.name ?? message.sender?.code, message.fileName, format.instant(message.receivedAt)]
          .filter(Boolean)
          .join(' · ')}{' '}
        · {t(`inboxText.${message.state}`)}
      </Text>
      {message.events.length > 0 && (
        <Group gap="xs" mt={4}>
          {message.events.slice(0, 8).map((event) => (
            <Anchor key={event.eventId} component={Link} to="/feed" search={{ event: event.eventId } as never}>
              {eventName(event.type, t)}
            </Anchor>
          ))}
          {message.events.length > 8 && <Text c="dimmed">+{message.events.length - 8}</Text>}
        </Group>
      )}
    </div>
  );
}

/** What is wrong stands beside where it stands; choosing an error shows its segment. */
function Faults({ message }: { message: InboxMessage }): ReactNode {
  const [chosen, setChosen] = useState(message.errors[0]?.position.offset);
  return (
    <div className={classes.beside}>
      <MessageErrors errors={message.errors} chosen={chosen} onChoose={setChosen} />
      <div className={classes.rawBox}>
        <RawMessage
          message={message.id}
          focus={chosen}
          highlights={message.errors.map(({ position, value, severity }) => ({
            offset: position.offset,
            value,
            severity,
          }))}
        />
      </div>
    </div>
  );
}

function Original({ message }: { message: InboxMessage }): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('inbox.raw')}</Text>
        <Anchor href={`/api/inbox/${message.id}/raw`} download={message.fileName ?? message.id}>
          {t('action.download')}
        </Anchor>
      </Group>
      <div className={classes.rawBox}>
        <RawMessage message={message.id} highlights={[]} />
      </div>
    </div>
  );
}

function Conflict({ message }: { message: InboxMessage }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const supersede = useMutation({
    mutationFn: () => supersedeMessage(message.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['inbox'] });
      tellDone(t('inbox.superseded'));
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <Stack gap={6} align="flex-start">
      <Text>{t('inbox.conflict', { reference: message.reference ?? '' })}</Text>
      {message.conflict?.items?.map((item) => (
        <Text key={item.given} size="xs" className="mono" c="dimmed">
          {item.known.slice(0, 16)} ≠ {item.given.slice(0, 16)}
        </Text>
      ))}
      <Button loading={supersede.isPending} onClick={() => supersede.mutate()}>
        {t('inbox.supersede')}
      </Button>
    </Stack>
  );
}
