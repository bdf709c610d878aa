import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** One line beside the title: what is shown, how much of it. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Filters, below the title. */
  tools?: ReactNode;
  /** The content scrolls itself instead of the page. */
  fill?: boolean;
  children: ReactNode;
}

/** The frame that all screens share: title line, tools, content. */
export function Page({ title, note, actions, tools, fill, children }: PageProps): ReactNode {
  useDocumentTitle(`${title} · Intakt`);
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <header className={classes.head}>
        <Group gap="sm" align="baseline" wrap="wrap" style={{ flex: 1, minWidth: 0 }}>
          <Title order={1}>{title}</Title>
          {note && (
            <Text component="div" c="dimmed" className="numeric">
              {note}
            </Text>
          )}
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </header>
      {tools && <div className={classes.tools}>{tools}</div>}
      <div className={classes.content}>{children}</div>
    </div>
  );
}

/** A bordered sheet on the page. */
export function Panel({
  title,
  aside,
  children,
  flush,
  label,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  label?: string;
}): ReactNode {
  return (
    <section className={classes.panel} aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
      {title && (
        <div className={classes.panelHead}>
          <Title order={2} size="h3">
            {title}
          </Title>
          {aside}
        </div>
      )}
      <div className={classes.panelBody} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
