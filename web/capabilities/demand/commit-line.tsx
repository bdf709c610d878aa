import { Text } from '@mantine/core';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { useMe } from '../network/queries.ts';
import { isWithin, type Range } from '../visibility/grid-selection.ts';
import gridClasses from '../visibility/week-grid.module.css';
import type { CommitWeek } from './commit-queries.ts';
import { type CommitMeasure, type CommitRow, commitCell, weekOf } from './commit-rows.ts';
import classes from './commits.module.css';

export const WIDTHS = { part: 246, measure: 128, week: 84 } as const;

interface CommitLineProps {
  row: CommitRow;
  weeks: string[];
  index: number;
  start: number;
  isPhone: boolean;
  range?: Range;
  active?: number;
  onOpen: (row: number, column: number) => void;
  onSelect: (row: number, column: number, extend: boolean) => void;
}

export const CommitLine = memo(function CommitLine(props: CommitLineProps): ReactNode {
  const { row, weeks, index, start, isPhone, range, active, onOpen, onSelect } = props;
  const { t } = useTranslation();
  const { measure, relation, line } = row;
  const style: CSSProperties = { transform: `translateY(${start}px)`, position: 'absolute' };
  if (measure === 'title')
    return (
      <div role="row" aria-rowindex={index + 2} className={gridClasses.line} data-first data-title style={style}>
        <div role="rowheader" className={gridClasses.titleCell} style={{ gap: 8 }}>
          <PartText row={row} line={0} /> <PartText row={row} line={2} />
        </div>
      </div>
    );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={gridClasses.line}
      data-first={line === 0 || undefined}
      style={style}
    >
      {!isPhone && (
        <div role="rowheader" className={gridClasses.leadCell} data-lead="part" style={stuck(WIDTHS.part, 0)}>
          <PartText row={row} line={line} />
        </div>
      )}
      <div
        role="rowheader"
        className={gridClasses.leadCell}
        data-lead="measure"
        style={stuck(WIDTHS.measure, isPhone ? 0 : WIDTHS.part)}
      >
        {t(`commitMeasure.${measure}`)}
      </div>
      {weeks.map((week, column) => (
        <CommitCell
          key={week}
          week={weekOf(relation, week)}
          measure={measure}
          selected={isWithin(range, index, column)}
          active={active === column}
          onOpen={() => onOpen(index, column)}
          onSelect={(extend) => (isPhone ? onOpen(index, column) : onSelect(index, column, extend))}
        />
      ))}
    </div>
  );
});

const stuck = (width: number, insetInlineStart: number): CSSProperties => ({
  ...{ width, position: 'sticky', insetInlineStart, zIndex: 1 },
});

/** The part's block says one thing per line, beside the five measures. */
function PartText({ row: { relation }, line }: { row: CommitRow; line: number }): ReactNode {
  const names = useNames();
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  if (line === 0)
    return (
      <span className={gridClasses.partNumber}>
        <span className="mono">{names.part(relation.part)}</span>
      </span>
    );
  const partner = relation.customer === own ? relation.supplier : relation.customer;
  const texts = [
    names.partText(relation.part),
    names.organisation(partner),
    names.site(relation.shipTo),
    [
      t('schedules.release', { release: relation.release }),
      relation.change && t(`changeCause.${relation.change.cause}`),
    ]
      .filter(Boolean)
      .join(' · '),
  ];
  return (
    <Text span size="xs" c="dimmed" truncate title={relation.change?.text}>
      {texts[line - 1]}
    </Text>
  );
}

interface CommitCellProps {
  week: CommitWeek | undefined;
  measure: CommitMeasure;
  selected: boolean;
  active: boolean;
  onOpen: () => void;
  onSelect: (extend: boolean) => void;
}

function CommitCell({ week, measure, selected, active, onOpen, onSelect }: CommitCellProps): ReactNode {
  const format = useFormat();
  const value = commitCell(week, measure);
  const isDelta = measure === 'delta';
  const isAnswer = measure === 'committed' || measure === 'proposed';
  const isMoved = isDelta && week?.frozen && Boolean(week.delta);
  const isEmpty = value === undefined || (isDelta && value === 0);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles Enter for its active cell.
    <div
      role="gridcell"
      className={`${gridClasses.cell} ${classes.cell}`}
      data-measure={measure}
      data-frozen={week?.frozen || undefined}
      data-moved={isMoved || undefined}
      data-flagged={(measure === 'released' && week?.flags) || undefined ? true : undefined}
      data-state={isAnswer && value !== undefined ? week?.state : undefined}
      data-sign={isDelta ? Math.sign(value ?? 0) : undefined}
      data-tone={isEmpty ? 'empty' : undefined}
      data-selected={selected || undefined}
      data-active={active || undefined}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      style={{ width: WIDTHS.week }}
      onClick={(event) => onSelect(event.shiftKey)}
      onDoubleClick={onOpen}
    >
      {isEmpty ? '·' : isDelta ? format.signed(value) : format.quantity(value)}
    </div>
  );
}
