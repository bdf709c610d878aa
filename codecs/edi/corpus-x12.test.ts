import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcknowledgedMessage, Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { decode } from './index.ts';

const folder = process.env.INTAKT_DATA ? join(process.env.INTAKT_DATA, 'edi') : undefined;

/** What each file says, one line per fact; then the code and value of everything wrong with it, warnings in brackets. */
const GOLDEN: Record<string, { says: string[]; problems?: string[] }> = {
  'x12-846/x12parser_846_Example1.edi': {
    says: [
      '846 004010: stock report 10353 at SAN003, counted 2004-08-11T23:00:00.000Z, by XYZ001 for SAN003',
      '46L5055 on-hand blocked 5250 EA',
      '46L5055 on-hand blocked 100 EA',
      '46L5055 received 75 EA',
    ],
    problems: ['(QUALIFIER_UNKNOWN QB)'],
  },
  'x12-866/nissan_866_004010_sequence.edi': {
    says: [
      '866 004010: replace call SP000004238, issued 2007-01-01T12:00:00.000Z, from 123456789 to 054481205',
      'IPF2434976 1N4BA41E37C866281 at 03: 1 H87 26550 ZK32A for K14R',
      'IPF2434977 1N4BA41E57C866282 at 03: 1 H87 26550 ZK32A for K14R',
      'IPF2434978 1N4BA41E77C866283 at 03: 1 H87 26550 ZK32A for K14R',
      'IPF2434979 1N4BA41E97C866284 at 03: 1 H87 26550 ZK30A for K14R',
      'IPF2434980 1N4BA41E07C866285 at 03: 1 H87 26550 ZK30A for K14R',
    ],
  },
  'x12-866/x12parser_866_sample1_bom_indented.edi': {
    says: [
      '866 004010: replace call R2617, issued 1999-06-22T00:00:00.000Z, from 12345X1 to 002ASM',
      '001 due 1999-06-28T12:00:00.000Z: 1 H87 1234567F91, 1 H87 1234578F91, 1 H87 1234579F91',
      '002: 1 H87 1234590F91, 1 H87 1234501F91, 1 H87 1234602F91',
      '001 due 1999-06-28T15:00:00.000Z: 1 H87 3545450F91, 2 H87 3545701F91',
    ],
    problems: ['(VALUE_INVALID P)', 'ELEMENT_MISSING', 'DATE_INVALID 1999062', 'ELEMENT_MISSING', 'ELEMENT_MISSING'],
  },
  'x12-997/edifabric_997.edi': {
    says: [
      '997 004010: group IN 000000001 rejected, 1 of 2',
      '810 ST02 accepted',
      '810 ST02 rejected: 5; 7 at 54 TXI 1 C1',
    ],
  },
  'x12-997/staedi_empty997.edi': { says: [], problems: ['SEGMENT_MISSING', 'SEGMENT_MISSING'] },
  'x12-997/staedi_invalid997_min.edi': {
    says: ['997 005010X230: group <NOT_IN_CODESET> 000001 rejected, 0 of 1'],
    problems: ['REFERENCE_MISMATCH <TOO_LONG_AND_NOT_NUMERIC>'],
  },
  'x12-997/staedi_simple997.edi': {
    says: ['997 005010X230: group HC 000001 rejected, 0 of 1', '837 0021 rejected: 5; 7 at 8 NM1 8 MI'],
  },
  'x12-997/stupidedi_997.edi': { says: ['997 004010: group AG 160 accepted, 1 of 1', '824 0160 accepted'] },
  'x12-other/214_magic.edi': {
    says: [
      '214 004030: consignment 1751807 (75027674) of SCAC, CATALYST PAPER (USA) INC to FIBERMARK, INC, in SCAC30402',
      'delivered (D1) at 2016-07-26T12:30:00.000Z in BRATTLEBORO, VT',
    ],
  },
  'x12-other/824_005010.edi': {
    says: ['824 005010: FFA.ABCDEF.123456 accepted 834 NA of 2002-07-09 (2/0001), says ABC INSURANCE to SMITHCO'],
  },
};

