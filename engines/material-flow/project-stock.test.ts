import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, workingCalendar } from './days.ts';
import { daysOfSupply } from './days-of-supply.ts';
import { type ProjectionInput, projectStock } from './project-stock.ts';

/** Monday; 100 a working day from a stock of 250, 100 arriving on Wednesday. */
const week: ProjectionInput = {
  today: '2026-11-23',
  horizonDays: 7,
  onHand: 250,
  receipts: [{ day: '2026-11-25', quantity: 100, source: 'DN-1' }],
  planned: [{ day: '2026-11-26', quantity: 200, source: 'R-7' }],
  demand: [{ from: '2026-11-23', to: '2026-11-29', quantity: 500, source: 'plan' }],
  calendar: workingCalendar({}),
};

describe('a projected week, by hand', () => {
  const projection = projectStock(week);

  test('consumes on working days only', () => {
    expect(projection.demand).toEqual([100, 100, 100, 100, 100, 0, 0]);
    expect(projection.days.at(-1)).toBe('2026-11-29');
  });
  test('adds what is in transit', () => {
    expect(projection.projected).toEqual([150, 50, 50, -50, -150, -150, -150]);
  });
  test('adds what is planned only in the second line', () => {
    expect(projection.projectedIfDelivered).toEqual([150, 50, 50, 150, 50, 50, 50]);
  });
  test('says when it runs out, and what is missing on that day', () => {
    expect(projection.runsOutOn).toBe('2026-11-26');
    expect(projection.shortQuantity).toBe(50);
    expect(projection.runsOutIfDelivered).toBeUndefined();
  });
  test('counts one and a half days of supply after today: the arrival on Wednesday is ignored', () => {
    expect(projection.daysOfSupply).toBe(1.5);
  });
  test('is amber: Thursday is three working days away', () => {
    expect(projection.light).toBe('amber');
  });
});

describe('the light', () => {
  test.each([
    ['red when it runs out within two working days', { onHand: 150, receipts: [] }, 'red'],
    ['red today when there is less than nothing', { onHand: -1, demand: [], receipts: [] }, 'red'],
    ['amber when more than the next days are open', { onHand: 350, receipts: [] }, 'amber'],
    ['green when the stock lasts', { onHand: 500, receipts: [] }, 'green'],
    ['red with a wider limit', { lightWithin: { red: 3, amber: 5 } }, 'red'],
  ] as const)('is %s', (_, change, light) => {
    expect(projectStock({ ...week, ...change } as ProjectionInput).light).toBe(light);
  });

  test('is amber far ahead if even timely delivery would not save the day, green if it would', () => {
    const far: ProjectionInput = { ...week, horizonDays: 30, onHand: 1000, receipts: [], planned: [], demand: [] };
    const late = { ...far, demand: [{ from: '2026-12-14', quantity: 1200, source: 'plan' }] };
    expect(projectStock(late).light).toBe('amber');
    const saved = projectStock({ ...late, planned: [{ day: '2026-12-14', quantity: 200, source: 'R-8' }] });
    expect([saved.light, saved.runsOutOn]).toEqual(['green', '2026-12-14']);
  });

  test('does not count the weekend: Tuesday is two working days after Friday', () => {
    const friday = { ...week, today: '2026-11-20', onHand: 0, receipts: [], planned: [] };
    const demandOn = (from: string) => ({ ...friday, demand: [{ from, quantity: 1, source: 'plan' }] });
    expect(projectStock(demandOn('2026-11-24')).light).toBe('red');
    expect(projectStock(demandOn('2026-11-25')).light).toBe('amber');
  });
});

