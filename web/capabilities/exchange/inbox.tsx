import { Button, Group, ScrollArea, SegmentedControl, Text, UnstyledButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconArrowLeft, IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { useFormat } from '../../shell/format.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import classes from './exchange.module.css';
import { StateMark } from './message-state.tsx';
import { MessageView } from './message-view.tsx';
import { type InboxMessage, inboxQuery } from './queries.ts';
import { useSendEdi } from './send-edi.ts';
import { MAX_FILE_BYTES } from './window-drop.tsx';

const FILTERS = ['open', 'recorded', 'rejected', 'all'] as const;
type Filter = (typeof FILTERS)[number];
const OPEN_STATES = ['waiting', 'conflict'];

const matches = ({ state }: InboxMessage, filter: Filter): boolean => {
  if (filter === 'all') return true;
  return filter === 'open' ? OPEN_STATES.includes(state) : state === filter;
};

/** Every file that came in, what became of it, and what waits for a decision. */
export function Inbox(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(inboxQuery);
  const search = useSearch({ from: '/inside/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const filter = FILTERS.find((one) => one === search.state) ?? 'all';
  const open = query.data?.filter((message) => OPEN_STATES.includes(message.state)).length ?? 0;
  return (
    <Page
      fill
      title={t('screen.inbox')}
      note={query.data && t('inbox.note', { count: query.data.length, open })}
      tools={
        <SegmentedControl
          aria-label={t('field.state')}
          value={filter}
          onChange={(state) => void navigate({ search: { state }, replace: true })}
          data={FILTERS.map((value) => ({ value, label: t(`inboxFilter.${value}`) }))}
        />
      }
    >
      <div className={classes.split} data-open={search.message || undefined}>
        <section className={classes.list} aria-label={t('screen.inbox')}>
          <FileDrop />
          <Answered query={query}>
            {(messages) => (
              <MessageList
                messages={messages.filter((message) => matches(message, filter))}
                selected={search.message}
              />
            )}
          </Answered>
        </section>
        <div className={classes.detail}>
          {search.message ? (
            <OpenedMessage key={search.message} id={search.message} />
          ) : (
            <Empty title={t('inbox.choosePrompt')} text={t('inbox.choosePromptText')} />
          )}
        </div>
      </div>
    </Page>
  );
}

function FileDrop(): ReactNode {
  const { t } = useTranslation();
  const { send, busy } = useSendEdi();
  return (
    <Dropzone
      className={classes.drop}
      onDrop={(files) => void send(files)}
      loading={busy}
      maxSize={MAX_FILE_BYTES}
      inputProps={{ 'aria-label': t('inbox.choose') }}
    >
      <Group gap="sm" wrap="nowrap">
        <IconFileUpload size={20} stroke={1.5} aria-hidden />
        <div>
          <Text fw={560}>{t('inbox.choose')}</Text>
          <Text size="xs" c="dimmed">
            {t('inbox.dropText')}
          </Text>
        </div>
      </Group>
    </Dropzone>
  );
}

/** The message, with the way back to the list that a narrow screen hides. */
function OpenedMessage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/inbox' });
  return (
    <>
      <Button
        className={classes.back}
        variant="default"
        leftSection={<IconArrowLeft size={14} aria-hidden />}
        onClick={() => void navigate({ search: ({ state }) => ({ state }) })}
      >
        {t('screen.inbox')}
      </Button>
      <MessageView id={id} />
    </>
  );
}

function MessageList({ messages, selected }: { messages: InboxMessage[]; selected?: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate({ from: '/inbox' });
  if (messages.length === 0) return <Empty title={t('inbox.empty')} text={t('inbox.emptyText')} />;
  return (
    <ScrollArea className={classes.scroll} viewportProps={{ tabIndex: 0 }}>
      {messages.map((message) => (
        <UnstyledButton
          key={message.id}
          className={classes.entry}
          aria-current={message.id === selected || undefined}
          onClick={() => void navigate({ search: (old) => ({ ...old, message: message.id }) })}
        >
          <Text fw={600} truncate>
            {message.type} {message.reference && <span className="mono">{message.reference}</span>}
          </Text>
          <StateMark state={message.state} />
          <Text size="xs" c="dimmed" truncate>
            {message.sender?.name ?? message.sender?.code ?? '–'}
          </Text>
          <Text size="xs" c="dimmed" className="numeric">
            {format.distance(message.receivedAt, now)}
          </Text>
        </UnstyledButton>
      ))}
    </ScrollArea>
  );
}
