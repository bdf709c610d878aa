import type { ScheduleStatement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode } from './index.ts';

/** A DELFOR around the given detail segments. */
function schedules(version: string, ...detail: string[]): { statements: ScheduleStatement[]; errors: string[] } {
  const segments = [
    `UNH+1+DELFOR:D:${version}:UN'`,
    "BGM+241+D1+9'",
    "DTM+137:20260302:102'",
    "NAD+BY+PLANT::92'",
    "NAD+SE+SUP::92'",
    ...detail,
  ];
  const text = ["UNB+UNOC:3+A+B+260302:0630+1'", ...segments, `UNT+${segments.length + 1}+1'`, "UNZ+1+1'"].join('\n');
  const answer = decode(new TextEncoder().encode(text));
  const [message] = answer.ok ? answer.interchanges[0]!.messages : [];
  return { statements: message!.statements as ScheduleStatement[], errors: message!.errors.map(({ code }) => code) };
}

describe('one meaning in three directories', () => {
  test('D.96A: articles under ship-tos, commitment behind the quantity', () => {
    const { statements, errors } = schedules(
      '96A',
      "UNS+D'",
      "NAD+ST+P1::92'",
      "LOC+11+GATE4'",
      "LIN+1++A:IN'",
      "QTY+113:10:PCE'",
      "SCC+1'",
      "DTM+2:20260310:102'",
      "NAD+ST+P2::92'",
      "LIN+2++A:IN'",
      "QTY+113:20:PCE'",
      "SCC+4'",
      "DTM+2:202612:616'",
      "UNS+S'",
    );
    expect(errors).toEqual([]);
    expect(
      statements.map(({ shipTo, unloadingPoint, quantities }) => [shipTo.code, unloadingPoint, quantities]),
    ).toEqual([
      ['P1', 'GATE4', [{ from: '2026-03-10', quantity: 10, horizon: 'firm' }]],
      ['P2', undefined, [{ from: '2026-03-16', to: '2026-03-22', quantity: 20, horizon: 'forecast' }]],
    ]);
  });

  test('D.96A: ship-tos under the article make a statement each', () => {
    const { statements, errors } = schedules(
      '96A',
      "UNS+D'",
      "LIN+1++A:IN'",
      "NAD+ST+P1::92'",
      "QTY+1:10:PCE'",
      "DTM+2:20260310:102'",
      "NAD+ST+P2::92'",
      "QTY+1:20:PCE'",
      "DTM+2:20260311:102'",
      "UNS+S'",
    );
    expect(errors).toEqual([]);
    expect(statements.map(({ shipTo, quantities }) => [shipTo.code, quantities[0]!.quantity])).toEqual([
      ['P1', 10],
      ['P2', 20],
    ]);
  });

  test('D.97A and D.04A: commitment before the quantities', () => {
    for (const [version, group] of [
      ['97A', "GIS+37'"],
      ['04A', "GEI+3+37'"],
    ] as const) {
      const { statements, errors } = schedules(
        version,
        group,
        "NAD+ST+P1::92'",
        "LIN+1++A:IN'",
        "SCC+10'",
        "QTY+113:5:PCE'",
        "DTM+2:20260302:102'",
        "SCC+2'",
        "QTY+113:7:PCE'",
        "DTM+64:20260401:102'",
        "DTM+63:20260430:102'",
      );
      expect(errors).toEqual([]);
      expect(statements[0]!.quantities).toEqual([
        { from: '2026-03-02', quantity: 5, horizon: 'immediate' },
        { from: '2026-04-01', to: '2026-04-30', quantity: 7, horizon: 'production' },
      ]);
    }
  });
});

describe('quantities of a delivery schedule', () => {
  const detail = (...segments: string[]) => schedules('97A', "GIS+37'", "LIN+1++A:IN'", ...segments);

  test('cumulatives with zeroing day, and the last delivery that was counted', () => {
    const { statements, errors } = detail(
      "QTY+70:4000:PCE'",
      "DTM+51:20260101:102'",
      "DTM+52:20260228:102'",
      "QTY+71:5000:PCE'",
      "QTY+48:300:PCE'",
      "DTM+11:20260227:102'",
      "RFF+AAK:LS77'",
    );
    expect(errors).toEqual([]);
    expect(statements[0]!.cumulative).toEqual({
      received: 4000,
      required: 5000,
      zeroedOn: '2026-01-01',
      asOf: '2026-02-28',
      lastDespatch: { reference: 'LS77', day: '2026-02-27', quantity: 300 },
    });
  });

  test('leave to produce and to buy material, up to a cumulative quantity', () => {
    const { statements } = detail(
      "SCC+2'",
      "QTY+3:9000:PCE'",
      "DTM+51:20260101:102'",
      "DTM+52:20260531:102'",
      "SCC+3'",
      "QTY+3:12000:PCE'",
      "DTM+52:20260731:102'",
    );
    expect(statements[0]).toMatchObject({
      quantities: [],
      authorisations: [
        { kind: 'production', cumulative: 9000, from: '2026-01-01', until: '2026-05-31' },
        { kind: 'material', cumulative: 12000, until: '2026-07-31' },
      ],
    });
  });

  test('only cumulatives per date: the net quantity is what exceeds the received', () => {
    const { statements } = detail(
      "QTY+70:4000:PCE'",
      "SCC+1'",
      "QTY+3:4100:PCE'",
      "DTM+2:20260310:102'",
      "SCC+4'",
      "QTY+3:4400:PCE'",
      "DTM+2:20260320:102'",
    );
    expect(statements[0]!.quantities).toEqual([
      { from: '2026-03-10', horizon: 'firm', cumulative: 4100, quantity: 100 },
      { from: '2026-03-20', horizon: 'forecast', cumulative: 4400, quantity: 300 },
    ]);
  });

  test('backorder and urgent quantities without a date are due on the day of the release', () => {
    const { statements, errors } = detail("QTY+83:12:PCE'", "QTY+84:3:PCE'");
    expect(errors).toEqual([]);
    expect(statements[0]!.quantities).toEqual([
      { from: '2026-03-02', quantity: 12, horizon: 'backorder' },
      { from: '2026-03-02', quantity: 3, horizon: 'immediate' },
    ]);
  });

  test.each<[string, string[], string]>([
    [
      'an unknown commitment is read as forecast, with a warning',
      ["SCC+77'", "QTY+113:1:PCE'", "DTM+2:20260310:102'"],
      'CODE_DOUBTFUL',
    ],
    ['a quantity of unknown kind', ["QTY+999:1:PCE'"], 'QUALIFIER_UNKNOWN'],
    ['a quantity without a value', ["SCC+1'", "QTY+113'", "DTM+2:20260310:102'"], 'ELEMENT_MISSING'],
  ])('%s', (_, segments, expected) => {
    expect(detail(...segments).errors).toEqual([expected]);
  });
});
