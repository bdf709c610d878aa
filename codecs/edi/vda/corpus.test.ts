import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode } from '../index.ts';

const summaryOf = (file: string): string[] => {
  const answer = decode(readFileSync(`${process.env.INTAKT_DATA}/edi/${file}`));
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.interchanges.flatMap(({ controlReference, messages, errors }) => [
    `transmission ${controlReference}`,
    ...errors.map(({ code, position: { tag, element } }) => `${code} ${tag}/${element}`),
    ...messages.flatMap((message) => [
      ...message.statements.map((statement) => JSON.stringify({ ...statement, position: undefined })),
      ...message.errors.map(({ code, position, value }) => `${code} ${position.tag} ${value}`),
      `unmapped: ${message.unmapped.map(({ position, value }) => `${position.tag} ${value.slice(0, 14)}`).join(', ')}`,
    ]),
  ]);
};

const lab = (head: object) =>
  JSON.stringify({
    kind: 'schedule',
    ...head,
    unloadingPoint: 'A 13',
    part: { buyerNumber: '1514280009100' },
    release: '187',
    previousRelease: '186',
    releasedOn: '2012-11-15',
    unit: 'H87',
    quantities: [{ from: '2012-11-15', quantity: 0, horizon: 'production' }],
    cumulative: {
      received: 19427,
      zeroedOn: '2011-12-31',
      asOf: '2012-11-13',
      lastDespatch: { reference: '432701', quantity: 346 },
    },
    authorisations: [
      { kind: 'production', cumulative: 0, until: '2013-02-13' },
      { kind: 'material', cumulative: 0, until: '2013-03-15' },
    ],
    orderReference: 'CGF-56026482',
  });

const schedule = { scheduleKind: 'delivery-forecast', function: 'unspecified' };
const LEFT_OVER = 'unmapped: 512 121109, 512 L, 518 07-08140295/04, 518 23-09140029';

/** The public files: what stands in them, everything wrong with them, and what has no place in a statement. */
const FILES: Record<string, string[]> = {
  'vda-4905/vda4905_edifabric.vda': [
    'transmission 00023',
    lab({
      documentNumber: '00023',
      ...schedule,
      customer: { code: '59012' },
      supplier: { code: '00323625' },
      shipTo: { code: '03' },
    }),
    LEFT_OVER,
  ],
  'vda-4905/vda4905_v02.vda': [
    'transmission 00001',
    'ELEMENT_EMPTY 511/3',
    'ELEMENT_EMPTY 511/4',
    lab({ documentNumber: '00001', ...schedule, customer: {}, supplier: {}, shipTo: { code: '030' } }),
    LEFT_OVER,
  ],
  'vda-4913/vda4913_v03.vda': [
    'transmission 00002',
    'ELEMENT_EMPTY 711/4',
    'ELEMENT_EMPTY 711/3',
    'COUNT_MISMATCH 719/6',
    'COUNT_MISMATCH 719/7',
    'COUNT_MISMATCH 719/9',
    JSON.stringify({
      kind: 'despatch',
      despatchNote: '00021910',
      function: 'unspecified',
      customer: {},
      supplier: { code: '15445489A' },
      carrier: { code: '11825429' },
      despatchedAt: '2018-01-19T10:45:00.000Z',
      expectedAt: '2018-01-19T11:30:00.000Z',
      transportReference: '13533302',
      shipTo: { code: '054' },
      documentAt: '2018-01-19T00:00:00.000Z',
      unloadingPoint: 'AP4E',
      mode: 'road',
      lines: [
        {
          line: 1,
          part: { buyerNumber: 'A1567350110', supplierNumber: '48200TDR3SGTN' },
          quantity: 12,
          unit: 'H87',
        },
      ],
      units: [],
    }),
    'RECORD_VERSION_UNKNOWN 715 87',
    'RECORD_VERSION_UNKNOWN 715 87',
    'unmapped: 712 01, 712 11825429, 712 02, 712 82033787, 712 2, 712 Routen-L, 712 1, 713 40, 713 541, 714 P, 714 S, ' +
      '714 0001, 718 00021910, 718 0004675026, 715 0000BEH       , 715 0000FAS       ',
  ],
};

test.skipIf(!process.env.INTAKT_DATA).each(Object.entries(FILES))(
  '%s reads as it stands (needs INTAKT_DATA)',
  (file, golden) => {
    expect(summaryOf(file)).toEqual(golden);
  },
);
