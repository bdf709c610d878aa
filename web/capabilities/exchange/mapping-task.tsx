import { Alert, Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventName } from '../../shell/event-name.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Failure } from '../../shell/states.tsx';
import { carryOver, consequences, type Decisions, decided, missing, recommended } from './decisions.ts';
import { summaryOf } from './event-subject.ts';
import classes from './exchange.module.css';
import { type MessageDetail, previewResolution, type ResolutionPreview, resolveMessage } from './queries.ts';
import { UnknownRow } from './unknown-row.tsx';

const PREVIEW_DELAY_MS = 400;

/** Everything in the message that nobody here knows, decided in one step, with what comes of it shown before. */
export function MappingTask({ message }: { message: MessageDetail }): ReactNode {
  const { t } = useTranslation();
  const [decisions, setDecisions] = useState<Decisions>(() => recommended(message.proposals));
  const preview = usePreview(message, decisions);
  const proposals = preview.data?.proposals ?? message.proposals;
  useEffect(() => setDecisions((before) => carryOver(before, proposals)), [proposals]);
  const open = missing(decisions, proposals);
  const resolve = useResolve(message);
  return (
    <Stack gap="sm">
      <Text>{t('mapping.intro', { count: proposals.length })}</Text>
      {message.together.length > 1 && (
        <Text c="dimmed">{t('mapping.together', { count: message.together.length })}</Text>
      )}
      <div className={classes.unknowns}>
        {proposals.map((proposal) => (
          <UnknownRow
            key={proposal.unknown}
            proposal={proposal}
            decision={decisions[proposal.unknown]}
            onDecide={(decision) => setDecisions((before) => ({ ...before, [proposal.unknown]: decision }))}
          />
        ))}
      </div>
      {preview.error && <Failure error={preview.error} />}
      {preview.data && <Consequences preview={preview.data} />}
      <Group justify="flex-end">
        {open.length > 0 && <Text c="dimmed">{t('mapping.missing', { count: open.length })}</Text>}
        <Button
          disabled={open.length > 0 || !preview.data}
          loading={resolve.isPending}
          onClick={() => resolve.mutate(decided(decisions, proposals))}
        >
          {t('mapping.apply')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The server says what would come of the decisions; nothing is written by asking. */
function usePreview(message: MessageDetail, decisions: Decisions) {
  const [settled] = useDebouncedValue(decisions, PREVIEW_DELAY_MS);
  const list = useMemo(
    () =>
      Object.values(settled).filter(
        (decision) => decision !== undefined && (decision.use === 'new' || decision.id !== ''),
      ),
    [settled],
  );
  return useQuery({
    queryKey: ['preview', message.id, list],
    queryFn: () => previewResolution(message.id, list as never),
    placeholderData: keepPreviousData,
  });
}

function useResolve(message: MessageDetail) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decisions: Parameters<typeof resolveMessage>[1]) => resolveMessage(message.id, decisions),
    onSuccess: async () => {
      // The task is done; asking for its preview again would only be refused.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'preview' });
      tellDone(t('mapping.done', { reference: message.reference ?? message.type }));
    },
    onError: (error) => tellFailure(error),
  });
}

function Consequences({ preview }: { preview: ResolutionPreview }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const { creates, records } = consequences(preview);
  const errors = preview.messages.flatMap((message) => message.errors).filter(({ severity }) => severity === 'error');
  const blocks = [
    ['creates', creates],
    ['records', records],
  ] as const;
  return (
    <>
      {errors.map((error) => (
        <Alert key={`${error.code}${error.position.offset}`} color="red" title={error.message}>
          {error.expected}
        </Alert>
      ))}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {blocks.map(([name, events]) => (
          <section key={name} aria-label={t(`mapping.${name}`)}>
            <Text fw={600} mb={4}>
              {t(`mapping.${name}`)} <span className="numeric">{events.length}</span>
            </Text>
            <List size="sm" spacing={2} className={classes.consequences} tabIndex={0}>
              {events.map((event) => (
                <List.Item key={JSON.stringify(event.data)}>
                  <Text span c="dimmed">
                    {eventName(event.type, t)}
                  </Text>{' '}
                  {summaryOf(event.data, names)}
                </List.Item>
              ))}
            </List>
          </section>
        ))}
      </SimpleGrid>
    </>
  );
}
