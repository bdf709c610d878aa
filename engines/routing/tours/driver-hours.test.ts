import { expect, test } from 'vitest';
import { DriverDay } from './driver-hours.ts';

const HOUR = 3600;
type Act = ['drive' | 'serve' | 'wait', number];

/** What a driver does, hours each, and when that is over: Regulation (EC) 561/2006 and Directive 2002/15/EC. */
const DAYS: [string, Act[], number][] = [
  ['4½ h of driving need no break', [['drive', 4.5]], 4.5],
  ['the break of 45 min comes before the rest of 5 h', [['drive', 5]], 5.75],
  ['9 h of driving need one break', [['drive', 9]], 9.75],
  ['the tenth hour of driving comes after a rest of 11 h', [['drive', 10]], 21.75],
  [
    'waiting for 45 min is the break',
    [
      ['drive', 4],
      ['wait', 0.75],
      ['drive', 4.5],
    ],
    9.25,
  ],
  [
    'waiting for 44 min is only its first part: 30 min follow',
    [
      ['drive', 4],
      ['wait', 0.7],
      ['drive', 1],
    ],
    6.2,
  ],
  [
    '15 min, then 30 min, are a break',
    [
      ['drive', 2],
      ['wait', 0.25],
      ['drive', 2],
      ['wait', 0.5],
      ['drive', 4.5],
    ],
    9.25,
  ],
  [
    'waiting for 10 min is no part of a break',
    [
      ['drive', 4],
      ['wait', 1 / 6],
      ['drive', 1],
    ],
    4 + 1 / 6 + 1 + 0.75,
  ],
  [
    '6 h of work need no break',
    [
      ['drive', 3],
      ['serve', 3],
    ],
    6,
  ],
  [
    'a service that would go beyond 6 h of work waits for a break',
    [
      ['drive', 3],
      ['serve', 3.5],
    ],
    7.25,
  ],
  [
    'a wait of 11 h is a daily rest',
    [
      ['drive', 4.5],
      ['wait', 11],
      ['drive', 4.5],
    ],
    20,
  ],
  [
    'a service that would end after 13 h of duty comes after a rest',
    [
      ['drive', 4],
      ['wait', 6],
      ['serve', 4],
    ],
    25,
  ],
];

test.each(DAYS)('%s', (_, acts, hours) => {
  const day = new DriverDay(0);
  let clock = 0;
  for (const [act, length] of acts) {
    if (act === 'drive') clock = day.drive(clock, length * HOUR);
    else if (act === 'serve') clock = day.serve(clock, length * HOUR);
    else {
      clock += length * HOUR;
      day.wait(length * HOUR, clock);
    }
  }
  expect(clock / HOUR).toBeCloseTo(hours, 9);
});
