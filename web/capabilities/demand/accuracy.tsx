import { Drawer, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { accuracyQuery, type Consensus, consensusQuery, type Judged, type JudgedRelation } from './accuracy-queries.ts';
import { DemandSignals } from './demand-signals.tsx';

const DEFAULT_LAG = 2;
const PARTIES = ['customer', 'supplier', 'statistical'] as const;

const keyOf = ({ customer, supplier, part, shipTo, kind }: JudgedRelation): string =>
  [customer, supplier, part, shipTo, kind].join('/');
const judgedOf = ({ parties }: JudgedRelation, party: Judged['party']): Judged | undefined =>
  parties.find((one) => one.party === party);
const isJudged = ({ parties, kept }: JudgedRelation): boolean =>
  kept.share !== undefined || parties.some(({ wape }) => wape !== undefined);
const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${Math.round(share * 1000) / 10} %`;

/** How good each party's number was, in both directions; a row opens the numbers of the weeks to come side by side. */
export function Accuracy(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/accuracy' });
  const navigate = useNavigate({ from: '/accuracy' });
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const lag = Number(search.lag ?? DEFAULT_LAG);
  const query = useQuery(accuracyQuery(lag));
  const columns = useColumns();
  const opened = query.data?.find((row) => keyOf(row) === search.relation);
  return (
    <Page
      fill
      title={t('screen.accuracy')}
      note={t('accuracy.note', { count: query.data?.length ?? 0 })}
      tools={
        <>
          <TextInput
            w={230}
            leftSection={<IconSearch size={14} aria-hidden />}
            placeholder={t('schedules.search')}
            aria-label={t('schedules.search')}
            value={search.text ?? ''}
            onChange={(event) => set({ text: event.currentTarget.value || undefined })}
          />
          <NumberInput
            w={150}
            aria-label={t('accuracy.lag')}
            min={0}
            max={26}
            suffix={` ${t('accuracy.weeksAhead')}`}
            value={lag}
            onChange={(value) => set({ lag: String(Math.min(26, Math.max(0, Number(value) || 0))) })}
          />
        </>
      }
    >
      <DemandSignals kinds={['forecast-bias', 'forecast-accuracy']} />
      {query.data && query.data.length > 0 && !query.data.some(isJudged) && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('accuracy.notYet', { count: lag })}
        </Text>
      )}
      <Answered query={query}>
        {(rows) => (
          <DataTable
            label={t('screen.accuracy')}
            rows={rows}
            columns={columns}
            rowKey={keyOf}
            text={search.text}
            selected={search.relation}
            onOpen={(row) => set({ relation: keyOf(row) })}
            emptyTitle={t('accuracy.empty')}
            emptyText={t('accuracy.emptyText')}
          />
        )}
      </Answered>
      <ConsensusDrawer relation={opened} lag={lag} onClose={() => set({ relation: undefined })} />
    </Page>
  );
}

function useColumns(): Column<JudgedRelation>[] {
  const { t } = useTranslation();
  const names = useNames();
  return useMemo(() => {
    const figure = (party: Judged['party'], measure: 'wape' | 'bias' | 'valueAdded'): Column<JudgedRelation> => ({
      id: `${party}-${measure}`,
      header: `${t(`forecastParty.${party}`)} · ${t(`accuracy.${measure}`)}`,
      numeric: true,
      width: measure === 'valueAdded' ? 170 : 124,
      value: (row) => judgedOf(row, party)?.[measure] ?? null,
      cell: (row) => percent(judgedOf(row, party)?.[measure]),
    });
    return [
      {
        id: 'part',
        header: t('field.part'),
        width: 150,
        value: (row) => names.part(row.part),
        cell: (row) => <span className="mono">{names.part(row.part)}</span>,
      },
      {
        id: 'customer',
        header: t('forecastParty.customer'),
        grow: true,
        value: (row) => names.organisation(row.customer),
      },
      {
        id: 'supplier',
        header: t('forecastParty.supplier'),
        grow: true,
        value: (row) => names.organisation(row.supplier),
      },
      ...[figure('customer', 'wape'), figure('customer', 'bias'), figure('customer', 'valueAdded')],
      ...[figure('supplier', 'wape'), figure('supplier', 'valueAdded')],
      {
        id: 'kept',
        header: t('accuracy.kept'),
        numeric: true,
        width: 120,
        value: (row) => row.kept.share ?? null,
        cell: (row) => percent(row.kept.share),
      },
    ];
  }, [t, names]);
}

function ConsensusDrawer({
  relation,
  lag,
  onClose,
}: {
  relation: JudgedRelation | undefined;
  lag: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Drawer
      opened={relation !== undefined}
      onClose={onClose}
      size="xl"
      title={relation && <span className="mono">{names.part(relation.part)}</span>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {relation && <ConsensusView relation={relation} lag={lag} />}
    </Drawer>
  );
}

function ConsensusView({ relation, lag }: { relation: JudgedRelation; lag: number }): ReactNode {
  const query = useQuery(consensusQuery(relation, lag));
  return (
    <Answered query={query}>
      {(consensus) => (
        <Stack gap="lg">
          <Standings consensus={consensus} />
          <SideBySide consensus={consensus} />
          <Quarters consensus={consensus} />
        </Stack>
      )}
    </Answered>
  );
}

function Standings({ consensus: { standings } }: { consensus: Consensus }): ReactNode {
  const { t } = useTranslation();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('accuracy.party')}</Table.Th>
          <Table.Th data-numeric>{t('accuracy.weight')}</Table.Th>
          <Table.Th data-numeric>{t('accuracy.correction')}</Table.Th>
          <Table.Th data-numeric>{t('accuracy.wape')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {standings.map(({ party, weight, correction, wape }) => (
          <Table.Tr key={party}>
            <Table.Td>{t(`forecastParty.${party}`)}</Table.Td>
            <Table.Td data-numeric>{percent(weight)}</Table.Td>
            <Table.Td data-numeric>× {Math.round(correction * 100) / 100}</Table.Td>
            <Table.Td data-numeric>{percent(wape)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SideBySide({ consensus: { weeks } }: { consensus: Consensus }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (value: number | undefined): string => (value === undefined ? '–' : format.quantity(Math.round(value)));
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('commits.week')}</Table.Th>
          {PARTIES.map((party) => (
            <Table.Th key={party} data-numeric>
              {t(`forecastParty.${party}`)}
            </Table.Th>
          ))}
          <Table.Th data-numeric>{t('accuracy.consensus')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map((week) => (
          <Table.Tr key={week.week}>
            <Table.Td>
              {format.week(week.week)} · {format.shortDay(week.week)}
            </Table.Td>
            {PARTIES.map((party) => (
              <Table.Td key={party} data-numeric>
                {shown(week[party])}
              </Table.Td>
            ))}
            <Table.Td data-numeric fw={600}>
              {shown(week.consensus)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Above zero a party's number was better than saying the week before again. */
function Quarters({ consensus: { quarters } }: { consensus: Consensus }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (quarters.length === 0) return <Text c="dimmed">{t('accuracy.noPast')}</Text>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('accuracy.quarter')}</Table.Th>
          {PARTIES.map((party) => (
            <Table.Th key={party} data-numeric>
              {t(`forecastParty.${party}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {quarters.map(({ from, parties }) => (
          <Table.Tr key={from}>
            <Table.Td>{t('accuracy.quarterFrom', { day: format.day(from) })}</Table.Td>
            {parties.map(({ party, valueAdded }) => (
              <Table.Td key={party} data-numeric c={(valueAdded ?? 0) < 0 ? 'var(--red)' : undefined}>
                {percent(valueAdded)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
