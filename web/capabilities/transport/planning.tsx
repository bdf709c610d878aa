import { Alert, Button, Select, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconFilePlus, IconPackageImport, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty, RowsSkeleton } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { OptimisePanel } from './optimise-panel.tsx';
import { PlanFigures } from './plan-figures.tsx';
import { PlanTimeline } from './plan-timeline.tsx';
import classes from './planning.module.css';
import {
  beginPlan,
  changeTour,
  deriveOrders,
  type Figures,
  type Move,
  moveOrder,
  ordersQuery,
  type Plan,
  plansQuery,
  planQuery,
  publishPlan,
  type TourWish,
} from './queries.ts';
import { ReplanMenu } from './replan-menu.tsx';
import { TourDetail } from './tour-detail.tsx';
import { tourColour } from './tour-colours.ts';
import { type MapTour, TourMap } from './tour-map.tsx';
import { UnplannedList } from './unplanned-list.tsx';

/** The planner's board for one day: what is to be moved, the tours on timeline and map, and what they cost. */
export function Planning(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const search = useSearch({ from: '/inside/planning' });
  const navigate = useNavigate({ from: '/planning' });
  const day = search.day ?? nextDay(me?.today);
  const plans = useQuery({ ...plansQuery(day), enabled: day !== '' });
  const orders = useQuery({ ...ordersQuery(day), enabled: day !== '' });
  const id = plans.data?.find((plan) => plan.id === search.plan)?.id ?? plans.data?.[0]?.id;
  const show = (change: { day?: string; plan?: string }): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const open = orders.data?.filter(({ state }) => state === 'ordered').length ?? 0;
  return (
    <Page
      fill
      title={t('screen.planning')}
      note={orders.data && t('planning.note', { count: orders.data.length, open })}
      tools={
        <div className={classes.tools}>
          <DatePickerInput
            aria-label={`${t('planning.day')} ${day && format.day(day)}`}
            valueFormatter={() => day && format.day(day)}
            value={day || null}
            onChange={(next) => next && show({ day: next, plan: undefined })}
            w={140}
          />
          <PlanChoice day={day} chosen={id} onChoose={(plan) => show({ plan })} />
          <DayActions day={day} open={open} onPlan={(plan) => show({ plan })} />
        </div>
      }
    >
      {id ? <Board key={id} id={id} /> : <NoPlan ready={plans.data !== undefined} open={open} />}
    </Page>
  );
}

/** What is called off for tomorrow is mostly fetched today; what can still be planned well lies a little ahead. */
const DAYS_AHEAD = 3;
function nextDay(today: string | undefined): string {
  if (!today) return '';
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + DAYS_AHEAD);
  while ([0, 6].includes(at.getUTCDay())) at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

