import { expect, test } from 'vitest';
import type { ProfileTerms } from './interface-queries.ts';
import { toTerms, toValues } from './profile-terms.ts';

const plain: ProfileTerms = { format: 'edifact', channel: 'folder', sends: [], acknowledges: true, test: false };

test.each<[string, ProfileTerms]>([
  ['the defaults', plain],
  [
    'everything',
    {
      ...plain,
      format: 'x12',
      channel: 'webhook',
      url: 'https://partner.example/edi',
      sends: ['schedule', 'receipt'],
      own: { code: '123456789', qualifier: '01' },
      partner: { code: 'ACME' },
      delimiters: { element: '*', component: '>', terminator: '~' },
      timeZone: 'Europe/Berlin',
      horizons: { Z: 'firm' },
    },
  ],
])('a form gives back %s', (_, terms) => {
  expect(toTerms(toValues(terms))).toEqual(terms);
});

test('an address of a webhook that is none any more is left out, and so are delimiters that are not complete', () => {
  const values = { ...toValues(plain), url: 'https://partner.example/edi', element: '*' };
  expect(toTerms(values)).toEqual(plain);
});
