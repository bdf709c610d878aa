import { Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { LightLabel, LightMark } from '../../shell/status-light.tsx';
import type { ForeignNode } from './queries.ts';
import classes from './week-grid.module.css';

/** What partners let us know of their own stock: a light and the shift in which it stops, or the exact day. */
export function ForeignLights({ rows }: { rows: ForeignNode[] }): ReactNode {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const alarming = rows.filter((row) => row.light !== 'green');
  if (alarming.length === 0) return null;
  const count = (light: ForeignNode['light']): number => alarming.filter((row) => row.light === light).length;
  const Icon = opened ? IconChevronDown : IconChevronUp;
  return (
    <section className={classes.foreign} aria-label={t('grid.foreign')}>
      <UnstyledButton className={classes.foreignHead} aria-expanded={opened} onClick={toggle}>
        <Icon size={14} aria-hidden />
        <span>{t('grid.foreign')}</span>
        {(['red', 'amber'] as const).map(
          (light) =>
            count(light) > 0 && (
              <LightLabel key={light} light={light} text={`${count(light)} ${t(`light.${light}`)}`} />
            ),
        )}
      </UnstyledButton>
      <Collapse expanded={opened}>
        <div className={classes.foreignRows}>
          {alarming.map((row) => (
            <ForeignRow key={`${row.owner}/${row.site}/${row.part}`} row={row} />
          ))}
        </div>
      </Collapse>
    </section>
  );
}

function ForeignRow({ row }: { row: ForeignNode }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const stop = row.stopShift
    ? t('grid.stops', { when: format.instant(row.stopShift) })
    : row.runsOutOn
      ? t('grid.runsOut', { day: format.shortDay(row.runsOutOn) })
      : '';
  return (
    <Group gap={8} wrap="nowrap">
      <LightMark light={row.light} size={13} />
      <Text size="xs" truncate>
        {names.organisation(row.owner)} ·{' '}
        {names.isHiddenPart(row.part) ? t('state.notShared') : <span className="mono">{names.part(row.part)}</span>}
      </Text>
      <Text size="xs" c="dimmed" ml="auto" style={{ whiteSpace: 'nowrap' }}>
        {stop}
      </Text>
    </Group>
  );
}
