import type { RecordedEvent } from '@intakt/contract';
import { Button, Select, Text, UnstyledButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeedEvents } from '../../live/live.tsx';
import { eventName, KNOWN_EVENTS } from '../../shell/event-name.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { EventOrigin } from './event-origin.tsx';
import { subjectOf } from './event-subject.ts';
import classes from './exchange.module.css';
import { mergeEvents } from './merge-events.ts';
import { eventsQuery } from './queries.ts';

const ROW_HEIGHT = 50;

/** The ledger as it grows, newest first. */
export function Feed(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/feed' });
  const navigate = useNavigate({ from: '/feed' });
  const query = useQuery(eventsQuery(search.type));
  const [arrived, setArrived] = useState<RecordedEvent[]>([]);
  useFeedEvents((event) => setArrived((before) => mergeEvents([event], before)));
  const live = search.type ? arrived.filter((event) => event.type === search.type) : arrived;
  const events = mergeEvents(live, query.data ?? []);
  return (
    <Page
      fill
      title={t('screen.feed')}
      note={t('feed.note', { count: arrived.length })}
      tools={
        <Select
          w={260}
          clearable
          searchable
          aria-label={t('feed.filter')}
          placeholder={t('feed.filter')}
          value={search.type ?? null}
          data={KNOWN_EVENTS.map((type) => ({ value: type, label: eventName(type, t) }))}
          onChange={(type) => void navigate({ search: { type: type ?? undefined }, replace: true })}
        />
      }
    >
      <div className={classes.split} data-open={search.event || undefined}>
        <section className={classes.list} aria-label={t('screen.feed')}>
          <Answered query={query}>
            {() => (
              <EventList
                events={events}
                fresh={new Set(arrived.map(({ eventId }) => eventId))}
                selected={search.event}
              />
            )}
          </Answered>
        </section>
        <div className={classes.detail}>
          {search.event && (
            <Button
              className={classes.back}
              variant="default"
              leftSection={<IconArrowLeft size={14} aria-hidden />}
              onClick={() => void navigate({ search: { type: search.type } })}
            >
              {t('screen.feed')}
            </Button>
          )}
          {search.event ? (
            <EventOrigin eventId={search.event} />
          ) : (
            <Empty title={t('feed.choosePrompt')} text={t('feed.choosePromptText')} />
          )}
        </div>
      </div>
    </Page>
  );
}

interface EventListProps {
  events: RecordedEvent[];
  fresh: ReadonlySet<string>;
  selected?: string;
}

function EventList({ events, fresh, selected }: EventListProps): ReactNode {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    getItemKey: (index) => events[index]!.eventId,
  });
  if (events.length === 0) return <Empty title={t('feed.empty')} text={t('feed.emptyText')} />;
  return (
    <section
      ref={scroller}
      className={classes.scroll}
      style={{ overflow: 'auto' }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      aria-label={t('screen.feed')}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            style={{
              position: 'absolute',
              insetInline: 0,
              top: 0,
              height: ROW_HEIGHT,
              transform: `translateY(${item.start}px)`,
            }}
          >
            <EventRow
              event={events[item.index]!}
              fresh={fresh.has(events[item.index]!.eventId)}
              selected={selected === events[item.index]!.eventId}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function EventRow({ event, fresh, selected }: { event: RecordedEvent; fresh: boolean; selected: boolean }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const navigate = useNavigate({ from: '/feed' });
  return (
    <UnstyledButton
      className={`${classes.entry} ${fresh ? classes.fresh : ''}`}
      aria-current={selected || undefined}
      onClick={() => void navigate({ search: (old) => ({ ...old, event: event.eventId }) })}
    >
      <Text fw={560} truncate>
        {eventName(event.type, t)}
      </Text>
      <Text size="xs" c="dimmed" className="numeric">
        {format.time(event.recordedAt)}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {[names.organisation(event.statedBy), subjectOf(event, names)].filter(Boolean).join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" className="numeric">
        {event.sequence}
      </Text>
    </UnstyledButton>
  );
}
