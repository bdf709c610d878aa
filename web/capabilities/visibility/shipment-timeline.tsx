import { Anchor, Badge, Group, Modal, Stack, Text, Timeline } from '@mantine/core';
import { IconClock, IconHandStop, IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { attachmentQuery, type Milestone, milestonesQuery } from './milestone-queries.ts';
import classes from './phone.module.css';
import type { ShipmentDetail } from './queries.ts';
import { type Step, stepsOf } from './timeline-steps.ts';

/** Everything that happened, is planned and is expected on the way, in order of time, and who said it. */
export function ShipmentTimeline({ detail }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const { shipment } = detail;
  const query = useQuery(milestonesQuery(shipment.id));
  const now = useNow(60_000);
  const [opened, setOpened] = useState<Milestone>();
  const steps = stepsOf(detail, query.data?.milestones ?? []);
  const done = steps.filter(({ certainty }) => certainty === 'actual').length;
  return (
    <Panel title={t('timeline.title')} aside={<Containers numbers={query.data?.equipment ?? []} />}>
      <Timeline bulletSize={14} lineWidth={2} active={done - 1}>
        {steps.map((step) => (
          <Timeline.Item
            key={step.key}
            bullet={
              step.name === 'held' ? (
                <IconHandStop size={10} />
              ) : step.certainty === 'actual' ? undefined : (
                <IconClock size={10} />
              )
            }
            color={step.name === 'held' || step.name === 'problem' ? 'red' : undefined}
            lineVariant={step.certainty === 'actual' ? 'solid' : 'dashed'}
          >
            <StepText step={step} now={now} onAttachment={setOpened} />
          </Timeline.Item>
        ))}
      </Timeline>
      <Attachment milestone={opened} onClose={() => setOpened(undefined)} />
    </Panel>
  );
}

function StepText({
  step,
  now,
  onAttachment,
}: {
  step: Step;
  now: number;
  onAttachment: (m: Milestone) => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { milestone } = step;
  const place = milestone?.place;
  const where = place?.site ? names.site(place.site) : [place?.name, place?.unLocode].filter(Boolean).join(', ');
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" fw={step.certainty === 'actual' ? 600 : 450}>
          {t(`${step.group}.${step.name}` as 'milestone.arrived')}
        </Text>
        {step.certainty !== 'actual' && <Badge color="gray">{t(`timeline.${step.certainty}`)}</Badge>}
        {milestone && !milestone.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" className="numeric">
        {[format.instant(step.at), step.certainty !== 'actual' && format.distance(step.at, now), where]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          step.by && t('timeline.said', { who: names.organisation(step.by) }),
          milestone &&
            milestone.recordedBy !== milestone.by &&
            t('timeline.through', { who: names.organisation(milestone.recordedBy) }),
          milestone?.vessel,
          milestone?.voyage,
          milestone?.equipment,
          milestone?.reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Group gap="sm">
        {step.eventId && (
          <Anchor size="xs" component={Link} to="/feed" search={{ event: step.eventId } as never}>
            {t('timeline.proof')}
          </Anchor>
        )}
        {milestone?.hasPersonal && (
          <Anchor size="xs" component="button" type="button" onClick={() => onAttachment(milestone)}>
            <IconPaperclip size={12} aria-hidden /> {t('timeline.attachment')}
          </Anchor>
        )}
      </Group>
    </div>
  );
}

function Containers({ numbers }: { numbers: string[] }): ReactNode {
  if (numbers.length === 0) return null;
  return (
    <Text size="xs" className="mono">
      {numbers.join(', ')}
    </Text>
  );
}

/** What a driver added: erased on request, so it is asked for each time. */
function Attachment({ milestone, onClose }: { milestone: Milestone | undefined; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened={milestone !== undefined}
      onClose={onClose}
      title={milestone && t(`milestone.${milestone.milestone}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {milestone && <Attached eventId={milestone.eventId} />}
    </Modal>
  );
}

function Attached({ eventId }: { eventId: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(attachmentQuery(eventId));
  return (
    <Answered query={query}>
      {({ driver, note, photo }) => (
        <Stack gap="xs">
          {driver && <Text>{driver}</Text>}
          {note && <Text style={{ whiteSpace: 'pre-wrap' }}>{note}</Text>}
          {photo && <img className={classes.photo} style={{ maxHeight: 420 }} src={photo} alt={t('phone.photo')} />}
        </Stack>
      )}
    </Answered>
  );
}