describe('demand', () => {
  const demandOf = (change: Partial<ProjectionInput>) => projectStock({ ...week, ...change }).demand;

  test('over a range is split into whole pieces, the earlier days first', () => {
    expect(demandOf({ demand: [{ from: '2026-11-23', to: '2026-11-29', quantity: 7, source: 'plan' }] })).toEqual([
      2, 2, 1, 1, 1, 0, 0,
    ]);
  });
  test('skips a holiday', () => {
    expect(demandOf({ calendar: workingCalendar({ holidays: ['2026-11-24'] }) })).toEqual([
      125, 0, 125, 125, 125, 0, 0,
    ]);
  });
  test('of a range without a working day falls on its first day', () => {
    expect(demandOf({ demand: [{ from: '2026-11-28', to: '2026-11-29', quantity: 3, source: 'plan' }] })[5]).toBe(3);
  });
  test('of a range that began before today counts only from today on', () => {
    expect(demandOf({ today: '2026-11-25' }).slice(0, 4)).toEqual([100, 100, 100, 0]);
  });
  test('over a range longer than the horizon is cut, not squeezed', () => {
    expect(demandOf({ demand: [{ from: '2026-11-16', to: '2027-11-14', quantity: 263, source: 'plan' }] })).toEqual([
      1, 1, 1, 1, 1, 0, 0,
    ]);
  });
  test('that nobody stated is the daily usage, on working days', () => {
    expect(demandOf({ demand: [], dailyUsageFallback: 40 })).toEqual([40, 40, 40, 40, 40, 0, 0]);
  });
  test('of part of a kilogram keeps its fraction', () => {
    expect(demandOf({ demand: [{ from: '2026-11-23', to: '2026-11-24', quantity: 2.5, source: 'plan' }] })).toEqual([
      1.5, 1, 0, 0, 0, 0, 0,
    ]);
  });
});

test('days of supply follow each day, counting idle days as covered', () => {
  const stock = Float64Array.of(25, 15, 5, 5, -5);
  const demand = Float64Array.of(0, 10, 10, 0, 10);
  expect(Array.from(daysOfSupply(stock, demand))).toEqual([3.5, 2.5, 1.5, 0.5]);
});

const today = '2026-11-23';
const dayWithin = fc.integer({ min: 0, max: 40 }).map((offset) => addDays(today, offset));
const dated = fc.array(
  fc.record({ day: dayWithin, quantity: fc.integer({ min: 0, max: 900 }), source: fc.constant('x') }),
  {
    maxLength: 12,
  },
);
const inputs: fc.Arbitrary<ProjectionInput> = fc.record({
  today: fc.constant(today),
  horizonDays: fc.constant(60),
  onHand: fc.integer({ min: 0, max: 2000 }),
  receipts: dated,
  planned: dated,
  demand: fc.array(
    fc
      .record({ from: dayWithin, length: fc.integer({ min: 0, max: 15 }), quantity: fc.integer({ min: 0, max: 500 }) })
      .map(({ from, length, quantity }) => ({ from, to: addDays(from, length), quantity, source: 'x' })),
    { maxLength: 12 },
  ),
  calendar: fc
    .record({
      workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      holidays: fc.uniqueArray(dayWithin, { maxLength: 5 }),
    })
    .map(workingCalendar),
});
const sum = (values: { quantity: number }[]) => values.reduce((total, { quantity }) => total + quantity, 0);
const later = (day: string | undefined) => day ?? '9999-12-31';

describe('whatever the input', () => {
  test('nothing is lost and nothing appears', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { projected, projectedIfDelivered } = projectStock(input);
        expect(projected.at(-1)).toBe(input.onHand + sum(input.receipts) - sum(input.demand));
        expect(projectedIfDelivered.at(-1)).toBe(projected.at(-1)! + sum(input.planned));
      }),
    );
  });

  test('whole pieces stay whole', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(projectStock(input).demand.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('an arrival that comes later never makes the stock last longer', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 15 }), (input, delay) => {
        const receipts = input.receipts.map((receipt, index) =>
          index === 0 ? { ...receipt, day: addDays(receipt.day, delay) } : receipt,
        );
        const onTime = projectStock(input).runsOutOn;
        expect(later(projectStock({ ...input, receipts }).runsOutOn) <= later(onTime)).toBe(true);
      }),
    );
  });

  test('what is planned never makes it run out earlier', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { runsOutOn, runsOutIfDelivered } = projectStock(input);
        expect(later(runsOutOn) <= later(runsOutIfDelivered)).toBe(true);
      }),
    );
  });

  test('days of supply equal the count made one day at a time', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { projected, demand } = projectStock(input);
        const actual = daysOfSupply(Float64Array.from(projected), Float64Array.from(demand));
        for (const [day, supply] of actual.entries())
          expect(supply).toBeCloseTo(countOneByOne(projected, demand, day), 9);
      }),
      { numRuns: 50 },
    );
  });
});

function countOneByOne(stock: number[], demand: number[], day: number): number {
  let left = stock[day]!;
  for (let next = day + 1; next < demand.length; next++) {
    if (left < demand[next]!) return next - day - 1 + (left > 0 ? left / demand[next]! : 0);
    left -= demand[next]!;
  }
  return demand.length - day - 1;
}
