import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventName } from '../../shell/event-name.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { EventFacts } from './event-facts.tsx';
import { EventProof } from './event-proof.tsx';
import classes from './exchange.module.css';
import { originOf } from './origin.ts';
import { type EventDetail, eventQuery, messageQuery } from './queries.ts';
import { RawMessage } from './raw-message.tsx';

/** One event: who said it, what it says, the message it came in, and the proof that it stands in the ledger. */
export function EventOrigin({ eventId }: { eventId: string }): ReactNode {
  const query = useQuery(eventQuery(eventId));
  return <Answered query={query}>{(detail) => <Origin key={eventId} detail={detail} />}</Answered>;
}

function Origin({ detail }: { detail: EventDetail }): ReactNode {
  const { t } = useTranslation();
  const { event, inbox } = detail;
  return (
    <Stack gap="md">
      <div>
        <Group gap="xs">
          <Text fw={620} size="md">
            {eventName(event.type, t)}
          </Text>
          {!event.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
        </Group>
        <SaidBy detail={detail} />
      </div>
      <EventFacts event={event} />
      {inbox && <Message id={inbox} eventId={event.eventId} />}
      <EventProof eventId={event.eventId} />
    </Stack>
  );
}

/** The message, opened at the segment in which the event was said. A partner's message is the partner's to show. */
function Message({ id, eventId }: { id: string; eventId: string }): ReactNode {
  const { t } = useTranslation();
  const message = useQuery(messageQuery(id)).data;
  if (!message) return null;
  const position = originOf(message, eventId);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('feed.message')}</Text>
        <Anchor component={Link} to="/inbox" search={{ message: id } as never}>
          {[message.type, message.reference].filter(Boolean).join(' ')}
        </Anchor>
      </Group>
      <div className={classes.rawBox}>
        <RawMessage
          message={id}
          focus={position?.offset}
          highlights={position ? [{ offset: position.offset, severity: 'source' }] : []}
        />
      </div>
    </div>
  );
}

function SaidBy({ detail: { event } }: { detail: EventDetail }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const reported = event.statedBy !== event.recordedBy;
  return (
    <Text c="dimmed">
      {t('feed.number', { sequence: format.quantity(event.sequence) })} · {names.organisation(event.statedBy)}
      {reported && ` (${t('feed.recordedBy', { name: names.organisation(event.recordedBy) })})`} ·{' '}
      {format.instant(event.occurredAt)} ·{' '}
      {t('feed.seenBy', { names: event.audience.map(names.organisation).join(', ') })}
    </Text>
  );
}
