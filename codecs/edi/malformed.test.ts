import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DecodeOptions, decode } from './index.ts';

const folder = process.env.INTAKT_DATA ? join(process.env.INTAKT_DATA, 'edi') : undefined;

/** `CODE value` for each problem in the order of the file; warnings in brackets. */
function problems(bytes: Uint8Array, options?: DecodeOptions): string[] {
  const answer = decode(bytes, options);
  const errors = answer.ok
    ? answer.interchanges.flatMap((i) => [...i.errors, ...i.messages.flatMap((m) => m.errors)])
    : answer.errors;
  return errors.map(({ code, value, severity }) =>
    (severity === 'warning' ? `(${code} ${value ?? ''})` : `${code} ${value ?? ''}`).replace(/ (\)?)$/, '$1'),
  );
}

const AS_DAY = [
  '(DATE_FORMAT_MISMATCH 20140403)',
  '(DATE_FORMAT_MISMATCH 20140403)',
  '(DATE_FORMAT_MISMATCH 20140404)',
];

const EXPECTED: Record<string, string[]> = {
  'edifact-desadv-malformed/desadv_invalid_date_values.edi': [
    'DATE_INVALID 20141303',
    'DATE_INVALID 20140432',
    'DATE_FORMAT_UNKNOWN 2530',
  ],
  'edifact-desadv-malformed/desadv_invalid_qualifier.edi': [...AS_DAY, '(QUALIFIER_UNKNOWN 999)'],
  'edifact-desadv-malformed/desadv_missing_required_segment.edi': [...AS_DAY, 'REFERENCE_MISSING'],
  'edifact-desadv-malformed/desadv_wrong_date_format.edi': ['DATE_INVALID 2014043', ...AS_DAY.slice(1)],
  'edifact-desadv-malformed/desadv_wrong_document_type.edi': ['MESSAGE_UNKNOWN INVOIC D.96A A01052'],
  'edifact-desadv-malformed/desadv_wrong_receiver_edi.edi': ['RECEIVER_UNEXPECTED 9999999999', ...AS_DAY],
  'edifact-malformed/CorruptUnb.edi': ['UNREADABLE NB+UNOB:1+SENDER1:16:ZZUK+RECEIVER1:01:Z'],
  'edifact-malformed/DuplicateGroup.edi': [
    '(REFERENCE_REPEATED 5)',
    'MESSAGE_UNKNOWN ORDERS D.96A',
    'MESSAGE_UNKNOWN ORDERS D.96A',
    '(REFERENCE_REPEATED 000000101)',
  ],
  'edifact-malformed/DuplicateInterchange.edi': [
    'REFERENCE_MISMATCH 132',
    'MESSAGE_UNKNOWN ORDERS D.96A',
    '(REFERENCE_REPEATED 131)',
    'REFERENCE_MISMATCH 132',
    'MESSAGE_UNKNOWN ORDERS D.96A',
  ],
  'edifact-malformed/MixedTransactions.edi': ['MESSAGE_UNKNOWN ORDERS D.96A', 'MESSAGE_UNKNOWN INVOIC D.96A'],
  'edifact-malformed/MixedTransactionsNoEnvelopes.edi': ['ENVELOPE_MISSING UNH'],
  'edifact-malformed/PurchaseOrderInvalid.edi': ['MESSAGE_UNKNOWN ORDERS D.96A'],
  'edifact-malformed/sample-invalid-version.edifact': ['MESSAGE_UNKNOWN ORDERS X.XX EAN008'],
  'edifact-malformed/staedi_empty-segment-example.edi': ['MESSAGE_UNKNOWN PNRGOV 11.1'],
  'edifact-malformed/staedi_invoic_d97b_bad.edi': ['MESSAGE_UNKNOWN INVOIC D.97B'],
  'edifact-malformed/staedi_null-pointer-example.edi': ['MESSAGE_UNKNOWN PNRGOV 11.1'],
  'edifact-malformed/staedi_other_dialect_term_segments.edi': ['MESSAGE_UNKNOWN CUSTOM D.97B'],
  'edifact-malformed/staedi_wrapped_invoic_d97b.edi': ['MESSAGE_UNKNOWN INVOIC D.97B'],
  'edifact-malformed/syntaxVersion4.edifact': ['MESSAGE_UNKNOWN ORDERS D.96A EAN008'],
  'x12-malformed/CorruptIsa.edi': ['UNREADABLE SA*00*          *00*          *16*SENDER'],
  'x12-malformed/DuplicateGroup.edi': [
    '(REFERENCE_REPEATED 000000001)',
    'MESSAGE_UNKNOWN 850 004010',
    'MESSAGE_UNKNOWN 850 004010',
  ],
  'x12-malformed/DuplicateInterchange.edi': [
    'MESSAGE_UNKNOWN 850 004010',
    '(REFERENCE_REPEATED 000000263)',
    'MESSAGE_UNKNOWN 850 004010',
  ],
  'x12-malformed/MixedTransactions.edi': [
    '(REFERENCE_REPEATED 000000001)',
    'MESSAGE_UNKNOWN 850 004010',
    'MESSAGE_UNKNOWN 810 004010',
  ],
  'x12-malformed/MixedTransactionsNoEnvelopes.edi': ['ENVELOPE_MISSING ST'],
  'x12-malformed/PurchaseOrderInvalid.edi': ['MESSAGE_UNKNOWN 850 004010', 'COUNT_MISMATCH 15'],
  'x12-malformed/imsweb_ambiguous_loop.edi': ['MESSAGE_UNKNOWN 837 005010X222A1', 'COUNT_MISMATCH 25'],
  'x12-malformed/imsweb_bad_segment_identifier.edi': [
    'MESSAGE_UNKNOWN 837 005010X222A1',
    'SEGMENT_UNREADABLE *IC*DAVID ANGELASZEK*TE*3016809770*EX*123',
    'SEGMENT_UNREADABLE NM31*IL*1*DOE*JOHN*T**JR*MI*123456',
    'COUNT_MISMATCH 25',
  ],
  'x12-malformed/imsweb_missing_elements.edi': ['MESSAGE_UNKNOWN 837 005010X222A1', 'COUNT_MISMATCH 25'],
  'x12-malformed/imsweb_no_isa_line.edi': ['ENVELOPE_MISSING GS'],
  'x12-malformed/imsweb_segment_errors.edi': ['MESSAGE_UNKNOWN 837 005010X222A1', 'COUNT_MISMATCH 25'],
  'x12-malformed/imsweb_valid_different_separators.edi': ['MESSAGE_UNKNOWN 837 005010X222A1', 'COUNT_MISMATCH 25'],
  'x12-malformed/staedi_multi-tx-transaction-type.edi': ['MESSAGE_UNKNOWN 855 004010', 'MESSAGE_UNKNOWN 855 004010'],
  'x12-malformed/staedi_nonnumeric_BIN01.edi': ['MESSAGE_UNKNOWN 000 005010X211'],
  'x12-malformed/staedi_optionalInterchangeServices.edi': ['(SERVICE_SEGMENT ISB)', '(SERVICE_SEGMENT ISE)'],
  'x12-malformed/staedi_ts210_80char.edi': ['MESSAGE_UNKNOWN 210 004010'],
};

