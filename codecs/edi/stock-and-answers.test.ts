import type { Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode } from './index.ts';

/** One message between A and B. */
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

describe('inventory reports', () => {
  const HEAD = ["BGM+35+R1+9'", "DTM+366:20260302:102'", "NAD+BY+PLANT::92'", "NAD+SU+SUP::92'", "NAD+WH+HUB::92'"];

  test('D.96A explains a quantity behind it, D.97A before it, and both say the same', () => {
    const old = read(
      'INVRPT:D:96A:UN',
      ...HEAD,
      "LIN+1++P1:IN'",
      "QTY+145:100:PCE'",
      "INV++1'",
      "LOC+14+R7'",
      "QTY+156:5:PCE'",
      "INV+1++3'",
    );
    const newer = read(
      'INVRPT:D:97A:UN',
      ...HEAD,
      "LIN+1++P1:IN'",
      "INV++1'",
      "QTY+145:100:PCE'",
      "LOC+14+R7'",
      "INV+1++3'",
      "QTY+156:5:PCE'",
    );
    expect([old.errors, old.unmapped, newer.errors, newer.unmapped]).toEqual([[], [], [], []]);
    const { position: _, ...said } = old.statements[0]!;
    expect(newer.statements[0]).toMatchObject(said);
    expect(said).toEqual({
      kind: 'inventory',
      reportNumber: 'R1',
      function: 'original',
      countedAt: '2026-03-02T00:00:00.000Z',
      customer: { code: 'PLANT', agency: '92' },
      supplier: { code: 'SUP', agency: '92' },
      site: { code: 'HUB', agency: '92' },
      lines: [
        {
          part: { buyerNumber: 'P1' },
          measure: 'on-hand',
          status: 'available',
          quantity: 100,
          unit: 'H87',
          storageLocation: 'R7',
        },
        { part: { buyerNumber: 'P1' }, measure: 'scrapped', quantity: 5, unit: 'H87' },
      ],
    });
  });

  test.each<[string, string, string]>([
    ['17', '', 'on-hand'],
    ['89', '', 'on-hand in-quality'],
    ['96', '', 'on-hand blocked'],
    ['57', '', 'in-transit'],
    ['97', '', 'minimum'],
    ['98', '', 'maximum'],
    ['156', "INV+2++1'", 'received'],
    ['156', "INV+1++2'", 'despatched'],
    ['156', "INV+1++11'", 'consumed'],
    ['156', "INV+2'", 'produced'],
    ['156', "INV+1++4'", 'adjusted -7'],
    ['17', "INV++2'", 'on-hand blocked'],
  ])('QTY %s with %j is %s', (qualifier, inv, expected) => {
    const { statements } = read(
      'INVRPT:D:96A:UN',
      ...HEAD,
      "LIN+1++P1:IN'",
      `QTY+${qualifier}:7'`,
      ...(inv ? [inv] : []),
    );
    const [line] = statements[0]?.kind === 'inventory' ? statements[0].lines : [];
    expect([line!.measure, line!.status, line!.quantity === 7 ? '' : line!.quantity].filter(Boolean).join(' ')).toBe(
      expected,
    );
  });

  test('a quantity of another kind is named and shown', () => {
    const { errors, unmapped } = read('INVRPT:D:96A:UN', ...HEAD, "LIN+1++P1:IN'", "QTY+55:7'", "LIN+2++P2:IN'");
    expect(errors).toEqual(['QUALIFIER_UNKNOWN 55', 'ELEMENT_MISSING']);
    expect(unmapped).toEqual(['QTY 55', 'QTY 7']);
  });

  test('who is not named is the other end of the interchange', () => {
    const { statements } = read('INVRPT:D:96A:UN', ...HEAD.slice(0, 2), "NAD+SU+A'", "LIN+1++P1:IN'", "QTY+17:7'");
    expect(statements[0]).toMatchObject({ supplier: { code: 'A' }, customer: { code: 'B' }, site: { code: 'A' } });
  });
});