describe.skipIf(!folder)('what real X12 messages say (needs INTAKT_DATA)', () => {
  test.each(Object.entries(GOLDEN))('%s', (file, { says, problems = [] }) => {
    const answer = decode(readFileSync(join(folder!, file)));
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    const [interchange] = answer.interchanges;
    const told = interchange!.messages.flatMap(({ type, statements }) =>
      statements.flatMap((statement) => tell(type, statement)),
    );
    expect(told).toEqual(says);
    const errors = [...interchange!.errors, ...interchange!.messages.flatMap((message) => message.errors)];
    const named = errors.map(({ code, value, severity }) => {
      const text = [code, value].filter(Boolean).join(' ');
      return severity === 'warning' ? `(${text})` : text;
    });
    expect(named).toEqual(problems);
  });

  test('every file of these folders has its row', () => {
    const folders = ['x12-846', 'x12-866', 'x12-997', 'x12-other'];
    const present = folders.flatMap((name) => readdirSync(join(folder!, name)).map((file) => `${name}/${file}`));
    expect(Object.keys(GOLDEN).sort()).toEqual(present.sort());
  });
});

const words = (...parts: unknown[]) => parts.filter((part) => part !== undefined && part !== '').join(' ');

function tell(type: string, statement: Statement): string[] {
  if (statement.kind === 'inventory') {
    const { reportNumber, site, countedAt, supplier, customer, lines } = statement;
    return [
      `${type}: stock report ${reportNumber} at ${site.code}, counted ${countedAt}, by ${supplier.code} for ${customer.code}`,
      ...lines.map(({ part, measure, status, quantity, unit }) =>
        words(part.buyerNumber, measure, status, quantity, unit),
      ),
    ];
  }
  if (statement.kind === 'sequence') {
    const { function: kind, binding, documentNumber, issuedAt, supplier, shipTo, calls } = statement;
    return [
      `${type}: ${kind} ${binding} ${documentNumber}, issued ${issuedAt}, from ${supplier.code} to ${shipTo.code}`,
      ...calls.map(({ sequenceNumber, vin, unloadingPoint, dueAt, items }) => {
        const vehicle = words(sequenceNumber, vin, unloadingPoint && `at ${unloadingPoint}`, dueAt && `due ${dueAt}`);
        const goods = items.map(({ quantity, unit, part, supplyArea }) =>
          words(quantity, unit, part.buyerNumber, supplyArea && `for ${supplyArea}`),
        );
        return `${vehicle}: ${goods.join(', ')}`;
      }),
    ];
  }
  if (statement.kind === 'acknowledgement')
    return statement.groups.flatMap(({ identifier, reference, outcome, counted, messages }) => [
      `${type}: group ${identifier} ${reference} ${outcome}, ${counted?.accepted} of ${counted?.received}`,
      ...messages.map(tellSet),
    ]);
  if (statement.kind === 'transport-status') {
    const { consignment, transportReference, carrier, consignor, consignee, vehicle, happenings } = statement;
    return [
      `${type}: consignment ${consignment} (${transportReference}) of ${carrier?.code}, ${consignor?.name} to ${consignee?.name}, in ${vehicle}`,
      ...happenings.map(
        ({ status, code, reason, at, place }) =>
          `${status} (${[code, reason].filter(Boolean).join(' ')}) at ${at} in ${place?.name}`,
      ),
    ];
  }
  if (statement.kind === 'application-advice') {
    const { adviceNumber, outcome, subject, from, to } = statement;
    const document = `${subject.type} ${subject.number} of ${subject.day} (${subject.group}/${subject.message})`;
    return [`${type}: ${adviceNumber} ${outcome} ${document}, says ${from.name} to ${to.name}`];
  }
  throw new Error(`Nothing is told of ${statement.kind} here`);
}

function tellSet({ type, reference, outcome, errors }: AcknowledgedMessage): string {
  const faults = errors.map(({ code, segment, tag, element, value }) =>
    words(code, segment && `at ${segment}`, tag, element, value),
  );
  return words(type, reference, outcome) + (faults.length > 0 ? `: ${faults.join('; ')}` : '');
}
