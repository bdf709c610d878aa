import { describe, expect, test } from 'vitest';
import { readDelimiters } from './delimiters.ts';
import { decode } from './index.ts';
import { tokenize } from './tokenize.ts';

const SEGMENTS = [
  "UNB+UNOC:3+PLANT:ZZ+SUP:ZZ+260302:0630+77'",
  "UNH+1+DELJIT:D:04B:UN:GAVB11'",
  "BGM+242+C77+9'",
  "DTM+137:20260302:102'",
  "NAD+BY+PLANT::92++Büttner ?+ Söhne'",
  "NAD+SE+SUP::92'",
  "NAD+ST+HALL54::92'",
  "LOC+11+GATE4'",
  "SEQ+22+1:5'",
  "LIN+1++A?:7:IN'",
  "IMD+F++:::Türgriff'",
  "QTY+113:12.5:KGM'",
  "SCC+1'",
  "DTM+2:202603031015:203'",
  "UNT+14+1'",
  "UNZ+1+77'",
];
const PLAIN = SEGMENTS.join('\n');

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Statements without their places, and every problem. */
function read(bytes: Uint8Array) {
  const answer = decode(bytes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  const messages = answer.interchanges.flatMap((interchange) => interchange.messages);
  const problems = answer.interchanges.flatMap(({ errors }) => [...errors, ...messages.flatMap((m) => m.errors)]);
  return {
    statements: messages.flatMap(({ statements }) => statements.map((statement) => ({ ...statement, position: {} }))),
    problems: problems.map(({ code, severity }) => `${severity} ${code}`),
  };
}

/** The same text with other delimiters in the place of the usual ones; released characters stay what they were. */
function dressed(advice: string, [component, element, , release, , terminator]: string[]): Uint8Array {
  const signs: Record<string, string> = { ':': component!, '+': element!, '?': release!, "'": terminator! };
  const text = PLAIN.replaceAll('\n', '').replace(/\?(.)|[:+?']/g, (sign, released?: string) =>
    released === undefined ? signs[sign]! : Object.values(signs).includes(released) ? release! + released : released,
  );
  return utf8(`UNA${advice}${text}`);
}

const usual = read(utf8(PLAIN));

test('the plain message says what it says', () => {
  expect(usual.problems).toEqual([]);
  expect(usual.statements).toMatchObject([
    {
      customer: { code: 'PLANT', name: 'Büttner + Söhne' },
      part: { buyerNumber: 'A:7', description: 'Türgriff' },
      unit: 'KGM',
      quantities: [{ quantity: 12.5, dueAt: '2026-03-03T10:15:00.000Z' }],
    },
  ]);
});

describe('the same message in other dress says the same', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['without line ends', utf8(SEGMENTS.join('')), []],
    ['with CR and LF behind each terminator', utf8(SEGMENTS.join('\r\n')), []],
    ['with CR and LF anywhere', utf8(PLAIN.replaceAll('\n', '').replace(/(.{17})/g, '$1\r\n')), []],
    ['with blanks behind terminators', utf8(SEGMENTS.join('   \n')), []],
    ['behind a byte order mark', utf8(`\ufeff${PLAIN}`), []],
    ['in lower and upper case under UNOA, as UTF-8', utf8(PLAIN.replace('UNOC', 'UNOA')), []],
    ['in ISO 8859-1 under UNOC', latin1(PLAIN), []],
    ['in ISO 8859-1 under UNOA', latin1(PLAIN.replace('UNOC', 'UNOA')), []],
    ['in ISO 8859-15 under UNOL, syntax 4', latin1(PLAIN.replace('UNOC:3', 'UNOL:4')), []],
    ['in UTF-8 under UNOY, syntax 4', utf8(PLAIN.replace('UNOC:3+', 'UNOY:4+').replace('260302:', '20260302:')), []],
    ['in UTF-8 under UNOW, syntax 4', utf8(PLAIN.replace('UNOC:3', 'UNOW:4')), []],
    ['with tags in lower case', utf8(PLAIN.replace(/(?<=\n)[A-Z]{3}/g, (tag) => tag.toLowerCase())), []],
    ['with the advice of syntax 4', utf8(`UNA:+.?*'${PLAIN}`), []],
    ['with the decimal comma in the advice', utf8(`UNA:+,? '${PLAIN.replace('12.5', '12,5')}`), []],
    ['with other delimiters', dressed('|*.! ~', [...'|*.! ~']), []],
    [
      'with control characters for delimiters',
      dressed('\u001f\u001d.\u001b \u001c', [...'\u001f\u001d.\u001b \u001c']),
      [],
    ],
    ['with line feeds for terminators', dressed(':+.? \n', [...':+.? \n']), []],
    [
      'with a remark behind each terminator',
      utf8(SEGMENTS.map((segment, i) => `${segment} // ${i}`).join('\n')),
      Array.from({ length: 16 }, () => 'warning STRAY_TEXT'),
    ],
    ['with a note behind the end', utf8(`${PLAIN}\nsent by night`), ['warning STRAY_TEXT']],
    ['under a set that switches by escapes', utf8(PLAIN.replace('UNOC:3', 'UNOX:4')), ['warning CHARSET_UNKNOWN']],
  ])('%s', (_, bytes, problems) => {
    const found = read(bytes);
    expect(found.statements).toEqual(usual.statements);
    expect(found.problems).toEqual(problems);
  });
});