function PlanChoice({
  day,
  chosen,
  onChoose,
}: {
  day: string;
  chosen: string | undefined;
  onChoose: (plan: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const plans = useQuery({ ...plansQuery(day), enabled: day !== '' }).data ?? [];
  if (plans.length === 0) return null;
  return (
    <Select
      aria-label={t('planning.plan')}
      w={210}
      allowDeselect={false}
      value={chosen ?? null}
      onChange={(plan) => plan && onChoose(plan)}
      data={plans.map((plan) => ({
        value: plan.id,
        label: `${format.instant(plan.createdAt)} · ${t(`planning.state-${plan.state}`)}`,
      }))}
    />
  );
}

function DayActions({ day, open, onPlan }: { day: string; open: number; onPlan: (plan: string) => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const derive = useMutation({
    mutationFn: () => deriveOrders(day),
    onSuccess: ({ results, cancelled }) => {
      void client.invalidateQueries({ queryKey: ['transport-orders'] });
      const fresh = results.filter(({ outcome }) => outcome === 'recorded').length;
      tellDone(
        t('planning.derived', { count: results.length }),
        t('planning.derivedText', { fresh, gone: cancelled.length }),
      );
    },
    onError: (error) => tellFailure(error),
  });
  const begin = useMutation({
    mutationFn: () => beginPlan(day),
    onSuccess: async (plan) => {
      client.setQueryData(['transport-plans', 'one', plan.id], plan);
      await client.invalidateQueries({ queryKey: ['transport-plans', 'day', day] });
      onPlan(plan.id);
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPackageImport size={15} aria-hidden />}
        loading={derive.isPending}
        disabled={day === ''}
        onClick={() => derive.mutate()}
      >
        {t('planning.derive')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFilePlus size={15} aria-hidden />}
        loading={begin.isPending}
        disabled={open === 0}
        onClick={() => begin.mutate()}
      >
        {t('planning.newPlan')}
      </Button>
      <ReplanMenu day={day} onPlan={onPlan} />
    </>
  );
}

function NoPlan({ ready, open }: { ready: boolean; open: number }): ReactNode {
  const { t } = useTranslation();
  if (!ready) return <RowsSkeleton />;
  return (
    <Empty
      title={t('planning.empty')}
      text={open === 0 ? t('planning.emptyText') : t('planning.emptyOrders', { count: open })}
    />
  );
}

function Board({ id }: { id: string }): ReactNode {
  const query = useQuery(planQuery(id));
  return <Answered query={query}>{(plan) => <BoardOf plan={plan} />}</Answered>;
}

/** Every change goes to the server and comes back judged; what it did to the figures stays beside them. */
function useChanges(plan: Plan): {
  move: (move: Move) => void;
  change: (tour: string, wish: TourWish) => void;
  before: Figures | undefined;
} {
  const client = useQueryClient();
  const [before, setBefore] = useState<Figures>();
  const changed = useMutation({
    mutationFn: (work: (plan: Plan) => Promise<Plan>) => work(plan),
    onMutate: () => plan.figures,
    onSuccess: (next, _work, figures) => {
      setBefore(figures);
      client.setQueryData(['transport-plans', 'one', plan.id], next);
    },
    onError: (error) => {
      tellFailure(error);
      void client.invalidateQueries({ queryKey: ['transport-plans', 'one', plan.id] });
    },
  });
  return {
    before,
    move: (move) => changed.mutate((current) => moveOrder(current, move)),
    change: (tour, wish) => changed.mutate((current) => changeTour(current, tour, wish)),
  };
}

function BoardOf({ plan }: { plan: Plan }): ReactNode {
  const me = useMe();
  const { move, change, before } = useChanges(plan);
  const [selected, select] = useState<string>();
  const tour = plan.tours.find(({ id }) => id === selected);
  return (
    <div className={classes.board}>
      <div className={classes.side}>
        <UnplannedList plan={plan} onMove={move} />
        <Findings plan={plan} />
      </div>
      <div className={classes.middle}>
        <PlanFigures plan={plan} before={before} />
        <PlanTimeline
          plan={plan}
          selected={selected}
          onSelect={(next) => select(next === selected ? undefined : next)}
          onMove={move}
          onLock={(one) => change(one.id, { locked: !one.locked })}
        />
        <PlanFoot plan={plan} />
      </div>
      <div className={classes.side}>
        <OptimisePanel plan={plan} />
        {tour && <TourDetail plan={plan} tour={tour} onMove={move} onChange={(wish) => change(tour.id, wish)} />}
        <div className={classes.map}>
          <TourMap
            tours={mapTours(plan)}
            open={openPlaces(plan)}
            selected={selected}
            tileUrl={me?.features.tileUrl}
            onSelect={select}
          />
        </div>
      </div>
    </div>
  );
}

function mapTours(plan: Plan): MapTour[] {
  const sites = new Map(plan.sites.map((site) => [site.id, site]));
  return plan.tours.map((tour, index) => ({
    id: tour.id,
    colour: tourColour(index),
    places: (tour.planned?.stops ?? []).flatMap(({ place }) => sites.get(place) ?? []),
  }));
}

const openPlaces = (plan: Plan) =>
  plan.unplanned.flatMap((id) => {
    const from = plan.orders.find((order) => order.id === id)?.from;
    return plan.sites.find((site) => site.id === from) ?? [];
  });

function Findings({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  if (plan.findings.length === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      p="8px 0 0"
      title={<span style={{ paddingLeft: 12 }}>{t('planning.findings', { count: plan.findings.length })}</span>}
    >
      <ul
        className={classes.findings}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        aria-label={t('planning.findings', { count: plan.findings.length })}
      >
        {plan.findings.map(({ code, subject, message }) => (
          <li key={`${code} ${subject}`}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Where the distances come from and of when they are, and the button that tells everybody. */
function PlanFoot({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const publish = useMutation({
    mutationFn: () => publishPlan(plan.id),
    onSuccess: async ({ published }) => {
      await client.invalidateQueries({ queryKey: ['transport-plans'] });
      tellDone(t('planning.published', { count: published.length }), t('planning.publishedText'));
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' }}>
      <Text size="xs" c="dimmed" style={{ flex: 1 }}>
        {t('planning.distances', { provider: plan.distances.provider, asOf: format.instant(plan.distances.asOf) })}
      </Text>
      {plan.publishedAt && (
        <Text size="xs" c="dimmed">
          {t('planning.publishedAt', { at: format.instant(plan.publishedAt) })}
        </Text>
      )}
      <Button
        leftSection={<IconSend size={15} aria-hidden />}
        loading={publish.isPending}
        disabled={plan.state !== 'draft' || plan.tours.length === 0 || plan.figures.infeasible > 0}
        onClick={() => publish.mutate()}
      >
        {t('planning.publish')}
      </Button>
    </div>
  );
}
