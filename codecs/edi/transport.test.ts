import type { Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode } from './index.ts';

function read(type: string, ...segments: string[]) {
  const body = [`UNH+1+${type}'`, ...segments];
  const text = ["UNB+UNOC:3+A:ZZ+B:ZZ+260302:0630+1'", ...body, `UNT+${body.length + 1}+1'`, "UNZ+1+1'"].join('\n');
  const answer = decode(new TextEncoder().encode(text));
  const [message] = answer.ok ? answer.interchanges[0]!.messages : [];
  return {
    statements: message!.statements as Statement[],
    errors: message!.errors.map(({ code, value }) => [code, value].filter(Boolean).join(' ')),
    unmapped: message!.unmapped.map(({ position, value }) => `${position.tag} ${value}`),
  };
}

describe('transport orders', () => {
  test('who moves what from where to where, and when', () => {
    const { statements, errors, unmapped } = read(
      'IFTMIN:D:01B:UN',
      "BGM+610+TO1+9'",
      "DTM+234:202603030600:203'",
      "DTM+235:202603030800:203'",
      "DTM+2:202603041000:203'",
      "CNT+7:1.5:TNE'",
      "CNT+15:2400:DMQ'",
      "RFF+DQ:LS1'",
      "RFF+DQ:LS2'",
      "TDT+20++30+++++AB 123'",
      "NAD+CZ+SUP'",
      "NAD+CN+PLANT'",
      "NAD+CA+HAUL'",
      "GID+1+2:PX'",
      "FTX+AAA+++Headlamps'",
      "MEA+AAE+G+KGM:750'",
      "PCI+17'",
      "GIN+ML+U1:U3'",
      "DGS+ADR+9+3480'",
    );
    expect([errors, unmapped]).toEqual([[], []]);
    expect(statements).toMatchObject([
      {
        kind: 'transport-order',
        orderNumber: 'TO1',
        consignor: { code: 'SUP' },
        consignee: { code: 'PLANT' },
        carrier: { code: 'HAUL' },
        collectAt: '2026-03-03T06:00:00.000Z',
        collectUntil: '2026-03-03T08:00:00.000Z',
        deliverAt: '2026-03-04T10:00:00.000Z',
        mode: 'road',
        vehicle: 'AB 123',
        despatchNotes: ['LS1', 'LS2'],
        grossMassKg: 1500,
        volumeCubicMeters: 2.4,
        goods: [
          {
            line: 1,
            packages: 2,
            packaging: 'PX',
            description: 'Headlamps',
            grossMassKg: 750,
            units: ['U1', 'U2', 'U3'],
            dangerous: { hazardClass: '9', unNumber: '3480' },
          },
        ],
      },
    ]);
  });

  test('a mass in a unit of something else is named', () => {
    const { statements, errors } = read(
      'IFTMIN:D:96A:UN',
      "BGM+610+T1+9'",
      "CNT+7:3:MTQ'",
      "NAD+CZ+SUP'",
      "GID+x+many:PX'",
    );
    expect(errors).toEqual(['VALUE_INVALID MTQ', 'NUMBER_INVALID many']);
    expect(statements).toMatchObject([{ orderNumber: 'T1', goods: [{ line: 1, packaging: 'PX' }] }]);
  });
});

describe('transport statuses', () => {
  test('each consignment with what happened to it', () => {
    const { statements, errors, unmapped } = read(
      'IFTSTA:D:01B:UN',
      "BGM+44+S1+9'",
      "DTM+137:20260302:102'",
      "NAD+CA+HAUL'",
      "CNI+1+C1'",
      "STS+1+13'",
      "RFF+DQ:LS1'",
      "DTM+334:202603030630:203'",
      "LOC+14+DEMUC:139:6:Munich'",
      "STS+1+20+58'",
      "DTM+334:202603031100:203'",
      "DTM+132:202603041400:203'",
      "FTX+AAI+++Snow on the pass'",
      "CNI+2+C2'",
      "STS+1+99'",
    );
    expect([errors, unmapped]).toEqual([[], ['LOC 139']]);
    expect(statements).toMatchObject([
      {
        consignment: 'C1',
        carrier: { code: 'HAUL' },
        despatchNotes: ['LS1'],
        happenings: [
          { status: 'collected', code: '13', place: { code: 'DEMUC', agency: '6', name: 'Munich' } },
          {
            status: 'delayed',
            code: '20',
            reason: '58',
            text: 'Snow on the pass',
            at: '2026-03-03T11:00:00.000Z',
            expectedAt: '2026-03-04T14:00:00.000Z',
          },
        ],
      },
      { consignment: 'C2', happenings: [{ status: 'other', code: '99' }] },
    ]);
  });

  test('a consignment without status is an error', () => {
    expect(read('IFTSTA:D:01B:UN', "BGM+44+S1+9'", "CNI+1+C1'").errors).toEqual(['SEGMENT_MISSING']);
  });
});
