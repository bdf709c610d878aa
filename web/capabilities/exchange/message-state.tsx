import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconFlask,
  IconHistory,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './exchange.module.css';
import type { MessageState } from './queries.ts';

const ICONS: Record<MessageState, typeof IconClock> = {
  received: IconClock,
  waiting: IconAlertTriangle,
  conflict: IconAlertTriangle,
  rejected: IconCircleX,
  recorded: IconCircleCheck,
  dismissed: IconTrash,
  duplicate: IconHistory,
  test: IconFlask,
  matched: IconCircleCheck,
  unmatched: IconAlertTriangle,
};

export function StateMark({ state }: { state: MessageState }): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  return (
    <span className={classes.stateMark} data-state={state}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(`inboxState.${state}`)}
    </span>
  );
}
