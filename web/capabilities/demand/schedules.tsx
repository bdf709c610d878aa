import { Badge, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { type Names, useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { changeOf } from './buckets.ts';
import { ComparisonView } from './comparison.tsx';
import { type Relation, type ScheduleRow, schedulesQuery } from './queries.ts';
import classes from './schedules.module.css';

/** Release against release: what the customer changed. */
export function Schedules(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(schedulesQuery);
  const search = useSearch({ from: '/inside/schedules' });
  const relation = relationOf(search) ?? (query.data?.[0] && pickRelation(query.data[0]));
  return (
    <Page fill title={t('screen.schedules')} note={query.data && t('schedules.note', { count: query.data.length })}>
      <Answered query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('schedules.empty')} text={t('schedules.emptyText')} />
          ) : (
            <div className={classes.split}>
              <ScheduleList rows={rows} selected={relation} />
              {relation && <ComparisonView relation={relation} against={search.against} />}
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function relationOf({
  customer,
  supplier,
  part,
  shipTo,
  kind,
}: Record<string, string | undefined>): Relation | undefined {
  if (!customer || !supplier || !part || !shipTo) return undefined;
  return { customer, supplier, part, shipTo, kind: kind === 'call-off' ? 'call-off' : 'delivery-forecast' };
}
const pickRelation = ({ customer, supplier, part, shipTo, kind }: ScheduleRow): Relation => ({
  customer,
  supplier,
  part,
  shipTo,
  kind,
});
const keyOf = (row: Relation): string => [row.customer, row.supplier, row.part, row.shipTo, row.kind].join('/');

function ScheduleList({ rows, selected }: { rows: ScheduleRow[]; selected?: Relation }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const search = useSearch({ from: '/inside/schedules' });
  const navigate = useNavigate({ from: '/schedules' });
  const wanted = (search.text ?? '').toLowerCase().replaceAll(' ', '');
  const found = rows.filter((row) => textOf(row, names).includes(wanted));
  return (
    <section className={classes.list} aria-label={t('schedules.list')}>
      <TextInput
        m={8}
        leftSection={<IconSearch size={14} aria-hidden />}
        aria-label={t('schedules.search')}
        placeholder={t('schedules.search')}
        value={search.text ?? ''}
        onChange={(event) =>
          void navigate({ search: { ...search, text: event.currentTarget.value || undefined }, replace: true })
        }
      />
      <ScrollArea className={classes.listScroll} viewportProps={{ tabIndex: 0 }}>
        {found.map((row) => (
          <ScheduleEntry
            key={keyOf(row)}
            row={row}
            selected={selected !== undefined && keyOf(selected) === keyOf(row)}
            onOpen={() => void navigate({ search: { ...pickRelation(row), text: search.text }, replace: true })}
          />
        ))}
        {found.length === 0 && <Empty title={t('state.noMatch')} />}
      </ScrollArea>
    </section>
  );
}

function textOf(row: ScheduleRow, names: Names): string {
  const words = [
    names.part(row.part),
    names.partnerNumber(row.part),
    names.partText(row.part),
    names.organisation(row.supplier),
    names.organisation(row.customer),
    row.release,
  ];
  return words.join('|').toLowerCase().replaceAll(' ', '');
}

function ScheduleEntry({
  row,
  selected,
  onOpen,
}: {
  row: ScheduleRow;
  selected: boolean;
  onOpen: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const own = useMe()?.organisation.id;
  const delta = changeOf(row);
  const other = row.customer === own ? row.supplier : row.customer;
  return (
    <UnstyledButton className={classes.entry} aria-current={selected || undefined} onClick={onOpen}>
      <span className={classes.entryHead}>
        <span className="mono">{names.part(row.part)}</span>
        {delta !== undefined && (
          <span className="numeric" data-sign={Math.sign(delta)}>
            {delta === 0 ? '±0' : format.signed(delta)}
          </span>
        )}
      </span>
      <span className={classes.entryText}>{names.partText(row.part)}</span>
      <span className={classes.entryText}>
        {format.shortDay(row.releasedOn)} · {names.organisation(other)}
        {row.kind === 'call-off' && <Badge ml={6}>{t('scheduleKind.call-off')}</Badge>}
        {!row.confirmed && (
          <Badge ml={6} color="yellow">
            {t('state.unconfirmed')}
          </Badge>
        )}
      </span>
    </UnstyledButton>
  );
}
