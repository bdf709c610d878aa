import { Button, Group, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlayerPlay, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { isOpen, type JobRun, useJob } from '../../shell/jobs.ts';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { type ForecastLine, forecastsQuery } from './forecast-queries.ts';
import classes from './schedules.module.css';

/** Every part's forecast with its spread, and the run that makes them. */
export function Forecasts(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(forecastsQuery);
  const search = useSearch({ from: '/inside/forecasts' });
  const first = query.data?.[0];
  const shown =
    search.site && search.part
      ? { site: search.site, part: search.part }
      : first && { site: first.site, part: first.part };
  return (
    <Page
      fill
      title={t('screen.forecasts')}
      note={query.data && t('forecast.note', { count: query.data.length })}
      tools={<Run />}
    >
      <Answered query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('forecast.empty')} text={t('forecast.emptyText')} />
          ) : (
            <div className={classes.split}>
              <List rows={rows} selected={shown} />
              {shown && <ForecastPart of={shown} />}
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function Run(): ReactNode {
  const { t } = useTranslation();
  const { run, start, starting } = useJob('forecast');
  const note = ({ note: said, result }: JobRun): string => {
    if (result) return t('forecast.ran', { count: Number(result.forecast), left: Number(result.unforecast) });
    return said ? t('forecast.running', { done: Number(said.done), of: Number(said.of) }) : '';
  };
  return (
    <Group gap="md" wrap="nowrap" style={{ width: '100%' }}>
      <Button
        leftSection={<IconPlayerPlay size={15} aria-hidden />}
        loading={starting}
        disabled={run && isOpen(run)}
        onClick={() => start({})}
        style={{ flex: 'none' }}
      >
        {t('forecast.run')}
      </Button>
      {run && (
        <div style={{ flex: 1, minWidth: 0, maxWidth: 520 }}>
          <JobProgress run={run} note={note} />
        </div>
      )}
    </Group>
  );
}

function List({ rows, selected }: { rows: ForecastLine[]; selected?: { site: string; part: string } }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const search = useSearch({ from: '/inside/forecasts' });
  const navigate = useNavigate({ from: '/forecasts' });
  const wanted = (search.text ?? '').toLowerCase().replaceAll(' ', '');
  const found = rows.filter(({ part, site }) =>
    [names.part(part), names.partnerNumber(part), names.partText(part), names.site(site)]
      .join('|')
      .toLowerCase()
      .replaceAll(' ', '')
      .includes(wanted),
  );
  return (
    <section className={classes.list} aria-label={t('forecast.list')}>
      <TextInput
        m={8}
        leftSection={<IconSearch size={14} aria-hidden />}
        aria-label={t('forecast.search')}
        placeholder={t('forecast.search')}
        value={search.text ?? ''}
        onChange={(event) =>
          void navigate({ search: { ...search, text: event.currentTarget.value || undefined }, replace: true })
        }
      />
      <ScrollArea className={classes.listScroll} viewportProps={{ tabIndex: 0 }}>
        {found.map((row) => (
          <Entry
            key={`${row.site}/${row.part}`}
            row={row}
            selected={selected?.site === row.site && selected.part === row.part}
            onOpen={() => void navigate({ search: { ...search, site: row.site, part: row.part }, replace: true })}
          />
        ))}
        {found.length === 0 && <Empty title={t('state.noMatch')} />}
      </ScrollArea>
    </section>
  );
}

function Entry({ row, selected, onOpen }: { row: ForecastLine; selected: boolean; onOpen: () => void }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <UnstyledButton className={classes.entry} aria-current={selected || undefined} onClick={onOpen}>
      <span className={classes.entryHead}>
        <span className="mono">{names.part(row.part)}</span>
        <span className="numeric">{format.quantity(Math.round(row.nextQuarter))}</span>
      </span>
      <span className={classes.entryText}>{names.partText(row.part)}</span>
      <span className={classes.entryText}>
        {names.site(row.site)}
        {row.wape !== null && ` · WAPE ${format.quantity(Math.round(row.wape * 1000) / 10)} %`}
        {row.odd > 0 && ` · ${t('forecast.oddCount', { count: row.odd })}`}
      </span>
    </UnstyledButton>
  );
}
