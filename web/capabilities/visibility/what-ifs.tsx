import { Alert, Button, Group, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerOf, answered, api } from '../../api.ts';
import { serverNow } from '../../shell/clock.ts';
import { addDays } from '../../shell/days.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import { lanesQuery, useMe } from '../network/queries.ts';

type Asked = AnswerOf<'/api/what-ifs', 'get'>['asked'][number];
type Answer = AnswerOf<'/api/what-ifs', 'post'>;
type Band = Answer['answer'];

const whatIfsQuery = (part: string) =>
  queryOptions({
    queryKey: ['what-ifs', part],
    queryFn: () => answered(api.GET('/api/what-ifs', { params: { query: { part } } })),
  });

/** Questions about a partner's stock that we see as a light, and those that partners asked about ours. */
export function WhatIfs({ site, part }: { site: string; part: string }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const query = useQuery(whatIfsQuery(part));
  const lanes = useQuery(lanesQuery).data ?? [];
  const sources = lanes.filter((lane) => lane.part === part && lane.to === site && lane.supplier !== own);
  const asked = query.data?.asked.filter((one) => one.owner !== own || one.site === site) ?? [];
  if (sources.length === 0 && asked.length === 0) return null;
  return (
    <Panel title={t('whatIf.title')}>
      <Stack gap="md">
        <Text size="xs" c="dimmed">
          {t('whatIf.text', { limit: query.data?.limit ?? '' })}
        </Text>
        {sources.length > 0 && <Ask part={part} sites={[...new Set(sources.map(({ from }) => from))]} />}
        {asked.length > 0 && <AskedTable rows={asked} own={own} />}
      </Stack>
    </Panel>
  );
}

function Ask({ part, sites }: { part: string; sites: string[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const client = useQueryClient();
  const [site, setSite] = useState(sites[0]!);
  const [day, setDay] = useState(addDays(new Date(serverNow()).toISOString().slice(0, 10), 3));
  const [quantity, setQuantity] = useState<number | string>('');
  const ask = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/what-ifs', { body: { site, part, changes: [{ day, quantity: Number(quantity) }] } })),
    onError: (error) => tellFailure(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['what-ifs'] }),
  });
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('whatIf.site')}
          data={sites.map((value) => ({ value, label: names.site(value) }))}
          value={site}
          onChange={(next) => next && setSite(next)}
          allowDeselect={false}
        />
        <TextInput
          type="date"
          label={t('whatIf.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <NumberInput
          label={t('whatIf.quantity')}
          value={quantity}
          onChange={setQuantity}
          w={160}
          allowDecimal={false}
        />
        <Button
          variant="default"
          loading={ask.isPending}
          disabled={quantity === '' || Number(quantity) === 0 || day === ''}
          onClick={() => ask.mutate()}
        >
          {t('whatIf.ask')}
        </Button>
      </Group>
      {ask.data && <Answered answer={ask.data} />}
    </>
  );
}

function Answered({ answer: { published, answer, reckonedWith } }: { answer: Answer }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = reckonedWith.map(({ day, quantity }) => `${format.signed(quantity)} · ${format.day(day)}`).join(', ');
  return (
    <Alert color="gray" role="status">
      <Group gap="lg">
        <Told label={t('whatIf.now')} band={published} />
        <Told label={t('whatIf.then')} band={answer} />
        <Text size="sm" c="dimmed">
          {t('whatIf.reckoned', { changes })}
        </Text>
      </Group>
    </Alert>
  );
}

function Told({ label, band: { light, stopShift } }: { label: string; band: Band }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const when = stopShift ? t('exception.stillStops', { when: format.instant(stopShift) }) : t('exception.noStop');
  return (
    <Group gap={6}>
      <Text size="sm">{label}</Text>
      <LightLabel light={light} text={when} />
    </Group>
  );
}

function AskedTable({ rows, own }: { rows: Asked[]; own: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={460} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('whatIf.asker')}</Table.Th>
            <Table.Th>{t('field.site')}</Table.Th>
            <Table.Th>{t('whatIf.last')}</Table.Th>
            <Table.Th data-numeric>{t('whatIf.count')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.asker}/${row.site}/${row.day}`}>
              <Table.Td>{row.asker === own ? t('whatIf.we') : names.organisation(row.asker)}</Table.Td>
              <Table.Td>{names.site(row.site)}</Table.Td>
              <Table.Td className="numeric">{format.instant(row.lastAt)}</Table.Td>
              <Table.Td data-numeric>{row.asked}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
