import { dayNumber, isoDay, projectStock, workingCalendar } from '@intakt/material-flow';
import { describe, expect, test } from 'vitest';
import { averageUse, BuildPlan } from './build-plan.ts';
import { holidays, works } from './calendar.ts';
import { DAY_MS, DeliveryPlan, nextArrival, previousArrival } from './delivery-plan.ts';
import { handlingUnits } from './despatch.ts';
import { demonstrationNetwork } from './network.ts';
import { openingCommands } from './opening-commands.ts';
import { scheduleOf } from './schedules.ts';
import { outageOf } from './trouble.ts';

const network = demonstrationNetwork(1);
const today = '2026-11-24';
const plan = new DeliveryPlan(network, today);
const ways = network.relations.flatMap((relation) => relation.lanes.map((lane) => ({ relation, lane })));

test('the network rests on Easter Monday and between the years', () => {
  expect(['2026-04-03', '2026-04-06', '2026-05-14', '2026-12-28'].map((day) => works(dayNumber(day)))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(holidays().length).toBeLessThanOrEqual(400);
});

test('about 400 cars are built a day, and the same whichever day is asked for first', () => {
  const cars = (builds: BuildPlan, day: number) => builds.used([1, 1, 1, 1], day) - builds.used([1, 1, 1, 1], day - 1);
  const day = dayNumber(today);
  expect(cars(plan.builds, day)).toBeGreaterThan(340);
  expect(cars(plan.builds, day)).toBeLessThan(460);
  expect(cars(new BuildPlan(1), day)).toBe(cars(plan.builds, day));
});

describe('over three months of deliveries', () => {
  test('every lane delivers what was called off, whatever was short or lost on the way', () => {
    const from = dayNumber(today);
    for (const { relation, lane } of ways.slice(0, 120)) {
      const days = plan.arrivalDays(relation, from, from + 90);
      const arrived = days
        .flatMap((day) => plan.loads(relation, day).flatMap(({ lines }) => lines))
        .filter((line) => line.lane === lane)
        .reduce((sum, { quantity, lost }) => sum + quantity - lost, 0);
      const before = plan.received(relation, lane, previousArrival(relation, from));
      expect(arrived, lane.lane).toBe(plan.received(relation, lane, days.at(-1)!) - before);
    }
  });

  test('nothing is delivered below zero, and trucks are not loaded beyond reason', () => {
    const from = dayNumber(today);
    for (const relation of network.relations) {
      for (const load of plan.arrivalDays(relation, from, from + 21).flatMap((day) => plan.loads(relation, day))) {
        expect(load.lines.every(({ quantity, lost }) => quantity > 0 && lost <= quantity)).toBe(true);
        expect(load.departsAt).toBeLessThan(load.plannedAt);
        const packed = handlingUnits(plan, load).reduce((sum, { quantity }) => sum + quantity!, 0);
        expect(packed).toBe(load.lines.reduce((sum, { quantity }) => sum + quantity, 0));
      }
    }
  });
});

describe('an outage after the opening', () => {
  const from = dayNumber(today) + 7;
  const [hit] = ways
    .filter(({ lane }) => outageOf(1, lane, from + 5, dayNumber(today)))
    .map((way) => ({ ...way, outage: outageOf(1, way.lane, from + 5, dayNumber(today))! }));

  test('brings nothing while it lasts, and everything with the first load after it', () => {
    const { relation, lane, outage } = hit!;
    const brought = (day: number) =>
      plan
        .loads(relation, day)
        .flatMap(({ lines }) => lines)
        .filter((line) => line.lane === lane)
        .reduce((sum, { quantity }) => sum + quantity, 0);
    const during = plan.arrivalDays(relation, outage.from, outage.to - 1);
    const after = nextArrival(relation, outage.to - 1);
    expect(during.slice(1).map(brought)).toEqual(during.slice(1).map(() => 0));
    expect(plan.received(relation, lane, after)).toBeGreaterThan(plan.received(relation, lane, during.at(-1)!));
  });

  test('is not in the schedules before it is announced', () => {
    const { relation, lane, outage } = hit!;
    const calledOff = (on: number) =>
      scheduleOf(plan, relation, lane, on)
        .quantities.filter((entry) => entry.from >= isoDay(outage.from) && entry.from < isoDay(outage.to))
        .filter(({ horizon }) => horizon === 'firm').length;
    expect(calledOff(outage.from - 3)).toBeGreaterThan(0);
    expect(calledOff(outage.from)).toBe(0);
  });
});

describe('a schedule', () => {
  test('calls off exactly from what is received to what is wanted at its end', () => {
    for (const { relation, lane } of ways) {
      const { quantities, cumulative } = scheduleOf(plan, relation, lane, plan.opened);
      const called = quantities.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(quantities.at(-1)?.cumulative ?? cumulative!.received).toBe(cumulative!.received! + called);
    }
  });

  test('runs from days that are firm to weeks that are forecast', () => {
    const { relation, lane } = ways[0]!;
    const { quantities } = scheduleOf(plan, relation, lane, plan.opened);
    expect(quantities[0]).toMatchObject({ from: today, horizon: 'firm' });
    expect(quantities.at(-1)).toMatchObject({ horizon: 'forecast', to: isoDay(plan.opened + 83) });
  });
});

test('on opening most parts at the plant are green, some amber and a few red', () => {
  const commands = openingCommands(network, today).flatMap((group) => group.commands);
  const lights = { green: 0, amber: 0, red: 0 };
  for (const need of network.needs.filter(({ owner }) => owner === network.plant.organisation)) {
    lights[lightOf(need.part, commands)]++;
  }
  expect(lights.green).toBeGreaterThan(180);
  expect(lights.amber).toBeGreaterThan(8);
  expect(lights.red).toBeGreaterThanOrEqual(2);
  expect(lights.red).toBeLessThan(16);
});

const underwayAtOpening = plan.inTransit(plan.opened * DAY_MS);
type Commands = ReturnType<typeof openingCommands>[number]['commands'];

/** What the plant can know: its count, its requirement, what is on the way, and what it called off beyond that. */
function lightOf(part: string, commands: Commands) {
  const said = <T>(type: string): T[] => commands.filter((one) => one.type === type).map(({ data }) => data as T);
  const plant = network.plant.site;
  const count = said<{ site: string; part: string; status: string; quantity: number }>('stock-counted').find(
    (one) => one.site === plant && one.part === part && one.status === 'available',
  );
  const needed = said<{ site: string; part: string; quantities: { day: string; quantity: number }[] }>(
    'requirement-planned',
  ).find((one) => one.site === plant && one.part === part);
  const receipts = underwayAtOpening
    .filter(({ relation }) => relation.to === plant)
    .flatMap((load) =>
      load.lines
        .filter(({ lane }) => lane.part === part)
        .map(({ quantity }) => ({
          day: isoDay(Math.floor(load.arrivesAt / DAY_MS)),
          quantity,
          source: load.despatchNote,
        })),
    );
  let underway = receipts.reduce((sum, { quantity }) => sum + quantity, 0);
  const planned = said<{ shipTo: string; part: string; quantities: { from: string; quantity: number }[] }>(
    'schedule-released',
  )
    .filter((one) => one.shipTo === plant && one.part === part)
    .flatMap(({ quantities }) => quantities)
    .sort((one, other) => one.from.localeCompare(other.from))
    .map(({ from, quantity }) => {
      const taken = Math.min(underway, quantity);
      underway -= taken;
      return { day: from, quantity: quantity - taken, source: 'release' };
    });
  return projectStock({
    ...{ today, horizonDays: 42, onHand: count!.quantity, receipts: [...receipts, ...planned], planned: [] },
    demand: needed!.quantities.map(({ day, quantity }) => ({ from: day, quantity, source: 'build plan' })),
    calendar: workingCalendar(network.sites[0]!),
  }).light;
}

test('the sizes of needs and packs fit: no container lasts a week at its slowest customer', () => {
  for (const { lane } of ways)
    expect(lane.pack).toBeLessThanOrEqual(Math.max(1, averageUse(lane.need.usage) * lane.share * 5));
});
