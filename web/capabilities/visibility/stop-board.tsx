import { Anchor, Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { type Format, useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { LightMark } from '../../shell/status-light.tsx';
import { useMe } from '../network/queries.ts';
import { type BoardRow, boardRows } from './board-rows.ts';
import { ExceptionDrawer } from './exception-drawer.tsx';
import classes from './lists.module.css';
import { allExceptionsQuery } from './queries.ts';

const MINUTE_MS = 60_000;

/** What stops which line, when, and what can be done: of our own sites, and of partners as far as they share it. */
export function StopBoard({ text }: { text?: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(allExceptionsQuery);
  const now = useNow(MINUTE_MS);
  const rows = useMemo(() => (query.data ? boardRows(query.data, now) : []), [query.data, now]);
  const columns = useColumns(now);
  const [opened, setOpened] = useState<string>();
  return (
    <Answered query={query}>
      {({ exceptions }) => (
        <div className={classes.fillPanel}>
          <Panel flush label={t('board.title')}>
            <div className={classes.fill}>
              <DataTable
                tall
                label={t('board.title')}
                rows={rows}
                columns={columns}
                rowKey={(row) => row.id}
                text={text}
                onOpen={(row) => row.own && setOpened(row.id)}
                emptyTitle={t('board.empty')}
                emptyText={t('board.emptyText')}
              />
            </div>
          </Panel>
          <ExceptionDrawer
            exception={exceptions.find(({ id }) => id === opened)}
            onClose={() => setOpened(undefined)}
          />
        </div>
      )}
    </Answered>
  );
}

function useColumns(now: number): Column<BoardRow>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const own = useMe()?.organisation.id;
  return [
    {
      id: 'at',
      header: t('board.when'),
      value: (row) => row.at,
      cell: (row) => <When row={row} now={now} />,
      width: 168,
    },
    {
      id: 'kind',
      header: t('board.what'),
      value: (row) => t(`exceptionKind.${row.kind}`),
      cell: (row) => (
        <TwoLines
          first={t(`exceptionKind.${row.kind}`)}
          second={
            row.probability === undefined
              ? undefined
              : t('board.probability', { percent: Math.round(row.probability * 100) })
          }
        />
      ),
      width: 190,
    },
    {
      id: 'line',
      header: t('board.line'),
      value: (row) => `${names.site(row.site)} ${names.organisation(row.owner)}`,
      cell: (row) => (
        <TwoLines first={names.site(row.site)} second={row.owner === own ? undefined : names.organisation(row.owner)} />
      ),
      width: 170,
      grow: true,
    },
    {
      id: 'part',
      header: t('field.part'),
      value: (row) => `${names.part(row.part)} ${names.partnerNumber(row.part) ?? ''} ${names.partText(row.part)}`,
      cell: (row) => <PartOf row={row} />,
      width: 190,
      grow: true,
    },
    {
      id: 'cause',
      header: t('board.cause'),
      value: (row) => `${names.organisation(row.partner)} ${row.note ?? ''}`,
      cell: (row) => <CauseOf row={row} />,
      width: 170,
      grow: true,
    },
    ...lastColumns(t, format),
  ];
}

type Translate = ReturnType<typeof useTranslation>['t'];

const lastColumns = (t: Translate, format: Format): Column<BoardRow>[] => [
  {
    id: 'cost',
    header: t('board.cost'),
    value: (row) => row.costEuro,
    cell: (row) => (row.costEuro === undefined ? '' : `${format.quantity(Math.round(row.costEuro))} €`),
    width: 110,
    numeric: true,
  },
  {
    id: 'done',
    header: t('board.done'),
    value: (row) => row.own?.chosen ?? '',
    cell: (row) => <DoneAbout row={row} />,
    width: 130,
  },
];

function When({ row, now }: { row: BoardRow; now: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      <LightMark light={row.light} size={16} />
      <TwoLines
        first={
          <Text span fw={620} c={`var(--${row.light})`} className="numeric">
            {row.at ? format.distance(row.at, now) : t('board.open')}
          </Text>
        }
        second={row.at ? format.instant(row.at) : undefined}
      />
    </div>
  );
}

function PartOf({ row }: { row: BoardRow }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  if (!row.part) return null;
  const number = (
    <span className="mono">{names.isHiddenPart(row.part) ? t('state.notShared') : names.part(row.part)}</span>
  );
  const first =
    row.own && row.site ? (
      <Anchor
        component={Link}
        to={`/parts/${encodeURIComponent(row.site)}/${encodeURIComponent(row.part)}` as never}
        onClick={(event) => event.stopPropagation()}
      >
        {number}
      </Anchor>
    ) : (
      number
    );
  const more = row.moreParts > 0 ? t('shipments.moreParts', { count: row.moreParts }) : names.partText(row.part);
  return <TwoLines first={first} second={more} />;
}

function CauseOf({ row }: { row: BoardRow }): ReactNode {
  const names = useNames();
  const note = row.shipment ? (
    <Anchor
      size="xs"
      component={Link}
      to={`/shipments/${encodeURIComponent(row.shipment)}` as never}
      onClick={(event) => event.stopPropagation()}
    >
      {row.note ?? row.shipment}
    </Anchor>
  ) : (
    row.note
  );
  return <TwoLines first={names.organisation(row.partner)} second={note} />;
}

function DoneAbout({ row }: { row: BoardRow }): ReactNode {
  const { t } = useTranslation();
  if (!row.own) return <Text c="dimmed">{t('board.partners')}</Text>;
  if (row.own.chosen)
    return <Badge color="green">{t(`exceptionOption.${row.own.chosen}` as 'exceptionOption.accept')}</Badge>;
  const count = row.own.options?.length ?? 0;
  return <Text c="var(--accent)">{count > 0 ? t('board.options', { count }) : t('board.computing')}</Text>;
}
