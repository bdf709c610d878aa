import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../live/live.tsx';
import classes from './connection-light.module.css';

/** Whether the screen still follows the ledger. */
export function ConnectionLight(): ReactNode {
  const { t } = useTranslation();
  const state = useConnection();
  return (
    <Tooltip label={t(`connection.${state}Text`)}>
      <span className={classes.light} data-state={state} role="status">
        <span className={classes.dot} aria-hidden="true" />
        <span className={classes.word}>{t(`connection.${state}`)}</span>
      </span>
    </Tooltip>
  );
}