test.each([
  ['UNOD', 'Łódź', [0xa3, 0xf3, 0x64, 0xbc]],
  ['UNOE', 'Тула', [0xc2, 0xe3, 0xdb, 0xd0]],
  ['UNOF', 'Πύλη', [0xd0, 0xfd, 0xeb, 0xe7]],
  ['UNOK', 'Şişli', [0xde, 0x69, 0xfe, 0x6c, 0x69]],
  ['UNOL', 'Œuvre', [0xbc, 0x75, 0x76, 0x72, 0x65]],
])('a name under %s is %s', (set, name, letters) => {
  const [head, tail] = PLAIN.replace('UNOC', set).replace('Türgriff', 'T').split('Büttner ?+ Söhne');
  const { statements } = read(Uint8Array.from([...latin1(head!), ...letters, ...latin1(tail!)]));
  expect(statements).toMatchObject([{ customer: { name } }]);
});

describe('segments in are segments accounted for', () => {
  test.each<[string, string, number]>([
    ['in a whole interchange', PLAIN, 0],
    ['with a segment that DELJIT does not know', PLAIN.replace('SCC+1', "TOD+3'SCC+1"), 0],
    ['without message trailer', PLAIN.replace("UNT+14+1'", ''), 0],
    ['with segments between messages', PLAIN.replace("UNZ+1+77'", "FTX+AAI'FTX+AAI'UNZ+1+77'"), 2],
    [
      'with a second message that nobody reads',
      PLAIN.replace('UNZ+1', "UNH+2+ORDERS:D:96A:UN'BGM+220'UNT+3+2'UNZ+2"),
      0,
    ],
  ])('%s', (_, text, outside) => {
    const bytes = utf8(text);
    const cut = [...tokenize(bytes, readDelimiters(bytes)!)].filter(({ kind }) => kind === 'segment').length;
    const answer = decode(bytes);
    const [interchange] = answer.ok ? answer.interchanges : [];
    const inside = interchange!.messages.reduce((sum, { segments }) => sum + segments, 0);
    const named = interchange!.errors.filter(({ code }) => code === 'HEADER_MISSING').length;
    expect([named, inside + named + 2]).toEqual([outside, cut]);
  });
});

test('tags and message names in lower case are read', () => {
  const lower = PLAIN.replace(/^[A-Z]{3}/gm, (tag) => tag.toLowerCase()).replace('DELJIT:D:04B:UN', 'deljit:d:04b:un');
  expect(read(utf8(lower))).toEqual(usual);
});

test.each(['\n', '\r\n'])('a line end that stands for a terminator parts two segments', (end) => {
  const lines = SEGMENTS.join(end);
  for (const [before, tag] of [
    ["9'", 'DTM'],
    ["GATE4'", 'SEQ'],
  ])
    expect(read(utf8(lines.replace(`${before}${end}${tag}`, `${before!.slice(0, -1)}${end}${tag}`)))).toEqual(usual);
});
