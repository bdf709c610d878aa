import { Badge, Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import {
  type BuildPlan,
  buildPlansQuery,
  dropScenario,
  promoteScenario,
  type Scenario,
  saveScenario,
  scenarioComparisonQuery,
  scenariosQuery,
} from './demand-plan-queries.ts';

/** Scenario slots beside the plan: state one, see what it changes, promote or drop it. */
export function Scenarios(): ReactNode {
  const { t } = useTranslation();
  const plans = useQuery(buildPlansQuery);
  const scenarios = useQuery(scenariosQuery);
  const [chosen, choose] = useState<string>();
  return (
    <Answered query={plans}>
      {([plan]) =>
        plan ? (
          <Stack gap="md">
            <Form plan={plan} />
            <Answered query={scenarios}>
              {(rows) => {
                const shown = rows.find((row) => row.scenario === chosen) ?? rows.find((row) => row.state === 'open');
                return (
                  <>
                    <Slots rows={rows} shown={shown} onChoose={choose} />
                    {shown && <Comparison of={shown} />}
                  </>
                );
              }}
            </Answered>
          </Stack>
        ) : (
          <Empty title={t('scenario.noPlan')} text={t('scenario.noPlanText')} />
        )
      }
    </Answered>
  );
}

/** Changes that are made of the same few words as the plan: a model's volume, or how many of it take a part. */
function Form({ plan }: { plan: BuildPlan }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const [name, setName] = useState('');
  const [model, setModel] = useState(plan.models[0]!.model);
  const [percent, setPercent] = useState<number | string>(110);
  const [part, setPart] = useState<string | null>(null);
  const [share, setShare] = useState<number | string>('');
  const { mutate, isPending } = useSave(() => setName(''));
  const variants = plan.takeRates.filter((rate) => rate.model === model);
  return (
    <Panel title={t('scenario.new')}>
      <Group align="end" gap="sm" wrap="wrap">
        <TextInput label={t('field.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Select
          label={t('scenario.model')}
          data={plan.models.map((one) => one.model)}
          value={model}
          onChange={(value) => value && setModel(value)}
          allowDeselect={false}
          w={140}
        />
        <NumberInput
          label={t('scenario.volume')}
          value={percent}
          onChange={setPercent}
          min={0}
          max={1000}
          suffix=" %"
          w={130}
        />
        <Select
          label={t('scenario.takeRateOf')}
          data={variants.map((rate) => ({ value: rate.part, label: names.part(rate.part) }))}
          value={part}
          onChange={setPart}
          clearable
          w={180}
        />
        <NumberInput
          label={t('scenario.takeRate')}
          value={share}
          onChange={setShare}
          min={0}
          max={100}
          suffix=" %"
          w={130}
          disabled={!part}
        />
        <Button
          onClick={() => mutate(asScenario(plan, { name, model, percent, part, share }))}
          loading={isPending}
          disabled={name.trim() === ''}
        >
          {t('action.save')}
        </Button>
      </Group>
    </Panel>
  );
}

function Slots({
  rows,
  shown,
  onChoose,
}: {
  rows: Scenario[];
  shown: Scenario | undefined;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  if (rows.length === 0) return <Empty title={t('scenario.empty')} text={t('scenario.emptyText')} />;
  return (
    <Group gap="xs" role="group" aria-label={t('scenario.slots')}>
      {rows.map((row) => (
        <Button
          key={row.scenario}
          variant={row.scenario === shown?.scenario ? 'filled' : 'default'}
          aria-pressed={row.scenario === shown?.scenario}
          onClick={() => onChoose(row.scenario)}
          rightSection={row.state !== 'open' && <Badge size="xs">{t(`scenario.state-${row.state}`)}</Badge>}
        >
          {row.name}
        </Button>
      ))}
    </Group>
  );
}

type Change = {
  part: string;
  plan: number;
  scenario: number;
  delta: number;
  peakWeek: string | null;
  peakDelta: number;
};

function Comparison({ of }: { of: Scenario }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const key = { site: of.site, scenario: of.scenario };
  const query = useQuery(scenarioComparisonQuery(key));
  const step = useMutation({
    mutationFn: (promote: boolean) => (promote ? promoteScenario(key) : dropScenario(key)),
    onSuccess: (_, promote) => {
      tellDone(t(promote ? 'scenario.promoted' : 'scenario.dropped'), of.name);
      return client.invalidateQueries({ queryKey: ['demand-plans'] });
    },
    onError: (error) => tellFailure(error),
  });
  const columns = useColumns();
  return (
    <Panel
      flush
      title={of.name}
      aside={
        of.state === 'open' && (
          <Group gap="xs">
            <Button variant="default" onClick={() => step.mutate(false)}>
              {t('scenario.drop')}
            </Button>
            <Button onClick={() => step.mutate(true)} loading={step.isPending}>
              {t('scenario.promote')}
            </Button>
          </Group>
        )
      }
    >
      <Text size="sm" c="dimmed" px="md" py={6}>
        {t('scenario.apart')}
      </Text>
      <Answered query={query}>
        {(rows) => (
          <div style={{ height: 440, display: 'flex' }}>
            <DataTable
              label={of.name}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.part}
              emptyTitle={t('scenario.nothing')}
              tall
            />
          </div>
        )}
      </Answered>
    </Panel>
  );
}

function useColumns(): Column<Change>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return [
    {
      id: 'part',
      header: t('field.part'),
      value: (row) => `${names.part(row.part)} ${names.partText(row.part)}`,
      cell: (row) => (
        <TwoLines first={<span className="mono">{names.part(row.part)}</span>} second={names.partText(row.part)} />
      ),
      grow: true,
    },
    {
      id: 'plan',
      header: t('scenario.plan'),
      value: (row) => row.plan,
      cell: (row) => format.quantity(row.plan),
      numeric: true,
      width: 120,
    },
    {
      id: 'scenario',
      header: t('scenario.name'),
      value: (row) => row.scenario,
      cell: (row) => format.quantity(row.scenario),
      numeric: true,
      width: 120,
    },
    {
      id: 'delta',
      header: t('field.delta'),
      value: (row) => row.delta,
      cell: (row) => format.signed(row.delta),
      numeric: true,
      width: 120,
    },
    {
      id: 'peak',
      header: t('scenario.peak'),
      value: (row) => row.peakDelta,
      cell: (row) => (row.peakWeek ? `${format.week(row.peakWeek)} ${format.signed(row.peakDelta)}` : '–'),
      numeric: true,
      width: 150,
    },
  ];
}

type Terms = Parameters<typeof saveScenario>[0];

function asScenario(
  { site }: BuildPlan,
  given: { name: string; model: string; percent: number | string; part: string | null; share: number | string },
): Terms {
  const { name, model, percent, part, share } = given;
  return {
    site,
    scenario: `scenario-${crypto.randomUUID().slice(0, 12)}`,
    name,
    volumes: percent === '' || percent === 100 ? [] : [{ model, factor: Number(percent) / 100 }],
    takeRates: part && share !== '' ? [{ model, part, share: Number(share) / 100 }] : [],
  };
}

function useSave(onSaved: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (terms: Terms) => saveScenario(terms),
    onSuccess: (_, { name }) => {
      tellDone(t('scenario.saved'), name);
      onSaved();
      return client.invalidateQueries({ queryKey: ['demand-plans'] });
    },
    onError: (error) => tellFailure(error),
  });
}
