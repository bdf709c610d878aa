import { Button, Group, MultiSelect, NumberInput, Select, Stack, Table, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { CapacityChart } from './capacity-chart.tsx';
import {
  type CapacityGroup,
  type Measures,
  requirementsQuery,
  type Simulation,
  simulationQuery,
} from './capacity-queries.ts';
import classes from './schedules.module.css';

interface ViewProps {
  group: CapacityGroup;
  others: CapacityGroup[];
  onEdit?: () => void;
}

export function CapacityView({ group, others, onEdit }: ViewProps): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const [measures, setMeasures] = useState<Measures>({});
  const isTried = Object.values(measures).some((value) => value !== undefined);
  const simulated = useQuery({
    ...simulationQuery(group, measures),
    enabled: isTried,
    placeholderData: keepPreviousData,
  });
  const simulation = isTried ? simulated.data : undefined;
  return (
    <section className={classes.comparison} aria-label={group.name}>
      <div className={classes.compareHead}>
        <div>
          <Title order={2}>{group.name}</Title>
          <Text c="dimmed" size="sm">
            {names.organisation(group.owner)}
            {group.customer && ` → ${names.organisation(group.customer)}`} ·{' '}
            {group.parts.map(({ part, loadFactor }) => `${names.part(part)} × ${loadFactor}`).join(', ')}
          </Text>
        </div>
        {onEdit && (
          <Button variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={onEdit}>
            {t('capacity.edit')}
          </Button>
        )}
      </div>
      <CapacityChart weeks={group.weeks} simulation={simulation} />
      <Stack gap="lg" p="md">
        <SimulationForm group={group} others={others} measures={measures} onChange={setMeasures} />
        <WeekTable group={group} simulation={simulation} />
        {group.owner === own && <Requirements group={group.group} />}
      </Stack>
    </section>
  );
}

type SimulationProps = Omit<ViewProps, 'onEdit'> & { measures: Measures; onChange: (measures: Measures) => void };

/** Tries measures out; nothing of it is stated. */
function SimulationForm({ group, others, measures, onChange }: SimulationProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const weeks = group.weeks.map(({ week }) => week);
  const [first, last] = [weeks[0] ?? '', weeks.at(-1) ?? ''];
  const [from, setFrom] = useState(group.weeks.find(({ state }) => state !== 'free')?.week ?? first);
  const shifts = measures.extraShifts?.[0]?.shifts;
  const options = weeks.map((week) => ({ value: week, label: `${format.week(week)} · ${format.shortDay(week)}` }));
  const add = (start: string, count: number | undefined): void =>
    onChange({ ...measures, extraShifts: count ? [{ from: start, to: last, shifts: count }] : undefined });
  return (
    <section aria-label={t('capacity.simulation')}>
      <Text fw={620} mb={6}>
        {t('capacity.simulation')}
      </Text>
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={t('capacity.extraShifts')}
          w={130}
          min={0}
          max={21}
          value={shifts ?? 0}
          onChange={(value) => add(from, Number(value) || undefined)}
        />
        <Select
          label={t('capacity.fromWeek')}
          w={170}
          data={options}
          value={from}
          allowDeselect={false}
          onChange={(week) => {
            setFrom(week ?? first);
            add(week ?? first, shifts);
          }}
        />
        <NumberInput
          label={t('capacity.aheadWeeks')}
          w={150}
          min={0}
          max={52}
          value={measures.aheadWeeks ?? 0}
          onChange={(value) => onChange({ ...measures, aheadWeeks: Number(value) || undefined })}
        />
        <MovedFields group={group} others={others} measures={measures} onChange={onChange} />
      </Group>
    </section>
  );
}

