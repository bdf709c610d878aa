import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { LightMark } from '../../shell/status-light.tsx';
import type { GridRow } from './grid-table.ts';
import type { ProjectionNode } from './queries.ts';
import classes from './week-grid.module.css';

/** The part's block says one thing per line, beside the five measures. */
export function PartLine({ row }: { row: GridRow }): ReactNode {
  const { node, line, measure } = row;
  const names = useNames();
  const { t } = useTranslation();
  const format = useFormat();
  if (measure === 'title') return <TitleText node={node} />;
  if (line === 0) {
    return (
      <span className={classes.partNumber}>
        <LightMark light={node.light} size={13} />
        <span className="mono">{names.part(node.part)}</span>
      </span>
    );
  }
  if (line === 1) return <Dim text={names.partText(node.part)} />;
  if (line === 2) return <Dim text={names.partnerNumber(node.part) ?? ''} mono />;
  if (line === 3) return <Dim text={names.site(node.site)} />;
  return (
    <Text
      span
      size="xs"
      c={node.light === 'green' ? 'dimmed' : `var(--${node.light})`}
      fw={node.light === 'green' ? 400 : 560}
      truncate
    >
      {node.runsOutOn
        ? t('grid.runsOut', { day: format.shortDay(node.runsOutOn) })
        : t('grid.onHand', { quantity: format.quantity(node.onHand), unit: unitName(node.unit, t) })}
    </Text>
  );
}

function TitleText({ node }: { node: ProjectionNode }): ReactNode {
  const names = useNames();
  return (
    <span className={classes.partNumber}>
      <LightMark light={node.light} size={13} />
      <span className="mono">{names.part(node.part)}</span>
      <Dim text={names.partText(node.part)} />
    </span>
  );
}

function Dim({ text, mono }: { text: string; mono?: boolean }): ReactNode {
  return (
    <Text span size="xs" c="dimmed" truncate className={mono ? 'mono' : undefined}>
      {text}
    </Text>
  );
}

const UNITS = { H87: 'pieces', C62: 'pieces', KGM: 'kilograms', MTR: 'metres', LTR: 'litres' } as const;
export function unitName(unit: string, t: ReturnType<typeof useTranslation>['t']): string {
  const known = UNITS[unit as keyof typeof UNITS];
  return known ? t(`unit.${known}`) : unit;
}
