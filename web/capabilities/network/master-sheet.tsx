import type { ReactNode } from 'react';
import { Panel } from '../../shell/page.tsx';
import classes from '../visibility/lists.module.css';

/** The sheet that every list of master data lies on. */
export function MasterSheet({ children }: { children: ReactNode }): ReactNode {
  return (
    <Panel flush>
      <div className={classes.fill}>{children}</div>
    </Panel>
  );
}
