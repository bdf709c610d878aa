import { Alert, Badge, Drawer, Group, NumberInput, Stack, Table, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../shell/days.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { sideOf } from './commit-edit.ts';
import { SayForm } from './commit-form.tsx';
import { type CommitRelation, type CommitWeek, historyQuery, type SaidEvent } from './commit-queries.ts';
import { weekOf } from './commit-rows.ts';
import { AnswerButtons, ProposalReason } from './open-proposals.tsx';

export interface OpenedCell {
  relation: CommitRelation;
  week: string;
  /** What was typed over the cell. */
  typed?: string;
}

/** One week of one part: its numbers, who said what, and what one may say to it. */
export function CommitDrawer({ opened, onClose }: { opened?: OpenedCell; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={onClose}
      size="lg"
      title={
        opened && (
          <>
            <span className="mono">{names.part(opened.relation.part)}</span> · {format.week(opened.week)}
          </>
        )
      }
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && <Cell key={`${opened.relation.releaseEvent}/${opened.week}`} {...opened} onClose={onClose} />}
    </Drawer>
  );
}

function Cell({ relation, week, typed, onClose }: OpenedCell & { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const said = weekOf(relation, week);
  const side = sideOf(relation, own);
  return (
    <Stack gap="lg">
      <Text c="dimmed">
        {names.organisation(relation.customer)} → {names.organisation(relation.supplier)} ·{' '}
        {names.site(relation.shipTo)} · {t('schedules.release', { release: relation.release })}
      </Text>
      {said?.flags && (
        <Alert color="red" variant="light" title={t('exceptionKind.implausible-quantity')}>
          {said.flags.map((flag) => t(`quantityFlag.${flag}`)).join(', ')}
        </Alert>
      )}
      {said && <Numbers relation={relation} week={said} />}
      {side === 'customer' && said?.state === 'proposed' && (
        <Stack gap="xs">
          <ProposalReason week={said} />
          <AnswerButtons relation={relation} week={said} onDone={onClose} />
        </Stack>
      )}
      {side && <Say relation={relation} week={week} typed={typed} side={side} onDone={onClose} />}
      <History relation={relation} week={week} />
    </Stack>
  );
}

function Numbers({ relation, week }: { relation: CommitRelation; week: CommitWeek }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = [
    [t('commitMeasure.released'), format.quantity(week.released)],
    [t('commitMeasure.previous'), week.previous === undefined ? '–' : format.quantity(week.previous)],
    [t('commitMeasure.delta'), week.delta === undefined ? '–' : format.signed(week.delta)],
    [t('commits.answer'), week.committed === undefined ? '–' : format.quantity(week.committed)],
  ] as const;
  return (
    <div>
      <Group gap="xs" mb="xs">
        <Badge variant="light">{t(`horizon.${week.horizon}`)}</Badge>
        {week.frozen && <Badge color="yellow">{t('commits.frozen')}</Badge>}
        {week.state && <Badge>{t(`commitState.${week.state}`)}</Badge>}
      </Group>
      <Table>
        <Table.Tbody>
          {lines.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Td>{label}</Table.Td>
              <Table.Td data-numeric fw={600}>
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {relation.change && (
        <Text size="xs" c="dimmed" mt={6}>
          {t(`changeCause.${relation.change.cause}`)}
          {relation.change.text && `: ${relation.change.text}`}
        </Text>
      )}
      {week.answerText && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('commits.customerSays', { text: week.answerText })}
        </Text>
      )}
    </div>
  );
}

function Say({
  relation,
  week,
  typed,
  side,
  onDone,
}: OpenedCell & { side: 'supplier' | 'customer'; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const released = weekOf(relation, week)?.released ?? 0;
  const [quantity, setQuantity] = useState<number | string>(typed ?? released);
  useEffect(() => setQuantity(typed ?? released), [typed, released]);
  const number = Number(quantity);
  const isSaid = quantity !== '' && Number.isFinite(number) && (side === 'supplier' || number !== released);
  return (
    <Stack gap="sm">
      <NumberInput
        label={t(side === 'supplier' ? 'commits.weCommit' : 'commits.weNeed')}
        min={0}
        value={quantity}
        onChange={setQuantity}
        data-autofocus
      />
      {isSaid && <SayForm side={side} changes={[{ relation, week, quantity: number }]} onDone={onDone} />}
    </Stack>
  );
}

/** Everything that was said of this week, the latest first. */
function History({ relation, week }: { relation: CommitRelation; week: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(historyQuery(relation));
  return (
    <section aria-label={t('commits.history')}>
      <Text fw={620} mb="xs">
        {t('commits.history')}
      </Text>
      <Answered query={query}>
        {(said) => (
          <Timeline bulletSize={12} lineWidth={2} active={-1}>
            {said.slice(0, 40).map((event) => (
              <HistoryItem key={event.sequence} event={event} week={week} />
            ))}
          </Timeline>
        )}
      </Answered>
    </section>
  );
}

interface Said {
  release?: string;
  cause?: 'override' | 'proposal' | 'damping';
  text?: string;
  quantities?: { from: string; quantity: number }[];
  lines?: { week: string; committed: number }[];
  answers?: { week: string; proposed: number; answer: 'accepted' | 'rejected' }[];
  weeks?: { week: string; was: number; is: number }[];
}

function HistoryItem({ event, week }: { event: SaidEvent; week: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const said = event.data as Said;
  return (
    <Timeline.Item
      title={<Text size="sm">{whatWasSaid(event.type, said, { week, t, quantity: format.quantity })}</Text>}
    >
      <Text size="xs" c="dimmed">
        {names.organisation(event.recordedBy)} · {format.instant(event.recordedAt)}
        {said.text && ` · ${said.text}`}
      </Text>
    </Timeline.Item>
  );
}

interface Words {
  week: string;
  t: ReturnType<typeof useTranslation>['t'];
  quantity: (value: number) => string;
}

function whatWasSaid(type: string, said: Said, { week, t, quantity }: Words): string {
  const end = weekEnd(week);
  if (type === 'schedule-released') {
    const days = (said.quantities ?? []).filter(({ from }) => from >= week && from <= end);
    const asked = days.reduce((sum, day) => sum + day.quantity, 0);
    return t('commits.saidRelease', { release: said.release, quantity: quantity(asked) });
  }
  if (type === 'release-changed') return t(`changeCause.${said.cause ?? 'override'}`);
  const line = said.lines?.find((one) => one.week === week);
  if (line) return t('commits.saidCommit', { quantity: quantity(line.committed) });
  const answer = said.answers?.find((one) => one.week === week);
  if (answer) return t(`commits.said-${answer.answer}`, { quantity: quantity(answer.proposed) });
  return t('commits.saidOther');
}

const weekEnd = (week: string): string => addDays(week, 6);
