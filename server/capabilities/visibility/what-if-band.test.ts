import { addDays } from '@intakt/material-flow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerInBand, type Change, inWholeDays } from './what-if-band.ts';

const TODAY = '2026-03-02';
const DAYS = 28;
const days = Array.from({ length: DAYS }, (_, at) => addDays(TODAY, at));
const site = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };

interface World {
  uses: number[];
  comes: number[];
}
const nodeWith = (onHand: number, { uses, comes }: World) => {
  let level = onHand;
  const projectedIfDelivered = days.map((_, at) => (level += comes[at]! - uses[at]!));
  return { onHand, projection: { days, projectedIfDelivered } };
};
const stopOf = (onHand: number, world: World): number =>
  nodeWith(onHand, world).projection.projectedIfDelivered.findIndex((level) => level < 0);
const ask = (onHand: number, world: World, changes: Change[]) =>
  answerInBand(nodeWith(onHand, world), changes, { today: TODAY, site });

const row = fc.array(fc.nat(40), { minLength: DAYS, maxLength: DAYS });
const worlds = fc.record({ uses: row, comes: row.map((figures) => figures.map((one) => (one > 30 ? one : 0))) });
const question = fc.array(fc.record({ day: fc.constantFrom(...days), quantity: fc.integer({ min: -200, max: 400 }) }), {
  minLength: 1,
  maxLength: 3,
});

describe('a what-if about a stock that is shown as a light', () => {
  test('is answered alike for all stocks with the same published stop, whatever is asked and a thousand times', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.nat(600),
        fc.nat(600),
        fc.array(question, { minLength: 1000, maxLength: 1000 }),
        (world, one, other, questions) => {
          fc.pre(one !== other && stopOf(one, world) === stopOf(other, world));
          const answers = (onHand: number): string =>
            JSON.stringify(questions.map((changes) => ask(onHand, world, changes)));
          expect(answers(one)).toBe(answers(other));
        },
      ),
      { numRuns: 5 },
    );
  });

  test('gives what is published where nothing is asked', () => {
    fc.assert(
      fc.property(worlds, fc.nat(600), (world, onHand) => {
        const stop = stopOf(onHand, world);
        expect(ask(onHand, world, []).stopOn).toBe(stop < 0 ? undefined : days[stop]);
      }),
    );
  });

  test('would give the stock away to the piece if it were reckoned with', () => {
    const world = { uses: Array<number>(DAYS).fill(10), comes: Array<number>(DAYS).fill(0) };
    // The attack: halve the interval by asking whether so much more, today, moves the stop to today.
    const feelFor = (stopsToday: (more: number) => boolean): number => {
      let [least, most] = [0, 1024];
      while (most - least > 1) {
        const middle = (least + most) >> 1;
        if (stopsToday(middle)) most = middle;
        else least = middle;
      }
      return least + 10;
    };
    const bare = (onHand: number, more: number): boolean => onHand - 10 - more < 0;
    const banded = (onHand: number, more: number): boolean =>
      ask(onHand, world, [{ day: TODAY, quantity: more }]).stopOn === TODAY;
    expect([137, 139].map((onHand) => feelFor((more) => bare(onHand, more)))).toEqual([137, 139]);
    expect([130, 137, 139].map((onHand) => feelFor((more) => banded(onHand, more)))).toEqual([130, 130, 130]);
  });
});

test('changes are reckoned with in whole days of what is called off', () => {
  const changes = [1, 10, 11, -3, 0].map((quantity, at) => ({ day: days[at]!, quantity }));
  expect(inWholeDays(changes, 10).map(({ quantity }) => quantity)).toEqual([10, 10, 20, -10]);
});
