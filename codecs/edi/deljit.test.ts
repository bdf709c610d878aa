import type { ScheduleStatement, SequenceStatement, Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode } from './index.ts';

/** A DELJIT around the given segments behind the parties. */
function read(version: string, head: string[], ...detail: string[]) {
  const segments = [
    `UNH+1+DELJIT:D:${version}:UN'`,
    ...head,
    "NAD+BY+PLANT::92'",
    "NAD+SE+SUP::92'",
    "NAD+ST+HALL54::92'",
    "LOC+11+GATE4'",
    ...detail,
  ];
  const text = ["UNB+UNOC:3+A+B+260302:0630+1'", ...segments, `UNT+${segments.length + 1}+1'`, "UNZ+1+1'"].join('\n');
  const answer = decode(new TextEncoder().encode(text), { timeZoneOffsetMinutes: 60 });
  const [message] = answer.ok ? answer.interchanges[0]!.messages : [];
  return {
    statements: message!.statements as Statement[],
    errors: message!.errors.map(({ code, value }) => `${code} ${value ?? ''}`.trim()),
    unmapped: message!.unmapped.map(({ position, value }) => `${position.tag} ${value}`),
  };
}

const HEAD = ["BGM+242+C77+9'", "DTM+137:202603020630:203'"];

describe('call-offs', () => {
  test('D.97A: quantities by the hour, each article a statement', () => {
    const { statements, errors, unmapped } = read(
      '97A',
      HEAD,
      "SEQ++1'",
      "LIN+1++A:IN'",
      "RFF+AAN:118'",
      "RFF+ALM:117'",
      "LOC+159+LINE3'",
      "QTY+113:24:PCE'",
      "SCC+1'",
      "DTM+2:202603031015:203'",
      "QTY+113:48:PCE'",
      "SCC+4'",
      "DTM+64:202603040600:203'",
      "DTM+63:202603040800:203'",
      "QTY+70:1200:PCE'",
      "LIN+2++B:IN'",
      "QTY+113:6:PCE'",
      "DTM+2:20260303:102'",
    );
    expect([errors, unmapped]).toEqual([[], []]);
    expect(statements.length).toBe(2);
    expect(statements[0]).toMatchObject({
      kind: 'schedule',
      scheduleKind: 'call-off',
      documentNumber: 'C77',
      customer: { code: 'PLANT' },
      supplier: { code: 'SUP' },
      shipTo: { code: 'HALL54' },
      unloadingPoint: 'GATE4',
      supplyArea: 'LINE3',
      release: '118',
      previousRelease: '117',
      releasedOn: '2026-03-02',
      cumulative: { received: 1200 },
      quantities: [
        { from: '2026-03-03', dueAt: '2026-03-03T09:15:00.000Z', quantity: 24, horizon: 'firm' },
        {
          from: '2026-03-04',
          dueAt: '2026-03-04T05:00:00.000Z',
          dueUntil: '2026-03-04T07:00:00.000Z',
          quantity: 48,
          horizon: 'forecast',
        },
      ],
    });
    expect((statements[1] as ScheduleStatement).quantities).toEqual([
      { from: '2026-03-03', quantity: 6, horizon: 'firm' },
    ]);
  });

  test('a date of the group or of the article holds for quantities that have none', () => {
    const { statements, errors } = read(
      '04B',
      HEAD,
      "SEQ+22+1'",
      "DTM+2:202603031000:203'",
      "LIN+1++A:IN'",
      "QTY+1:10:PCE'",
      "LIN+2++B:IN'",
      "DTM+2:202603031200:203'",
      "QTY+1:20:PCE'",
    );
    expect(errors).toEqual([]);
    expect(statements.map((s) => (s as ScheduleStatement).quantities[0]!.dueAt)).toEqual([
      '2026-03-03T09:00:00.000Z',
      '2026-03-03T11:00:00.000Z',
    ]);
  });

  test('a call-off without SEQ is an error, and its end is named', () => {
    expect(read('97A', HEAD).errors).toEqual(['SEGMENT_MISSING']);
  });
});

