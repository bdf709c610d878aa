import { describe, expect, test } from 'vitest';
import type { Scenario, Season } from './season-queries.ts';
import { waysOfScenario, waysOfSeason } from './season-ways.ts';

const placeOf = (site: string) =>
  site === 'nowhere' ? undefined : { id: site, name: `Site ${site}`, longitude: 10, latitude: 50 };
const stop = (site: string, arrives: string) => ({ site, dayOffset: 0, arrives, departs: arrives });
const tour = { plan: 'p', tour: 'T1', to: 'plant', weekdays: [1, 4], departs: '06:00' };
const season = (stops: object[], rhythms: object[] = []) =>
  ({ plans: [], tours: [{ ...tour, stops }], rhythms }) as unknown as Season;
const drawn = (ways: ReturnType<typeof waysOfSeason>) =>
  ways.map(({ id, places }) => `${id}: ${places.map((place) => place.id).join(' ')}`);

describe('the season on the map', () => {
  test('a tour that begins at its first stop goes from there to the plant, one that brings empties comes out first', () => {
    expect(drawn(waysOfSeason(season([stop('s1', '06:00'), stop('s2', '08:00')]), placeOf))).toEqual([
      'p T1: s1 s2 plant',
    ]);
    expect(drawn(waysOfSeason(season([stop('s1', '09:00')]), placeOf))).toEqual(['p T1: plant s1 plant']);
  });

  test('who is on no tour has a way of its own; a place that nobody may see is left out', () => {
    const rhythm = { plan: 'p', from: 's3', to: 'plant', weekdays: [2], tour: null };
    const ways = waysOfSeason(
      season([stop('nowhere', '06:00')], [rhythm, { ...rhythm, from: 's1', tour: 'T1' }]),
      placeOf,
    );
    expect(drawn(ways)).toEqual(['p T1: plant', 's3 plant: s3 plant']);
    expect(ways.map(({ isTour, weekdays }) => [isTour, weekdays])).toEqual([
      [true, [1, 4]],
      [false, [2]],
    ]);
  });

  test('a scenario brings its own places', () => {
    const at = { latitude: 50, longitude: 10 };
    const scenario = {
      plant: { site: 'plant', ...at },
      lanes: ['a', 'b', 'c'].map((lane) => ({ lane, supplier: lane, from: `site-${lane}`, ...at })),
      plan: {
        tours: [
          {
            ...{ id: 'T1', weekdays: [1], departureSeconds: 21_600 },
            stops: ['a', 'b'].map((lane, i) => ({ lane, arrivalSeconds: 21_600 + 3600 * i })),
          },
        ],
        lanes: [
          { lane: 'a', weekdays: [1], tour: 'T1' },
          { lane: 'b', weekdays: [1], tour: 'T1' },
          { lane: 'c', weekdays: [3] },
        ],
      },
    } as unknown as Scenario;
    expect(drawn(waysOfScenario(scenario, (site) => site))).toEqual(['T1: site-a site-b plant', 'c: site-c plant']);
  });
});