describe.skipIf(!folder)('malformed files name what is wrong (needs INTAKT_DATA)', () => {
  test.each(Object.entries(EXPECTED))('%s', (file, expected) => {
    const options = file.includes('receiver') ? { receivers: ['1780129987'] } : undefined;
    expect(problems(readFileSync(join(folder!, file)), options)).toEqual(expected);
  });

  test('every malformed file has its row', () => {
    const folders = readdirSync(folder!).filter((name) => name.endsWith('malformed'));
    const present = folders.flatMap((name) => readdirSync(join(folder!, name)).map((file) => `${name}/${file}`));
    expect(Object.keys(EXPECTED).sort()).toEqual(present.sort());
  });
});

const DESADV = [
  "UNB+UNOC:3+A+B+260302:0630+1'",
  "UNH+1+DESADV:D:97A:UN'",
  "BGM+351+LS1+9'",
  "DTM+137:20260302:102'",
  "CPS+1'",
  "LIN+1++P1:IN'",
  "QTY+12:5:PCE'",
  "UNT+7+1'",
  "UNZ+1+1'",
];

/** The message with one segment replaced, put in or (by '') left out; the count follows. */
function damaged(at: string, by: string, count = true): Uint8Array {
  const segments = DESADV.flatMap((segment) => (segment.startsWith(at) ? [by] : [segment]))
    .join('')
    .split(/(?<=')/);
  const inside = segments.findIndex((s) => s.startsWith('UNT')) - segments.findIndex((s) => s.startsWith('UNH')) + 1;
  return new TextEncoder().encode(segments.join('').replace(/UNT\+7/, `UNT+${count ? inside : 7}`));
}

describe('a message with one thing wrong says exactly that', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['nothing', damaged('none', ''), []],
    ['a missing BGM', damaged('BGM', ''), ['SEGMENT_MISSING']],
    ['a segment that DESADV does not know', damaged('BGM', "BGM+351+LS1+9'UCD+1'"), ['SEGMENT_UNEXPECTED']],
    ['a segment out of order', damaged('CPS', "CPS+1'MEA+AAX+AAD+KGM:5'"), ['(SEGMENT_MISPLACED)']],
    ['too many of a segment', damaged('DTM', "DTM+137:20260302:102'".repeat(11)), ['(SEGMENT_TOO_MANY 11)']],
    ['a quantity that is no number', damaged('QTY', "QTY+12:5A:PCE'"), ['NUMBER_INVALID 5A']],
    ['a negative quantity', damaged('QTY', "QTY+12:-5:PCE'"), ['NUMBER_NEGATIVE -5']],
    ['a quantity with a decimal comma', damaged('QTY', "QTY+12:5,5:PCE'"), []],
    ['a day that does not exist', damaged('DTM', "DTM+137:20260230:102'"), ['DATE_INVALID 20260230']],
    ['no article number', damaged('LIN', "LIN+1'"), ['ELEMENT_MISSING']],
    ['a wrong segment count', damaged('CPS', "CPS+1'FTX+AAI'", false), ['COUNT_MISMATCH 7']],
    ['a wrong message reference', damaged('UNT', "UNT+7+2'"), ['REFERENCE_MISMATCH 2']],
    ['a wrong interchange reference', damaged('UNZ', "UNZ+1+9'"), ['REFERENCE_MISMATCH 9']],
    ['a missing message trailer', damaged('UNT', ''), ['TRAILER_MISSING UNH']],
    ['a missing interchange trailer', damaged('UNZ', ''), ['TRAILER_MISSING UNB']],
    ['text behind the end', damaged('UNZ', "UNZ+1+1'\nsent by fax"), ['(STRAY_TEXT sent by fax)']],
    ['a comment between segments', damaged('CPS', "CPS+1' -- the goods\n"), ['(STRAY_TEXT -- the goods)']],
    ['a segment without terminator at the end', damaged('UNZ', 'UNZ+1+1'), ['(TERMINATOR_MISSING)']],
  ])('%s', (_, bytes, expected) => {
    expect(problems(bytes)).toEqual(expected);
  });

  test('positions count from 1 in the message and give the byte', () => {
    const answer = decode(damaged('QTY', "QTY+12:5A:PCE'"));
    const [error] = answer.ok ? answer.interchanges[0]!.messages[0]!.errors : [];
    expect(error).toMatchObject({
      position: { message: 1, messageReference: '1', segment: 6, tag: 'QTY', element: 1, component: 2 },
      message: '"5A" is no number; expected digits with at most one decimal mark.',
    });
    expect(new TextDecoder().decode(damaged('QTY', "QTY+12:5A:PCE'")).slice(error!.position.offset)).toMatch(/^QTY/);
  });
});

test('a file may hold several interchanges, even of both families, each with its own delimiters', () => {
  const x12 =
    'ISA|00| |00| |ZZ|A|ZZ|B|260302|0630|U|00401|000000001|0|T|>!GS|SH|A|B|20260302|0630|1|X|004010!ST|856|0001!BSN|00|S1|20260302|0630!HL|1||S!SE|4|0001!GE|1|1!IEA|1|000000001!';
  const answer = decode(
    new TextEncoder().encode(`${DESADV.join('\n')}\n${x12}\nUNA;*.\\ ~${'UNB*UNOC;3*A*B*260302;0630*2~UNZ*0*2~'}`),
  );
  expect(
    answer.ok &&
      answer.interchanges.map(({ format, controlReference, test: isTest, messages }) => [
        format,
        controlReference,
        isTest,
        messages.length,
      ]),
  ).toEqual([
    ['edifact', '1', false, 1],
    ['x12', '000000001', true, 1],
    ['edifact', '2', false, 0],
  ]);
});