describe('sequence call-offs', () => {
  const VEHICLE = [
    "GIR+4+KNR0815:AN+WVWZZZ1JZXW000017:VV+A5:AP'",
    "LOC+54+L2'",
    "LOC+105+ST117'",
    "LOC+172+M100'",
    "LIN+1++5G1941005:IN'",
    "PIA+1+FRONTLAMP:GB'",
    "QTY+1:1:PCE'",
    "LIN+2++5G1941006:IN'",
    "QTY+1:1:PCE'",
  ];

  test.each([
    ['97A', ["SEQ+3+0042:3'", "DTM+2:202603031015:203'"]],
    ['04B', ["SEQ+39+0042:4'", "DTM+2:202603031015:203'"]],
  ])('D.%s: the vehicle, its place in the sequence and what it needs', (version, seq) => {
    const { statements, errors, unmapped } = read(version, HEAD, ...seq, ...VEHICLE);
    expect([errors, unmapped]).toEqual([[], []]);
    expect(statements).toMatchObject([
      {
        kind: 'sequence',
        binding: 'call',
        documentNumber: 'C77',
        issuedAt: '2026-03-02T05:30:00.000Z',
        shipTo: { code: 'HALL54' },
        unloadingPoint: 'GATE4',
        calls: [
          {
            action: 'call',
            sequenceNumber: '0042',
            productionNumber: 'KNR0815',
            vin: 'WVWZZZ1JZXW000017',
            model: 'A5',
            line: 'L2',
            station: 'ST117',
            reportingPoint: 'M100',
            dueAt: '2026-03-03T09:15:00.000Z',
            items: [
              { part: { buyerNumber: '5G1941005' }, family: 'FRONTLAMP', quantity: 1, unit: 'H87' },
              { part: { buyerNumber: '5G1941006' }, quantity: 1, unit: 'H87' },
            ],
          },
        ],
      },
    ]);
  });

  test('SEQ is read by the code list of its directory: 1 is an amendment before D.98B and an addition from then on', () => {
    const actions = (version: string, ...codes: string[]) =>
      (
        read(version, HEAD, ...codes.flatMap((code, i) => [`SEQ+${code}+${i}:4'`, "LIN+1++A:IN'", "QTY+1:1'"]))
          .statements[0] as SequenceStatement
      ).calls.map(({ action }) => action);
    expect(actions('97A', '1', '2', '3', '4', '5')).toEqual(['change', 'cancel', 'call', 'call', 'change']);
    expect(actions('98B', '1', '2', '3', '37', '38')).toEqual(['call', 'cancel', 'change', 'cancel', 'change']);
    expect(actions('04B', '1', '2', '3', '110', '112')).toEqual(['call', 'cancel', 'change', 'cancel', 'change']);
  });

  test('a forecast of the sequence is a preview', () => {
    const { statements } = read('97A', ["BGM+242+C78+25'", HEAD[1]!], "SEQ++7:4'", ...VEHICLE);
    expect(statements[0]).toMatchObject({ kind: 'sequence', binding: 'preview', function: 'original' });
  });

  test('what is wrong in one call does not hide the next, and what has no place is shown', () => {
    const { statements, errors, unmapped } = read(
      '04B',
      HEAD,
      "SEQ+99+1:4'",
      "GIR+4+4711:AN+X:EE'",
      "LIN+1'",
      "SEQ+22+2:4'",
      "DTM+2:202602301015:203'",
      "LIN+1++A:IN'",
      "QTY+1:two:PCE'",
    );
    expect(errors).toEqual([
      'CODE_DOUBTFUL 99',
      'ELEMENT_MISSING',
      'ELEMENT_MISSING',
      'DATE_INVALID 202602301015',
      'NUMBER_INVALID two',
    ]);
    expect(unmapped).toEqual(['GIR X', 'GIR EE']);
    expect((statements[0] as SequenceStatement).calls.length).toBe(2);
  });
});