/** Parts of the demand that are made elsewhere. */
function MovedFields({ group, others, measures, onChange }: SimulationProps): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const moved = measures.moved?.map(({ part }) => part) ?? [];
  const share = measures.moved?.[0]?.share ?? 0.5;
  const move = (parts: string[], part: number): void =>
    onChange({ ...measures, moved: parts.length > 0 ? parts.map((id) => ({ part: id, share: part })) : undefined });
  return (
    <>
      <MultiSelect
        label={t('capacity.moved')}
        w={230}
        data={group.parts.map(({ part }) => ({ value: part, label: names.part(part) }))}
        value={moved}
        onChange={(parts) => move(parts, share)}
      />
      <NumberInput
        label={t('capacity.share')}
        w={110}
        min={0}
        max={100}
        suffix=" %"
        value={share * 100}
        onChange={(value) => move(moved, Math.min(1, Math.max(0, Number(value) / 100)))}
      />
      {others.length > 0 && (
        <Select
          label={t('capacity.alternate')}
          w={190}
          clearable
          data={others.map((one) => ({ value: one.group, label: one.name }))}
          value={measures.alternate ?? null}
          onChange={(alternate) => onChange({ ...measures, alternate: alternate ?? undefined })}
        />
      )}
    </>
  );
}

function WeekTable({ group, simulation }: { group: CapacityGroup; simulation?: Simulation }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const tried = new Map(simulation?.weeks.map((week) => [week.week, week]));
  const heads = ['demand', 'actual', 'agreed', 'maximum', 'delta', 'short'] as const;
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('commits.week')}</Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} data-numeric>
                {t(`capacity.${head}`)}
              </Table.Th>
            ))}
            {simulation && <Table.Th data-numeric>{t('capacity.shortThen')}</Table.Th>}
            <Table.Th>{t('field.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {group.weeks.map((week) => (
            <Table.Tr key={week.week}>
              <Table.Td>{format.week(week.week)}</Table.Td>
              <Table.Td data-numeric fw={600}>
                {format.quantity(week.demand)}
              </Table.Td>
              <Table.Td data-numeric>{format.quantity(week.actual)}</Table.Td>
              <Table.Td data-numeric>{week.agreed === undefined ? '–' : format.quantity(week.agreed)}</Table.Td>
              <Table.Td data-numeric>{format.quantity(week.maximum)}</Table.Td>
              <Table.Td data-numeric>{week.deltaProduction ? format.signed(week.deltaProduction) : '–'}</Table.Td>
              <Table.Td data-numeric c={week.short > 0 ? 'var(--red)' : undefined}>
                {week.short > 0 ? format.quantity(week.short) : '–'}
              </Table.Td>
              {simulation && <Table.Td data-numeric>{format.quantity(tried.get(week.week)?.short ?? 0)}</Table.Td>}
              <Table.Td c={COLOURS[week.state]}>
                {t(`loadState.${week.state}`)}
                {week.outsideAgreed && ` · ${t('capacity.outsideAgreed')}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const COLOURS = { free: undefined, tight: 'var(--amber)', bottleneck: 'var(--red)' } as const;
const MOST_WEEKS = 8;

/** For the supplier's own planning. */
function Requirements({ group }: { group: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const query = useQuery(requirementsQuery(group));
  return (
    <Answered query={query}>
      {({ labour, materials }) => {
        const weeks = (materials[0]?.weeks ?? labour).slice(0, MOST_WEEKS).map(({ week }) => week);
        if (weeks.length === 0) return null;
        return (
          <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('capacity.requirements')}</Table.Th>
                  {weeks.map((week) => (
                    <Table.Th key={week} data-numeric>
                      {format.week(week)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {labour.length > 0 && (
                  <Table.Tr>
                    <Table.Td>{t('capacity.hours')}</Table.Td>
                    {labour.slice(0, MOST_WEEKS).map(({ week, hours }) => (
                      <Table.Td key={week} data-numeric>
                        {format.quantity(Math.round(hours * 10) / 10)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                )}
                {materials.map(({ part, weeks: needed }) => (
                  <Table.Tr key={part}>
                    <Table.Td className="mono">{names.part(part)}</Table.Td>
                    {needed.slice(0, MOST_WEEKS).map(({ week, quantity }) => (
                      <Table.Td key={week} data-numeric>
                        {format.quantity(Math.round(quantity * 10) / 10)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        );
      }}
    </Answered>
  );
}