describe('application advices', () => {
  test('a rejection names the despatch advice and each error', () => {
    const { statements, errors, unmapped } = read(
      'APERAK:D:96A:UN',
      "BGM++ADV1+27'",
      "DTM+137:202603020630:203'",
      "RFF+AAK:LS1'",
      "DTM+171:20260301:102'",
      "RFF+ACW:4711'",
      "ERC+12::92'",
      "FTX+AAO+++Part unknown:at this plant'",
      "RFF+LI:10'",
      "ERC+14'",
    );
    expect(errors).toEqual([]);
    expect(unmapped).toEqual(['ERC 92']);
    expect(statements).toMatchObject([
      {
        kind: 'application-advice',
        adviceNumber: 'ADV1',
        outcome: 'rejected',
        from: { code: 'A' },
        to: { code: 'B' },
        subject: { type: 'DESADV', number: 'LS1', day: '2026-03-01', message: '4711' },
        errors: [{ code: '12', text: 'Part unknown at this plant', reference: 'LI:10' }, { code: '14' }],
      },
    ]);
  });

  test.each([
    ["BGM+312+1+9'", [], 'accepted'],
    ["BGM+313+1+9'", [], 'rejected'],
    ["BGM++1+29'", [], 'accepted'],
    ["BGM++1+34'", ["ERC+1'"], 'accepted-with-errors'],
    ["BGM+312+1+9+RE'", [], 'rejected'],
    ["BGM+305+1+9'", ["ERC+1'"], 'rejected'],
    ["BGM+305+1+9'", [], 'accepted'],
  ])('%s with %j is %s', (bgm, detail, outcome) => {
    expect(read('APERAK:D:99B:UN', bgm, ...detail).statements).toMatchObject([{ outcome }]);
  });
});

describe('syntax acknowledgements', () => {
  test('CONTRL says what of the interchange was taken, and where the faults lie', () => {
    const { statements, errors, unmapped } = read(
      'CONTRL:D:3:UN',
      "UCI+77+A:ZZ+B:ZZ+7'",
      "UCM+1+DESADV:D:97A:UN:X1+7'",
      "UCM+2+DESADV:D:97A:UN+4+29'",
      "UCS+2+13'",
      "UCS+5'",
      "UCD+12+2:2'",
    );
    expect([errors, unmapped]).toEqual([[], []]);
    expect(statements).toMatchObject([
      {
        interchange: { reference: '77', sender: { code: 'A' }, receiver: { code: 'B' } },
        outcome: 'accepted',
        messages: [
          { reference: '1', type: 'DESADV D.97A X1', outcome: 'accepted', errors: [] },
          {
            reference: '2',
            type: 'DESADV D.97A',
            outcome: 'rejected',
            errors: [
              { code: '29', meaning: 'a count does not match' },
              { code: '13', segment: 2 },
              { code: '12', segment: 5, element: 1, component: 2 },
            ],
          },
        ],
      },
    ]);
  });

  test.each([
    ['1', 'accepted'],
    ['4', 'rejected'],
    ['8', 'received'],
  ])('action %s on the interchange is %s', (action, outcome) => {
    expect(read('CONTRL:4:1:UN', `UCI+77+A+B+${action}'`).statements).toMatchObject([{ outcome }]);
  });

  test('an answer that cannot be read is a rejection, and says why', () => {
    const { statements, errors } = read('CONTRL:D:3:UN', "UCI+77+A+B+yes'", "UCM+1'");
    expect(errors).toEqual(['CODE_DOUBTFUL yes', 'ELEMENT_MISSING']);
    expect(statements).toMatchObject([{ outcome: 'rejected', messages: [{ reference: '1', outcome: 'rejected' }] }]);
  });

  test('CONTRL without UCI says nothing, and that is an error', () => {
    expect(read('CONTRL:D:3:UN', "UCM+1++7'")).toMatchObject({ statements: [], errors: ['SEGMENT_MISSING'] });
  });
});
