import { Alert, List, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { SeasonCalendar } from './season-calendar.tsx';
import { SeasonChart } from './season-chart.tsx';
import { SeasonComparison } from './season-comparison.tsx';
import { SeasonLanes } from './season-lanes.tsx';
import { SeasonPublish } from './season-publish.tsx';
import { type Scenario, scenarioQuery } from './season-queries.ts';

const VIEWS = ['comparison', 'calendar', 'lanes', 'docks', 'weeks'] as const;

/** One scenario from all sides, and the button that makes it the season. */
export function SeasonScenario({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(scenarioQuery(id));
  return (
    <Answered query={query}>
      {(scenario) => (
        <Panel title={scenario.name} aside={<SeasonPublish scenario={scenario} />} flush>
          <Findings scenario={scenario} />
          <Tabs defaultValue="comparison" keepMounted={false}>
            <Tabs.List>
              {VIEWS.map((view) => (
                <Tabs.Tab key={view} value={view}>
                  {t(`season.view-${view}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="comparison">
              <SeasonComparison scenario={scenario} />
            </Tabs.Panel>
            <Tabs.Panel value="calendar">
              <SeasonCalendar scenario={scenario} />
            </Tabs.Panel>
            <Tabs.Panel value="lanes">
              <SeasonLanes scenario={scenario} />
            </Tabs.Panel>
            <Tabs.Panel value="docks">
              <Docks scenario={scenario} />
            </Tabs.Panel>
            <Tabs.Panel value="weeks">
              <Weeks scenario={scenario} />
            </Tabs.Panel>
          </Tabs>
        </Panel>
      )}
    </Answered>
  );
}

function Findings({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const messages = [
    ...scenario.plan.findings.map(({ message }) => message),
    ...scenario.unplaced.map((site) => t('season.unplaced', { site })),
  ];
  if (messages.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" m="sm" title={t('season.findings', { count: messages.length })}>
      <List size="sm">
        {messages.slice(0, 20).map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Trucks of the busiest weekday in each hour, today and planned. */
function Docks({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, lines } = useMemo(() => {
    const most = (plan: Scenario['plan']) =>
      Array.from({ length: 25 }, (_, hour) => Math.max(0, ...plan.arrivalsPerHour.map((day) => day[hour] ?? 0)));
    return {
      at: Array.from({ length: 25 }, (_, hour) => hour),
      lines: [
        { label: t('season.today'), values: most(scenario.today), colour: '--ink-soft' },
        { label: t('season.plan'), values: most(scenario.plan), colour: '--accent' },
      ],
    };
  }, [scenario, t]);
  return (
    <SeasonChart
      title={t('season.docksTitle')}
      text={t('season.docksText', { today: scenario.today.peakPerHour, plan: scenario.plan.peakPerHour })}
      {...{ at, lines }}
      stepped
      unit={format.quantity}
    />
  );
}

/** How full the tours are in each of the sampled weeks, emptiest week first. */
function Weeks({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const { stress } = scenario;
  const { at, lines } = useMemo(
    () => ({
      at: stress.fillByWeek.map((_, week) => week + 1),
      lines: [{ label: t('season.fill'), values: stress.fillByWeek.map((fill) => fill * 100), colour: '--accent' }],
    }),
    [stress, t],
  );
  return (
    <SeasonChart
      title={t('season.weeksTitle', { weeks: stress.weeks })}
      text={t('season.weeksText', { share: Math.round(stress.overflowShare * 1000) / 10 })}
      {...{ at, lines }}
      most={100}
      unit={(value) => `${Math.round(value)} %`}
    />
  );
}
